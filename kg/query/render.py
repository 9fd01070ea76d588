"""A table as text: for a terminal, and in the four formats of SPARQL results. Pure."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from kg.query.table import Form, Table, Term, TermKind

_MAX_WIDTH = 60
_XSD = "http://www.w3.org/2001/XMLSchema#"
_RESULTS = "http://www.w3.org/2005/sparql-results#"
_BARE = {f"{_XSD}integer", f"{_XSD}boolean"}
_ILLEGAL_IN_XML = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF], "\ufffd")
_TSV_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def render_text(table: Table, prefixes: Mapping[str, str]) -> str:
    """Aligned columns for a terminal: IRIs shortened by prefixes, Chinese counted two wide, long texts cut.

    >>> row = (Term(TermKind.LITERAL, "海尔消费金融", "zh"), None)
    >>> print(render_text(Table(("name", "n"), (row,)), {}), end="")
    name          n
    ------------  -
    海尔消费金融
    """
    if table.form is Form.ASK:
        return "yes\n" if table.boolean else "no\n"
    shortened = {address: prefix for prefix, address in prefixes.items()}
    cells = [[_cut(_plain(term, shortened)) for term in row] for row in table.rows]
    widths = [max(map(_width, column)) for column in zip(table.columns, *cells, strict=True)]
    lines = [list(table.columns), ["-" * width for width in widths], *cells]
    return "".join(_line(line, widths) for line in lines)


def render_csv(table: Table) -> str:
    """SPARQL 1.1 results as CSV: values without their kind, a header line, CRLF."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([_csv_value(term) for term in row] for row in table.rows)
    return output.getvalue()


def render_tsv(table: Table) -> str:
    """SPARQL 1.1 results as TSV: terms as Turtle writes them, a header line."""
    lines = ["\t".join(f"?{column}" for column in table.columns)]
    lines += ["\t".join(_turtle(term) for term in row) for row in table.rows]
    return "".join(f"{line}\n" for line in lines)


def render_json(table: Table) -> str:
    """SPARQL 1.1 results as JSON, one row a line."""
    if table.form is Form.ASK:
        return f'{{"head":{{}},"boolean":{json.dumps(table.boolean)}}}\n'
    rows = [json.dumps(_binding(table.columns, row), ensure_ascii=False, separators=(",", ":")) for row in table.rows]
    head = json.dumps({"vars": list(table.columns)}, ensure_ascii=False, separators=(",", ":"))
    return f'{{"head":{head},"results":{{"bindings":[\n' + ",\n".join(rows) + "\n]}}\n"


def render_xml(table: Table) -> str:
    """SPARQL 1.1 results as XML."""
    head = "".join(f"<variable name={quoteattr(column)}/>" for column in table.columns)
    start = f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{_RESULTS}">'
    if table.form is Form.ASK:
        return f"{start}<head/><boolean>{str(table.boolean).lower()}</boolean></sparql>\n"
    rows = "".join(f"<result>{''.join(_xml_bindings(table.columns, row))}</result>\n" for row in table.rows)
    return f"{start}<head>{head}</head><results>\n{rows}</results></sparql>\n"


def _plain(term: Term | None, shortened: Mapping[str, str]) -> str:
    if term is None:
        return ""
    if term.kind is not TermKind.IRI:
        return " ".join(term.value.split())
    cut = max(term.value.rfind("#"), term.value.rfind("/")) + 1
    prefix = shortened.get(term.value[:cut])
    return term.value if prefix is None else f"{prefix}:{term.value[cut:]}"


def _width(text: str) -> int:
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )


def _cut(text: str) -> str:
    if _width(text) <= _MAX_WIDTH:
        return text
    kept, width = 0, 1
    while width + _width(text[kept]) <= _MAX_WIDTH:
        width += _width(text[kept])
        kept += 1
    return f"{text[:kept]}…"


def _line(cells: list[str], widths: list[int]) -> str:
    padded = (cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip() + "\n"


def _csv_value(term: Term | None) -> str:
    if term is None:
        return ""
    return f"_:{term.value}" if term.kind is TermKind.BLANK else term.value


def _turtle(term: Term | None) -> str:
    if term is None:
        return ""
    if term.kind is TermKind.IRI:
        return f"<{term.value}>"
    if term.kind is TermKind.BLANK:
        return f"_:{term.value}"
    if term.datatype in _BARE:
        return term.value
    text = f'"{term.value.translate(_TSV_ESCAPES)}"'
    if term.language:
        return f"{text}@{term.language}"
    return f"{text}^^<{term.datatype}>" if term.datatype else text


def _binding(columns: tuple[str, ...], row: tuple[Term | None, ...]) -> dict[str, Any]:
    return {column: _json_term(term) for column, term in zip(columns, row, strict=True) if term is not None}


def _json_term(term: Term) -> dict[str, str]:
    result = {"type": term.kind.value, "value": term.value}
    if term.language:
        result["xml:lang"] = term.language
    if term.datatype:
        result["datatype"] = term.datatype
    return result


def _xml_bindings(columns: tuple[str, ...], row: tuple[Term | None, ...]) -> list[str]:
    bound = zip(columns, row, strict=True)
    return [
        f"<binding name={quoteattr(column)}>{_xml_term(term)}</binding>" for column, term in bound if term is not None
    ]


def _xml_term(term: Term) -> str:
    attributes = f" xml:lang={quoteattr(term.language)}" if term.language else ""
    attributes += f" datatype={quoteattr(term.datatype)}" if term.datatype else ""
    name = term.kind.value
    text = escape(term.value.translate(_ILLEGAL_IN_XML), {"\r": "&#13;"})
    return f"<{name}{attributes}>{text}</{name}>"
