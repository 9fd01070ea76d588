"""Which of the candidates that share words are kept.

What a rule is sure of wins, then the longer name, then the stronger rule, then the type that the pack lists first. A
name inside another is kept only where the outer one holds names of its type (小微企业 in 小微企业贷款). Nothing that is
kept crosses.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extract.mentions.candidate import Candidate

SURE = 9
"""From this strength on a candidate wins over any longer one: nothing inside a title is a name of its own."""


def keep_best(candidates: Iterable[Candidate], rank: Mapping[str, int]) -> tuple[Candidate, ...]:
    """The candidates that stand, in text order, the outer before the inner.

    Args:
        candidates: what all rules found.
        rank: position of each type in the pack's order.
    """
    last = len(rank)
    kept: list[Candidate] = []
    for group in _side_by_side(candidates):
        if len(group) > 1:
            group.sort(
                key=lambda each: (
                    each.strength < SURE,
                    each.start - each.end,
                    -each.strength,
                    rank.get(each.type, last),
                    each.canonical is None,
                    each.start,
                    each.rule,
                )
            )
        kept += _without_crossing(group)
    return tuple(sorted(kept, key=lambda each: (each.start, -each.end)))


def _side_by_side(candidates: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    """The candidates in groups that share no sign with each other, in text order."""
    group: list[Candidate] = []
    end = 0
    for each in sorted(candidates, key=operator.attrgetter("start")):
        if group and each.start >= end:
            yield group
            group = []
        group.append(each)
        end = max(end, each.end)
    if group:
        yield group


def _without_crossing(group: Sequence[Candidate]) -> Sequence[Candidate]:
    """Those of a group, the best first, that share no word with a better one that does not hold them."""
    if len(group) == 1:
        return group
    kept: list[Candidate] = []
    for each in group:
        start, end = each.start, each.end
        for other in kept:
            if start < other.end and other.start < end and not _holds(other, each):
                break
        else:
            kept.append(each)
    return kept


def _holds(one: Candidate, other: Candidate) -> bool:
    """Whether one of the two lies inside the other, which holds names of its type."""
    outer, inner = (one, other) if one.end - one.start > other.end - other.start else (other, one)
    return inner.type in outer.holds and outer.start <= inner.start and inner.end <= outer.end
