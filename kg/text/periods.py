"""Reckoning with periods: months, quarters, years and what lies a while before or after."""

from __future__ import annotations

import calendar
import datetime

from kg.model.quantity import DateBasis, Period


def months_of(year: int, first: int, last: int, basis: DateBasis | None = None) -> Period:
    """From the first day of one month to the last day of another of the same year."""
    end = datetime.date(year, last, calendar.monthrange(year, last)[1])
    return Period(datetime.date(year, first, 1), end, basis)


def days_of(year: int, month: int, first: int, last: int, basis: DateBasis | None = None) -> Period | None:
    """From one day of a month to another, 0 being its last; None where the month has no such day."""
    length = calendar.monthrange(year, month)[1]
    last = last or length
    if not 1 <= first <= last <= length:
        return None
    return Period(datetime.date(year, month, first), datetime.date(year, month, last), basis)


def shifted(day: datetime.date, months: int) -> datetime.date:
    """The day so many months later; of a longer month's last days the shorter one's last.

    >>> shifted(datetime.date(2023, 3, 31), -1)
    datetime.date(2023, 2, 28)
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    year = min(max(year, datetime.MINYEAR), datetime.MAXYEAR)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shifted_period(period: Period, months: int) -> Period:
    """Both ends moved by so many months; a month's last day stays a month's last day."""
    start = shifted(period.start, months) if period.start else None
    end = shifted(period.end, months) if period.end else None
    if period.end and end and period.end.day == calendar.monthrange(period.end.year, period.end.month)[1]:
        end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
    return Period(start, end, period.basis)


def year_named(period: Period) -> int | None:
    """The year that a period ends in, or starts in where it has no end."""
    day = period.end or period.start
    return day.year if day else None


def is_year(period: Period) -> bool:
    """Whether a period is one whole year, as of the calendar."""
    return period.end is not None and (period.start, period.end) == (
        period.end.replace(month=1, day=1),
        period.end.replace(month=12, day=31),
    )


def is_stretch(period: Period) -> bool:
    """Whether a period is one or more whole months, up to a year."""
    start, end = period.start, period.end
    if start is None or end is None or start.day != 1:
        return False
    return (end + datetime.timedelta(days=1)).day == 1 and end < shifted(start, 12)
