"""A number with its unit as the pattern of figures matched it, before its bound is read."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from kg.model.span import Span
from kg.ontology.units import Unit


class Figure(NamedTuple):
    """A number with its unit as matched, by offsets of the folded text; `is_near` where its value is rounded."""

    number: Span
    value: Decimal
    unit: Unit | None
    unit_span: Span | None
    end: int
    more: bool = False
    low: Decimal | None = None
    is_near: bool = False
