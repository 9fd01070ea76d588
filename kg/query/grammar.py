"""The grammar of SPARQL as rdflib has it: the named parts of a query, and where it stops being one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError


def parts_of(text: str) -> list[CompValue]:
    """Every named part of a query's parse tree.

    Raises:
        QueryError: it is an update, no SPARQL, or nested too deeply.
    """
    try:
        return list(_parts(parseQuery(text)))
    except ParseException as error:
        if _is_update(text):
            reason = "updates are refused: the graph is only read"
            raise QueryError(reason, place="query", remedy="ask with SELECT, ASK, CONSTRUCT or DESCRIBE") from error
        raise syntax_fault(text, error.lineno, error.column) from error
    except RecursionError as error:
        raise QueryError("is nested too deeply", place="query", remedy="take it apart") from error


def _is_update(text: str) -> bool:
    try:
        return bool(parseUpdate(text).request)
    except (ParseException, RecursionError):
        return False


def _parts(node: Any) -> Iterator[CompValue]:
    """Every named part of a parse tree."""
    if isinstance(node, CompValue):
        yield node
        for each in node.values():
            yield from _parts(each)
    elif isinstance(node, ParseResults | list | tuple):
        for each in node:
            yield from _parts(each)


def unknown_prefix(parsed: list[CompValue], prefixes: Mapping[str, str]) -> str | None:
    """A prefix that a query uses and nobody declares."""
    declared = {str(part.prefix or "") for part in parsed if part.name == "PrefixDecl"} | prefixes.keys()
    used = (str(part.prefix or "") for part in parsed if part.name == "pname")
    return next((prefix for prefix in used if prefix not in declared), None)


def syntax_fault(query: str, line: int, column: int, sentence: str = "") -> QueryError:
    """The refusal of a query that is no SPARQL at a line and column, with what was expected there in a sentence."""
    lines = query.split("\n")
    near = lines[line - 1][column - 1 : column + 19].strip() if line <= len(lines) else ""
    where = f" at {near!r}" if near else " at its end"
    place = f"query:{line}:{column}"
    return QueryError(f"is not SPARQL{where}{sentence}", place=place, remedy="mend the syntax there")
