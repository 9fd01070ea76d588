"""Figures that two numbers make together: 1万元以上5万元以下, 10个和15个基点, 11年6个月."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence

from kg.model.quantity import Bound, Quantity
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.quantity_mention import QuantityMention

_NEAR = 5
"""How many signs may stand between the word for an order and the first number told in it."""

_FAR = 8
"""How far before that number the word may begin."""


class FigureJoiner:
    """Joins figures by one language's cues."""

    def __init__(self, language: Language) -> None:
        self._list = re.compile(any_of(language.reporting.list_))
        self._parts = language.units.parts
        self._orderly = re.compile(rf"{any_of(language.reporting.respectively)}.{{0,{_NEAR}}}$")

    def joined(self, text: str, found: Sequence[QuantityMention]) -> Iterable[QuantityMention]:
        """The figures, with two that make one as one, and a unit that stands behind the last of several in each."""
        behind: list[QuantityMention] = []
        for each in reversed(found):
            last = behind[-1] if behind else None
            if last and (whole := _enclosed(each, last) or self._summed(each, last)):
                behind[-1] = whole
            elif last and self._shares_unit(text, each, last):
                quantity = dataclasses.replace(each.quantity, unit=last.quantity.unit)
                behind.append(dataclasses.replace(each, unit=last.unit, quantity=quantity, kind=last.kind))
            else:
                behind.append(each)
        return self._bound(text, behind[::-1])

    def _bound(self, text: str, found: Sequence[QuantityMention]) -> Iterable[QuantityMention]:
        """The figures, with the bound of the first of several told in order in each: 最高分别为30万元、50万元."""
        shared: QuantityMention | None = None
        for each in found:
            if shared and self._goes_on(text, shared, each):
                quantity = dataclasses.replace(each.quantity, bound=shared.quantity.bound)
                shared = dataclasses.replace(each, quantity=quantity)
                yield shared
            else:
                shared = each if self._leads(text, each) else None
                yield each

    def _leads(self, text: str, first: QuantityMention) -> bool:
        """Whether a figure with a bound begins what is told in order."""
        if first.quantity.bound is Bound.EXACT or first.span.end > (first.unit or first.number).end:
            return False  # as mostly; the word of a bound behind a number holds for that alone
        start = first.number.start
        return self._orderly.search(text, max(0, start - _FAR), start) is not None

    def _goes_on(self, text: str, first: QuantityMention, second: QuantityMention) -> bool:
        """Whether a figure without a bound of its own stands next to one in a list."""
        if second.quantity.bound is not Bound.EXACT or first.quantity.unit != second.quantity.unit:
            return False
        between = text[first.span.end : second.span.start]
        return self._list.fullmatch(between) is not None

    def _shares_unit(self, text: str, first: QuantityMention, second: QuantityMention) -> bool:
        """Whether a bare counter stands for the unit that it begins: 10个和15个基点."""
        if first.unit is None or second.unit is None or len(second.unit) <= len(first.unit):
            return False
        if not self._list.fullmatch(text[first.span.end : second.span.start]):
            return False
        return second.unit.of(text).startswith(first.unit.of(text))

    def _summed(self, first: QuantityMention, second: QuantityMention) -> QuantityMention | None:
        """A span of time told in two units as one in the smaller: 11年6个月; None of other figures."""
        one, two = first.quantity, second.quantity
        parts = self._parts.get(one.unit, {}).get(two.unit)
        if parts is None or first.kind is not UnitKind.TIME:
            return None
        if first.span.end != second.number.start or one.value_to is not None or two.value >= parts:
            return None
        bound = one.bound if two.bound is Bound.EXACT else two.bound
        quantity = Quantity(one.value * parts + two.value, two.unit, bound, two.value_to)
        return dataclasses.replace(
            second, span=first.span.through(second.span), number=first.number.through(second.number), quantity=quantity
        )


def _enclosed(low: QuantityMention, high: QuantityMention) -> QuantityMention | None:
    """The range that a floor and a ceiling side by side enclose, None where they enclose none."""
    one, two = low.quantity, high.quantity
    if (one.bound, two.bound, one.unit) != (Bound.OVER, Bound.UNDER, two.unit) or low.span.end != high.span.start:
        return None
    if one.value_to is not None or two.value_to is not None or one.value >= two.value:
        return None
    quantity = Quantity(one.value, one.unit, Bound.EXACT, two.value)
    return QuantityMention(
        low.span.through(high.span), low.number.through(high.number), high.unit, quantity, high.kind, low.spelt
    )
