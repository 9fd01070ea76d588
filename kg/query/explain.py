"""From a name, an IRI or a fact back to every sentence behind it.

Knows the resolved graph and its documents; the words of types and relations come in as labels. How an explanation
looks is for the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph.flatten import Labels, number_of_figure
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.document import Document
from kg.model.entity import Entity, Observation, Relation, Source
from kg.model.fact import Part
from kg.model.span import Span
from kg.resolve.reasons import MergeReason
from kg.text.sentences import SentenceSplitter


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences that state a fact, by one document.

    `span` covers the sentences of the evidence and `text` are their words; `marks` are the parts of the evidence, by
    offsets of the document, and may lie outside `span` where a subject or a period is carried along.
    """

    document: Document
    span: Span
    text: str
    marks: tuple[tuple[Part, Span], ...]
    extractor: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ExplainedFact:
    """A fact in words, with every passage behind it."""

    id: str
    words: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is known of one entity, or of one fact.

    `entity` is None where a fact was asked for. `reasons` tell why the entity's names are one thing.
    """

    entity: Entity | None
    facts: tuple[ExplainedFact, ...]
    reasons: tuple[MergeReason, ...] = ()


class Explainer:
    """Explains the things and facts of one graph."""

    def __init__(
        self,
        graph: KnowledgeGraph,
        labels: Labels,
        splitter: SentenceSplitter,
        reasons: Iterable[MergeReason] = (),
    ) -> None:
        self._graph = graph
        self._labels = labels
        self._splitter = splitter
        self._reasons = tuple(reasons)

    def explain(self, asked: str) -> tuple[Explanation, ...]:
        """Everything of that name, alias, id or IRI, in the order of ids; empty where there is nothing."""
        key = asked.rstrip(">").rsplit("/", 1)[-1]
        graph = self._graph
        fact: Relation | Observation | None = graph.relations.get(key) or graph.observations.get(key)
        if fact is not None:
            return (Explanation(None, (self._fact(fact),)),)
        found = [each for each in graph.entities.values() if key == each.id or asked in (each.name, *each.aliases)]
        return tuple(self._entity(each) for each in found)

    def _entity(self, entity: Entity) -> Explanation:
        relations = sorted(self._graph.relations_of(entity.id), key=lambda each: (each.predicate, each.id))
        figures = self._graph.observations_of(entity.id)
        told: tuple[Relation | Observation, ...] = (*relations, *figures)
        facts = tuple(self._fact(each) for each in told)
        return Explanation(entity, facts, tuple(each for each in self._reasons if each.entity == entity.id))

    def _fact(self, fact: Relation | Observation) -> ExplainedFact:
        words = self._relation(fact) if isinstance(fact, Relation) else self._figure(fact)
        return ExplainedFact(fact.id, f"{words} ({fact.modality.value})", tuple(self._passages(fact.sources)))

    def _relation(self, relation: Relation) -> str:
        said = self._labels.get(relation.predicate, relation.predicate)
        role = f" [{relation.role}]" if relation.role else ""
        return f"{self._name(relation.subject)} —{said}→ {self._name(relation.object)}{role}"

    def _figure(self, figure: Observation) -> str:
        period = figure.period
        dates = f" {period.start or ''}…{period.end or ''}" if period.start or period.end else ""
        return f"{self._name(figure.subject)}: {figure.metric} {number_of_figure(figure.quantity)}{dates}"

    def _name(self, id_: str) -> str:
        return self._graph.entities[id_].name

    def _passages(self, sources: Iterable[Source]) -> Iterator[Passage]:
        for source in sources:
            document, evidence = self._graph.documents[source.document], source.evidence
            span = self._sentences(document.text, evidence.span)
            yield Passage(
                document,
                span,
                span.of(document.text),
                evidence.parts,
                evidence.extractor,
                evidence.pattern,
                evidence.confidence,
            )

    def _sentences(self, text: str, span: Span) -> Span:
        """The whole sentences that a span touches."""
        for sentence in self._splitter.split(text):
            if sentence.span.overlaps(span):
                span = span.through(sentence.span)
        return span
