"""Facts of many records as facts of the world: the same fact said twice is one fact with two sources.

Ends are the resolved entities; an actor that an article leaves unnamed becomes an entity of that article alone.
Figures of one metric, subject and date that differ are different facts: both stay (`kg.resolve.conflicts`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.model.entity import Entity, Observation, Occurrence, Relation, Source
from kg.model.extraction import Extraction
from kg.model.fact import Evidence, ObservationMention, Part, RelationMention
from kg.model.quantity import DateBasis, Period
from kg.model.span import Span
from kg.resolve.identifiers import OTHER_PREFIX, observation_id, relation_id, unnamed_id
from kg.resolve.metrics import MetricNames
from kg.resolve.naming import plain
from kg.resolve.rules import ResolutionRules

_TURNED = {Part.SUBJECT: Part.OBJECT, Part.OBJECT: Part.SUBJECT}
_BASES = {basis: rank for rank, basis in enumerate((*DateBasis, None))}
"""What a period may rest on, the firmest first."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What records state of resolved entities, each by id, and the actors they leave unnamed.

    `loops` are relations that joined two names of what is one entity: they say nothing of the world.
    """

    relations: Mapping[str, Relation]
    observations: Mapping[str, Observation]
    unnamed: Mapping[str, Entity]
    loops: Mapping[str, Relation]


class FactCollector:
    """Collects the facts of one record after the other, to be given in the order of their ids.

    Of what may be written in several ways (an office, a metric that the pack does not know) the first record's stands.
    """

    def __init__(self, rules: ResolutionRules, ids: Mapping[tuple[str, str], str], types: Mapping[str, str]) -> None:
        """Start empty.

        Args:
            rules: prefixes, and which predicates say the same.
            ids: the entity of each document and local id.
            types: the type of each entity.
        """
        self._rules = rules
        self._ids = ids
        self._types = types
        self._relations: dict[str, tuple[Relation, set[Source]]] = {}
        self._observations: dict[str, tuple[Observation, set[Source]]] = {}
        self._unnamed: dict[str, Entity] = {}
        self._metrics = MetricNames(rules.options.metrics)

    def add(self, extraction: Extraction) -> None:
        """Take the facts of a record."""
        for relation in extraction.relations:
            self._add_relation(relation, extraction)
        for observation in extraction.observations:
            self._add_observation(observation, extraction)

    def facts(self) -> Facts:
        """What was collected."""
        relations = {id_: replace(each, sources=ordered(found)) for id_, (each, found) in self._relations.items()}
        observations = {id_: replace(each, sources=ordered(found)) for id_, (each, found) in self._observations.items()}
        loops = {id_: each for id_, each in relations.items() if each.subject == each.object}
        return Facts(
            {id_: each for id_, each in relations.items() if id_ not in loops}, observations, self._unnamed, loops
        )

    def _add_relation(self, mention: RelationMention, extraction: Extraction) -> None:
        document = extraction.document.id
        subject, object_ = self._subject(mention, extraction), self._ids[document, mention.object]
        predicate, evidence = mention.predicate, mention.evidence
        same = self._rules.equivalences
        inverse = same.inverse(predicate, self._type(subject), self._type(object_))
        turned = inverse is not None or (predicate in same.symmetric and object_ < subject)
        if turned:
            subject, object_ = object_, subject
            predicate, evidence = inverse or predicate, _turned(evidence)
        role = mention.role
        id_ = relation_id(subject, predicate, object_, mention.modality.value, role and plain(role))
        relation = Relation(id_, subject, predicate, object_, (), mention.modality, role)
        self._relations.setdefault(id_, (relation, set()))[1].add(Source(document, evidence))

    def _add_observation(self, mention: ObservationMention, extraction: Extraction) -> None:
        document = extraction.document.id
        subject = self._subject(mention, extraction)
        dimensions = tuple(sorted({self._ids[document, each] for each in mention.dimensions}))
        quantity, period, modality = mention.quantity, mention.period, mention.modality
        metric = self._metrics.of(mention.metric)
        id_ = observation_id(subject, plain(metric), quantity, period, (dimensions, modality.value))
        found = Observation(id_, subject, metric, quantity, (), period, dimensions, modality)
        known, sources = self._observations.setdefault(id_, (found, set()))
        sources.add(Source(document, mention.evidence))
        if firmer(known.period, period) is not known.period:
            self._observations[id_] = (replace(known, period=period), sources)

    def _subject(self, mention: RelationMention | ObservationMention, extraction: Extraction) -> str:
        """The entity of a fact's subject; a new one where the text leaves it unnamed."""
        document = extraction.document
        subject = self._ids[document.id, mention.subject]
        if not mention.subject_unnamed:
            return subject
        span = _subject_span(mention.evidence)
        type_ = self._types[subject]
        id_ = unnamed_id(self._rules.prefixes.get(type_, OTHER_PREFIX), type_, document.id, span)
        if id_ not in self._unnamed:
            place = Occurrence(document.id, span)
            self._unnamed[id_] = Entity(id_, type_, span.of(document.text), occurrences=(place,), unnamed=True)
        return id_

    def _type(self, id_: str) -> str:
        unnamed = self._unnamed.get(id_)
        return unnamed.type if unnamed else self._types[id_]


def _subject_span(evidence: Evidence) -> Span:
    """Where the words of the subject stand; where the evidence does not say, its whole span has to do."""
    return min((span for part, span in evidence.parts if part is Part.SUBJECT), default=evidence.span)


def _turned(evidence: Evidence) -> Evidence:
    """The evidence of the same fact with its ends exchanged."""
    return replace(evidence, parts=tuple((_TURNED.get(part, part), span) for part, span in evidence.parts))


def firmer(one: Period, other: Period) -> Period:
    """Of two periods with the same dates the one that rests on more, the first where both rest on the same."""
    return other if _BASES[other.basis] < _BASES[one.basis] else one


def ordered(sources: set[Source]) -> tuple[Source, ...]:
    """Sources by document and place, then by what found them."""
    return tuple(sorted(sources, key=_order))


def _order(source: Source) -> tuple[object, ...]:
    evidence = source.evidence
    parts = tuple((part.value, span) for part, span in evidence.parts)
    return (source.document, evidence.span, evidence.extractor, evidence.pattern, -evidence.confidence, parts)
