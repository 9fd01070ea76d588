"""Which figures go on with the one before: the level of a change, the same in another currency, another year's."""

from __future__ import annotations

import re

from kg.extract.observations.draft import Draft
from kg.extract.observations.line import Line
from kg.extract.observations.metric_text import MetricText
from kg.extract.observations.spot import Spot
from kg.extract.observations.when import LED
from kg.extract.observations.wording import kept
from kg.model.span import Span
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.period_roles import PeriodRole
from kg.text.quantity_mention import QuantityMention

_AMOUNTS = frozenset({UnitKind.MONEY, UnitKind.COUNT})

_REMARK = 6
"""How many signs may stand between a sum and the same in another currency."""


class OnwardReader:
    """Tells figures that go on with the one before."""

    def __init__(self, language: Language) -> None:
        self._possessive = language.reporting.possessive
        self._lasting = re.compile(rf"{any_of(language.reporting.already)}?{any_of(language.reporting.lasting)}$")
        self._holding = frozenset(("", *language.reporting.holding_on))
        self._multiples = frozenset(language.reporting.multiples)
        self._limits = tuple(language.reporting.limits)
        self._comparing = tuple(language.reporting.comparing)
        marks = re.escape(language.punctuation.clause)
        listed = re.escape(language.punctuation.list)
        self._of_counted = re.compile(rf"[{listed}{marks}]{any_of(language.reporting.of_counted)}")
        self._reaching = re.compile(rf"[{marks}]?{any_of(language.reporting.reaching)}")
        self._led = re.compile(rf".{{0,{LED}}}{any_of(language.reporting.led_to)}\s*")

    def repeats(self, spot: Spot, words: MetricText, line: Line) -> bool:
        """Whether a figure without words is one more of what the sentence counts: 甲市3亿元，乙市2亿元.

        So is the level that a change led to (增2%至3亿; 增2%，达到3亿), and a sum in another currency.
        """
        if words.before or words.after or line.base is None:
            return False
        figure = spot.zone.figure
        if line.base.quantity.unit == figure.quantity.unit or figure.quantity.unit in self._multiples:
            # 营收3亿元，是乙的1.6倍: compared with it.
            return True
        last = max((line.base, *line.drafts[-1:]), key=lambda each: each.figure.span.end).figure
        if figure.span.start - last.span.end <= LED or converts(spot, last):
            return True
        # 同比增长3%，2022年达到9万辆.
        span = Span(last.span.end, figure.span.start)
        between = kept(spot.text, span, [each.span for each in spot.clause.periods])
        return self._reaching.fullmatch(between) is not None

    def base(self, spot: Spot, line: Line) -> Draft | None:
        """The figure that a change goes on with, of an amount the last with its unit.

        放款3亿元，惠及2万户，同比多1亿元: the sum is lent. What a figure came to be (由3%升至4%) goes on with that one,
        and so does what sums up the things it counts (2万笔、金额1亿元).
        """
        figure, last = spot.zone.figure, line.base
        unit = figure.quantity.unit
        if line.drafts and self.is_led(spot, line.drafts[-1]):
            return line.drafts[-1]
        if last is None or figure.kind not in _AMOUNTS or last.quantity.unit == unit:
            return last
        if self._of_counted.match(spot.text, last.figure.span.end):
            return last
        same = (each for each in reversed(line.drafts) if each.quantity.unit == unit and not each.follows)
        return next(same, last)

    def lasting(self, spot: Spot, words: MetricText, line: Line) -> MetricText:
        """The words of a figure with what was told to hold for so long before it: 不良率连续三年保持在1%以下."""
        last = line.drafts[-1] if line.drafts else None
        if last is None or last.figure.kind is not UnitKind.TIME or last.figure.span.start < spot.clause.span.start:
            return words
        what = self._lasting.sub("", last.metric)
        if not what or what == last.metric:
            return words
        if words.before == last.metric:
            return words._replace(before=what)
        if not (words.is_relative or words.before in self._holding):
            return words
        return words._replace(before=what + words.before, is_relative=False)

    def only_lasts(self, metric: str) -> bool:
        """Whether words say only that something lasts: 连续 of 连续3年净利润超3亿元."""
        return self._lasting.fullmatch(metric) is not None

    def is_limit(self, base: Draft) -> bool:
        """Whether a figure only limits what follows it: 额度最高100万元，余额3亿元."""
        return base.metric.endswith(self._limits)

    def is_led(self, spot: Spot, last: Draft) -> bool:
        """Whether a figure is what the last one came to be: 由3%升至4%."""
        if last.quantity.unit != spot.zone.figure.quantity.unit:
            return False
        return self._led.fullmatch(spot.text, last.figure.span.end, spot.zone.figure.span.start) is not None

    def is_level(self, spot: Spot, base: Draft) -> bool:
        """Whether a figure is what the one before it is compared with: 3亿元，低于上年同期的4亿元 (低于甲的4亿元)."""
        figure, end = spot.zone.figure, spot.zone.figure.span.start - len(self._possessive)
        if figure.quantity.unit != base.quantity.unit or not spot.text.startswith(self._possessive, end):
            return False
        if any(each.role is PeriodRole.COMPARED and each.span.end == end for each in spot.clause.periods):
            return True
        # 3%，低于甲的5%.
        names = (each.span for each in spot.clause.mentions if each.span.end == end)
        return any(spot.text.endswith(self._comparing, 0, each.start) for each in names)


def converts(spot: Spot, last: QuantityMention) -> bool:
    """Whether a sum in brackets is the one before it in another currency: 2亿元（当前约3亿港元）."""
    figure = spot.zone.figure
    near = 0 < figure.span.start - last.span.end <= _REMARK
    # 3亿元（上年同期为2亿元）: one of another time, in the same currency.
    again = bool(spot.clause.periods) and figure.quantity.unit == last.quantity.unit
    return near and spot.clause.inside and last.kind is figure.kind is UnitKind.MONEY and not again


def is_series(spot: Spot, words: MetricText, line: Line) -> bool:
    """Whether a figure with only a period before it goes on with the last: 2021年4280件，排名第二，2022年为4192件."""
    clause, base = spot.clause, line.base
    if base is None or not clause.periods or not words.before or words.span is None:
        return False
    return words.span.end <= clause.span.start and base.quantity.unit == spot.zone.figure.quantity.unit
