"""From a name, an IRI or a fact back to every sentence behind it.

Knows the resolved graph and its documents; the words of types and relations come in as labels. How an explanation
looks is for the command line.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph.flatten import Labels, number_of_figure
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.places import article_id, evidence_of, report_id, selector_id, statement_id
from kg.model.document import Document
from kg.model.entity import Entity, Observation, Relation, Source
from kg.model.fact import Part
from kg.model.span import Span
from kg.resolve.reasons import MergeReason
from kg.text.sentences import SentenceSplitter

Fact = Relation | Observation


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences that state a fact at one place of one document.

    `span` covers the sentences of the evidence and `text` are their words; `evidence` is the shortest run of clauses
    that states the fact; `marks` are its parts, by offsets of the document, and may lie outside `span` where a
    subject or a period is carried along.
    """

    document: Document
    span: Span
    text: str
    evidence: Span
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
    """What is known of one entity, or of one fact, or of the facts at one place.

    `entity` is None where no entity was asked for. `reasons` tell why the entity's names are one thing.
    """

    entity: Entity | None
    facts: tuple[ExplainedFact, ...]
    reasons: tuple[MergeReason, ...] = ()


def names_near(graph: KnowledgeGraph, asked: str) -> tuple[str, ...]:
    """The names of three things at most whose names are like one that a graph does not hold.

    What it is a part of comes first, the shortest first of all.
    """
    names = {form: each.name for each in graph.entities.values() for form in (*each.aliases, each.name)}
    whole = sorted((form for form in names if asked and asked in form), key=lambda form: (len(form), form))
    like = difflib.get_close_matches(asked, sorted(names), n=3, cutoff=0.5)
    return tuple(dict.fromkeys(names[form] for form in (*whole, *like)))[:3]


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
        self._sentences: dict[str, tuple[Span, ...]] = {}

    def explain(self, asked: str) -> tuple[Explanation, ...]:
        """Everything of that name, alias, type and name (Company:云岭消费金融), id or IRI, in the order of ids.

        Empty where there is nothing.

        An id or IRI may be that of an entity or a fact, or as the RDF has them of one statement or report, of a place
        (which several facts may share) or of an article.
        """
        words = asked.strip()
        key = words.rstrip(">").rsplit("/", 1)[-1].removeprefix("id:")
        graph = self._graph
        fact: Fact | None = graph.relations.get(key) or graph.observations.get(key)
        if fact is not None:
            return (Explanation(None, (self._fact(fact, evidence_of(fact)),)),)
        placed = tuple(self._placed(key)) if key.startswith(("stm_", "rep_", "sel_", "art_")) else ()
        if placed:
            return (Explanation(None, placed),)
        found = [
            each
            for each in graph.entities.values()
            if key == each.id or words in (each.name, *each.aliases, f"{each.type}:{each.name}")
        ]
        return tuple(self._entity(each) for each in sorted(found, key=lambda each: each.id))

    def _placed(self, key: str) -> Iterator[ExplainedFact]:
        """The facts of a statement, report, place or article, with the passages that the id means only."""
        facts: tuple[Fact, ...] = (*self._graph.relations.values(), *self._graph.observations.values())
        for fact in facts:
            sources = [source for source in evidence_of(fact) if key in _ids_of(fact, source)]
            if sources:
                yield self._fact(fact, sources)

    def _entity(self, entity: Entity) -> Explanation:
        relations = sorted(self._graph.relations_of(entity.id), key=lambda each: (each.predicate, each.id))
        figures = self._graph.observations_of(entity.id)
        told: tuple[Fact, ...] = (*relations, *figures)
        facts = tuple(self._fact(each, evidence_of(each)) for each in told)
        return Explanation(entity, facts, tuple(each for each in self._reasons if each.entity == entity.id))

    def _fact(self, fact: Fact, sources: Iterable[Source]) -> ExplainedFact:
        words = self._relation(fact) if isinstance(fact, Relation) else self._figure(fact)
        passages = tuple(self._passage(each) for each in sources)
        return ExplainedFact(fact.id, f"{words} ({fact.modality.value})", passages)

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

    def _passage(self, source: Source) -> Passage:
        document, evidence = self._graph.documents[source.document], source.evidence
        span = self._around(document, evidence.span)
        return Passage(
            document,
            span,
            span.of(document.text),
            evidence.span,
            evidence.parts,
            evidence.extractor,
            evidence.pattern,
            evidence.confidence,
        )

    def _around(self, document: Document, evidence: Span) -> Span:
        """The whole sentences that a span touches; a document is cut once."""
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
