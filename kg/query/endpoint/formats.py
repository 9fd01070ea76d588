"""Which formats an answer may have, and which of them a client prefers. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pyoxigraph

from kg.query.render import render_csv, render_json, render_tsv, render_xml
from kg.query.table import Form, Table, Term, TermKind

TABLES: Mapping[str, Callable[[Table], str]] = {
    "application/sparql-results+json": render_json,
    "application/sparql-results+xml": render_xml,
    "text/csv": render_csv,
    "text/tab-separated-values": render_tsv,
}
"""Formats of SELECT and ASK, the one that is taken where a client does not care first."""

GRAPHS: Mapping[str, pyoxigraph.RdfFormat] = {
    "text/turtle": pyoxigraph.RdfFormat.TURTLE,
    "application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES,
    "application/ld+json": pyoxigraph.RdfFormat.JSON_LD,
    "application/rdf+xml": pyoxigraph.RdfFormat.RDF_XML,
}
"""Formats of CONSTRUCT, DESCRIBE and the service description, likewise."""

_ALSO: Mapping[str, str] = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "application/x-turtle": "text/turtle",
    "text/plain": "application/n-triples",
}
"""Names that clients use for a format that has a better one."""


def choose(accept: str, offered: Mapping[str, object]) -> str | None:
    """The offered format that a client prefers; None where it takes none of them.

    >>> choose("text/csv;q=0.5, application/xml", TABLES)
    'application/sparql-results+xml'
    >>> choose("*/*", TABLES), choose("image/png", TABLES)
    ('application/sparql-results+json', None)
    """
    wanted = [_parsed(each) for each in accept.split(",") if each.strip()] or [("*/*", 1.0)]
    best, quality = None, 0.0
    for name in offered:
        given = _quality(name, wanted)
        if given > quality:
            best, quality = name, given
    return best


def _parsed(part: str) -> tuple[str, float]:
    media, *parameters = (each.strip().lower() for each in part.split(";"))
    quality = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    try:
        return _ALSO.get(media, media), min(max(float(quality), 0.0), 1.0)
    except ValueError:
        return media, 0.0


def _quality(name: str, wanted: list[tuple[str, float]]) -> float:
    """How much a format is wanted: by its own name, else by its kind, else by `*/*`."""
    for pattern in (name, f"{name.partition('/')[0]}/*", "*/*"):
        given = [quality for media, quality in wanted if media == pattern]
        if given:
            return max(given)
    return 0.0


def render_graph(table: Table, form: str, prefixes: Mapping[str, str]) -> bytes:
    """The triples of a table in one of the graph formats."""
    triples = [pyoxigraph.Triple(*(_node(term) for term in row)) for row in table.rows]  # type: ignore[arg-type]
    given = dict(prefixes) if form == "text/turtle" else None
    return bytes(pyoxigraph.serialize(triples, format=GRAPHS[form], prefixes=given) or b"")


def render_table(table: Table, form: str) -> bytes:
    """A table in one of the table formats."""
    return TABLES[form](table).encode()


def is_graph(table: Table) -> bool:
    """Whether a table holds triples."""
    return table.form is Form.GRAPH


def _node(term: Term | None) -> pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal:
    if term is None:
        raise ValueError("a triple has three terms")
    if term.kind is TermKind.IRI:
        return pyoxigraph.NamedNode(term.value)
    if term.kind is TermKind.BLANK:
        return pyoxigraph.BlankNode(term.value)
    if term.language:
        return pyoxigraph.Literal(term.value, language=term.language)
    datatype = pyoxigraph.NamedNode(term.datatype) if term.datatype else None
    return pyoxigraph.Literal(term.value, datatype=datatype)
