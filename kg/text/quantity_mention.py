"""A figure in a text, as `kg.text.quantities` finds it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.quantity import Quantity
from kg.model.span import Span
from kg.ontology.units import UnitKind


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure in a text.

    `span` covers number, unit and the words of its bound; `number` the digits with 万 and 亿 (of a range both ends).
    `unit` and `kind` are None where the figure has no unit (票数超45万); then `quantity.unit` is empty. `unit` alone is
    None, or that of a figure behind it, where it shares the other's (分别下降0.1和0.2个百分点, 10个和15个基点).
    `spelt` marks a number written in words (四名).
    """

    span: Span
    number: Span
    unit: Span | None
    quantity: Quantity
    kind: UnitKind | None
    spelt: bool = False
