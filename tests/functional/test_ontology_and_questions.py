"""The ontology's page, the concepts and the answers on the examples are those of today's files."""

import json
from collections import Counter
from functools import cache

import pytest
from rdflib import Graph
from rdflib.namespace import RDF, SKOS

from docs import generate_concepts, generate_ontology, generate_questions
from kg.model.record_reader import from_json
from kg.ontology.pack import load_pack
from kg.ontology.turtle import load_turtle
from kg.query.questions import answer, load_questions
from kg.query.shapes import validate
from kg.query.store import load_graph

QUESTIONS = load_questions(load_pack("finance"))
EXAMPLES = generate_questions.GRAPH


@cache
def built():
    return load_graph(EXAMPLES)


@cache
def in_rdflib():
    return Graph().parse(EXAMPLES)


def values(name, **chosen):
    table = answer(built(), QUESTIONS[name], chosen)
    return [tuple(term.value if term else None for term in row) for row in table.rows]


@pytest.mark.parametrize("page", [generate_ontology, generate_concepts, generate_questions])
def test_what_is_generated_is_fresh(page):
    assert page.PAGE.read_text("utf-8") == page.render(), "run `make docs`"


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_answer_on_the_examples_is_the_expected_one(name):
    expected = generate_questions.PAGE.read_text("utf-8")
    assert generate_questions.section(QUESTIONS[name], built()) in expected, (
        "run `make docs` and look at the difference"
    )


@pytest.mark.parametrize("name", QUESTIONS)
def test_rdflib_gives_the_same_answer(name):
    def told(rows):
        return sorted(["、".join(sorted(cell.split("、"))) if cell else "" for cell in row] for row in rows)

    other = [[None if cell is None else str(cell) for cell in row] for row in in_rdflib().query(QUESTIONS[name].query)]
    assert told(other) == told(values(name))


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_an_answer_on_the_examples(name):
    assert values(name)


def test_sources_that_disagree_are_found():
    assert ("1268000", "1286000") in {(row[3], row[5]) for row in values("conflicting-figures")}


def test_a_fine_is_told_with_its_amount():
    assert {row[3] for row in values("penalties")} >= {"1850000"}
    assert values("penalties", **{"from": "2030-01-01"}) == []


def test_who_serves_a_group_is_found_by_its_narrower_groups_too():
    assert len(values("who-serves-with-programmes")) > 5
    assert values("who-serves-with-programmes", group="火星移民") == []


def test_the_output_keeps_every_shape():
    records = (EXAMPLES.parent / "records.jsonl").read_text("utf-8").splitlines()
    documents = {each.id: each for each in (from_json(json.loads(line)).document for line in records)}
    assert validate(EXAMPLES, load_pack("finance"), documents) == ()


def test_the_output_is_lean():
    told = json.loads((EXAMPLES.parent / "report.json").read_text("utf-8"))["rdf"]
    assert told["an_asserted_relation"] <= 12
    assert told["an_observation"] <= 16


def test_concepts_have_the_ids_that_graphs_give_them():
    concepts, graph = load_turtle(generate_concepts.PAGE), in_rdflib()
    shared = set(concepts.subjects(SKOS.inScheme)) & set(graph.subjects(SKOS.inScheme))
    assert len(shared) > 30
    for concept in shared:
        forms = {*graph.objects(concept, SKOS.prefLabel), *graph.objects(concept, SKOS.altLabel)}
        assert concepts.value(concept, SKOS.prefLabel) in forms


def test_every_scheme_has_concepts_with_wider_ones_other_names_and_notes():
    concepts = load_turtle(generate_concepts.PAGE)
    schemes = set(load_turtle(generate_concepts.PAGE.parent / "schemes.ttl").subjects(RDF.type, SKOS.ConceptScheme))
    assert set(concepts.objects(None, SKOS.inScheme)) == schemes
    for scheme in schemes:
        members = set(concepts.subjects(SKOS.inScheme, scheme))
        for predicate in (SKOS.broader, SKOS.narrower, SKOS.altLabel, SKOS.scopeNote):
            assert len({each for each in members if (each, predicate, None) in concepts}) >= 5, (scheme, predicate)


def test_broader_and_narrower_are_each_others_inverse():
    concepts = load_turtle(generate_concepts.PAGE)
    assert set(concepts.subject_objects(SKOS.broader)) == {(o, s) for s, o in concepts.subject_objects(SKOS.narrower)}
    assert all((concept, SKOS.broader, None) not in concepts for concept in concepts.subjects(SKOS.topConceptOf))


def test_a_label_names_one_concept_of_a_scheme():
    concepts = load_turtle(generate_concepts.PAGE)
    labelled = [
        (concepts.value(concept, SKOS.inScheme), label)
        for predicate in (SKOS.prefLabel, SKOS.altLabel)
        for concept, label in concepts.subject_objects(predicate)
    ]
    assert len(labelled) > 2000
    assert [each for each, times in Counter(labelled).items() if times > 1] == []
