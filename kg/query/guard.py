"""What may be asked: SPARQL 1.1 queries that only read the graph at hand.

Engines fetch what SERVICE and FROM name, so a query that holds either is refused before an engine sees it. Whether it
does is told by rdflib's grammar, which takes longer to build than most queries to answer; a text in which the words do
not stand at all needs no second parser. The text that was checked is the text that is to be run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.errors import QueryError

MAX_LENGTH = 100_000
"""Characters of a query; a longer one is refused."""
MAX_DEPTH = 200
"""Brackets within brackets; at a few thousand, parsers run out of stack."""

_REFUSED: Mapping[str, str] = {
    "ServiceGraphPattern": "SERVICE is refused: a query is answered from this graph alone",
    "DatasetClause": "FROM is refused: a query is answered from this graph alone",
}
_BYTE_ORDER_MARK = "\ufeff"
_SUSPICIOUS = re.compile("service|from", re.IGNORECASE | re.ASCII)
_LINE_END = re.compile(r"\r\n?")
_BRACKETS = re.compile(r"[\[\](){}]")
_ASCII_ESCAPE = re.compile(r"\\u00[0-7][0-9A-Fa-f]|\\U000000[0-7][0-9A-Fa-f]")
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_SENTENCE = re.compile(r"\w+(?: \w+){2,}")


def check_query(query: str) -> str:
    """The query as an engine may have it: line ends plain, no byte order mark. Whether it is SPARQL the engine tells.

    Raises:
        QueryError: the query asks for what is refused, or is made to exhaust a parser.
    """
    if len(query) > MAX_LENGTH:
        reason = f"a query may have {MAX_LENGTH} characters, this has {len(query)}"
        raise QueryError(reason, remedy="ask for less at once")
    text = _LINE_END.sub("\n", query.removeprefix(_BYTE_ORDER_MARK))
    escape = _ASCII_ESCAPE.search(text)
    if escape:  # parsers differ in when they read these, so one could see what another does not
        place = _place(text, escape.start())
        raise QueryError(f"{escape[0]} is refused", place=place, remedy="write the character itself")
    if _depth(text) > MAX_DEPTH:
        raise QueryError("is nested too deeply", place="query", remedy="take it apart")
    if _SUSPICIOUS.search(text):
        from kg.query.grammar import parts_of  # noqa: PLC0415 (see above)

        for part in parts_of(text):
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
    from kg.query.grammar import parts_of, syntax_fault, unknown_prefix  # noqa: PLC0415 (see above)

    try:
        parsed = parts_of(query)
    except QueryError as fault:
        parsed = []
        if "update" in fault.reason:
            return fault
    unknown = unknown_prefix(parsed, prefixes)
    if unknown is not None:
        known = ", ".join(sorted(each for each in prefixes if each))
        remedy = f"declare it, or use one of {known}" if known else "declare it"
        return QueryError(f"nobody declares the prefix {unknown!r}", place="query", remedy=remedy)
    told = _PLACE.search(str(error))
    if told is None:
        return QueryError(f"is not SPARQL: {error}", place="query", remedy="mend the syntax")
    return syntax_fault(query, int(told[1]), int(told[2]), _sentence(told[3]))


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
