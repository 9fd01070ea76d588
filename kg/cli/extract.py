"""`kg extract`: one record a document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from kg import pipeline
from kg.cli.options import confidence_option, cores, inputs_argument, jobs_option, pack_option
from kg.cli.outcome import Outcome
from kg.cli.progress import with_progress
from kg.cli.reading import expected, read, reading_options
from kg.errors import ExportError
from kg.export.records import render_records, write_records
from kg.export.staging import staged
from kg.model.extraction import Extraction
from kg.text.reading import ReadOptions


@click.command()
@inputs_argument
@click.option(
    "--output", "-o", default="-", metavar="FILE.jsonl", help="Where the records go; - is stdout, the default."
)
@pack_option
@jobs_option
@confidence_option
@reading_options
@click.pass_context
def extract(
    context: click.Context,
    *,
    inputs: tuple[str, ...],
    output: str,
    pack: str,
    jobs: int,
    min_confidence: float,
    reading: ReadOptions,
    strict: bool,
) -> None:
    """Write what each document says as one JSON record a line, in input order.

    INPUT is any mix of files, folders and - (stdin): .txt, .md, .html, .pdf, .docx, .jsonl, .csv.

    Example: kg extract articles/ -o records.jsonl
    """
    path = Path(output)
    _check(path, inputs)
    outcome = Outcome(strict=strict)
    found = pipeline.extract_inputs(read(inputs, reading), pack, jobs=cores(jobs), min_confidence=min_confidence)
    passing = with_progress(outcome.telling(found), "documents", expected(inputs))
    records: Iterator[Extraction] = (each for each in passing if isinstance(each, Extraction))
    if output == "-":
        for line in render_records(records):
            click.echo(line, nl=False)
    else:
        with staged(path.parent) as folder:
            write_records(records, folder / path.name)
        click.echo(f"{outcome.documents} records in {path}", err=True)
    outcome.exit(context)


def _check(output: Path, inputs: tuple[str, ...]) -> None:
    """Refuse what would cost an article, or come to nothing after all the work."""
    if output.is_dir():
        raise ExportError("is a folder", place=str(output), remedy="name a file for the records")
    if output.exists() and any(Path(each).exists() and output.samefile(each) for each in inputs):
        raise ExportError("is one of the inputs", place=str(output), remedy="name another file for the records")
