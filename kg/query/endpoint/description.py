"""The service description of the endpoint (SPARQL 1.1 Service Description)."""

from __future__ import annotations

import pyoxigraph

from kg.query.endpoint.formats import GRAPHS, TABLES

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_TYPE = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/ld+json": "JSON-LD",
    "application/rdf+xml": "RDF_XML",
}


def render_description(address: str, form: str) -> bytes:
    """What the endpoint at an address offers: SPARQL 1.1 queries on one default graph, in eight formats.

    Args:
        address: its URL.
        form: one of the graph formats.
    """
    service, dataset = pyoxigraph.NamedNode(address), pyoxigraph.NamedNode(f"{address}#dataset")
    graph = pyoxigraph.NamedNode(f"{address}#graph")
    told = [
        (service, _TYPE, _sd("Service")),
        (service, _sd("endpoint"), service),
        (service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        *((service, _sd("resultFormat"), _format(each)) for each in (*TABLES, *GRAPHS)),
        (service, _sd("defaultDataset"), dataset),
        (dataset, _TYPE, _sd("Dataset")),
        (dataset, _sd("defaultGraph"), graph),
        (graph, _TYPE, _sd("Graph")),
    ]
    prefixes = {"sd": _SD, "formats": _FORMATS} if form == "text/turtle" else None
    triples = [pyoxigraph.Triple(*each) for each in told]
    return bytes(pyoxigraph.serialize(triples, format=GRAPHS[form], prefixes=prefixes) or b"")


def _sd(name: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(_SD + name)


def _format(media_type: str) -> pyoxigraph.NamedNode:
    return pyoxigraph.NamedNode(_FORMATS + _NAMES[media_type])
