"""What one document says: relations and observations between the things it names."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kg.model.quantity import Period, Quantity
from kg.model.span import Span


class Modality(enum.StrEnum):
    """Whether the text says that it is so."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


class Part(enum.StrEnum):
    """What a piece of evidence is evidence of."""

    SUBJECT = "subject"
    CUE = "cue"
    OBJECT = "object"
    ROLE = "role"
    METRIC = "metric"
    NUMBER = "number"
    PERIOD = "period"
    MODALITY = "modality"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands and what found it.

    `span` covers the shortest run of whole clauses that states the fact; `parts` are the places of its
    components, which may lie outside `span` where a subject or a period is carried along.
    `extractor` is the kind of rule, `pattern` the rule of the pack (`offers/trigger-2`).
    """

    span: Span
    extractor: str
    pattern: str
    confidence: float = 1.0
    parts: tuple[tuple[Part, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class RelationMention:
    """A relation between two named entities of one record, by their local ids.

    `subject_unnamed` marks a subject that the text leaves unnamed (有消费金融公司…推出); the place of its words is
    the evidence's subject part. `role` is the office of a person, None elsewhere.
    """

    subject: str
    predicate: str
    object: str
    evidence: Evidence
    modality: Modality = Modality.ASSERTED
    role: str | None = None
    subject_unnamed: bool = False


@dataclass(frozen=True, slots=True)
class ObservationMention:
    """A number that the text reports of a named entity. `metric` holds the text's own words for what is counted."""

    subject: str
    metric: str
    quantity: Quantity
    evidence: Evidence
    period: Period = Period()
    dimensions: tuple[str, ...] = ()
    modality: Modality = Modality.ASSERTED
    subject_unnamed: bool = False
