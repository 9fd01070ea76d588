"""In which period a figure holds, by all that was told: of its clause, its sentence, or the same series before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.observations.draft import Draft
from kg.extract.observations.line import Line
from kg.extract.observations.merge import alike
from kg.extract.observations.view import Clause
from kg.extract.observations.when import LED, NEVER, When, carried_from, combined_with, edge_of, when_of
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.period_roles import PeriodRole
from kg.text.periods import is_year, year_named
from kg.text.quantity_mention import QuantityMention

_NEAR = 14
"""How many signs name counted things, up to the period in which they do something."""


_THEN = 5
"""How many signs describe what a figure is compared with."""


class Topic(NamedTuple):
    """What a figure is of: its subject, its metric, and the figure whose metric it goes on with, if it does.

    It `is_bare` where no words stand before it.
    """

    subject: EntityMention
    metric: str
    base: Draft | None
    is_bare: bool = False


class Dater:
    """Finds the periods of figures."""

    def __init__(self, language: Language, figures: Figures) -> None:
        self._undated = figures.undated
        self._at = language.reporting.at
        self._possessive = language.reporting.possessive
        self._compared = re.compile(rf"{any_of(language.periods.compared)} ?$")
        self._then = re.compile(rf" ?(?:.{{0,{_THEN}}}{self._possessive})? ?")
        self._list = re.compile(any_of((*language.punctuation.list, *language.reporting.list_)))
        self._results = re.compile(any_of(figures.results)) if figures.results else None
        self._levels = tuple(figures.levels)
        self._yearly = re.compile(any_of(language.reporting.over_stretches))
        marks = re.escape(language.punctuation.clause)
        self._then_yearly = re.compile(rf"[{marks}]?{self._yearly.pattern}")
        self._birth = re.compile(rf"{any_of(language.reporting.births)}(?:$|{any_of(language.reporting.at)})")
        self._led = re.compile(rf".{{0,{LED}}}{any_of(language.reporting.led_to)}\s*")
        self._before = tuple(language.numerals.from_)

    def when(self, text: str, clause: Clause, figure: QuantityMention, topic: Topic, line: Line) -> When:
        """The period of a figure: its clause's, its base's, the one carried, or that of its series before."""
        carried = line.when
        # The level that a change led to holds when its sentence does: 较年初增长2%至3亿元.
        led = topic.base is not None and 0 < figure.span.start - topic.base.figure.span.end <= LED
        # Nor does what it was before tell when it is so: 从上年同期的3%降至2%.
        led = led or (topic.base is not None and topic.base.when.is_origin)
        origin = topic.base.figure if topic.base and self._is_origin(text, topic.base.figure) else None
        if (
            topic.base is not None
            and topic.base.when.is_stated
            and not (led or origin or _is_since(carried, topic.base))
        ):
            carried = topic.base.when
        elif topic.metric.endswith(self._undated):
            carried = NEVER
        if self._is_origin(text, figure):
            # 5月起从5%降至3%: what it was before holds in no period of the change but the first of its years.
            return edge_of(when_of(clause, figure.span, carried), last=False)
        if topic.is_bare and figure.kind is UnitKind.COUNT and (dated := self._behind(text, clause, figure)):
            return dated
        start = figure.span.start
        before = next((each.span.end for each in reversed(clause.figures) if each.span.end <= start), 0)
        near = 0 < start - before <= LED and self._list.fullmatch(text, before, start) is None
        own = self.then_told(text, clause, figure) or when_of(clause, figure.span, carried, is_led=near)
        if own.is_stated:
            level = origin is not None and self._led.fullmatch(text, origin.span.end, figure.span.start)
            edge = edge_of(own, last=True) if level else NEVER
            return edge if edge.is_stated else own
        if again := next((each.when for each in line.past if _is_one_series(each, topic, figure)), None):
            return again
        return line.account if self._is_of_account(text, figure, topic, line.account) else own

    def _is_origin(self, text: str, figure: QuantityMention) -> bool:
        """Whether a figure is what something was before it changed: 由3%升至4%."""
        return text.endswith(self._before, 0, figure.number.start)

    def _is_of_account(self, text: str, figure: QuantityMention, topic: Topic, account: When) -> bool:
        """Whether a figure tells what the stretch brought that its paragraph gives account of."""
        if account.span is None or "\n" in text[account.span.end : figure.span.start]:
            return False
        if any(word in topic.metric for word in self._levels):
            return False
        if self._results and self._results.search(topic.metric):
            return True
        if figure.kind is not UnitKind.COUNT and self._yearly.search(topic.metric):
            return True
        return self._then_yearly.match(text, figure.span.end) is not None

    def handed_on(self, text: str, clause: Clause, line: Line, drafts: Sequence[Draft]) -> When:
        """The period that a clause hands on, with the drafts of its figures."""
        if not clause.periods:  # as mostly
            return line.when
        if self._is_birth(text, clause):
            return line.when
        if drafts and all(_is_of_past(each, line.when) for each in drafts):
            return line.when
        end = clause.span.end
        stretch = [each.span.end for each in clause.periods if each.is_stretch and each.span.end < end]
        described = next((each for each in stretch if text.startswith(self._possessive, each)), None)
        return combined_with(line.when, carried_from(clause, line.when, described))

    def _is_birth(self, text: str, clause: Clause) -> bool:
        """Whether a clause only tells in which year someone came about; the figures are of later: 甲2015年由乙设立."""
        whens = [each for each in clause.periods if each.role is PeriodRole.WHEN]
        if len(whens) != 1 or not is_year(whens[0].period):
            return False
        return self._birth.search(text, whens[0].span.end, clause.span.end) is not None

    def then_told(self, text: str, clause: Clause, figure: QuantityMention) -> When | None:
        """The period of what a figure is compared with, where that is told too: 较上年同期的3亿元, 从5月的3%降至."""
        start = figure.span.start
        last = next((each for each in reversed(clause.periods) if each.span.end <= start), None)
        if last is None or (last.year_begin and not last.is_origin) or year_named(last.period) is None:
            return None
        if not self._then.fullmatch(text, last.span.end, start):
            return None
        compared = last.role is PeriodRole.COMPARED and self._compared.search(text, clause.span.start, last.span.start)
        return When(last.period, last.span, last.is_origin) if last.is_origin or compared else None

    def _behind(self, text: str, clause: Clause, figure: QuantityMention) -> When | None:
        """The period of what things do that a number counts, told behind it: 5家支行均于2023年挂牌."""
        whens = [each for each in clause.periods if each.role is PeriodRole.WHEN]
        start = whens[0].span.start if len(whens) == 1 else 0
        if start <= figure.span.end or not text.endswith(self._at, clause.span.start, start):
            return None
        # Of a row of counted things all do it: 3家分行、5家支行.
        row = [each for each in clause.figures if figure.span.start <= each.span.start < start]
        if not 0 < start - row[-1].span.end <= _NEAR or any(each.kind is not figure.kind for each in row):
            return None
        return When(whens[0].period, whens[0].span)


def _is_since(told: When, base: Draft) -> bool:
    """Whether a period was told behind the figure that another one goes on with: 去年末3亿元；今年6月末，余额4亿元."""
    return told.span is not None and told.span.start >= base.figure.span.end


def _is_of_past(draft: Draft, now: When) -> bool:
    """Whether a figure only tells what the one before it was in an earlier stretch: 盈利3亿元，去年四季度为2亿元."""
    then, since = draft.when.period.end, now.period.start
    return draft.follows and then is not None and since is not None and then < since


def _is_one_series(past: Draft, topic: Topic, figure: QuantityMention) -> bool:
    """Whether a figure tells more of what the sentence before told of it or another, in the same period then."""
    if past.quantity.unit != figure.quantity.unit:
        return False
    return alike(past.metric, topic.metric)
