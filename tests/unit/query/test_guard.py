"""What is refused before an engine sees it, and that nothing reaches the network."""

import pytest

from kg.errors import QueryError
from kg.query.guard import MAX_LENGTH, check_query
from kg.query.sparql import ask

REFUSED = {
    "service behind a byte order mark": "\ufeffSELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "service": "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "silent service": "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "service in a subquery": "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "service in a filter": "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <URL> { ?a ?b ?c } } }",
    "service by a variable": "SELECT * { VALUES ?u { <URL> } SERVICE ?u { ?a ?b ?c } }",
    "service behind a comment that a carriage return ends": "SELECT * { ?s ?p ?o #\r SERVICE <URL> { ?a ?b ?c }\n}",
    "service behind an escaped quote": 'SELECT * { OPTIONAL { ?s ?p "a\\u0022 #" } . SERVICE <URL> { ?a ?b ?c }\n}',
    "service spelt by escapes": "SELECT * { \\u0053ERVICE <URL> { ?a ?b ?c } }",
    "service in what looks like an IRI": "PREFIX : <URL>\nSELECT * { ?s ?p ?o FILTER(1<2)SERVICE:e#>\n{ ?a ?b ?c } }",
    "service glued to a word": "SELECT * { OPTIONAL { ?s ?p true } OPTIONAL{?s ?p trueSERVICE <URL> { ?a ?b ?c } } }",
    "from": "SELECT * FROM <URL> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
    "load": "LOAD <URL>",
    "load into": "LOAD SILENT <URL> INTO GRAPH <urn:g>",
    "insert": "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "insert where": "INSERT { ?s ?p 1 } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "delete": "DELETE WHERE { ?s ?p ?o }",
    "clear": "CLEAR ALL",
    "drop": "DROP DEFAULT",
    "update after a query": "SELECT * { ?s ?p ?o } ; LOAD <URL>",
}

ALLOWED = {
    "in a string": 'SELECT * { ?s skos:prefLabel "SERVICE <http://x> FROM LOAD" }',
    "behind a byte order mark": "\ufeffSELECT ?s ?from { ?s ?from ?o }",
    "in a comment": "SELECT * { ?s ?p ?o } # SERVICE <http://x> { }",
    "as variables": "SELECT ?service ?from ?load { ?service ?from ?load }",
    "in an IRI": "SELECT * { ?s <http://example.org/SERVICE/from> ?o }",
    "as a local name": "SELECT * { ?s core:FROM ?o }",
    "as a prefix": "PREFIX service: <http://example.org/> SELECT * { ?s service:load ?o }",
    "Chinese escapes": 'SELECT * { ?s ?p "\\u65B0\\u5E02\\u6C11"@zh }',
}


@pytest.mark.parametrize("query", REFUSED.values(), ids=REFUSED)
def test_what_could_leave_the_graph_is_refused_and_calls_nobody(graph, listener, query):
    address, calls = listener
    before = len(graph.store)
    with pytest.raises(QueryError):
        ask(graph, query.replace("URL", address))
    assert calls == []
    assert len(graph.store) == before


def test_the_listener_would_hear_a_call(graph, listener):
    """The engine itself fetches: what the tests above prove is the guard's doing."""
    address, calls = listener
    with pytest.raises(OSError, match=r"."):
        list(graph.store.query(f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}"))
    assert calls


@pytest.mark.parametrize("query", ALLOWED.values(), ids=ALLOWED)
def test_the_words_alone_are_no_reason(graph, query):
    assert ask(graph, query, limit=3).columns


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT ?s {\n  ?s ?p }", "query:2:"),
        ("", "query:1:1"),
        ("SELECT ?s ?s2 { ?s ?p ?o } ORDER", "query:1:"),
        ('SELECT * { ?s ?p "\\u0022" }', "query:1:19"),
        ("SELECT (1 AS ?s) { ?s ?p ?o }", "query:1:"),
    ],
)
def test_a_syntax_error_names_line_and_column(graph, query, place):
    with pytest.raises(QueryError) as caught:
        ask(graph, query)
    assert caught.value.place.startswith(place)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 160


def test_an_unknown_prefix_is_told_with_the_known_ones(graph):
    with pytest.raises(QueryError) as caught:
        ask(graph, "SELECT * { ?s finance:serves ?o }")
    assert "'finance'" in str(caught.value)
    assert "fin, id, oa" in caught.value.remedy


@pytest.mark.parametrize("query", ["INSERT DATA { <urn:a> <urn:b> <urn:c> }", "DROP ALL", "LOAD <http://x.example/>"])
def test_an_update_is_told_to_be_one(graph, query):
    with pytest.raises(QueryError, match="updates are refused"):
        ask(graph, query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {" + "{" * 5000 + "}" * 5000 + "}",
        "SELECT * { ?s ?p ?o FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }",
        "SELECT * { ?s ?from " + "[ ?p " * 150 + "1" + "]" * 150 + "}",
        f"ASK {{ ?s ?p '{'长' * MAX_LENGTH}' }}",
    ],
    ids=["groups", "parentheses", "a suspicious word in nested nodes", "length"],
)
def test_queries_made_to_exhaust_a_parser_are_refused(query):
    with pytest.raises(QueryError):
        check_query(query)


def test_brackets_beside_each_other_are_not_deep():
    assert check_query("ASK { " + "{ ?s ?p ?o } UNION " * 300 + "{ ?s ?p ?o } }")
