"""The part of the graph that names things: labels of terms, concept schemes, metrics, units.

Only what the graph uses is written, so that a file explains itself and stays small.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib.namespace import DCTERMS, RDFS, VOID

from kg.export.rdf.hierarchy import Hierarchy
from kg.export.rdf.metrics import MetricScheme
from kg.export.rdf.names import Names
from kg.export.rdf.resource import Kind, Resource, given
from kg.export.rdf.skos import CONCEPT_SCHEME, NOTATION, PREF_LABEL, TYPE
from kg.export.rdf.terms import instance, iri, literal, worded
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.ontology.namespaces import CORE
from kg.ontology.pack import Pack
from kg.ontology.vocabulary import Scheme, Vocabulary

_LABEL = RDFS.label.n3()
_TITLE = DCTERMS.title.n3()
_UNIT = CORE.Unit.n3()
_METRICS = str(CORE.Metric)


def describe_concepts(
    graph: KnowledgeGraph, pack: Pack, vocabulary: Vocabulary, hierarchy: Hierarchy
) -> Iterator[Resource]:
    """The data set itself, the terms that it uses, its schemes, wider concepts, units and metrics."""
    names = Names(vocabulary)
    yield _dataset(vocabulary)
    yield from _terms(graph, pack)
    yield from _schemes(graph, vocabulary)
    yield from _wider(graph, hierarchy)
    figures = graph.observations.values()
    for notation in sorted({each.quantity.unit for each in figures}):
        labels = (names.words(notation),)
        properties = given((TYPE, (_UNIT,)), (NOTATION, (literal(notation),)), (PREF_LABEL, labels))
        yield Resource(Kind.VOCABULARY, names.unit(notation), properties)
    yield from MetricScheme(pack, vocabulary).describe(each.metric for each in figures)


def _wider(graph: KnowledgeGraph, hierarchy: Hierarchy) -> Iterator[Resource]:
    """The concepts over those of the graph that no article names."""
    entries = filter(None, map(hierarchy.entry, graph.entities.values()))
    above = {hierarchy.id_of(name): name for name in hierarchy.above(entries)}
    for id_ in sorted(above.keys() - graph.entities.keys()):
        yield hierarchy.describe(above[id_])


def _dataset(vocabulary: Vocabulary) -> Resource:
    versions = tuple(iri(each) for each in vocabulary.versions)
    properties = (
        (TYPE, (VOID.Dataset.n3(),)),
        (_TITLE, _texts(vocabulary.titles)),
        (DCTERMS.conformsTo.n3(), versions),
    )
    return Resource(Kind.VOCABULARY, instance("graph"), given(*properties))


def _terms(graph: KnowledgeGraph, pack: Pack) -> Iterator[Resource]:
    """The labels of the classes and properties that are used, in the order of their IRIs."""
    types, relations = pack.ontology.types, pack.ontology.relations
    used = {each.type for each in graph.entities.values()} & types.keys()
    joined = {each.predicate for each in graph.relations.values()} & relations.keys()
    labels = {types[name].iri: types[name].labels for name in used}
    labels |= {relations[name].iri: relations[name].labels for name in joined}
    for term in sorted(labels):
        yield Resource(Kind.VOCABULARY, iri(term), given((_LABEL, _texts(labels[term]))))


def _schemes(graph: KnowledgeGraph, vocabulary: Vocabulary) -> Iterator[Resource]:
    members = {vocabulary.types.get(each.type, "") for each in graph.entities.values()}
    if graph.observations:
        members.add(_METRICS)
    for scheme in sorted((vocabulary.schemes[each] for each in members & vocabulary.schemes.keys()), key=_iri_of):
        properties = given((TYPE, (CONCEPT_SCHEME,)), (_TITLE, _texts(scheme.titles)))
        yield Resource(Kind.VOCABULARY, iri(scheme.iri), properties)


def _iri_of(scheme: Scheme) -> str:
    return scheme.iri


def _texts(texts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(worded(texts[language], language) for language in sorted(texts))
