"""Figures that belong together: series of one metric over dates, and figures of one date that contradict each other.

Two figures contradict each other where no number fits both as they were written: 超24亿 and 24.3亿 agree, and so do
964万 and 964.1万, the first being the second rounded. Figures without a date are never said to, nor are two that one
document gives: it means two things by them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from kg.model.entity import Observation
from kg.model.fact import Modality
from kg.model.quantity import Bound, Period, Quantity
from kg.resolve.naming import plain

# 近, 约 and 左右 leave this share of a number open.
ABOUT = Decimal("0.1")

_SURE_DIGITS = 3
"""A number is taken to be right in its first three digits, however many zeros follow."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures of one subject, metric, unit and date, by their ids, of which at least two contradict each other."""

    subject: str
    metric: str
    unit: str
    period: Period
    observations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one subject, metric and unit at several dates, by their ids, in the order of the dates."""

    subject: str
    metric: str
    unit: str
    observations: tuple[str, ...]


def find_conflicts(observations: Iterable[Observation]) -> tuple[Conflict, ...]:
    """The conflicts among asserted figures, in the order of their subjects and metrics."""
    found = []
    for pairs in _contradictions(observations):
        ids = tuple(sorted({each.id for pair in pairs for each in pair}))
        first = min((each for pair in pairs for each in pair), key=lambda each: each.id)
        period = Period(first.period.start, first.period.end)
        found.append(Conflict(first.subject, first.metric, first.quantity.unit, period, ids))
    return tuple(sorted(found, key=lambda each: (each.subject, each.metric, each.observations)))


def find_contradicting(observations: Iterable[Observation]) -> dict[str, tuple[str, ...]]:
    """By the id of each figure that others contradict: the ids of these, in their order."""
    against: dict[str, set[str]] = {}
    for pairs in _contradictions(observations):
        for one, other in pairs:
            against.setdefault(one.id, set()).add(other.id)
            against.setdefault(other.id, set()).add(one.id)
    return {id_: tuple(sorted(others)) for id_, others in against.items()}


def _contradictions(observations: Iterable[Observation]) -> Iterator[list[tuple[Observation, Observation]]]:
    """The pairs that contradict each other, together for each subject, metric, unit and date that has any."""
    groups: dict[tuple[object, ...], list[Observation]] = {}
    for each in _asserted(observations):
        dates = (each.period.start or datetime.date.min, each.period.end or datetime.date.max)
        groups.setdefault((*_kind(each), dates), []).append(each)
    for group in groups.values():
        pairs = [pair for pair in combinations(group, 2) if _disagree(*pair)]
        if pairs:
            yield pairs


def find_series(observations: Iterable[Observation]) -> tuple[Series, ...]:
    """The series among asserted figures, in the order of their subjects and metrics."""
    groups: dict[tuple[object, ...], list[Observation]] = {}
    for each in _asserted(observations):
        groups.setdefault(_kind(each), []).append(each)
    found = []
    for group in groups.values():
        if len({(each.period.start, each.period.end) for each in group}) > 1:
            dated = sorted(group, key=lambda each: (*_dates(each.period), each.id))
            first = min(group, key=lambda each: each.id)
            ids = tuple(each.id for each in dated)
            found.append(Series(first.subject, first.metric, first.quantity.unit, ids))
    return tuple(sorted(found, key=lambda each: (each.subject, each.metric, each.observations)))


def _disagree(one: Observation, other: Observation) -> bool:
    """Whether documents give figures that contradict each other, none of them both."""
    documents = {source.document for source in one.sources}
    apart = documents.isdisjoint(source.document for source in other.sources)
    return apart and contradict(one.quantity, other.quantity)


def contradict(one: Quantity, other: Quantity) -> bool:
    """Whether no number fits both quantities.

    >>> contradict(Quantity(Decimal(9641000), "人"), Quantity(Decimal(9640000), "人"))
    False
    >>> contradict(Quantity(Decimal(9641000), "人"), Quantity(Decimal(9210000), "人"))
    True
    """
    return _below(one, other) or _below(other, one)


def _below(one: Quantity, other: Quantity) -> bool:
    """Whether all that one leaves possible is less than what the other does; 1.1亿 and 1.2亿 touch, and differ."""
    high, low = _limits(one)[1], _limits(other)[0]
    return high is not None and low is not None and high <= low and one.value != other.value


def _limits(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The least and the greatest number that a quantity leaves possible; None where there is none."""
    value = quantity.value
    low, high = value - _rounding(value), value + _rounding(value)
    if quantity.value_to is not None:
        return low, quantity.value_to + _rounding(quantity.value_to)
    match quantity.bound:
        case Bound.OVER:
            return low, None
        case Bound.UNDER:
            return None, high
        case Bound.ABOUT:
            return value - abs(value) * ABOUT, value + abs(value) * ABOUT
        case Bound.EXACT:
            return low, high


def _rounding(value: Decimal) -> Decimal:
    """Half a unit of the last digit that was written; of 5000 half of ten."""
    if not value:
        return Decimal(0)
    last = int(value.normalize().as_tuple().exponent)
    sure = value.adjusted() - _SURE_DIGITS + 1
    return Decimal(5).scaleb(min(last, sure) - 1)


def _asserted(observations: Iterable[Observation]) -> Iterator[Observation]:
    """Asserted figures with a date, in the order of their ids."""
    for each in sorted(observations, key=lambda each: each.id):
        if each.modality is Modality.ASSERTED and (each.period.start or each.period.end):
            yield each


def _kind(each: Observation) -> tuple[object, ...]:
    return (each.subject, plain(each.metric), each.quantity.unit, each.dimensions)


def _dates(period: Period) -> tuple[datetime.date, datetime.date]:
    return period.end or datetime.date.max, period.start or datetime.date.min
