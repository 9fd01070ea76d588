"""What words of time count from: the document's day or year, and the period that was told last."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass

from kg.model.quantity import DateBasis, Period
from kg.text.periods import year_named


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative words count from: the document's day, or only a year, or nothing.

    `is_ahead` where they tell of what is planned, which is never last year's.
    """

    year: int | None = None
    day: datetime.date | None = None
    basis: DateBasis = DateBasis.OPEN
    is_ahead: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """The period named last; `here` the last one named in the same sentence, if any.

    It `is_announced` where it is a day on which something was only told.
    """

    last: Period | None = None
    here: Period | None = None
    is_announced: bool = False

    @property
    def day(self) -> Period | None:
        """The last period where it is a single day, which alone 当日 may mean."""
        return self.last if self.last and self.last.start == self.last.end else None

    def after(self, period: Period, *, here: bool, is_announced: bool = False) -> Told:
        """What is told once another period was named; an open one tells nothing."""
        if year_named(period) is None:
            return self
        return Told(period, period, is_announced) if here else dataclasses.replace(self, last=self.last or period)
