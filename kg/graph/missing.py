"""What stands in the texts and gave no fact: numbers and quoted names that no evidence covers.

Where numbers and quoted names stand is found by others; here is only asked whether a fact came of them.
"""

from __future__ import annotations

import enum
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.entity import Source
from kg.model.fact import Part
from kg.model.span import Span


class CandidateKind(enum.StrEnum):
    """What was found in a text."""

    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A place of a document from which a fact might have come."""

    document: str
    span: Span
    kind: CandidateKind


def find_missing(graph: KnowledgeGraph, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates that gave no fact, by document and place.

    A number gave one where a figure's number stands; a name where a thing is named that takes part in a fact of the
    same document.
    """
    used = {CandidateKind.NUMBER: Places(_numbers(graph)), CandidateKind.NAME: Places(_names(graph))}
    missing = (each for each in candidates if not used[each.kind].overlap(each.document, each.span))
    return tuple(sorted(missing))


Place = tuple[str, Span]


def _numbers(graph: KnowledgeGraph) -> Iterator[Place]:
    """Where figures' numbers stand; of evidence that does not say where, all of it."""
    for observation in graph.observations.values():
        for source in observation.sources:
            parts = [span for part, span in source.evidence.parts if part is Part.NUMBER]
            for span in parts or [source.evidence.span]:
                yield source.document, span


def _names(graph: KnowledgeGraph) -> Iterator[Place]:
    """Where things are named, in the documents that state a fact of them."""
    stated: dict[str, set[str]] = {}
    for ends, sources in _facts(graph):
        documents = {source.document for source in sources}
        for end in ends:
            stated.setdefault(end, set()).update(documents)
    for id_, documents in stated.items():
        for place in graph.entities[id_].occurrences:
            if place.document in documents:
                yield place.document, place.span


def _facts(graph: KnowledgeGraph) -> Iterator[tuple[tuple[str, ...], tuple[Source, ...]]]:
    for relation in graph.relations.values():
        yield (relation.subject, relation.object), relation.sources
    for observation in graph.observations.values():
        yield (observation.subject, *observation.dimensions), observation.sources


class Places:
    """Spans of documents, to be asked for overlaps."""

    def __init__(self, places: Iterable[Place]) -> None:
        spans: dict[str, set[Span]] = {}
        for document, span in places:
            spans.setdefault(document, set()).add(span)
        self._spans = {document: sorted(each) for document, each in spans.items()}
        # Spans may lie in one another, so the end of the furthest one before each place decides.
        self._reach = {document: list(_furthest(each)) for document, each in self._spans.items()}

    def overlap(self, document: str, span: Span) -> bool:
        """Whether a span of the document shares a character with one of them."""
        spans = self._spans.get(document, [])
        before = bisect_left(spans, Span(span.end, span.end + 1))
        return before > 0 and self._reach[document][before - 1] > span.start


def _furthest(spans: Iterable[Span]) -> Iterator[int]:
    end = 0
    for span in spans:
        end = max(end, span.end)
        yield end
