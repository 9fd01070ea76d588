"""An observation under way, and what a sentence carries from figure to figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.observations.subjects import Candidate, Role
from kg.extract.observations.when import NEVER, When
from kg.model.fact import Modality
from kg.model.quantity import Quantity
from kg.model.span import Span
from kg.text.quantities import QuantityMention


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


class Told(NamedTuple):
    """What a clause tells of.

    `best` is its likeliest subject, `speakers` are those who bring the news or speak in it; it `leads` if it tells of
    someone who does more than speak, and `follows` if an earlier clause of the sentence does. `unnamed` is where an
    actor without a name stands that it is about.
    """

    candidates: tuple[Candidate, ...]
    best: Candidate | None
    speakers: tuple[EntityMention, ...]
    leads: bool
    follows: bool
    unnamed: int | None = None

    @property
    def only_speaks(self) -> bool:
        """Whether all that may be its subject only speak."""
        free = [each.mention for each in self.candidates if each.role is not Role.ASIDE]
        return all(each in self.speakers for each in free)


class Line(NamedTuple):
    """What a sentence hands from clause to clause.

    `topic` and `thing` are the last actor and product that a clause was about, `seen` the last actor that the
    sentence names at all, `party` the last one who could be fined, `nations` the words that name
    the nation with a mention of each, `day` the last single day told, `series` the last list of names that share a part
    (甲、乙、丙), `base` the last figure whose metric stands by itself, `drafts` all so far, `past` those
    of the sentence before in the same paragraph. `document` are the things that the whole text is about, each with
    what makes it so; `told` is what the clauses of the sentence told of.
    """

    topic: EntityMention | None = None
    thing: EntityMention | None = None
    seen: EntityMention | None = None
    party: EntityMention | None = None
    nations: tuple[tuple[str, EntityMention], ...] = ()
    document: tuple[tuple[EntityMention, str], ...] = ()
    when: When = NEVER
    day: When = NEVER
    modality: Modality = Modality.ASSERTED
    series: tuple[EntityMention, ...] = ()
    base: Draft | None = None
    drafts: tuple[Draft, ...] = ()
    past: tuple[Draft, ...] = ()
    told: tuple[Told, ...] = ()
