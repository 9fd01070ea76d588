"""Which days the words of a period cover, given what relative words count from.

Reads the groups that `kg.text.period_pattern` matched; finding the words is for `kg.text.dates`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from kg.model.quantity import DateBasis, Period
from kg.ontology.periods import Periods
from kg.text.period_context import Anchor, Told
from kg.text.periods import days_of, months_of, shifted, shifted_period, year_named

_AHEAD = 92
"""A bare month or day so many days ahead of the document is last year's."""

_REPORTED = 7
"""A single day so many days before the document is the one that it reports on."""

_OPEN = Period(basis=DateBasis.OPEN)

Groups = Mapping[str, str | None]


_COMING = 14
"""A day so few days ahead of the document is this year's also where something is counted up to it."""

_UNFINISHED = 60
"""A half year or more without a year that has so many days to go is last year's."""

_CENTURY = 2000
_DECEMBER = 12
_TEN = 10


def resolve(groups: Groups, words: Periods, anchor: Anchor, told: Told) -> Period | None:
    """The period that matched groups name; open where nothing gives a year, None where the words are no period."""
    stretch = _stretch(groups, words, anchor, told)
    if stretch is None:
        return None
    if year_named(stretch) is None:
        return _OPEN
    if groups["as_of"] or (groups["end"] and not (groups["since"] or groups["from"])):
        lasting = words.endings.get(groups["ending"] or "") or _number(groups["lasting"], words)
        return Period(_begin(stretch.end, lasting) if lasting and stretch.end else None, stretch.end, stretch.basis)
    if groups["until"]:
        return Period(stretch.start, anchor.day, stretch.basis)
    if groups["since"]:
        # 去年底以来: from the end on.
        return Period(stretch.end if groups["end"] else stretch.start, None, stretch.basis)
    return stretch


def worth(number: str, words: Periods) -> int:
    """What the number of a year, a month or a day is worth: 2022, 二〇二二, 三十一."""
    if number.isascii():
        return int(number)
    ten = next((word for word, value in words.numerals.items() if value == _TEN and word in number), None)
    if ten is None:
        return int("".join(str(words.numerals.get(sign, 0)) for sign in number))
    tens, ones = number.split(ten)
    return words.numerals.get(tens, 1) * _TEN + words.numerals.get(ones, 0)


def _begin(end: datetime.date, months: int) -> datetime.date:
    """The first day of so many months that end on a day."""
    after = end + datetime.timedelta(days=1)
    return shifted(after, -months)


def _stretch(groups: Groups, words: Periods, anchor: Anchor, told: Told) -> Period | None:
    if groups["now"] or groups["vague"]:
        return _now(anchor, told) if groups["now"] else _OPEN
    if groups["before"] or groups["same"] or groups["year_same"] or groups["told_stretch"]:
        return _told_again(groups, told)
    if groups["bare_day"]:
        return _bare_day(int(groups["bare_day"]), anchor, told)
    if groups["plan"] or groups["counted"]:
        return _counted(groups, words, _anchored(anchor, told)) if groups["counted"] else _planned(groups, words)
    if groups["week_word"] or groups["day_word"] or groups["month_word"] or groups["quarter_word"]:
        return _near(groups, words, anchor, told)
    return _of_year(groups, words, anchor, told)


def _now(anchor: Anchor, told: Told) -> Period:
    """Up to the document's day; of a document without one, the day told in the sentence: 2018年12月14日，…，当前为."""
    if anchor.day is not None:
        return Period(None, anchor.day, anchor.basis)
    return told.here if told.here and told.here.start in (None, told.here.end) else _OPEN


def _told_again(groups: Groups, told: Told) -> Period | None:
    """What was told last (同期, 报告期内), or the same of another year: 去年同期, 2022年同期."""
    last, year = told.last or _OPEN, groups["year_same"]
    if groups["told_stretch"] and groups["end"] and last.start is None and last.end:
        # 截至6月末，…。报告期末.
        return last
    if groups["before"] or groups["same"]:
        return shifted_period(last, -12) if groups["before"] else last
    if last.start is None or last.end is None or last.start == last.end:
        if year and last.start is None and last.end:
            # 截至9月末，…，2022年同期.
            return shifted_period(last, 12 * (int(year) - last.end.year))
        # A day is no stretch.
        return months_of(int(year), 1, 12, DateBasis.STATED) if year else None
    return shifted_period(last, 12 * (int(year) - last.end.year)) if year else last


def _bare_day(day: int, anchor: Anchor, told: Told) -> Period | None:
    """截至10日: of the month told last in the sentence, or of the document's."""
    last = told.here
    named = last.end or last.start if last else None
    if named and last:
        return days_of(named.year, named.month, day, day, last.basis)
    if anchor.day is None:
        return _OPEN
    month = anchor.day if day <= anchor.day.day else shifted(anchor.day.replace(day=1), -1)
    return days_of(month.year, month.month, day, day, anchor.basis)


def _number(word: str | None, words: Periods) -> int:
    return int(word) if word and word.isdigit() else words.numerals.get(word or "", 0)


