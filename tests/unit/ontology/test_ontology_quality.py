"""The ontologies are what their kind should be: headers, labels, definitions, ends, alignment, no loose terms."""

import itertools
from functools import cache

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, VANN, XSD

from kg.ontology.namespaces import CORE
from kg.ontology.pack import packs_folder
from kg.ontology.turtle import load_turtle

OWN = "https://w3id.org/cnfinkg/"
FOLDER = packs_folder()
VOCABULARIES = ("core.ttl", "finance/schema.ttl")
HEADED = (
    *VOCABULARIES,
    "alignment.ttl",
    "finance/alignment.ttl",
    "zh/units.ttl",
    "core.shacl.ttl",
    "finance/shapes.ttl",
    "finance/schemes.ttl",
    "finance/concepts.ttl",
)
ALL = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.ttl") if path.parent.name != "invalid")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual)


@cache
def load(name):
    return load_turtle(FOLDER / name)


@cache
def defined():
    return {subject for name in ALL for subject in load(name).subjects()}


def own_terms(graph, *kinds):
    return sorted({each for kind in kinds for each in graph.subjects(RDF.type, kind) if str(each).startswith(OWN)})


def languages(graph, term, predicate):
    return sorted(text.language for text in graph.objects(term, predicate) if isinstance(text, Literal))


@pytest.mark.parametrize("name", HEADED)
def test_every_ontology_has_its_header(name):
    graph = load(name)
    (ontology,) = graph.subjects(RDF.type, OWL.Ontology)
    version = graph.value(ontology, OWL.versionInfo)
    assert graph.value(ontology, OWL.versionIRI) == URIRef(f"{ontology}/{version}")
    assert graph.value(ontology, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert graph.value(ontology, DCTERMS.creator) == URIRef(f"{OWN}project")
    assert languages(graph, ontology, DCTERMS.title) == ["en", "zh"]
    assert str(graph.value(ontology, OWL.priorVersion)).startswith(f"{ontology}/")
    assert graph.value(ontology, OWL.priorVersion) != graph.value(ontology, OWL.versionIRI)
    assert graph.value(ontology, DCTERMS.created).datatype == XSD.dateTime


def test_every_ontology_imports_one_that_there_is():
    ontologies = {each for name in HEADED for each in load(name).subjects(RDF.type, OWL.Ontology)}
    assert len(ontologies) == len(HEADED)
    assert {each for name in HEADED for each in load(name).objects(None, OWL.imports)} <= ontologies


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_vocabulary_names_its_prefix_and_what_it_is_about(name):
    graph = load(name)
    (ontology,) = graph.subjects(RDF.type, OWL.Ontology)
    for predicate in (VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri):
        assert graph.value(ontology, predicate), predicate
    assert languages(graph, ontology, DCTERMS.abstract) == ["en", "zh"]


@pytest.mark.parametrize("name", VOCABULARIES)
@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition])
def test_every_term_is_labelled_and_defined_once_in_each_language(name, predicate):
    graph = load(name)
    terms = own_terms(graph, *KINDS)
    assert len(terms) > 20
    assert {str(term): languages(graph, term, predicate) for term in terms} == {
        str(term): ["en", "zh"] for term in terms
    }


