"""An observation under way, and what a sentence carries from figure to figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.observations.when import NEVER, When
from kg.model.fact import Modality
from kg.model.quantity import Quantity
from kg.model.span import Span
from kg.text.quantities import QuantityMention


@dataclass(frozen=True, slots=True)
class Draft:
    """One figure with all that was read of it.

    `scope` are the clauses that state it; `sure` is how much speaks for the subject, from 0 to 1.
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


class Line(NamedTuple):
    """What a sentence hands from clause to clause.

    `topic` and `thing` are the last actor and product that a clause was about, `seen` the last actor that the
    sentence names at all, `party` the last one who could be fined, `nations` the words that name
    the nation with a mention of each, `day` the last single day told, `series` the last list of names that share a part
    (甲、乙、丙), `base` the last figure whose metric stands by itself, `drafts` all so far.
    """

    topic: EntityMention | None = None
    thing: EntityMention | None = None
    seen: EntityMention | None = None
    party: EntityMention | None = None
    sure: float = 0.6
    nations: tuple[tuple[str, EntityMention], ...] = ()
    when: When = NEVER
    day: When = NEVER
    modality: Modality = Modality.ASSERTED
    series: tuple[EntityMention, ...] = ()
    base: Draft | None = None
    drafts: tuple[Draft, ...] = ()
