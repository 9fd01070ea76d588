"""Graphs are opened, cached and asked; answers are tables."""

import os
import shutil

import pytest

from kg.errors import QueryError
from kg.query import store as stores
from kg.query.sparql import ask
from kg.query.store import load_graph
from kg.query.table import Form, Term, TermKind

LABELS = "SELECT ?label { ?s a fin:Company ; skos:prefLabel ?label }"
ONE = '@prefix ex: <http://example.org/> .\nex:a ex:name "甲"@zh .\n'
TWO = ONE + 'ex:b ex:name "乙"@zh .\n'
NAMES = "SELECT ?name { ?s ex:name ?name }"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text(ONE, "utf-8")
    return path


def names(path):
    return {row[0].value for row in ask(load_graph(path, cached_from=0), NAMES).rows}


def made(path):
    return (path.parent / f".{path.name}.store" / "data").stat().st_ino


def test_a_select_gives_typed_terms(graph):
    assert ask(graph, LABELS).rows == ((Term(TermKind.LITERAL, "远山消费金融", "zh"),),)
    table = ask(graph, "SELECT ?v ?u ?none { ?o sosa:hasSimpleResult ?v ; core:unit ?u } ORDER BY DESC(?v) LIMIT 1")
    value, unit, none = table.rows[0]
    assert value == Term(TermKind.LITERAL, "2400000000", None, "http://www.w3.org/2001/XMLSchema#decimal")
    assert unit == Term(TermKind.IRI, "https://w3id.org/cnfinkg/unit#Yuan")
    assert none is None


def test_ask_and_construct(graph):
    assert ask(graph, "ASK { ?s a fin:Company }").boolean
    assert not ask(graph, "ASK { ?s a fin:Person }").boolean
    table = ask(graph, "CONSTRUCT { ?s a core:Statement } WHERE { ?s a core:Statement }")
    assert table.form is Form.GRAPH
    assert len(table.rows) == 5


def test_a_function_that_there_is_not_is_told(graph):
    with pytest.raises(QueryError, match="urn:nothing"):
        ask(graph, "SELECT (<urn:nothing>(1) AS ?x) {}")


def test_a_limit_is_told(graph):
    query = "SELECT * { ?s ?p ?o }"
    assert not ask(graph, query, limit=10_000).truncated
    limited = ask(graph, query, limit=3)
    assert (len(limited.rows), limited.truncated) == (3, True)
    everything = len(ask(graph, query).rows)
    assert not ask(graph, query, limit=everything).truncated


def test_a_large_file_is_kept_in_a_store_beside_it(file):
    assert names(file) == {"甲"}
    first = made(file)
    assert names(file) == {"甲"}
    assert made(file) == first


def test_the_store_is_made_again_when_the_file_changes(file):
    names(file)
    file.write_text(TWO, "utf-8")
    assert names(file) == {"甲", "乙"}


def test_a_change_that_keeps_the_size_is_seen(file):
    names(file)
    file.write_text(ONE.replace("甲", "丙"), "utf-8")
    os.utime(file, ns=(1, 1))
    assert names(file) == {"丙"}


def test_a_file_that_was_only_touched_keeps_its_store(file):
    names(file)
    first = made(file)
    os.utime(file, ns=(1, 1))
    assert names(file) == {"甲"}
    assert made(file) == first


def test_a_damaged_store_is_made_again(file):
    names(file)
    (file.parent / f".{file.name}.store" / "stamp.json").write_text("{", "utf-8")
    assert names(file) == {"甲"}


def test_a_store_without_its_data_does_no_harm(file):
    names(file)
    shutil.rmtree(file.parent / f".{file.name}.store" / "data")
    assert names(file) == {"甲"}


def test_two_may_read_one_store(file):
    names(file)
    first, second = load_graph(file, cached_from=0), load_graph(file, cached_from=0)
    assert ask(first, NAMES) == ask(second, NAMES)


def test_a_folder_that_cannot_be_written_is_no_hindrance(file, monkeypatch):
    def refuse(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(stores.tempfile, "mkdtemp", refuse)
    assert names(file) == {"甲"}


def test_small_files_get_no_store(file):
    load_graph(file)
    assert [each.name for each in file.parent.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("graph.ttl", "@prefix a: <http://a/> .\na:b a:c a:d a:e .\n", ":2"),
        ("graph.ttl", None, "graph.ttl"),
        ("graph.docx", "x", "graph.docx"),
    ],
    ids=["bad syntax", "absent", "no RDF"],
)
def test_a_file_that_is_no_graph_is_refused(tmp_path, name, content, place):
    path = tmp_path / name
    if content is not None:
        path.write_text(content, "utf-8")
    for cached_from in (0, 10_000):
        with pytest.raises(QueryError) as caught:
            load_graph(path, cached_from=cached_from)
        assert caught.value.place.endswith(place)