@pytest.mark.parametrize("name", VOCABULARIES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_terms_of_a_kind_share_a_label(name, language):
    graph = load(name)
    for kind in KINDS:
        labels = [
            str(text)
            for term in own_terms(graph, kind)
            for text in graph.objects(term, RDFS.label)
            if text.language == language
        ]
        assert len(labels) == len(set(labels)), kind


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_property_says_from_what_to_what_it_goes(name):
    graph = load(name)
    open_ended = [
        term
        for term in own_terms(graph, OWL.ObjectProperty, OWL.DatatypeProperty)
        if not (graph.value(term, RDFS.domain) and graph.value(term, RDFS.range))
    ]
    assert open_ended == ([CORE.relation] if name == "core.ttl" else []), "which property it is, OWL cannot say"


def test_an_inverse_goes_the_other_way():
    graph = load("finance/schema.ttl")

    def classes(term, end):
        expression = graph.value(term, end)
        union = graph.value(expression, OWL.unionOf)
        return set(Collection(graph, union)) if union else {expression}

    for inverse, term in graph.subject_objects(OWL.inverseOf):
        assert classes(inverse, RDFS.domain) == classes(term, RDFS.range), inverse
        assert classes(inverse, RDFS.range) == classes(term, RDFS.domain), inverse


def test_every_relation_has_an_inverse_or_is_its_own():
    graph = load("finance/schema.ttl")
    for term in own_terms(graph, OWL.ObjectProperty):
        symmetric = (term, RDF.type, OWL.SymmetricProperty) in graph
        read_back = graph.value(term, OWL.inverseOf) or graph.value(None, OWL.inverseOf, term)
        assert symmetric != bool(read_back), term


def test_every_class_of_the_domain_is_under_one_of_the_core_and_apart_from_the_others():
    graph, core = load("finance/schema.ttl"), set(load("core.ttl").subjects(RDF.type, OWL.Class))
    classes = own_terms(graph, OWL.Class)
    assert all(set(graph.objects(each, RDFS.subClassOf)) <= core for each in classes)
    apart = set()
    for axiom in graph.subjects(RDF.type, OWL.AllDisjointClasses):
        members = Collection(graph, graph.value(axiom, OWL.members))
        apart |= {frozenset(pair) for pair in itertools.combinations(members, 2)}
    assert {frozenset(pair) for pair in itertools.combinations(classes, 2)} <= apart


@pytest.mark.parametrize("name", ALL)
def test_every_own_term_that_is_used_is_defined(name):
    loose = {
        term
        for triple in load(name)
        for term in triple
        if isinstance(term, URIRef) and str(term).startswith(OWN) and term not in defined()
    }
    versions = {each for each in loose if str(each).rsplit("/", 1)[-1].replace(".", "").isdigit()}
    properties = {URIRef(each) for each in dir(CORE) if str(each).startswith(str(CORE))}
    assert loose - versions - properties == set()


@pytest.mark.parametrize("name", ALL)
def test_no_file_has_what_others_trip_over(name):
    graph = load(name)
    terms = {term for triple in graph for term in triple}
    assert not [each for each in terms if isinstance(each, URIRef) and str(each).startswith("http://schema.org/")]
    assert not [each for each in terms if isinstance(each, Literal) and each.language not in (None, "zh", "en")]
    if name in VOCABULARIES:
        assert XSD.date not in terms, "OWL 2 has no xsd:date"


def test_fibo_is_matched_and_never_imported_or_subclassed():
    for name in ALL:
        uses = {predicate for _, predicate, term in load(name) if "edmcouncil" in str(term)}
        assert uses <= {SKOS.closeMatch, RDFS.seeAlso}, name


def test_no_class_is_above_itself():
    graph = load("core.ttl") + load("finance/schema.ttl") + load("alignment.ttl") + load("finance/alignment.ttl")
    named = [each for each in graph.subjects(RDF.type, OWL.Class) if not isinstance(each, BNode)]
    for term in named:
        above = set(graph.transitive_objects(term, RDFS.subClassOf)) - {term}
        assert all(term not in set(graph.transitive_objects(each, RDFS.subClassOf)) for each in above)


def test_every_shape_is_for_a_class_and_every_class_has_one():
    shapes = load("core.shacl.ttl") + load("finance/shapes.ttl")
    targets = set(shapes.objects(None, URIRef("http://www.w3.org/ns/shacl#targetClass")))
    classes = set(own_terms(load("finance/schema.ttl"), OWL.Class))
    assert classes <= targets
    assert set(own_terms(load("core.ttl"), OWL.Class)) <= targets
