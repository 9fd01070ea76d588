"""The part of the graph that names things: labels of terms, concept schemes, metrics, units.

Only what the graph uses is written, so that a file explains itself and stays small.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, VOID

from kg.export.rdf.names import Names
from kg.export.rdf.resource import Kind, Resource, given
from kg.export.rdf.terms import instance, iri, literal, worded
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.ontology.namespaces import CORE
from kg.ontology.pack import Pack
from kg.ontology.vocabulary import Scheme, Vocabulary

_A = RDF.type.n3()
_LABEL = RDFS.label.n3()
_PREF_LABEL = SKOS.prefLabel.n3()
_IN_SCHEME = SKOS.inScheme.n3()
_METRICS = str(CORE.Metric)


def describe_concepts(graph: KnowledgeGraph, pack: Pack, vocabulary: Vocabulary) -> Iterator[Resource]:
    """The data set itself, the terms that it uses, its schemes, units and metrics."""
    names = Names(vocabulary)
    yield _dataset(vocabulary)
    yield from _terms(graph, pack)
    yield from _schemes(graph, vocabulary)
    figures = graph.observations.values()
    for notation in sorted({each.quantity.unit for each in figures}):
        labels = (_PREF_LABEL, (names.words(notation),))
        notations = (SKOS.notation.n3(), (literal(notation),))
        properties = given((_A, (CORE.Unit.n3(),)), notations, labels)
        yield Resource(Kind.VOCABULARY, names.unit(notation), properties)
    scheme = vocabulary.schemes.get(_METRICS)
    for words in sorted({each.metric for each in figures}):
        kinds = (CORE.Metric.n3(), SKOS.Concept.n3())
        schemes = (iri(scheme.iri),) if scheme else ()
        properties = given((_A, kinds), (_PREF_LABEL, (names.words(words),)), (_IN_SCHEME, schemes))
        yield Resource(Kind.VOCABULARY, names.metric(words), properties)


def _dataset(vocabulary: Vocabulary) -> Resource:
    versions = tuple(iri(each) for each in vocabulary.versions)
    properties = (
        (_A, (VOID.Dataset.n3(),)),
        (DCTERMS.title.n3(), _texts(vocabulary.titles)),
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
        properties = given((_A, (SKOS.ConceptScheme.n3(),)), (DCTERMS.title.n3(), _texts(scheme.titles)))
        yield Resource(Kind.VOCABULARY, iri(scheme.iri), properties)


def _iri_of(scheme: Scheme) -> str:
    return scheme.iri


def _texts(texts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(worded(texts[language], language) for language in sorted(texts))
