"""`kg review`: what deserves a curator's look."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from kg import pipeline
from kg.cli.options import json_option, pack_option
from kg.cli.stored import stored_graph
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.review import Concern, ReviewRow


@click.command()
@click.argument("where", metavar="STORE|DIR", type=click.Path(path_type=Path))
@click.option(
    "--only", multiple=True, type=click.Choice([each.value for each in Concern]), help="Only this; may be repeated."
)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(0), help="At most N of a kind; 0 for all.")
@pack_option
@json_option
def review(*, where: Path, only: tuple[str, ...], limit: int, pack: str, as_json: bool) -> None:
    """List what deserves a look in a store or an output folder, the most useful first.

    Names that may be one thing's, unsure facts, figures that contradict each other, years that are open, unnamed actors
    with those that they may be, and sentences that name things and gave no fact. `kg curate` mends them.

    Example: kg review news.kg --only merge --only conflict
    """
    domain = pipeline.load_pack(pack)
    build = stored_graph(where, domain)
    rows = _first([each for each in pipeline.review(build, domain) if not only or each.concern.value in only], limit)
    if as_json:
        click.echo(json.dumps([_json(each, build.graph) for each in rows], ensure_ascii=False, indent=1))
        return
    for row in rows:
        place = f"  {row.place[0]} {row.place[1].start}..{row.place[1].end}" if row.place else ""
        click.echo(f"{row.concern.value:10} {row.words}{place}  [{' '.join(row.ids)}]")


def _first(rows: list[ReviewRow], limit: int) -> list[ReviewRow]:
    """The first of each kind."""
    kept: list[ReviewRow] = []
    for concern in Concern:
        of = [each for each in rows if each.concern is concern]
        kept += of[:limit] if limit else of
    return kept


def _json(row: ReviewRow, graph: KnowledgeGraph) -> dict[str, Any]:
    told: dict[str, Any] = {"concern": row.concern.value, "weight": row.weight, "ids": row.ids, "words": row.words}
    if row.place:
        document, span = row.place
        quote = span.of(graph.documents[document].text)
        told["place"] = {"document": document, "start": span.start, "end": span.end, "text": quote}
    return told
