"""What may be asked: SPARQL 1.1 queries that only read the graph at hand.

Engines fetch what SERVICE and FROM name, so a query that holds either is refused before an engine sees it. Whether it
does is told by rdflib's grammar; a text in which the words do not stand at all needs no second parser. The text that
was checked is the text that is to be run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pyparsing import ParseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from kg.errors import QueryError

MAX_LENGTH = 100_000
"""Characters of a query; a longer one is refused."""
MAX_DEPTH = 200
"""Brackets within brackets; at a few thousand, parsers run out of stack."""

_REFUSED: Mapping[str, str] = {
    "ServiceGraphPattern": "SERVICE is refused: a query is answered from this graph alone",
    "DatasetClause": "FROM is refused: a query is answered from this graph alone",
}
_SUSPICIOUS = re.compile("service|from", re.IGNORECASE | re.ASCII)
_LINE_END = re.compile(r"\r\n?")
_BRACKETS = re.compile(r"[\[\](){}]")
_ASCII_ESCAPE = re.compile(r"\\u00[0-7][0-9A-Fa-f]|\\U000000[0-7][0-9A-Fa-f]")
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_SENTENCE = re.compile(r"\w+(?: \w+){2,}")


def check_query(query: str) -> str:
    """The query with line ends made plain, if it may be given to an engine. Whether it is SPARQL the engine tells.

    Raises:
        QueryError: the query asks for what is refused, or is made to exhaust a parser.
    """
    if len(query) > MAX_LENGTH:
        reason = f"a query may have {MAX_LENGTH} characters, this has {len(query)}"
        raise QueryError(reason, remedy="ask for less at once")
    text = _LINE_END.sub("\n", query)
    escape = _ASCII_ESCAPE.search(text)
    if escape:  # parsers differ in when they read these, so one could see what another does not
        place = _place(text, escape.start())
        raise QueryError(f"{escape[0]} is refused", place=place, remedy="write the character itself")
    if _depth(text) > MAX_DEPTH:
        raise QueryError("is nested too deeply", place="query", remedy="take it apart")
    if _SUSPICIOUS.search(text):
        for part in _parts(_parse(text)):
            if part.name in _REFUSED:
                raise QueryError(_REFUSED[part.name], place="query", remedy="leave it out")
    return text


def query_fault(error: SyntaxError | ValueError, query: str, prefixes: Mapping[str, str]) -> QueryError:
    """What is wrong with a query that an engine refused, with line and column.

    Args:
        error: the engine's complaint.
        query: the query that was given to it.
        prefixes: those that the query may use without declaring them.
    """
    try:
        parsed = list(_parts(_parse(query)))
    except QueryError as fault:
        parsed = []
        if "update" in fault.reason:
            return fault
    unknown = _unknown_prefix(parsed, prefixes)
    if unknown is not None:
        known = ", ".join(sorted(each for each in prefixes if each))
        remedy = f"declare it, or use one of {known}" if known else "declare it"
        return QueryError(f"nobody declares the prefix {unknown!r}", place="query", remedy=remedy)
    told = _PLACE.search(str(error))
    if told is None:
        return QueryError(f"is not SPARQL: {error}", place="query", remedy="mend the syntax")
    return _syntax_fault(query, int(told[1]), int(told[2]), _sentence(told[3]))


def _syntax_fault(query: str, line: int, column: int, sentence: str = "") -> QueryError:
    lines = query.split("\n")
    near = lines[line - 1][column - 1 : column + 19].strip() if line <= len(lines) else ""
    where = f" at {near!r}" if near else " at its end"
    place = f"query:{line}:{column}"
    return QueryError(f"is not SPARQL{where}{sentence}", place=place, remedy="mend the syntax there")


def _sentence(expected: str) -> str:
    """Of what an engine says that it expected, the part that is a sentence and no list of characters."""
    said = [each for each in expected.removeprefix("expected one of ").split(", ") if _SENTENCE.fullmatch(each)]
    return f": {said[0][0].lower()}{said[0][1:]}" if said else ""


def _place(text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    return f"query:{line}:{offset - text.rfind(chr(10), 0, offset)}"


def _depth(text: str) -> int:
    """How deep brackets stand within brackets; those in strings count too, which does no harm."""
    depth = deepest = 0
    for bracket in _BRACKETS.finditer(text):
        depth = depth + 1 if bracket[0] in "[({" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _parse(text: str) -> ParseResults:
    try:
        return parseQuery(text)
    except ParseException as error:
        if _is_update(text):
            reason = "updates are refused: the graph is only read"
            raise QueryError(reason, place="query", remedy="ask with SELECT, ASK, CONSTRUCT or DESCRIBE") from error
        raise _syntax_fault(text, error.lineno, error.column) from error
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


def _unknown_prefix(parsed: list[CompValue], prefixes: Mapping[str, str]) -> str | None:
    declared = {str(part.prefix or "") for part in parsed if part.name == "PrefixDecl"} | prefixes.keys()
    used = (str(part.prefix or "") for part in parsed if part.name == "pname")
    return next((prefix for prefix in used if prefix not in declared), None)
