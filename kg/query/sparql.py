"""Asking a graph in SPARQL."""

from __future__ import annotations

from itertools import islice
from typing import assert_never

import pyoxigraph

from kg.errors import QueryError
from kg.query.guard import check_query, query_fault
from kg.query.store import QueryGraph
from kg.query.table import Form, Row, Table, Term, TermKind

_STRING = "http://www.w3.org/2001/XMLSchema#string"
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
_LANGUAGE_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

_Node = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple


def ask(graph: QueryGraph, query: str, *, limit: int | None = None) -> Table:
    """The answer of the graph's default graph to a query.

    Args:
        graph: what to ask; its prefixes need no declaration in the query.
        query: SPARQL 1.1 (SELECT, ASK, CONSTRUCT, DESCRIBE); SERVICE, FROM and updates are refused.
        limit: the most rows to give; the table says where there were more.

    Raises:
        QueryError: the query is no SPARQL, asks for what is refused, or cannot be answered.
    """
    text = check_query(query)
    try:
        return _table(graph.store.query(text, prefixes=dict(graph.prefixes)), limit)
    except (SyntaxError, ValueError) as error:
        # The engine's answers may be freed in their own thread only, so no traceback may keep one.
        raise query_fault(error, text, graph.prefixes) from error.with_traceback(None)
    except (OSError, RuntimeError) as error:  # the second of a function that the engine does not know
        fault = QueryError(f"cannot be answered ({error})", place="query", remedy="ask for something simpler")
        raise fault from error.with_traceback(None)


def _table(
    answer: pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples, limit: int | None
) -> Table:
    most = None if limit is None else limit + 1
    match answer:
        case pyoxigraph.QueryBoolean():
            said = Term(TermKind.LITERAL, "true" if answer else "false", datatype=_BOOLEAN)
            return Table(("answer",), ((said,),), Form.ASK)
        case pyoxigraph.QuerySolutions():
            columns = tuple(each.value for each in answer.variables)
            rows = tuple(tuple(_term(each) for each in solution) for solution in islice(answer, most))
            return _limited(columns, rows, Form.SELECT, limit)
        case pyoxigraph.QueryTriples():
            triples = tuple(
                (_term(each.subject), _term(each.predicate), _term(each.object)) for each in islice(answer, most)
            )
            return _limited(("subject", "predicate", "object"), triples, Form.GRAPH, limit)
        case _:
            assert_never(answer)


def _limited(columns: tuple[str, ...], rows: tuple[Row, ...], form: Form, limit: int | None) -> Table:
    if limit is None or len(rows) <= limit:
        return Table(columns, rows, form)
    return Table(columns, rows[:limit], form, truncated=True)


def _term(node: _Node | None) -> Term | None:
    match node:
        case None:
            return None
        case pyoxigraph.NamedNode():
            return Term(TermKind.IRI, node.value)
        case pyoxigraph.BlankNode():
            return Term(TermKind.BLANK, node.value)
        case pyoxigraph.Literal():
            datatype = node.datatype.value
            plain = node.language is not None or datatype in (_STRING, _LANGUAGE_STRING)
            return Term(TermKind.LITERAL, node.value, node.language, None if plain else datatype)
        case _:
            return Term(TermKind.LITERAL, str(node))
