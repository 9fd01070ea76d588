"""Which of the candidates that share words are kept.

What a rule is sure of wins, then the longer name, then the stronger rule, then the type that the pack lists first. A
name inside another is kept only where the outer one holds names of its type (小微企业 in 小微企业贷款). Nothing that is
kept crosses.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping, Sequence

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
    ordered = sorted(
        candidates,
        key=lambda each: (
            each.strength < SURE,
            each.start - each.end,
            -each.strength,
            rank.get(each.type, last),
            each.canonical is None,
            each.start,
            each.rule,
        ),
    )
    kept = _Kept()
    for candidate in ordered:
        kept.offer(candidate)
    return tuple(sorted(kept.all, key=lambda each: (each.start, -each.end)))


class _Kept:
    """What was kept so far, searchable by place."""

    def __init__(self) -> None:
        self.all: list[Candidate] = []
        self._starts: list[int] = []
        self._by_start: list[Candidate] = []
        self._longest = 0

    def offer(self, candidate: Candidate) -> None:
        """Keep a candidate unless it shares words with one that does not hold it."""
        for other in self._around(candidate):
            if other.end > candidate.start and other.start < candidate.end and not _holds(other, candidate):
                return
        index = bisect.bisect_left(self._starts, candidate.start)
        self._starts.insert(index, candidate.start)
        self._by_start.insert(index, candidate)
        self._longest = max(self._longest, candidate.end - candidate.start)
        self.all.append(candidate)

    def _around(self, candidate: Candidate) -> Sequence[Candidate]:
        first = bisect.bisect_left(self._starts, candidate.start - self._longest)
        return self._by_start[first : bisect.bisect_left(self._starts, candidate.end)]


def _holds(one: Candidate, other: Candidate) -> bool:
    """Whether one of the two lies inside the other, which holds names of its type."""
    outer, inner = (one, other) if one.end - one.start > other.end - other.start else (other, one)
    return inner.type in outer.holds and outer.start <= inner.start and inner.end <= outer.end
