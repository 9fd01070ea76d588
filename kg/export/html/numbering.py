"""Numbers for everything that the page shows, the same in every run: entities, facts, documents, types, predicates.

Facts are relations and, after them, figures, in one numbering; sources stand in the order of their places in the
articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from kg.errors import ExportError
from kg.export.html.appearance import Appearance, PredicateLook, TypeLook
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.places import evidence_of
from kg.model.document import Document
from kg.model.entity import Entity, Observation, Relation, Source

Look = TypeVar("Look")


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
        self.appearance = appearance

    def _relation_order(self, relation: Relation) -> tuple[int, int, str, str]:
        return self.of_entity[relation.subject], self.of_entity[relation.object], relation.predicate, relation.id

    @property
    def facts(self) -> Sequence[Relation | Observation]:
        """Relations and, after them, figures: a fact's number is its place here."""
        return [*self.relations, *self.figures]

    @cached_property
    def sources(self) -> Mapping[str, Sequence[Placed]]:
        """The sources in every document, in the order of their places.

        Raises:
            ExportError: a fact quotes a document that the graph does not hold.
        """
        found: dict[str, list[Placed]] = defaultdict(list)
        for number, fact in enumerate(self.facts):
            for source in evidence_of(fact):
                found[source.document].append(Placed(number, source))
        known = {each.id for each in self.documents}
        for unknown in sorted(found.keys() - known):
            raise ExportError(f"a fact quotes the article {unknown!r}, which the graph does not hold")
        for each in found.values():
            each.sort(key=lambda placed: (placed.source.evidence.span, placed.fact))
        return found


def _with_unknown(known: Mapping[str, Look], used: Iterable[str], plain: Look) -> Mapping[str, Look]:
    """The known looks in their order, then plain ones for what the graph uses beyond them."""
    return {**known, **dict.fromkeys(sorted(set(used) - known.keys()), plain)}