def _anchored(anchor: Anchor, told: Told) -> Anchor:
    """Of a report on a day shortly before the document (8月7日，…近1个月) stretches end on that day."""
    last = told.here or told.last
    if anchor.day is None or last is None or last.end is None or last.start != last.end:
        return anchor
    near = 0 <= (anchor.day - last.end).days <= _REPORTED
    return Anchor(last.end.year, last.end, last.basis or anchor.basis) if near else anchor


def _counted(groups: Groups, words: Periods, anchor: Anchor) -> Period:
    """近三年, 未来五年: up to the document's date, or from it."""
    counted = groups["counted"] or ""
    months = words.counted_whole.get(counted) or _number(groups["count"], words) * words.counted[counted]
    if anchor.day is None:
        return _OPEN
    if groups["recent"]:
        return Period(shifted(anchor.day, -months), anchor.day, anchor.basis)
    return Period(anchor.day, shifted(anchor.day, months), anchor.basis)


def _planned(groups: Groups, words: Periods) -> Period:
    """The years of a state plan: “十四五”期间."""
    first = words.plans[groups["plan"] or ""]
    last = first + words.plan_years - 1
    return Period(datetime.date(first, 1, 1), datetime.date(last, 12, 31), DateBasis.STATED)


def _near(groups: Groups, words: Periods, anchor: Anchor, told: Told) -> Period | None:
    """Days, weeks, months and quarters by their distance: 昨日, 上周, 上月末, 当月."""
    last = (
        told.last
        if groups["month_word"] in words.told_months
        else told.day
        if groups["day_word"] in words.told_days
        else None
    )
    named = last.end or last.start if last else None
    day, basis = (named, last.basis) if named and last else (anchor.day, anchor.basis)
    if groups["quarter_word"]:
        quarter = told.last if groups["quarter_word"] in words.told_quarters else told.here
        day = _quarter_told(quarter) or day
    if day is None or (last is None and groups["day_word"] in words.told_days and words.days[groups["day_word"]]):
        return _OPEN
    if groups["day_word"]:
        day += datetime.timedelta(days=words.days[groups["day_word"]])
        return Period(day, day, basis)
    if groups["week_word"]:
        monday = day + datetime.timedelta(weeks=words.weeks[groups["week_word"]], days=-day.weekday())
        if groups["weekday"]:
            day = monday + datetime.timedelta(days=words.weekdays[groups["weekday"]])
            return Period(day, day, basis)
        return Period(monday, monday + datetime.timedelta(days=6), basis)
    if groups["quarter_word"]:
        first = shifted(day.replace(day=1), 3 * words.quarters[groups["quarter_word"]] - (day.month - 1) % 3)
        return months_of(first.year, first.month, first.month + 2, basis)
    month = shifted(day.replace(day=1), words.months[groups["month_word"] or ""])
    return _in_month(groups, words, month.year, month.month, basis)


def _quarter_told(last: Period | None) -> datetime.date | None:
    """The first day of the quarter told last, if it was one, from which 上一季度 counts then."""
    if last is None or last.start is None or last.end is None:
        return None
    return last.start if shifted(last.start, 3) == last.end + datetime.timedelta(days=1) else None


def _of_year(groups: Groups, words: Periods, anchor: Anchor, told: Told) -> Period | None:
    """A year or a part of one, its year stated, relative, told, or left out."""
    if groups["year"]:
        return _in_year(groups, words, worth(groups["year"], words), DateBasis.STATED)
    if groups["short_year"]:
        named = _CENTURY + int(groups["short_year"])
        known = anchor.year is not None and 0 <= anchor.year + 1 - named <= words.short_back
        return _in_year(groups, words, named, DateBasis.STATED) if known else None
    if groups["year_word"]:
        offset = (words.years | words.bare_years)[groups["year_word"]]
        return _in_year(groups, words, anchor.year + offset, anchor.basis) if anchor.year else _OPEN
    if groups["part"] in words.bound_parts or not (groups["told_year"] or _alone(groups, words)):
        return None
    last = told.here or told.last if groups["told_year"] or groups["part"] in words.whole_year else told.here
    if last and groups["since"] and _begins_after(anchor, last):
        # 11月以来 behind 2023年一季度 of a text of 2022: what has begun is of the document's year.
        last = None
    year, basis = (year_named(last), last.basis) if last else (anchor.year, anchor.basis)
    if year is None:
        return _OPEN
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
        return _in_month(groups, words, year, worth(groups["month"], words), basis)
    first, last, last_year = 1, 12, int(groups["year_to"] or year)
    if groups["part"]:
        first, last = words.parts[groups["part"]]
    elif groups["quarter"]:
        last = 3 * (int(groups["quarter"]) if groups["quarter"].isdigit() else words.numerals[groups["quarter"]])
        first = last - 2
    elif groups["count"]:
        last = _number(groups["count"], words)
    elif groups["end"] in words.year_end:
        last = words.year_end[groups["end"] or ""]
    elif groups["begin"]:
        return Period(datetime.date(year, 1, 1), None, basis)
    if not 1 <= last <= 12 or last_year < year:
        return None
    return Period(datetime.date(year, first, 1), months_of(last_year, first, last).end, basis)


def _in_month(groups: Groups, words: Periods, year: int, month: int, basis: DateBasis | None) -> Period | None:
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
