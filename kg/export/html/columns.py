"""The graph as columns of plain values, numbered, the way the page's script reads it.

Knows the model and the script's names of columns. Facts are relations and, after them, figures, in one numbering;
sources stand in the order of their places in the articles. Entities and relations themselves are put into pyvis'
network, whose columns the template adds. What stands inside an article is for `kg.export.html.articles`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from kg.errors import ExportError
from kg.export.html.appearance import Appearance, PredicateLook, TypeLook
from kg.export.html.pinyin import initials_of, letters_of
from kg.export.html.words import WordNumbers
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.places import evidence_of, exact_id, statement_id
from kg.model.document import Document
from kg.model.entity import Entity, Observation, Relation, Source
from kg.model.fact import Modality
from kg.model.quantity import Bound, DateBasis
from kg.ontology.namespaces import INSTANCES, PREFIXES
from kg.resolve.reprints import find_reprinted_sources

Json = dict[str, Any]
Look = TypeVar("Look")

_MODALITIES = tuple(Modality)
_BOUNDS = tuple(Bound)
_PREFIXES = ("core", "id", "skos", "sosa", "xsd")
_BASES = (None, *DateBasis)


@dataclass(frozen=True, slots=True)
class Placed:
    """A source of a fact, by the fact's number."""

    fact: int
    source: Source


