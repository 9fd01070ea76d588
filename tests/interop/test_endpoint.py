"""The SPARQL endpoint as others see it: standard clients, formats, refusals, queries made to explode, many at once."""

import asyncio
import contextlib
import csv
import io
import json
import os
import socket
import subprocess
import sys
from xml.etree import ElementTree as ET

import httpx
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SKOS
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, XML, SPARQLWrapper

from kg.export.turtle import TurtleWriter
from tests.event_loops import run_apart
from tests.interop.rdf_files import ROOT
from tests.knowledge import sample_graph

SCRIPT = """
import sys
from pathlib import Path
from kg.query.endpoint.server import serve
from kg.query.endpoint.workers import Limits
if __name__ == "__main__":
    limits = Limits(seconds=float(sys.argv[2]), rows=50, workers=2)
    serve(Path(sys.argv[1]), 0, limits, lambda address: print(address, flush=True))
"""
NAMES = "SELECT ?s ?name { ?s skos:prefLabel ?name } ORDER BY ?name"
COMPANY = "https://w3id.org/cnfinkg/finance#Company"
# Every pattern multiplies the rows by all triples of the graph.
EXPLODING = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(8)) + " }"


@pytest.fixture(scope="module")
def address(finance, tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    TurtleWriter().write(sample_graph(), finance, folder)
    (folder / "graph.html").write_text("<title>图谱</title>", "utf-8")
    (folder / ".hidden").write_text("x", "utf-8")
    script = folder.parent / "run_server.py"
    script.write_text(SCRIPT, "utf-8")
    command, known = [sys.executable, script, folder, "2"], os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=known) as server:
        yield server.stdout.readline().strip()
        server.terminate()
        assert server.wait(20) is not None


@pytest.fixture
def client(address):
    with httpx.Client(base_url=address, timeout=60) as client:
        yield client


def ask(client, query, accept="application/sparql-results+json"):
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept})


@pytest.mark.parametrize("method", ["GET", POST])
@pytest.mark.parametrize("form", [JSON, XML])
def test_sparqlwrapper_asks(address, method, form):
    wrapper = SPARQLWrapper(f"{address}sparql")
    wrapper.setMethod(method)
    wrapper.setReturnFormat(form)
    wrapper.setQuery(NAMES)
    answer = wrapper.query().convert()
    if form == JSON:
        names = [row["name"]["value"] for row in answer["results"]["bindings"]]
    else:
        names = [each.firstChild.data for each in answer.getElementsByTagName("literal")]
    assert "远山消费金融" in names


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflibs_store_asks(address, method):
    graph = Graph(SPARQLStore(f"{address}sparql", method=method))
    (company,) = graph.subjects(RDF.type, URIRef(COMPANY))
    assert str(graph.value(company, SKOS.prefLabel)) == "远山消费金融"
    rows = graph.query("SELECT ?name { ?s a <%s> ; <%s> ?name }" % (COMPANY, SKOS.prefLabel))  # noqa: UP031
    assert [(str(row.name), row.name.language) for row in rows] == [("远山消费金融", "zh")]


def test_the_results_come_in_four_formats(client):
    rows = ask(client, NAMES).json()["results"]["bindings"]
    names = [row["name"]["value"] for row in rows]
    assert len(names) > 5
    as_csv = list(csv.DictReader(io.StringIO(ask(client, NAMES, "text/csv").text)))
    assert [row["name"] for row in as_csv] == names
    as_tsv = ask(client, NAMES, "text/tab-separated-values").text.splitlines()
    assert [line.split("\t")[1] for line in as_tsv[1:]] == [f'"{name}"@zh' for name in names]
    as_xml = ET.fromstring(ask(client, NAMES, "application/sparql-results+xml").text)
    assert [each.text for each in as_xml.iter("{http://www.w3.org/2005/sparql-results#}literal")] == names


