"""Tables as text; the result formats are read back by other programs' readers."""

import csv
import io

import pyoxigraph
import pytest

from kg.query.render import render_csv, render_json, render_text, render_tsv, render_xml
from kg.query.table import Form, Table, Term, TermKind

XSD = "http://www.w3.org/2001/XMLSchema#"
ROWS = (
    (Term(TermKind.IRI, "https://example.org/甲#a"), Term(TermKind.LITERAL, '海尔"消费"<金融>&𠮷😀', "zh")),
    (None, Term(TermKind.LITERAL, "9641000", None, f"{XSD}decimal")),
    (Term(TermKind.BLANK, "b0"), Term(TermKind.LITERAL, "一行\n二行\t三\\末")),
    (Term(TermKind.LITERAL, "3", None, f"{XSD}integer"), Term(TermKind.LITERAL, "true", None, f"{XSD}boolean")),
)
TABLE = Table(("x", "名"), ROWS)


def read(text, form):
    answer = pyoxigraph.parse_query_results(text, format=form)
    return [each.value for each in answer.variables], [tuple(row) for row in answer]


@pytest.mark.parametrize(
    ("render", "form"),
    [
        (render_json, pyoxigraph.QueryResultsFormat.JSON),
        (render_xml, pyoxigraph.QueryResultsFormat.XML),
        (render_tsv, pyoxigraph.QueryResultsFormat.TSV),
    ],
)
def test_results_come_back_unchanged(render, form):
    columns, rows = read(render(TABLE), form)
    assert columns == ["x", "名"]
    assert rows == [
        (pyoxigraph.NamedNode("https://example.org/甲#a"), pyoxigraph.Literal('海尔"消费"<金融>&𠮷😀', language="zh")),
        (None, pyoxigraph.Literal("9641000", datatype=pyoxigraph.NamedNode(f"{XSD}decimal"))),
        (pyoxigraph.BlankNode("b0"), pyoxigraph.Literal("一行\n二行\t三\\末")),
        (
            pyoxigraph.Literal("3", datatype=pyoxigraph.NamedNode(f"{XSD}integer")),
            pyoxigraph.Literal("true", datatype=pyoxigraph.NamedNode(f"{XSD}boolean")),
        ),
    ]


def test_csv_holds_the_values():
    rows = list(csv.reader(io.StringIO(render_csv(TABLE), newline="")))
    assert rows[0] == ["x", "名"]
    assert rows[1] == ["https://example.org/甲#a", '海尔"消费"<金融>&𠮷😀']
    assert rows[2] == ["", "9641000"]
    assert rows[3] == ["_:b0", "一行\n二行\t三\\末"]


@pytest.mark.parametrize("said", ["true", "false"])
def test_booleans(said):
    table = Table(("answer",), ((Term(TermKind.LITERAL, said, None, f"{XSD}boolean"),),), Form.ASK)
    for render, form in (
        (render_json, pyoxigraph.QueryResultsFormat.JSON),
        (render_xml, pyoxigraph.QueryResultsFormat.XML),
    ):
        assert bool(pyoxigraph.parse_query_results(render(table), format=form)) == (said == "true")
    assert render_text(table, {}) == ("yes\n" if said == "true" else "no\n")


def test_characters_that_xml_cannot_hold_are_replaced():
    table = Table(("x",), ((Term(TermKind.LITERAL, "a\x00b\x0b\rc"),),))
    _, rows = read(render_xml(table), pyoxigraph.QueryResultsFormat.XML)
    assert rows == [(pyoxigraph.Literal("a\ufffdb\ufffd\rc"),)]


def test_the_terminal_gets_short_names_and_aligned_columns():
    rows = (
        (Term(TermKind.IRI, "https://example.org/a"), Term(TermKind.LITERAL, "长" * 50)),
        (None, Term(TermKind.LITERAL, "短")),
    )
    lines = render_text(Table(("id", "文"), rows), {"ex": "https://example.org/"}).splitlines()
    assert lines[2].startswith("ex:a  长")
    assert lines[2].endswith("长…")
    assert lines[3] == "      短"


def test_an_empty_table_shows_its_columns():
    assert render_text(Table(("a", "bc"), ()), {}) == "a  bc\n-  --\n"
