"""What many documents say together: resolved entities, relations and observations."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.fact import Evidence, Modality
from kg.model.quantity import Period, Quantity
from kg.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """A surface form's place: in which document, where."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the world, one node.

    `id` is opaque ASCII that follows from type and canonical key alone. `aliases` are the other surface forms,
    sorted. `unnamed` marks an actor that its article leaves unnamed: it belongs to that article only.
    `identifiers` are pairs of scheme and value that the lexicon knows (`wikidata`, `lei`, `uscc`, `site`).
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One document's evidence of a fact."""

    document: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two entities, by their ids, with every place that states it."""

    id: str
    subject: str
    predicate: str
    object: str
    sources: tuple[Source, ...]
    modality: Modality = Modality.ASSERTED
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """A reported figure of an entity, with every place that states it."""

    id: str
    subject: str
    metric: str
    quantity: Quantity
    sources: tuple[Source, ...]
    period: Period = Period()
    dimensions: tuple[str, ...] = ()
    modality: Modality = Modality.ASSERTED


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a set of records says after resolution; each tuple is sorted by id."""

    entities: tuple[Entity, ...] = ()
    relations: tuple[Relation, ...] = ()
    observations: tuple[Observation, ...] = ()
