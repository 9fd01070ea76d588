"""The vocabularies of the program are closed, and are those of the Turtle."""

import pytest
from rdflib import OWL, RDF, URIRef

from kg.ontology.namespaces import CORE, OA, local_name
from kg.ontology.pack import packs_folder
from kg.ontology.turtle import load_turtle


def test_the_code_names_the_terms_of_the_core_ontology():
    graph = load_turtle(packs_folder() / "core.ttl")
    kinds = (
        OWL.Class,
        OWL.ObjectProperty,
        OWL.DatatypeProperty,
        OWL.NamedIndividual,
        OWL.AnnotationProperty,
    )
    terms = {each for kind in kinds for each in graph.subjects(RDF.type, kind) if str(each).startswith(str(CORE))}
    assert terms == {URIRef(each) for each in dir(CORE) if str(each).startswith(str(CORE))}


@pytest.mark.parametrize("namespace", [CORE, OA])
def test_an_unknown_term_raises(namespace):
    with pytest.raises(AttributeError):
        _ = namespace.statment


@pytest.mark.parametrize(
    ("iri", "name"), [("https://example.org/a#b", "b"), ("https://example.org/a/b", "b"), ("urn:x", "urn:x")]
)
def test_local_name(iri, name):
    assert local_name(iri) == name
