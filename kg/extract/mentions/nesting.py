"""Names inside longer names of their type: a bank inside its branch.

The inner one is kept only where the document names it by itself, too: a branch without its bank standing alone in the
text is no witness for the bank.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.mentions.candidate import Candidate
from kg.extract.mentions.clusters import Cluster


def without_dependent(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters that have a mention outside every longer name of their type."""
    outer = [each for cluster in clusters for each in cluster if each.holds]
    if not outer:  # as mostly
        return list(clusters)
    return [cluster for cluster in clusters if not all(_is_inside(each, outer) for each in cluster)]


def _is_inside(candidate: Candidate, outer: Iterable[Candidate]) -> bool:
    return any(
        each.start <= candidate.start
        and candidate.end <= each.end
        and each.type == candidate.type
        and each.end - each.start > candidate.end - candidate.start
        for each in outer
    )
