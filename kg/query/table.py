"""The answer to a query: columns and rows of terms."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class TermKind(enum.StrEnum):
    """What a term is; the values are those of the SPARQL results formats."""

    IRI = "uri"
    LITERAL = "literal"
    BLANK = "bnode"


@dataclass(frozen=True, slots=True)
class Term:
    """A node of a graph. `language` and `datatype` (an IRI) are of literals; a plain string has neither."""

    kind: TermKind
    value: str
    language: str | None = None
    datatype: str | None = None


Row = tuple[Term | None, ...]


class Form(enum.StrEnum):
    """What kind of query a table answers."""

    SELECT = "select"
    ASK = "ask"
    """One row of one boolean."""
    GRAPH = "graph"
    """CONSTRUCT and DESCRIBE: a row is a triple."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows in the order of the answer; None where a variable is unbound.

    `truncated` says that there were more rows than the limit let through.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    form: Form = Form.SELECT
    truncated: bool = False

    @property
    def boolean(self) -> bool:
        """The answer to an ASK query."""
        return self.form is Form.ASK and any(
            term is not None and term.value == "true" for row in self.rows for term in row
        )
