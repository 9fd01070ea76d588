"""A store's graph as rdflib holds it, for the engine that checks shapes.

That engine stops where it cannot compare: a literal that is none of its type stands as a string here, and a blank node
as an IRI. What is wrong with them the shapes and queries tell.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

import pyoxigraph
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

from kg.errors import QueryError


def to_rdflib(store: pyoxigraph.Store) -> Graph:
    """The store's default graph in rdflib's own store, on which pySHACL is quickest; each term is made once.

    Raises:
        QueryError: a triple stands inside a triple.
    """
    graph = Graph()
    terms: dict[object, Node] = {}

    def term(node: object) -> Node:
        if node not in terms:
            terms[node] = _rdflib_term(node)
        return terms[node]

    with _silent():
        for quad in store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph()):
            graph.store.add((term(quad.subject), term(quad.predicate), term(quad.object)), graph)
    return graph


@contextmanager
def _silent() -> Iterator[None]:
    """Keep rdflib from logging each literal that is none of its type: of these the shapes tell."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


def _rdflib_term(node: object) -> Node:
    match node:
        case pyoxigraph.NamedNode():
            return URIRef(node.value)
        case pyoxigraph.Literal():
            datatype = None if node.language or node.datatype.value == str(XSD.string) else URIRef(node.datatype.value)
            literal = Literal(node.value, lang=node.language, datatype=datatype)
            return literal if _is_comparable(literal) else Literal(node.value)
        case pyoxigraph.BlankNode():  # which the engine cannot compare; that there is one tells a query
            return URIRef(f"_:{node.value}")
        case _:
            raise QueryError("holds a triple inside a triple", remedy="write it in RDF 1.1")


def _is_comparable(literal: Literal) -> bool:
    """Whether a literal is of its datatype; one that is not would end the engine where it compares."""
    return not literal.ill_typed and not (isinstance(literal.value, Decimal) and not literal.value.is_finite())
