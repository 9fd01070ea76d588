"""`kg validate`: a graph held against its shapes."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from kg import pipeline
from kg.cli.options import json_option, pack_option
from kg.export.records import FILENAME as RECORDS
from kg.export.turtle import FILENAME as TURTLE
from kg.model.extraction import Extraction


@click.command()
@click.argument("graph", type=click.Path(path_type=Path), metavar="DIR")
@pack_option
@json_option
@click.pass_context
def validate(context: click.Context, *, graph: Path, pack: str, as_json: bool) -> None:
    """Hold the graph of an output folder against the pack's SHACL shapes, and its quotes against the texts.

    Each violation names the node, the shape and the sentence; exit code 1 where there is one.

    Example: kg validate output/
    """
    from kg.query.shapes import validate as find_violations  # noqa: PLC0415 (a SHACL engine, slow to import)

    records = graph / RECORDS
    read = pipeline.read_inputs([str(records)]) if records.is_file() else iter(())
    documents = {each.document.id: each.document for each in read if isinstance(each, Extraction)}
    violations = find_violations(graph / TURTLE, pipeline.load_pack(pack), documents)
    if not documents:
        click.echo(f"kg: {records} gives no text: the quotes were held against none.", err=True)
    if as_json:
        rows = [asdict(each) | {"messages": dict(each.messages)} for each in violations]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for each in violations:
            found = f" [{each.value}]" if each.value else ""
            said = f"\n    {each.sentence}" if each.sentence else ""
            click.echo(f"{each.node}  {each.shape}: {each.message('en')}{found}{said}")
        click.echo(f"{len(violations)} violations", err=True)
    context.exit(1 if violations else 0)
