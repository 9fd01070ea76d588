"""From a name, an IRI or a fact back to every sentence behind it, with the words that count and the rule that found it.

Pure: reads a `KnowledgeGraph` and gives typed explanations; how they look on a terminal is for the command line.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.errors import QueryError
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.places import article_id, evidence_of, report_id, selector_id, statement_id
from kg.model.document import Document
from kg.model.entity import Entity, Observation, Relation, Source
from kg.model.fact import Part
from kg.model.span import Span
from kg.ontology.namespaces import INSTANCES
from kg.ontology.pack import Pack
from kg.resolve.reasons import MergeReason
from kg.text.sentences import SentenceSplitter

Fact = Relation | Observation


@dataclass(frozen=True, slots=True)
class Passage:
    """One place that states a fact.

    `span` covers the whole sentences that hold the evidence, by offsets of the document; `text` is what stands there.
    `evidence` is the place itself and `highlights` the words that count, both by offsets of `text`. `outside` gives
    the words of parts that stand in other sentences, with their offsets in the document: a subject carried along.
    """

    document: Document
    span: Span
    text: str
    evidence: Span
    highlights: tuple[tuple[Part, Span], ...]
    outside: tuple[tuple[Part, Span, str], ...]
    extractor: str
    pattern: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ExplainedFact:
    """A fact with the names of its entities and every place that states it, in the order of documents."""

    fact: Fact
    subject: Entity
    object: Entity | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a graph holds about what was asked: an entity with all its facts, or one fact alone.

    `reasons` tell why the entity has its names; empty for a fact.
    """

    entity: Entity | None
    facts: tuple[ExplainedFact, ...]
    reasons: tuple[MergeReason, ...] = ()


def explain(
    graph: KnowledgeGraph, pack: Pack, asked: str, reasons: Iterable[MergeReason] = ()
) -> tuple[Explanation, ...]:
    """What stands behind a name, an IRI or a fact; several explanations where several things have the name.

    Args:
        graph: what was built.
        pack: its pack, whose language cuts sentences.
        asked: a name or alias of an entity, an id, or an IRI (whole, or `id:…` as in the Turtle) of an entity, a fact,
            a statement, a report, a place or an article.
        reasons: why names met, as the build tells.

    Raises:
        QueryError: the graph holds nothing of that name.
    """
    explainer = _Explainer(graph, SentenceSplitter(pack.language.punctuation), tuple(reasons))
    found = tuple(explainer.find(asked.strip()))
    if not found:
        close = difflib.get_close_matches(asked, explainer.names(), n=3, cutoff=0.5)
        remedy = f"perhaps {' or '.join(close)}" if close else "give a name, an IRI or the id of a fact"
        raise QueryError(f"the graph holds nothing named {asked!r}", remedy=remedy)
    return found


class _Explainer:
    """Finds and explains in one graph."""

    def __init__(self, graph: KnowledgeGraph, splitter: SentenceSplitter, reasons: tuple[MergeReason, ...]) -> None:
        self._graph = graph
        self._splitter = splitter
        self._reasons = reasons
        self._sentences: dict[str, tuple[Span, ...]] = {}

    def names(self) -> list[str]:
        """Every name and alias, for suggestions."""
        return sorted({form for each in self._graph.entities.values() for form in (each.name, *each.aliases)})

    def find(self, asked: str) -> Iterator[Explanation]:
        id_ = asked.removeprefix("<").removesuffix(">").removeprefix(INSTANCES).removeprefix("id:")
        if id_ in self._graph.entities:
            yield self._entity(self._graph.entities[id_])
        elif id_ in self._graph.relations or id_ in self._graph.observations:
            yield Explanation(None, (self._fact(self._by_id(id_)),))
        else:
            placed = tuple(self._at(id_))
            if placed:
                yield Explanation(None, placed)
            for name in sorted(self._graph.entities):
                entity = self._graph.entities[name]
                if asked == entity.name or asked in entity.aliases:
                    yield self._entity(entity)

    def _by_id(self, id_: str) -> Fact:
        relation = self._graph.relations.get(id_)
        return relation if relation is not None else self._graph.observations[id_]

    def _facts(self) -> Iterator[Fact]:
        yield from (self._graph.relations[id_] for id_ in sorted(self._graph.relations))
        yield from (self._graph.observations[id_] for id_ in sorted(self._graph.observations))

    def _at(self, id_: str) -> Iterator[ExplainedFact]:
        """The facts of a statement, report, place or article, with the places that this means only."""
        if not id_.startswith(("stm_", "rep_", "sel_", "art_")):
            return
        for fact in self._facts():
            sources = [source for source in evidence_of(fact) if id_ in _ids_of(fact, source)]
            if sources:
                yield self._fact(fact, sources)

    def _entity(self, entity: Entity) -> Explanation:
        relations = sorted(self._graph.relations_of(entity.id), key=lambda each: (each.predicate, each.id))
        figures = sorted(self._graph.observations_of(entity.id), key=lambda each: (each.metric, each.id))
        facts = (*map(self._fact, relations), *map(self._fact, figures))
        return Explanation(entity, facts, tuple(each for each in self._reasons if each.entity == entity.id))

    def _fact(self, fact: Fact, sources: Iterable[Source] | None = None) -> ExplainedFact:
        entities = self._graph.entities
        passages = tuple(self._passage(each) for each in (evidence_of(fact) if sources is None else sources))
        other = entities[fact.object] if isinstance(fact, Relation) else None
        return ExplainedFact(fact, entities[fact.subject], other, passages)

    def _passage(self, source: Source) -> Passage:
        document, evidence = self._graph.documents[source.document], source.evidence
        span = self._around(document, evidence.span)
        inside = [(part, each) for part, each in evidence.parts if span.contains(each)]
        outside = [(part, each) for part, each in evidence.parts if not span.contains(each)]
        return Passage(
            document,
            span,
            span.of(document.text),
            _within(span, evidence.span),
            tuple(sorted(((part, _within(span, each)) for part, each in inside), key=lambda each: (each[1], each[0]))),
            tuple((part, each, each.of(document.text)) for part, each in sorted(outside, key=lambda each: each[1])),
            evidence.extractor,
            evidence.pattern,
            evidence.confidence,
        )

    def _around(self, document: Document, evidence: Span) -> Span:
        """The sentences that evidence touches, from the first one's start to the last one's end."""
        if document.id not in self._sentences:
            self._sentences[document.id] = tuple(each.span for each in self._splitter.split(document.text))
        span = evidence
        for sentence in self._sentences[document.id]:
            if sentence.overlaps(evidence):
                span = span.through(sentence)
        return span


def _ids_of(fact: Fact, source: Source) -> tuple[str, ...]:
    own = statement_id(fact.id, source) if isinstance(fact, Relation) else report_id(fact.id, source)
    return own, selector_id(source), article_id(source.document)


def _within(outer: Span, inner: Span) -> Span:
    return Span(inner.start - outer.start, inner.end - outer.start)
