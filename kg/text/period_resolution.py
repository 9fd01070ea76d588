"""Which days the words of a period cover, given what relative words count from.

Reads the groups that `kg.text.period_pattern` matched; finding the words is for `kg.text.dates`.
"""

from __future__ import annotations

import datetime

from kg.model.quantity import DateBasis, Period
from kg.ontology.periods import Periods
from kg.text.period_context import Anchor, Told
from kg.text.period_years import OPEN, Groups, in_month, number_of, of_year
from kg.text.periods import days_of, months_of, shifted, shifted_period, year_named

_REPORTED = 7
"""A single day so many days before the document is the one that it reports on."""


def resolve(groups: Groups, words: Periods, anchor: Anchor, told: Told) -> Period | None:
    """The period that matched groups name; open where nothing gives a year, None where the words are no period."""
    stretch = _stretch(groups, words, anchor, told)
    if stretch is None:
        return None
    if year_named(stretch) is None:
        return OPEN
    if groups["as_of"] or (groups["end"] and not (groups["since"] or groups["from"])):
        lasting = words.endings.get(groups["ending"] or "") or number_of(groups["lasting"], words)
        return Period(_begin(stretch.end, lasting) if lasting and stretch.end else None, stretch.end, stretch.basis)
    if groups["until"]:
        return Period(stretch.start, anchor.day, stretch.basis)
    if groups["since"]:
        # 去年底以来: from the end on.
        return Period(stretch.end if groups["end"] else stretch.start, None, stretch.basis)
    return stretch


def _begin(end: datetime.date, months: int) -> datetime.date:
    """The first day of so many months that end on a day."""
    after = end + datetime.timedelta(days=1)
    return shifted(after, -months)


def _stretch(groups: Groups, words: Periods, anchor: Anchor, told: Told) -> Period | None:
    if groups["now"] or groups["vague"]:
        return _now(anchor, told) if groups["now"] else OPEN
    if groups["before"] or groups["same"] or groups["year_same"] or groups["told_stretch"]:
        return _told_again(groups, told)
    if groups["bare_day"]:
        return _bare_day(int(groups["bare_day"]), anchor, told)
    if groups["plan"] or groups["counted"]:
        return _counted(groups, words, _anchored(anchor, told)) if groups["counted"] else _planned(groups, words)
    if groups["week_word"] or groups["day_word"] or groups["month_word"] or groups["quarter_word"]:
        return _near(groups, words, anchor, told)
    return of_year(groups, words, anchor, told)


def _now(anchor: Anchor, told: Told) -> Period:
    """Up to the document's day; of a document without one, the day told in the sentence: 2018年12月14日，…，当前为."""
    if anchor.day is not None:
        return Period(None, anchor.day, anchor.basis)
    return told.here if told.here and told.here.start in (None, told.here.end) else OPEN


def _told_again(groups: Groups, told: Told) -> Period | None:
    """What was told last (同期, 报告期内), or the same of another year: 去年同期, 2022年同期."""
    last, year = told.last or OPEN, groups["year_same"]
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
        return OPEN
    month = anchor.day if day <= anchor.day.day else shifted(anchor.day.replace(day=1), -1)
    return days_of(month.year, month.month, day, day, anchor.basis)


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
    months = words.counted_whole.get(counted) or number_of(groups["count"], words) * words.counted[counted]
    if anchor.day is None:
        return OPEN
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
        return OPEN
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
    return in_month(groups, words, month.year, month.month, basis)


def _quarter_told(last: Period | None) -> datetime.date | None:
    """The first day of the quarter told last, if it was one, from which 上一季度 counts then."""
    if last is None or last.start is None or last.end is None:
        return None
    return last.start if shifted(last.start, 3) == last.end + datetime.timedelta(days=1) else None
