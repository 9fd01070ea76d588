"""What may be asked: SPARQL 1.1 queries that only read the graph at hand.

Knows the grammar (rdflib's parser); refuses SERVICE, FROM and every update before an engine sees them, since engines
fetch what these name. The text that was checked is the text that is to be run.
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

_REFUSED: Mapping[str, str] = {
    "ServiceGraphPattern": "SERVICE is refused: a query is answered from this graph alone",
    "DatasetClause": "FROM is refused: a query is answered from this graph alone",
}
_LINE_END = re.compile(r"\r\n?")
_ASCII_ESCAPE = re.compile(r"\\u00[0-7][0-9A-Fa-f]|\\U000000[0-7][0-9A-Fa-f]")
_SENTENCE = re.compile(r"\w+(?: \w+){2,}")
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def check_query(query: str, prefixes: Mapping[str, str]) -> str:
    """The query with line ends made plain, if it may be run.

    Args:
        query: SPARQL.
        prefixes: those that the query may use without declaring them.

    Raises:
        QueryError: the text is no SPARQL query, asks for what is refused, or uses a prefix that nobody declares.
    """
    if len(query) > MAX_LENGTH:
        raise QueryError(
            f"a query may have {MAX_LENGTH} characters, this has {len(query)}", remedy="ask for less at once"
        )
    text = _LINE_END.sub("\n", query)
    escape = _ASCII_ESCAPE.search(text)
    if escape:  # parsers differ in when they read these, so one could see what another does not
        raise QueryError(
            f"{escape[0]} is refused", place=_place(text, escape.start()), remedy="write the character itself"
        )
    parsed = list(_parts(_parse(text)))
    for part in parsed:
        if part.name in _REFUSED:
            raise QueryError(_REFUSED[part.name], place="query", remedy="leave it out")
    _check_prefixes(parsed, prefixes)
    return text


def query_fault(error: SyntaxError | ValueError, query: str) -> QueryError:
    """An engine's complaint about a query as an error with line and column."""
    told = _PLACE.search(str(error))
    if told is None:
        return QueryError(f"is not SPARQL: {error}", place="query", remedy="mend the syntax")
    line, column = int(told[1]), int(told[2])
    lines = query.splitlines()
    near = lines[line - 1][column - 1 : column + 19].strip() if line <= len(lines) else ""
    where = f" at {near!r}" if near else " at its end"
    reason = f"is not SPARQL{where}{_sentence(told[3])}"
    return QueryError(reason, place=f"query:{line}:{column}", remedy="mend the syntax there")


def _sentence(expected: str) -> str:
    """Of what an engine says that it expected, the part that is a sentence and no list of characters."""
    said = [each for each in expected.removeprefix("expected one of ").split(", ") if _SENTENCE.fullmatch(each)]
    return f": {said[0][0].lower()}{said[0][1:]}" if said else ""


def _place(text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    return f"query:{line}:{offset - text.rfind(chr(10), 0, offset)}"


def _parse(text: str) -> ParseResults:
    try:
        return parseQuery(text)
    except ParseException as error:
        if _is_update(text):
            reason = "updates are refused: the graph is only read"
            raise QueryError(reason, place="query", remedy="ask with SELECT, ASK, CONSTRUCT or DESCRIBE") from error
        place = f"query:{error.lineno}:{error.column}"
        near = text[error.loc : error.loc + 20].split("\n", maxsplit=1)[0].strip()
        where = f" at {near!r}" if near else " at its end"
        raise QueryError(f"is not SPARQL{where}", place=place, remedy="mend the syntax there") from error
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


def _check_prefixes(parsed: list[CompValue], prefixes: Mapping[str, str]) -> None:
    declared = {str(part.prefix or "") for part in parsed if part.name == "PrefixDecl"} | prefixes.keys()
    for part in parsed:
        prefix = str(part.prefix or "")
        if part.name == "pname" and prefix not in declared:
            known = ", ".join(sorted(each for each in declared if each))
            remedy = f"declare it, or use one of {known}" if known else "declare it"
            raise QueryError(f"nobody declares the prefix {prefix!r}", place="query", remedy=remedy)
