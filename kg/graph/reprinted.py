"""Which articles of a graph reprint others, wholly or in the passages that state facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.entity import Observation, Relation
from kg.resolve.reprints import find_reprinted_documents, find_reprinted_sources


@dataclass(frozen=True, slots=True, order=True)
class Reprint:
    """An article that reprints another.

    `facts` counts the facts whose passage it repeats, `whole` tells that all of it is alike.
    """

    document: str
    origin: str
    facts: int
    whole: bool


def find_reprints(graph: KnowledgeGraph) -> tuple[Reprint, ...]:
    """The reprints among the documents of a graph, by document and origin."""
    facts: Counter[tuple[str, str]] = Counter()
    stated: list[Relation | Observation] = [*graph.relations.values(), *graph.observations.values()]
    for each in stated:
        reprinted = find_reprinted_sources(each.sources, graph.documents)
        facts.update({(source.document, origin.document) for source, origin in reprinted.items()})
    whole = find_reprinted_documents(graph.documents.values()).items()
    pairs = sorted({*facts, *whole})
    return tuple(Reprint(*pair, facts=facts[pair], whole=pair in whole) for pair in pairs)