class Numbering:
    """A graph whose entities, facts, documents, types and predicates are numbered, the same in every run.

    Relations are in the order of their ends and predicates, which compresses best.
    """

    def __init__(self, graph: KnowledgeGraph, appearance: Appearance) -> None:
        self.entities: Sequence[Entity] = [graph.entities[each] for each in sorted(graph.entities)]
        self.of_entity: Mapping[str, int] = {each.id: index for index, each in enumerate(self.entities)}
        self.relations: Sequence[Relation] = sorted(graph.relations.values(), key=self._relation_order)
        self.figures: Sequence[Observation] = sorted(
            graph.observations.values(), key=lambda each: (self.of_entity[each.subject], each.metric, each.id)
        )
        self.documents: Sequence[Document] = [graph.documents[each] for each in sorted(graph.documents)]
        self.types = _with_unknown(appearance.types, {each.type for each in self.entities}, TypeLook())
        self.predicates = _with_unknown(
            appearance.predicates, {each.predicate for each in self.relations}, PredicateLook()
        )
        self._appearance = appearance

    def _relation_order(self, relation: Relation) -> tuple[int, int, str, str]:
        return self.of_entity[relation.subject], self.of_entity[relation.object], relation.predicate, relation.id

    @cached_property
    def sources(self) -> Mapping[str, Sequence[Placed]]:
        """The sources in every document, in the order of their places.

        Raises:
            ExportError: a fact quotes a document that the graph does not hold.
        """
        facts: list[Relation | Observation] = [*self.relations, *self.figures]
        found: dict[str, list[Placed]] = defaultdict(list)
        for number, fact in enumerate(facts):
            for source in evidence_of(fact):
                found[source.document].append(Placed(number, source))
        known = {each.id for each in self.documents}
        for unknown in sorted(found.keys() - known):
            raise ExportError(f"a fact quotes the article {unknown!r}, which the graph does not hold")
        for each in found.values():
            each.sort(key=lambda placed: (placed.source.evidence.span, placed.fact))
        return found

    def graph_columns(self, title: str) -> Json:
        """Everything that the page needs before an article is opened, but for entities' places and relations' ends."""
        return {
            "title": title,
            "types": [
                {"name": name, "labels": dict(look.labels), "colour": look.colour, "shape": look.shape, "iri": look.iri}
                for name, look in self.types.items()
            ],
            "predicates": [
                {"name": name, "labels": dict(look.labels), "iri": look.iri} for name, look in self.predicates.items()
            ],
            "modalities": [each.value for each in _MODALITIES],
            "entities": self._entity_columns(),
            "relations": self._relation_columns(),
            "figures": self._figure_columns(),
            "documents": self._document_columns(),
            "rdf": self._rdf(),
        }

    def _entity_columns(self) -> Json:
        types = {name: index for index, name in enumerate(self.types)}
        return {
            "id": [each.id for each in self.entities],
            "type": [types[each.type] for each in self.entities],
            **self._initials(),
            "aliases": {index: list(each.aliases) for index, each in enumerate(self.entities) if each.aliases},
            "identifiers": {
                index: [list(pair) for pair in each.identifiers]
                for index, each in enumerate(self.entities)
                if each.identifiers
            },
            "unnamed": [index for index, each in enumerate(self.entities) if each.unnamed],
            "documents": {index: each for index, each in enumerate(self._documents_beyond_facts()) if each},
        }

    def _initials(self) -> Json:
        """The commonest initial of each character, and the initials of names that read otherwise in their phrases."""
        names = [each.name for each in self.entities]
        whole = initials_of(names)
        letters = letters_of([*names, *(alias for each in self.entities for alias in each.aliases)])
        by_letter = ["".join(letters.get(each, "") for each in name.lower()) for name in names]
        return {
            "letters": letters,
            "initials": {
                i: each for i, (each, plain) in enumerate(zip(whole, by_letter, strict=True)) if each != plain
            },
        }

    def _documents_beyond_facts(self) -> Iterator[list[int]]:
        """For each entity the documents that name it, but for those in which a fact of it stands."""
        numbers = {each.id: index for index, each in enumerate(self.documents)}
        known: dict[str, set[str]] = defaultdict(set)
        for relation in self.relations:
            places = {each.document for each in relation.sources}
            known[relation.subject] |= places
            known[relation.object] |= places
        for figure in self.figures:
            known[figure.subject] |= {each.document for each in figure.sources}
        for entity in self.entities:
            named = {place.document for place in entity.occurrences} - known[entity.id]
            yield sorted(numbers[each] for each in named if each in numbers)

    def _relation_columns(self) -> Json:
        predicates = {name: index for index, name in enumerate(self.predicates)}
        return {
            "predicate": [predicates[each.predicate] for each in self.relations],
            "modality": [_MODALITIES.index(each.modality) for each in self.relations],
            "role": {index: each.role for index, each in enumerate(self.relations) if each.role},
        }

    def _figure_columns(self) -> Json:
        metrics, units = WordNumbers(), WordNumbers()
        return {
            "id": [each.id for each in self.figures],
            "subject": [self.of_entity[each.subject] for each in self.figures],
            "metric": [metrics.number(each.metric) for each in self.figures],
            "value": [format(each.quantity.value, "f") for each in self.figures],
            "to": {
                index: format(each.quantity.value_to, "f")
                for index, each in enumerate(self.figures)
                if each.quantity.value_to is not None
            },
            "unit": [units.number(each.quantity.unit) for each in self.figures],
            "bound": [_BOUNDS.index(each.quantity.bound) for each in self.figures],
            "start": [each.period.start.isoformat() if each.period.start else None for each in self.figures],
            "end": [each.period.end.isoformat() if each.period.end else None for each in self.figures],
            "basis": [_BASES.index(each.period.basis) for each in self.figures],
            "dimensions": {
                index: [self.of_entity[entity] for entity in each.dimensions]
                for index, each in enumerate(self.figures)
                if each.dimensions
            },
            "modality": [_MODALITIES.index(each.modality) for each in self.figures],
            "metrics": metrics.words,
            "units": units.words,
            "bounds": [each.value for each in _BOUNDS],
            "bases": [each.value if each else None for each in _BASES],
        }

    def _document_columns(self) -> Json:
        sources = self.sources
        return {
            "id": [each.id for each in self.documents],
            "title": [each.title for each in self.documents],
            "date": [each.date.isoformat() if each.date else None for each in self.documents],
            "source": [each.source for each in self.documents],
            "facts": [placed.fact for each in self.documents for placed in sources.get(each.id, ())],
            "reprints": self._reprints(),
            "factCounts": [len(sources.get(each.id, ())) for each in self.documents],
        }

    def _reprints(self) -> dict[int, int]:
        """The sources whose passage is another article's, word for word or nearly: the number of that article."""
        documents = {each.id: each for each in self.documents}
        numbers = {each.id: number for number, each in enumerate(self.documents)}
        facts: list[Relation | Observation] = [*self.relations, *self.figures]
        origins = {
            (fact, source): numbers[origin.document]
            for fact, each in enumerate(facts)
            for source, origin in find_reprinted_sources(each.sources, documents).items()
        }
        in_order = (placed for each in self.documents for placed in self.sources.get(each.id, ()))
        found = {number: origins.get((placed.fact, placed.source)) for number, placed in enumerate(in_order)}
        return {number: origin for number, origin in found.items() if origin is not None}

    def _rdf(self) -> Json:
        """What the script needs to write a selection as Turtle in the terms of the program's own Turtle."""
        metrics = {each.metric for each in self.figures}
        units = {each.quantity.unit for each in self.figures}
        statements = {
            index: [statement_id(each.id, source) for source in evidence_of(each)]
            for index, each in enumerate(self.relations)
            if each.modality is not Modality.ASSERTED
        }
        return {
            "prefixes": {each: PREFIXES[each] for each in _PREFIXES},
            "instances": INSTANCES,
            "language": self._appearance.language,
            "metrics": {each: exact_id("met", each) for each in sorted(metrics)},
            "units": {
                each: self._appearance.units.get(each) or INSTANCES + exact_id("unit", each) for each in sorted(units)
            },
            "statements": statements,
        }


def _with_unknown(known: Mapping[str, Look], used: Iterable[str], plain: Look) -> Mapping[str, Look]:
    """The known looks in their order, then plain ones for what the graph uses beyond them."""
    return {**known, **dict.fromkeys(sorted(set(used) - known.keys()), plain)}