@pytest.mark.parametrize(
    ("accept", "form"), [("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/n-triples", "nt")]
)
def test_triples_come_in_the_format_that_is_asked_for(client, accept, form):
    query = f"CONSTRUCT {{ ?s a <{COMPANY}> }} WHERE {{ ?s a <{COMPANY}> }}"
    answer = ask(client, query, accept)
    assert answer.headers["content-type"].startswith(accept)
    assert len(Graph().parse(data=answer.text, format=form)) == 1
    described = ask(client, "DESCRIBE id:org_far", "application/ld+json").json()
    assert "远山消费金融" in json.dumps(described, ensure_ascii=False)


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("*/*", "application/sparql-results+json"),
        ("text/html,application/xml;q=0.9,*/*;q=0.1", "application/sparql-results+xml"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.2, application/json;q=0.9", "application/sparql-results+json"),
    ],
)
def test_formats_are_negotiated(client, accept, given):
    assert ask(client, "ASK { ?s ?p ?o }", accept).headers["content-type"].startswith(given)


def test_a_format_that_there_is_not_is_told(client):
    assert ask(client, NAMES, "image/png").status_code == 406
    assert ask(client, NAMES, "text/turtle").status_code == 406


def test_the_service_describes_itself(client):
    answer = client.get("/sparql")
    described = Graph().parse(data=answer.text, format="turtle")
    described_as = "http://www.w3.org/ns/sparql-service-description#"
    (service,) = described.subjects(RDF.type, URIRef(f"{described_as}Service"))
    assert (service, URIRef(f"{described_as}endpoint"), service) in described
    assert len(set(described.objects(service, URIRef(f"{described_as}resultFormat")))) == 8
    assert client.get("/sparql", headers={"Accept": "application/rdf+xml"}).text.startswith("<?xml")


def test_queries_are_posted_as_themselves(client):
    headers = {"Content-Type": "application/sparql-query; charset=utf-8", "Accept": "text/csv"}
    answer = client.post("/sparql", content='ASK { ?s ?p "远山消费金融"@zh }'.encode(), headers=headers)
    assert answer.text == "answer\r\ntrue\r\n"


