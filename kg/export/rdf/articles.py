"""Articles as RDF, and the evidence in them: a statement or a report for each place that states a fact.

A place is a specific resource of Web Annotation; its selector, which holds position and quote, is shared by all facts
that are stated there. The types of selectors and reports follow from their properties and are not written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from rdflib.namespace import DCTERMS, PROV, RDF, SDO, SKOS

from kg.errors import ExportError
from kg.export.rdf.curation import Marks
from kg.export.rdf.names import Names
from kg.export.rdf.resource import Kind, Properties, Resource, given
from kg.export.rdf.statements import statement_of
from kg.export.rdf.terms import date, decimal, instance, integer, literal
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.places import evidence_of
from kg.model.document import Document
from kg.model.entity import Observation, Relation, Source
from kg.model.fact import Part
from kg.ontology.namespaces import CORE, OA
from kg.ontology.vocabulary import Vocabulary
from kg.resolve.curation import EXTRACTOR
from kg.resolve.reprints import find_reprinted_sources

_A = RDF.type.n3()
_LABEL = SKOS.prefLabel.n3()
_TITLE = DCTERMS.title.n3()
_ISSUED = DCTERMS.issued.n3()
_PUBLISHER = DCTERMS.publisher.n3()
_IDENTIFIER = DCTERMS.identifier.n3()
_LANGUAGE = DCTERMS.language.n3()
_MENTIONS = SDO.mentions.n3()
_DERIVED_FROM = PROV.wasDerivedFrom.n3()
_ARTICLE = (CORE.Article.n3(), SDO.NewsArticle.n3())
_PUBLISHING = (SDO.Organization.n3(),)

_CONFIDENCE = CORE.confidence.n3()
_REPORTS = CORE.reports.n3()
_AS_WRITTEN = CORE.asWritten.n3()

_SOURCE = OA.hasSource.n3()
_SELECTOR = OA.hasSelector.n3()
_START = OA.start.n3()
_END = OA.end.n3()
_EXACT = OA.exact.n3()

_Stated = tuple[Relation | Observation, Source, Source | None]
"""A fact, a place that states it, and the place of another article that this one reprints."""


def describe_articles(graph: KnowledgeGraph, vocabulary: Vocabulary) -> Iterator[Resource]:
    """The publishers, then every article in the order of ids, each followed by the evidence in it.

    Raises:
        ExportError: a fact quotes an article that the graph does not hold.
    """
    names = Names(vocabulary)
    for publisher in sorted({each.source for each in graph.documents.values() if each.source}):
        properties = ((_A, _PUBLISHING), (_LABEL, (names.words(publisher),)))
        yield Resource(Kind.ARTICLE, names.publisher(publisher), properties)
    stated = _by_article(graph)
    for unknown in sorted(stated.keys() - graph.documents.keys()):
        raise ExportError(f"a fact quotes the article {unknown!r}, which the graph does not hold")
    mentions, marks = _mentions(graph), Marks(graph)
    for name in sorted(graph.documents):
        document = graph.documents[name]
        yield _article(document, mentions.get(name, set()), vocabulary.language, names)
        yield from _Evidence(document, names, marks).resources(stated.get(name, ()))


def _by_article(graph: KnowledgeGraph) -> dict[str, list[_Stated]]:
    stated: dict[str, list[_Stated]] = defaultdict(list)
    facts: list[Relation | Observation] = [*graph.relations.values(), *graph.observations.values()]
    for fact in sorted(facts, key=lambda each: each.id):
        sources = evidence_of(fact)
        origins = find_reprinted_sources(sources, graph.documents)
        for source in sources:
            stated[source.document].append((fact, source, origins.get(source)))
    return stated


def _mentions(graph: KnowledgeGraph) -> dict[str, set[str]]:
    mentions: dict[str, set[str]] = defaultdict(set)
    for entity in graph.entities.values():
        for occurrence in entity.occurrences:
            mentions[occurrence.document].add(instance(entity.id))
    return mentions


def _article(document: Document, mentions: set[str], language: str, names: Names) -> Resource:
    properties = given(
        (_A, _ARTICLE),
        (_IDENTIFIER, (literal(document.id),)),
        (_TITLE, (names.words(document.title),) if document.title else ()),
        (_ISSUED, (date(document.date),) if document.date else ()),
        (_PUBLISHER, (names.publisher(document.source),) if document.source else ()),
        (_LANGUAGE, (literal(language),)),
        (_MENTIONS, tuple(sorted(mentions))),
    )
    return Resource(Kind.ARTICLE, names.article(document.id), properties)


class _Evidence:
    """Describes the places of one article that state facts."""

    def __init__(self, document: Document, names: Names, marks: Marks) -> None:
        self._document = document
        self._marks = marks
        self._names = names
        self._graph = names.article(document.id)

    def resources(self, stated: Iterable[_Stated]) -> Iterator[Resource]:
        selectors: dict[str, Source] = {}
        for fact, source, origin in stated:
            selectors.setdefault(self._names.selector(source), source)
            if isinstance(fact, Relation):
                made = self._marks.of_quote(fact.id) if source.evidence.extractor == EXTRACTOR else ()
                first = given((_DERIVED_FROM, (self._names.statement(fact.id, origin),) if origin else ()))
                subject, properties = self._names.statement(fact.id, source), statement_of(fact, self._names)
                yield Resource(Kind.STATEMENT, subject, properties + self._place(source) + first + made, self._graph)
            else:
                first = given((_DERIVED_FROM, (self._names.report(fact.id, origin),) if origin else ()))
                subject, properties = self._names.report(fact.id, source), self._report(fact, source)
                yield Resource(Kind.REPORT, subject, properties + self._place(source) + first, self._graph)
        for selector in sorted(selectors, key=lambda each: selectors[each].evidence.span):
            yield Resource(Kind.SELECTOR, selector, self._selected(selectors[selector]), self._graph)

    def _report(self, figure: Observation, source: Source) -> Properties:
        numbers = [span for part, span in source.evidence.parts if part is Part.NUMBER]
        written = sorted({self._names.words(span.of(self._document.text)) for span in numbers})
        return given((_REPORTS, (instance(figure.id),)), (_AS_WRITTEN, tuple(written)))

    def _place(self, source: Source) -> Properties:
        confidence = decimal(Decimal(str(round(source.evidence.confidence, 4))))
        return (
            (_CONFIDENCE, (confidence,)),
            (_SOURCE, (self._graph,)),
            (_SELECTOR, (self._names.selector(source),)),
        )

    def _selected(self, source: Source) -> Properties:
        span = source.evidence.span
        return (
            (_START, (integer(span.start),)),
            (_END, (integer(span.end),)),
            (_EXACT, (literal(span.of(self._document.text)),)),
        )
