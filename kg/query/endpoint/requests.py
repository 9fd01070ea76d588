"""What a request of the SPARQL 1.1 protocol asks for, or why it is refused. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"

_ELSEWHERE = ("default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri")

Parameters = Mapping[str, Sequence[str]]


class RequestError(Exception):
    """A request that is refused: the HTTP status and the reason in a sentence."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(status, reason)
        self.status = status
        self.reason = reason


def query_of_get(address: str) -> str | None:
    """The query of a GET, by what stands behind the address's question mark; None for the service description.

    Raises:
        RequestError: it is no UTF-8, names graphs elsewhere, an update, or several queries.
    """
    return _query(_in_address(address))


def query_of_post(media_type: str, body: bytes, address: str) -> str:
    """The query of a POST, either as a form or as the body itself.

    Raises:
        RequestError: the body is of another type, is no UTF-8, holds no query, names graphs elsewhere or an update,
            or there is more than one query.
    """
    kind = media_type.partition(";")[0].strip().lower()
    if kind == UPDATE:
        raise RequestError(403, "Updates are refused: the graph is only read.")
    if kind not in (FORM, QUERY):
        raise RequestError(415, f"A query is posted as {FORM} or {QUERY}.")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise RequestError(400, "The body is not UTF-8.") from None
    parameters = _in_address(address)
    fields: Parameters = {"query": [text]} if kind == QUERY else _form(text)
    query = _query({name: [*parameters.get(name, ()), *fields.get(name, ())] for name in {**parameters, **fields}})
    if query is None:
        raise RequestError(400, "The form has no field `query`.")
    return query


def _in_address(address: str) -> Parameters:
    try:
        return parse_qs(address, keep_blank_values=True, errors="strict", max_num_fields=50)
    except ValueError:
        raise RequestError(400, "The address is not UTF-8, or holds too many fields.") from None


def _form(text: str) -> Parameters:
    try:
        return parse_qs(text, keep_blank_values=True, strict_parsing=bool(text), errors="strict", max_num_fields=50)
    except ValueError:
        raise RequestError(400, "The body is no form.") from None


def _query(parameters: Parameters) -> str | None:
    if "update" in parameters:
        raise RequestError(403, "Updates are refused: the graph is only read.")
    for name in _ELSEWHERE:
        if name in parameters:
            raise RequestError(400, f"{name} is refused: a query is answered from this graph alone.")
    queries = parameters.get("query", ())
    if len(queries) > 1:
        raise RequestError(400, "A request holds one query.")
    return queries[0] if queries else None
