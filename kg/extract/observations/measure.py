"""The unit of a figure that has none of its own: 票数超45万 counts 票, 学员达3147万 persons, 总资产153亿 is money."""

from __future__ import annotations

import dataclasses
import re

import regex

from kg.model.quantity import Quantity
from kg.ontology.language import Language
from kg.ontology.metrics import Metrics
from kg.text.alternatives import any_of

_GREAT = 100_000_000

_WHOLE = 10_000
"""No share in hundredths is told with so great a number and no sign of its own."""

_DESCRIBED = 4
"""How many signs may describe the noun that a number without unit counts."""


class UnitGuess:
    """Gives figures without a unit the one that their metric implies."""

    def __init__(self, language: Language, metrics: Metrics) -> None:
        units = language.units
        self._forms = units.by_form
        self._metrics = metrics
        self._money = next(iter(units.money))
        self._shares = frozenset(units.share)
        forms = any_of(form for form in self._forms if form not in units.weak)
        long = any_of(form for form in self._forms if len(form) > 1)
        self._nouns = {noun: unit for unit, nouns in units.nouns.items() for noun in nouns}
        other = any_of(units.nouns_not_before)
        self._noun = re.compile(rf"[^0-9]{{0,{_DESCRIBED}}}?({any_of(self._nouns)})(?!{other})")
        self._money_ends = units.money_ends
        # 单个企业100万以内: a number of what each has.
        self._each = re.compile(any_of(language.reporting.defining))
        self._ending = re.compile(rf"({any_of(self._nouns)})(?:{units.number_noun}.{{0,2}})?$")
        self._counted = regex.compile(rf"(?|({forms}){units.number_noun}.{{0,2}}|({long}))$")

    def _fits(self, quantity: Quantity, unit: str | None) -> bool:
        """Whether so great a number may stand without its unit: hundreds of millions are money."""
        return quantity.value < _GREAT or unit == self._money or len(unit or "") > 1

    def complete(self, quantity: Quantity, metric: str, base: Quantity | None, after: str = "") -> Quantity | None:
        """The quantity with a unit, None where nothing gives one.

        Args:
            quantity: what was read.
            metric: its metric.
            base: the figure whose metric this one goes on with, if it does.
            after: the words behind it.
        """
        if quantity.unit:
            return quantity
        unit = base.unit if base else None
        if unit is None and (noun := self._noun.match(after)) is not None:
            unit = self._nouns[noun[1]]
        match = self._counted.search(metric)
        if unit is None and (ends := self._ending.search(metric)) is not None:
            unit = self._money if self._each.search(metric) else self._nouns[ends[1]]
        if unit is None and match is not None:
            unit = self._forms[match[1]].name
        if unit is None and (concept := self._metrics.named_in(metric)) is not None:
            # 存款用户达6亿: what the metric ends with is counted.
            counted = metric.endswith((concept.labels["zh"], *concept.words, *concept.covers))
            unit = concept.unit if counted or self._fits(quantity, concept.unit) else self._money
        if unit is None and metric and quantity.value >= _GREAT and metric.endswith(self._money_ends):
            unit = self._money
        if unit in self._shares and quantity.value >= _WHOLE:
            return None  # 100万以上借款人占较高比例
        return dataclasses.replace(quantity, unit=unit) if unit else None
