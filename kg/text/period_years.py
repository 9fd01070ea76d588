"""A year or a part of one: its year stated, relative, told before, or left out (2023年一季度, 去年底, 5月末).

The other words of periods, and what becomes of what is read here, are for `kg.text.period_resolution`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from kg.model.quantity import DateBasis, Period
from kg.ontology.periods import Periods
from kg.text.period_context import Anchor, Told
from kg.text.periods import days_of, months_of, shifted, year_named

Groups = Mapping[str, str | None]
"""What the groups of a matched period hold."""

OPEN = Period(basis=DateBasis.OPEN)

_AHEAD = 92
"""A bare month or day so many days ahead of the document is last year's."""

_COMING = 14
"""A day so few days ahead of the document is this year's also where something is counted up to it."""

_UNFINISHED = 60
"""A half year or more without a year that has so many days to go is last year's."""

_CENTURY = 2000
_DECEMBER = 12
_TEN = 10


def of_year(groups: Groups, words: Periods, anchor: Anchor, told: Told) -> Period | None:
    """A year or a part of one, its year stated, relative, told, or left out."""
    if groups["year"]:
        return _in_year(groups, words, worth(groups["year"], words), DateBasis.STATED)
    if groups["short_year"]:
        named = _CENTURY + int(groups["short_year"])
        known = anchor.year is not None and 0 <= anchor.year + 1 - named <= words.short_back
        return _in_year(groups, words, named, DateBasis.STATED) if known else None
    if groups["year_word"]:
        offset = (words.years | words.bare_years)[groups["year_word"]]
        return _in_year(groups, words, anchor.year + offset, anchor.basis) if anchor.year else OPEN
    if groups["part"] in words.bound_parts or not (groups["told_year"] or _alone(groups, words)):
        return None
    last = told.here or told.last if groups["told_year"] or groups["part"] in words.whole_year else told.here
    if last and groups["since"] and _begins_after(anchor, last):
        # 11月以来 behind 2023年一季度 of a text of 2022: what has begun is of the document's year.
        last = None
    year, basis = (year_named(last), last.basis) if last else (anchor.year, anchor.basis)
    if year is None:
        return OPEN
    year += words.told_years.get(groups["told_year"] or "", 0)
    period = _in_year(groups, words, year, basis)
    if last and period and not groups["told_year"] and _comes_before(period, last, anchor):
        # 2022年末设立，截至2月10日: of the year after, which has begun.
        period = _in_year(groups, words, year + 1, basis)
    ahead = last is None and period is not None and _is_ahead(period, groups, words, anchor)
    return _in_year(groups, words, year - 1, basis) if ahead else period


def _comes_before(period: Period, last: Period, anchor: Anchor) -> bool:
    """Whether a period of months or days would lie before the one told, and a year later still up to the document."""
    end, first = period.end, last.start or last.end
    if end is None or first is None or anchor.day is None or period.start is None or end >= first:
        return False
    return shifted(end, 12) <= anchor.day


def _begins_after(anchor: Anchor, period: Period) -> bool:
    """Whether a period lies in a year that has not begun on the document's day."""
    year = year_named(period)
    return anchor.day is not None and year is not None and year > anchor.day.year


def _alone(groups: Groups, words: Periods) -> bool:
    """Whether the words say a period without a year: 5月末 and 年初 do, a bare 末 does not."""
    if groups["part"] or groups["month"] or groups["count"] or groups["quarter"]:
        return True
    if groups["end"] in words.year_end:
        return words.year_end[groups["end"]] == _DECEMBER or bool(groups["as_of"])
    return groups["begin"] in words.year_begin


def _is_ahead(period: Period, groups: Groups, words: Periods, anchor: Anchor) -> bool:
    """Whether a period without a year would lie too far ahead of the document for its own year."""
    start, end = period.start or period.end, period.end
    if anchor.day is None or start is None or end is None:
        return False
    if groups["as_of"]:
        return (end - anchor.day).days > (_COMING if groups["day"] else 0)
    if anchor.is_ahead:
        return False
    has_begun = groups["since"] in words.since[:1]  # 下半年以来
    if has_begun or groups["end"] or groups["count"]:
        return (start if has_begun else end) > anchor.day
    if groups["part"] or groups["month_to"] or groups["quarter"]:
        is_long = (end - start).days > _AHEAD
        return start > anchor.day or (is_long and (end - anchor.day).days > _UNFINISHED)
    return (start - anchor.day).days > _AHEAD


def _in_year(groups: Groups, words: Periods, year: int, basis: DateBasis | None) -> Period | None:
    if groups["month"]:
        return in_month(groups, words, year, worth(groups["month"], words), basis)
    first, last, last_year = 1, 12, int(groups["year_to"] or year)
    if groups["part"]:
        first, last = words.parts[groups["part"]]
    elif groups["quarter"]:
        last = 3 * (int(groups["quarter"]) if groups["quarter"].isdigit() else words.numerals[groups["quarter"]])
        first = last - 2
    elif groups["count"]:
        last = number_of(groups["count"], words)
    elif groups["end"] in words.year_end:
        last = words.year_end[groups["end"] or ""]
    elif groups["begin"]:
        return Period(datetime.date(year, 1, 1), None, basis)
    if not 1 <= last <= 12 or last_year < year:
        return None
    return Period(datetime.date(year, first, 1), months_of(last_year, first, last).end, basis)


def in_month(groups: Groups, words: Periods, year: int, month: int, basis: DateBasis | None) -> Period | None:
    """A month of a year, or the months, days or third of it that are named; None where there are no such days."""
    if groups["month_to"]:
        last = int(groups["month_to"])
        return months_of(year, month, last, basis) if last >= month else None
    if groups["day"]:
        first = worth(groups["day"], words)
        return days_of(year, month, first, int(groups["day_to"] or first), basis)
    if groups["third"]:
        return days_of(year, month, *words.thirds[groups["third"]], basis)
    if groups["begin"]:
        return days_of(year, month, 1, 10, basis)
    return months_of(year, month, month, basis)


def worth(number: str, words: Periods) -> int:
    """What the number of a year, a month or a day is worth: 2022, 二〇二二, 三十一."""
    if number.isascii():
        return int(number)
    ten = next((word for word, value in words.numerals.items() if value == _TEN and word in number), None)
    if ten is None:
        return int("".join(str(words.numerals.get(sign, 0)) for sign in number))
    tens, ones = number.split(ten)
    return words.numerals.get(tens, 1) * _TEN + words.numerals.get(ones, 0)


def number_of(word: str | None, words: Periods) -> int:
    """What the number of a stretch is worth (近三年, 前10个月); 0 where there is none."""
    return int(word) if word and word.isdigit() else words.numerals.get(word or "", 0)
