"""Numbers with unit and bound, and periods of time, as a text states them."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass
from decimal import Decimal


class Bound(enum.StrEnum):
    """How a number binds what it counts: 超24亿 is `over`, never 24亿 alone."""

    EXACT = "exact"
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in its plain unit: 964.1万人 is 9641000 人, 5485.9亿元 is 548590000000 元, 70% is 70 %.

    `value_to` is the upper end of a range (5万—20万元), None otherwise.
    """

    value: Decimal
    unit: str
    bound: Bound = Bound.EXACT
    value_to: Decimal | None = None


class DateBasis(enum.StrEnum):
    """What a period's year rests on."""

    # The text gives the year: 截至2022年7月.
    STATED = "stated"
    # Resolved against the document's date: 今年上半年 of an article of 2022-11-23.
    PUBLICATION = "publication"
    INFERRED = "inferred"
    """The document has no date; resolved against the latest year that its text names."""
    OPEN = "open"
    """Nothing supports a year: the words are kept, the dates stay None."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period with inclusive ends; an as-of date has no start. Both ends None: not stated, or open."""

    start: datetime.date | None = None
    end: datetime.date | None = None
    basis: DateBasis | None = None
