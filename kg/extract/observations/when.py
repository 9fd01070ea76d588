"""In which period a figure holds: of its clause, or carried along its sentence."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.observations.view import Clause
from kg.model.quantity import Period
from kg.model.span import Span
from kg.text.dates import PeriodMention
from kg.text.period_roles import PeriodRole
from kg.text.periods import months_of, year_named


@dataclass(frozen=True, slots=True)
class When:
    """A period with the place of its words, if any; `is_origin` when something was what it is no more."""

    period: Period = Period()
    span: Span | None = None
    is_origin: bool = False

    @property
    def is_stated(self) -> bool:
        """Whether words of time stand behind it."""
        return self.span is not None


_DAY = datetime.timedelta(days=1)

LED = 2
"""How far behind a change the level may stand that it led to."""

NEVER = When()
"""No period."""


def when_of(clause: Clause, figure: Span, carried: When, *, is_led: bool = False) -> When:
    """The period of a figure: the last one before it in its clause, else the carried one.

    It `is_led` where a change right before it led to it.
    """
    whens = [each for each in clause.periods if each.role is PeriodRole.WHEN and not each.is_origin]
    before = [each for each in whens if each.span.end <= figure.start]
    own = combined_with(carried, _combined(before, listed=len(clause.figures) == 1)) if before else carried
    return own if is_led else _since_year_begin(clause, figure, own)


def lasting(when: When) -> When:
    """A period that lasts, none of a single day: on it was told what is planned (今天启动，将惠及300个社区)."""
    return NEVER if when.period.start is not None and when.period.start == when.period.end else when


def edge_of(when: When, *, last: bool) -> When:
    """The first or last year of a stretch of whole years, over which something changed; of others none."""
    start, end = when.period.start, when.period.end
    if start is None or end is None or start.year == end.year:
        return NEVER
    if (start.month, start.day, end.month, end.day) != (1, 1, 12, 31):
        return NEVER
    year = end.year if last else start.year
    return When(months_of(year, 1, 12, when.period.basis), when.span)


def carried_from(clause: Clause, carried: When, until: int | None = None) -> When:
    """What a clause hands on: its own last period, else what it was handed.

    A stretch that ends at `until` only describes a thing (近6个月的走势).
    """
    told = [each for each in clause.periods if each.role is PeriodRole.WHEN and not (each.is_past or each.is_origin)]
    whens = [each for each in told if each.span.end != until]
    return _combined(whens) if whens and not clause.inside else carried


def _combined(mentions: Sequence[PeriodMention], *, listed: bool = False) -> When:
    """The last period; an as-of date and a since date side by side make one: 截至9月5日，今年以来.

    So do those of a list that is `listed` for one figure, each beginning when the one before ends: 6、7月放款3亿元.
    """
    last = first = mentions[-1]
    if len(mentions) > 1 and (merged := _merged(mentions[-2].period, last.period)):
        return When(merged, mentions[-2].span)
    for each in reversed(mentions[:-1]):
        if not (listed and _is_listed(each, first)):
            break
        first = each
    if first is last:  # as nearly always
        return When(last.period, last.span)
    return When(Period(first.period.start, last.period.end, last.period.basis), first.span)


def _is_listed(first: PeriodMention, second: PeriodMention) -> bool:
    """Whether two stretches stand with one sign between, the second beginning when the first ends."""
    if first.period.end is None or second.span.start - first.span.end > 1:
        return False
    return first.period.end + _DAY == second.period.start


def combined_with(earlier: When, later: When) -> When:
    """A since date after an as-of date in the clause before takes its end."""
    if not (earlier.is_stated and later.is_stated):
        return later
    if earlier.period.start is not None:
        return later
    merged = _merged(earlier.period, later.period)
    return When(merged, later.span) if merged else later


def _merged(first: Period, second: Period) -> Period | None:
    for until, since in ((first, second), (second, first)):
        if until.end and since.start and until.start is None and since.end is None and since.start <= until.end:
            return Period(since.start, until.end, second.basis or first.basis)
        if until.end and until.start is None and since.start and _is_year_of(since, until.end):
            # 截至8月4日，今年已发行.
            return Period(since.start, until.end, second.basis or first.basis)
    return None


def _is_year_of(period: Period, day: datetime.date) -> bool:
    """Whether a period is the whole year in which a day lies."""
    whole = (datetime.date(day.year, 1, 1), datetime.date(day.year, 12, 31))
    return (period.start, period.end) == whole


def _since_year_begin(clause: Clause, figure: Span, when: When) -> When:
    """较年初 runs from the first of January, but not the level that the change led to: 较年初增长2%至3亿元."""
    begins = any(
        each.year_begin and each.role is PeriodRole.COMPARED and each.span.end <= figure.start
        for each in clause.periods
    )
    year = year_named(when.period)
    is_stretch = when.period.start is not None and when.period.start != when.period.end
    if not begins or year is None or is_stretch:
        return when
    return When(Period(datetime.date(year, 1, 1), when.period.end, when.period.basis), when.span)
