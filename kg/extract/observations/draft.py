"""An observation under way."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.annotated import EntityMention
from kg.extract.observations.when import When
from kg.model.fact import Modality
from kg.model.quantity import Quantity
from kg.model.span import Span
from kg.text.quantity_mention import QuantityMention


@dataclass(frozen=True, slots=True)
class Draft:
    """One figure with all that was read of it.

    `scope` are the clauses that state it; `sure` is how much speaks for the subject, from 0 to 1;
    it `follows` where its metric goes on with the one before.
    """

    subject: EntityMention
    metric: str
    quantity: Quantity
    figure: QuantityMention
    when: When
    scope: Span
    modality: Modality
    sure: float
    rule: str
    metric_span: Span | None = None
    follows: bool = False
