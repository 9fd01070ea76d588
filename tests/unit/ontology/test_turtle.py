"""Schema files become an Ontology; every fault is told with its line."""

import pytest

from kg.errors import OntologyError
from kg.ontology.pack import find_pack
from kg.ontology.turtle import load_turtle, read_schema

PREFIXES = """@prefix ex: <https://example.org/ins#> .
@prefix core: <https://w3id.org/cnfinkg/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
FIRST = PREFIXES.count("\n") + 1


@pytest.fixture
def read(tmp_path):
    def read(turtle, name="schema.ttl"):
        path = tmp_path / name
        path.write_text(PREFIXES + turtle, "utf-8")
        problems = []
        return read_schema([path], problems), [(each.line - FIRST, each.message) for each in problems]

    return read


def test_a_class_is_an_entity_type_with_its_texts(read):
    ontology, problems = read(
        'ex:Insurer a owl:Class ; rdfs:subClassOf core:Agent ; rdfs:label "保险公司"@zh , "insurer"@en ;'
        ' skos:definition "承保风险的企业。"@zh .'
    )
    insurer = ontology.types["Insurer"]
    assert problems == []
    assert insurer.iri == "https://example.org/ins#Insurer"
    assert dict(insurer.labels) == {"zh": "保险公司", "en": "insurer"}
    assert dict(insurer.definitions) == {"zh": "承保风险的企业。"}
    assert insurer.parent is None, "a class of the core is no type of the pack"


def test_a_subclass_is_accepted_where_its_parent_is(read):
    ontology, problems = read(
        "ex:Insurer a owl:Class . ex:LifeInsurer a owl:Class ; rdfs:subClassOf ex:Insurer . ex:Claim a owl:Class .\n"
        "ex:settles a owl:ObjectProperty ; rdfs:domain ex:Insurer ; rdfs:range ex:Claim ."
    )
    assert problems == []
    assert ontology.types["LifeInsurer"].parent == "Insurer"
    assert ontology.accepts("LifeInsurer", "settles", "Claim")
    assert not ontology.accepts("Claim", "settles", "LifeInsurer")


def test_unions_symmetry_and_inverses_are_read(read):
    ontology, problems = read(
        "ex:A a owl:Class . ex:B a owl:Class .\n"
        "ex:joins a owl:ObjectProperty , owl:SymmetricProperty ; rdfs:domain [ owl:unionOf ( ex:A ex:B ) ] .\n"
        "ex:holds a owl:ObjectProperty . ex:heldBy a owl:ObjectProperty ; owl:inverseOf ex:holds ."
    )
    assert problems == []
    assert list(ontology.relations) == ["holds", "joins"]
    assert ontology.relations["joins"].domain == {"A", "B"}
    assert ontology.relations["joins"].range == frozenset()
    assert ontology.relations["joins"].symmetric
    assert ontology.relations["holds"].inverse == "heldBy"


def test_every_fault_is_told_with_its_line(read):
    _, problems = read(
        "ex:A a owl:Class . ex:B a owl:Class .\n"
        'ex:C a owl:Class ; rdfs:subClassOf ex:A , ex:B ; rdfs:label "丙"@zh , "冰"@zh .\n'
        "ex:p a owl:ObjectProperty ; rdfs:domain ex:A , ex:B .\n"
        "ex:q a owl:ObjectProperty ; rdfs:range [ a owl:Class ] ."
    )
    assert [line for line, _ in problems] == [1, 1, 2, 3]
    assert "under 2 classes" in problems[0][1]
    assert "two labels in zh" in problems[1][1]
    assert "2 domains" in problems[2][1]
    assert "neither a class nor a union" in problems[3][1]


def test_one_local_name_may_not_stand_for_two_terms(tmp_path):
    first, second = tmp_path / "a.ttl", tmp_path / "b.ttl"
    first.write_text(PREFIXES + "ex:Insurer a owl:Class .", "utf-8")
    second.write_text("@prefix owl: <http://www.w3.org/2002/07/owl#> .\n\n<urn:x#Insurer> a owl:Class .", "utf-8")
    problems = []
    read_schema([first, second], problems)
    assert [(each.path, each.line) for each in problems] == [(second, 3)]


def test_a_syntax_error_names_its_line(tmp_path):
    path = tmp_path / "schema.ttl"
    path.write_text("@prefix a: <http://a/> .\n\na:b a:c a:d a:e .\n", "utf-8")
    with pytest.raises(OntologyError) as caught:
        load_turtle(path)
    assert caught.value.place == f"{path}:3"


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"], ids=["absent", "not UTF-8"])
def test_an_unreadable_file_is_refused(tmp_path, content):
    path = tmp_path / "schema.ttl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OntologyError) as caught:
        load_turtle(path)
    assert caught.value.place == str(path)


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path):
    path = tmp_path / "schema.ttl"
    path.write_bytes(b"\xef\xbb\xbf<urn:a> <urn:b> <urn:c> .\n")
    assert len(load_turtle(path)) == 1


def test_names_that_other_programs_refuse_are_refused(tmp_path):
    """rdflib alone would take the blank of U+3000 inside a prefixed name."""
    path = tmp_path / "schema.ttl"
    path.write_text("@prefix a: <http://a/> .\na:b\u3000c a a:d .\n", "utf-8")
    with pytest.raises(OntologyError):
        load_turtle(path)


def test_the_finance_pack_has_its_types_and_relations():
    problems = []
    ontology = read_schema([find_pack("finance") / "schema.ttl"], problems)
    assert problems == []
    assert len(ontology.types) == 13
    assert len(ontology.relations) == 16
    assert [each.name for each in ontology.relations.values() if each.symmetric] == ["cooperatesWith"]
    assert all({"zh", "en"} <= each.labels.keys() for each in ontology.types.values())
    assert all({"zh", "en"} <= each.definitions.keys() for each in ontology.relations.values())
