"""`kg build`: articles or records in, the graph's files out."""

from __future__ import annotations

import json
import time
from pathlib import Path

import click

from kg import pipeline
from kg.cli.options import (
    confidence_option,
    cores,
    curation_option,
    inputs_argument,
    jobs_option,
    json_option,
    pack_option,
)
from kg.cli.outcome import Outcome, tell_lost
from kg.cli.progress import with_progress
from kg.cli.reading import expected, read, reading_options
from kg.errors import DocumentError
from kg.export.registry import writers
from kg.text.reading import ReadOptions


@click.command()
@inputs_argument
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Where the files go."
)
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(tuple(writers())), help="Only this format; may be repeated."
)
@pack_option
@jobs_option
@confidence_option
@curation_option
@json_option
@reading_options
@click.pass_context
def build(
    context: click.Context,
    *,
    inputs: tuple[str, ...],
    output: Path,
    formats: tuple[str, ...],
    pack: str,
    jobs: int,
    min_confidence: float,
    curation: Path | None,
    as_json: bool,
    reading: ReadOptions,
    strict: bool,
) -> None:
    """Build the graph of articles, or of records written before, and write its files.

    INPUT is any mix of files, folders and - (stdin): .txt, .md, .html, .pdf, .docx, .jsonl, .csv. What stood in the
    output folder stays whole until every new file is there, and where no input can be read.

    Example: kg build examples/ -o output/
    """
    started = time.monotonic()
    outcome = Outcome(strict=strict)
    domain = pipeline.load_pack(pack)
    found = pipeline.extract_inputs(read(inputs, reading), domain, jobs=cores(jobs), min_confidence=min_confidence)
    lines = pipeline.read_curation(curation, domain) if curation else ()
    made = pipeline.build_graph(with_progress(outcome.telling(found), "documents", expected(inputs)), domain, lines)
    if not made.extractions:
        remedy = "name articles or records that can be; nothing was written"
        raise DocumentError("none of the inputs could be read", place=str(output), remedy=remedy)
    tell_lost(made.graph.curation)
    files = pipeline.write_graph(made, domain, output, formats or None)
    counts, seconds = _counts(made), round(time.monotonic() - started, 1)
    if as_json:
        click.echo(json.dumps({"folder": str(output), "files": files, "counts": counts, "seconds": seconds}, indent=1))
    else:
        click.echo(", ".join(f"{count} {what}" for what, count in counts.items()) + f" in {seconds} s")
        for name in files:
            click.echo(f"  {output / name}")
    outcome.exit(context)


def _counts(made: pipeline.Build) -> dict[str, int]:
    return {
        "documents": len(made.graph.documents),
        "failed": len(made.failures),
        "entities": len(made.graph.entities),
        "relations": len(made.graph.relations),
        "figures": len(made.graph.observations),
    }
