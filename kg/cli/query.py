"""`kg query`: SPARQL, or a question of the pack by its name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from kg.cli.options import json_option, pack_option
from kg.errors import QueryError
from kg.query.questions import Question, answer, find_question, is_name, load_questions
from kg.query.render import render_csv, render_json, render_text, render_tsv
from kg.query.sparql import ask
from kg.query.store import QueryGraph, load_graph
from kg.query.table import Table


def _values(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    pairs = [each.partition("=") for each in given]
    if any(not equals for _, equals, _ in pairs):
        raise click.BadParameter("give NAME=VALUE")
    return {name: value for name, _, value in pairs}


@click.command()
@click.argument("question", required=False, metavar="[SPARQL|NAME]")
@click.option(
    "--graph",
    default="output/graph.ttl",
    show_default=True,
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help="The graph to ask: a file, or an output folder.",
)
@click.option(
    "--format",
    "form",
    default="table",
    show_default=True,
    type=click.Choice(("table", "csv", "tsv", "json")),
    help="Form of the answer.",
)
@json_option
@click.option(
    "--set",
    "values",
    multiple=True,
    metavar="NAME=VALUE",
    callback=_values,
    help="Ask a named question for another value.",
)
@click.option("--limit", type=click.IntRange(1), help="The most rows to give.")
@pack_option
def query(
    *,
    question: str | None,
    graph: Path,
    form: str,
    as_json: bool,
    values: dict[str, str],
    limit: int | None,
    pack: str,
) -> None:
    """Ask a graph in SPARQL 1.1, or ask one of the pack's questions by name; without either, list the questions.

    Example: kg query products-for-group --set group=新市民
    """
    if question is None:
        from kg.ontology.pack import load_pack  # noqa: PLC0415 (most of the time of a query in SPARQL would go into it)

        _list(load_questions(load_pack(pack)).values(), as_json=as_json or form == "json")
        return
    asked = load_graph(graph)
    table = _answer(asked, question, pack, values, limit)
    if as_json or form == "json":
        click.echo(render_json(table))
    elif form == "csv":
        click.echo(render_csv(table), nl=False)
    elif form == "tsv":
        click.echo(render_tsv(table), nl=False)
    else:
        click.echo(render_text(table, asked.prefixes), nl=False)
    if table.truncated:
        click.echo(f"only the first {limit} rows", err=True)


def _answer(graph: QueryGraph, question: str, pack: str, values: dict[str, str], limit: int | None) -> Table:
    """As the pipeline answers, but without the pack where the question is SPARQL."""
    if not is_name(question):
        if values:
            raise QueryError("--set is for the values of a named question", remedy="write the value into the query")
        return ask(graph, question, limit=limit)
    from kg.ontology.pack import load_pack  # noqa: PLC0415 (as above)

    return answer(graph, find_question(load_pack(pack), question), values, limit=limit)


def _list(questions: Iterable[Question], *, as_json: bool) -> None:
    """What can be asked by name, in both languages, with the values that may be set."""
    if as_json:
        rows = [{"name": each.name, **each.words, "values": dict(each.values)} for each in questions]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for each in questions:
        settings = "".join(f"  --set {name}={value}" for name, value in each.values.items())
        click.echo(f"{each.name}{settings}\n    {each.words.get('zh', '')}\n    {each.words.get('en', '')}")
