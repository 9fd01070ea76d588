"""Records of many documents → what they say together: one thing one node, one fact once with all its sources.

A pure function of the set of records: any order gives the same result, and a record taken out leaves no trace.
Composes; what makes two names one thing is decided in `keys`, `clusters` and `context`, what makes two statements
one fact in `facts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.errors import RecordError
from kg.model.entity import Entity, Knowledge, Observation, Relation
from kg.model.extraction import Extraction
from kg.resolve.clusters import cluster
from kg.resolve.context import Identified, identify, person_of
from kg.resolve.entities import entity_of, reasons_of
from kg.resolve.facts import FactCollector, Facts
from kg.resolve.identifiers import OTHER_PREFIX, opaque_id
from kg.resolve.keys import Key, keys_of
from kg.resolve.reasons import MergeReason
from kg.resolve.rows import Row, rows_of
from kg.resolve.rules import ResolutionRules

Rows = Mapping[str, list[Row]]
Keyed = Mapping[tuple[str, str], Key]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The outcome: the knowledge, why names met, and relations that joined two names of one thing."""

    knowledge: Knowledge
    reasons: tuple[MergeReason, ...] = ()
    loops: tuple[Relation, ...] = ()


def resolve(extractions: Iterable[Extraction], rules: ResolutionRules | None = None) -> Resolution:
    """What a set of records says together.

    Args:
        extractions: the records, in any order. The same record twice is one record.
        rules: the rules of the domain; None for none.

    Raises:
        RecordError: two different records are of one document.
    """
    records = _by_document(extractions)
    resolver = _Resolver(rules or ResolutionRules())
    return resolver.resolve(records)


def _by_document(extractions: Iterable[Extraction]) -> list[Extraction]:
    records: dict[str, Extraction] = {}
    for extraction in extractions:
        id_ = extraction.document.id
        if records.setdefault(id_, extraction) != extraction:
            raise RecordError(f"two different records are of the document {id_!r}", remedy="leave one of them out")
    return [records[id_] for id_ in sorted(records)]


class _Resolver:
    """The steps of one resolution."""

    def __init__(self, rules: ResolutionRules) -> None:
        self._rules = rules
        self._keys = keys_of(rules)
        self._context = {type_: options for options in rules.options.context for type_ in options.types}
        self._ids: dict[Key, str] = {}

    def resolve(self, records: list[Extraction]) -> Resolution:
        rows = {record.document.id: rows_of(record, self._keys) for record in records}
        free = [row for each in rows.values() for row in each if row.type not in self._context]
        clusters = cluster(free, self._keys)
        keyed = {(row.document, row.local): clusters.canonical[row.key] for row in free}
        people = self._identify(records, rows, keyed)
        keyed.update(people.keys)
        members: dict[Key, list[Row]] = {}
        for each in rows.values():
            for row in each:
                members.setdefault(keyed[row.document, row.local], []).append(row)
        entities = {key: entity_of(self._id(key), of, self._keys.entries.get(key)) for key, of in members.items()}
        collector = FactCollector(
            self._rules,
            {place: self._id(key) for place, key in keyed.items()},
            {each.id: each.type for each in entities.values()},
        )
        for record in records:
            collector.add(record)
        reasons = [reason for key, of in members.items() for reason in reasons_of(entities[key], of, clusters, people)]
        return _resolution(entities.values(), collector.facts(), reasons)

    def _identify(self, records: list[Extraction], rows: Rows, keyed: Keyed) -> Identified:
        """The keys of those whose names are shared by many, by what the others were resolved to."""
        people = []
        for record in records:
            document = record.document.id
            of = rows[document]
            for row in of:
                options = self._context.get(row.type)
                if options is not None:
                    around = (each for each in of if each.type in options.within and (document, each.local) in keyed)
                    ids = {each.local: self._id(keyed[document, each.local]) for each in around}
                    people.append(person_of(row, record, options, ids))
        return identify(people)

    def _id(self, key: Key) -> str:
        if key not in self._ids:
            parts = (key.type, key.text, key.home) if key.home else (key.type, key.text)
            self._ids[key] = opaque_id(self._rules.prefixes.get(key.type, OTHER_PREFIX), *parts)
        return self._ids[key]


def _resolution(entities: Iterable[Entity], facts: Facts, reasons: Iterable[MergeReason]) -> Resolution:
    knowledge = Knowledge(
        tuple(sorted((*entities, *facts.unnamed.values()), key=_by_id)),
        tuple(sorted(facts.relations.values(), key=_by_id)),
        tuple(sorted(facts.observations.values(), key=_by_id)),
    )
    ordered = sorted(reasons, key=lambda each: (each.entity, each.form))
    return Resolution(knowledge, tuple(ordered), tuple(sorted(facts.loops.values(), key=_by_id)))


def _by_id(each: Entity | Relation | Observation) -> str:
    return each.id
