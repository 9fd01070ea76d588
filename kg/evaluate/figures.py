"""Precision, recall and F1 from counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """One row of the evaluation: counts of what was found, wrongly found and missed, and their ratios."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of what is right that was found; 0 where nothing is right."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Figures(found=3, wrong=1, missed=1).f1
        0.75
        """
        total = self.precision + self.recall
        # Not 2·found / (2·found + wrong + missed): its last digit may differ from figures published elsewhere.
        return 2 * self.precision * self.recall / total if total else 0.0

    def to_json(self) -> dict[str, float | int]:
        """The row as figures are published: ratios to four digits."""
        ratios = {"p": self.precision, "r": self.recall, "f1": self.f1}
        rounded = {key: round(value, 4) for key, value in ratios.items()}
        return rounded | {"tp": self.found, "fp": self.wrong, "fn": self.missed}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by type or predicate."""

    by_type: Mapping[str, Figures]

    @property
    def total(self) -> Figures:
        """All types together."""
        rows = self.by_type.values()
        return Figures(sum(each.found for each in rows), sum(each.wrong for each in rows), sum(r.missed for r in rows))


def count(found: Iterable[str], wrong: Iterable[str], missed: Iterable[str]) -> Tally:
    """The tally of types, each named once for every hit, wrong find and miss."""
    counts = Counter(found), Counter(wrong), Counter(missed)
    types = sorted(set().union(*counts))
    return Tally({each: Figures(counts[0][each], counts[1][each], counts[2][each]) for each in types})