REFUSED = {
    "service": ("get", {"params": {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"}}, 400),
    "from": ("get", {"params": {"query": "SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }"}}, 400),
    "no UTF-8 in the address": ("get", {"url": "/sparql?query=ASK%20%7B%20?s%20?p%20%22%FF%22%7D"}, 400),
    "default graph": ("get", {"params": {"query": "ASK {}", "default-graph-uri": "http://127.0.0.1:1/"}}, 400),
    "named graph posted": ("post", {"data": {"query": "ASK {}", "named-graph-uri": "http://127.0.0.1:1/"}}, 400),
    "update in a query": ("post", {"data": {"query": "INSERT DATA { <urn:a> <urn:b> <urn:c> }"}}, 400),
    "update field": ("post", {"data": {"update": "CLEAR ALL"}}, 403),
    "update body": ("post", {"content": b"CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}}, 403),
    "load": ("get", {"params": {"query": "LOAD <http://127.0.0.1:1/>"}}, 400),
    "unknown function": ("get", {"params": {"query": "SELECT (<urn:nothing>(1) AS ?x) {}"}}, 400),
    "syntax": ("get", {"params": {"query": "SELECT ?s {"}}, 400),
    "empty query": ("get", {"params": {"query": ""}}, 400),
    "two queries": ("get", {"params": [("query", "ASK {}"), ("query", "ASK {}")]}, 400),
    "two queries, one posted": ("post", {"params": {"query": "ASK {}"}, "data": {"query": "ASK {}"}}, 400),
    "two queries, one the body": (
        "post",
        {
            "params": {"query": "ASK {}"},
            "content": b"ASK {}",
            "headers": {"Content-Type": "application/sparql-query"},
        },
        400,
    ),
    "no query": ("post", {"data": {"q": "ASK {}"}}, 400),
    "no form": ("post", {"content": b"%%%", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}, 400),
    "no UTF-8": ("post", {"content": b"\xff\xfe", "headers": {"Content-Type": "application/sparql-query"}}, 400),
    "other type": ("post", {"content": b"{}", "headers": {"Content-Type": "application/json"}}, 415),
    "no type": ("post", {"content": b"ASK {}"}, 415),
    "too long": ("post", {"content": b"#" * 500_000, "headers": {"Content-Type": "application/sparql-query"}}, 413),
    "nested": ("get", {"params": {"query": "ASK {" + "{" * 400 + "}" * 400 + "}"}}, 400),
    "put": ("put", {"content": b"x"}, 405),
    "delete": ("delete", {}, 405),
}


@pytest.mark.parametrize(("method", "request_", "status"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_told_in_a_sentence(client, method, request_, status):
    answer = getattr(client, method)(**{"url": "/sparql"} | request_)
    assert answer.status_code == status
    assert len(answer.text.splitlines()) <= 1
    assert ask(client, "ASK {}").json()["boolean"], "the server lives on"


@pytest.mark.parametrize(
    "path", ["/.hidden", "/..%2frun_server.py", "/%2e%2e/run_server.py", "/graph.ttl/x", "/nothing", "/%00"]
)
def test_no_other_file_is_served(client, path):
    assert client.get(path).status_code == 404


def test_the_page_and_the_files_are_served(client):
    assert "图谱" in client.get("/").text
    turtle = client.get("/graph.ttl")
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert len(Graph().parse(data=turtle.text, format="turtle")) > 100
    assert turtle.headers["x-content-type-options"] == "nosniff"


def test_only_this_machines_names_are_answered(client):
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_more_rows_than_the_limit_are_cut_and_told(client):
    answer = ask(client, "SELECT * { ?s ?p ?o }")
    assert len(answer.json()["results"]["bindings"]) == 50
    assert answer.headers["x-truncated-at"] == "50"
    assert "x-truncated-at" not in ask(client, NAMES).headers


def test_a_query_that_runs_past_its_limit_is_ended_and_the_server_lives_on(client):
    answer = ask(client, EXPLODING)
    assert answer.status_code == 503
    assert "retry-after" in answer.headers
    assert ask(client, "ASK {}").json()["boolean"]


def test_fifty_clients_at_once_with_exploding_queries_among_them(address):
    async def storm():
        limits = httpx.Limits(max_connections=60)
        async with httpx.AsyncClient(base_url=address, timeout=120, limits=limits) as client:
            queries = [EXPLODING if number % 25 == 0 else NAMES for number in range(50)]
            return queries, await asyncio.gather(
                *(client.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"}) for query in queries)
            )

    queries, answers = run_apart(storm())
    right = {answer.text for query, answer in zip(queries, answers, strict=True) if query == NAMES}
    assert len(right) == 1
    assert "远山消费金融" in right.pop()
    assert {answer.status_code for query, answer in zip(queries, answers, strict=True) if query == EXPLODING} == {503}


MALFORMED = {
    "no request": b"\x00\x01\x02\r\n\r\n",
    "no path": b"GET\r\n\r\n",
    "unknown method": b"BREW /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
    "bad length": b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
    "two lengths": b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
    "endless header": b"GET / HTTP/1.1\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
    "bad chunk": b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nZZZ\r\n",
    "bad escape": b"GET /sparql?query=%ZZ%FF HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
}


@pytest.mark.parametrize("sent", MALFORMED.values(), ids=MALFORMED)
def test_malformed_requests_are_refused_and_the_server_lives_on(address, client, sent):
    place = httpx.URL(address)
    with socket.create_connection((place.host, place.port), timeout=10) as connection:
        with contextlib.suppress(OSError):  # the server may hang up before all is sent
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
        with contextlib.suppress(ConnectionResetError):
            answer = connection.recv(65536)
            assert not answer or answer.split(b" ")[1][:1] == b"4"
    assert ask(client, "ASK {}").json()["boolean"]


def test_clients_that_go_away_hold_no_worker(address, client):
    for _ in range(4):
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(f"{address}sparql", params={"query": EXPLODING}, timeout=0.2)
    assert ask(client, "ASK {}").json()["boolean"]
