"""`kg diff`: what changed between two states, with the evidence."""

from __future__ import annotations

from pathlib import Path

import click

from kg import pipeline
from kg.cli.options import json_option, pack_option
from kg.cli.stored import curation_of, open_store, records_of
from kg.export.diff_forms import FORMS
from kg.model.curation import CurationLine
from kg.model.extraction import Extraction
from kg.ontology.curation import FILENAME as CURATION
from kg.ontology.pack import Pack


@click.command()
@click.argument("states", nargs=-1, required=True, metavar="STORE A B | DIR_A DIR_B")
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(tuple(FORMS)),
    help="Form of the answer; patch is an RDF Patch.",
)
@json_option
@pack_option
def diff(*, states: tuple[str, ...], form: str, as_json: bool, pack: str) -> None:
    """Tell what changed between two revisions of a store, or between two output folders, with the evidence.

    Example: kg diff news.kg 3 4
    """
    domain = pipeline.load_pack(pack)
    old, new = (
        pipeline.build_graph(records, domain, curation).graph for records, curation in _two_states(states, domain)
    )
    for line in FORMS["json" if as_json else form](old, new, domain):
        click.echo(line, nl=False)


State = tuple[list[Extraction], tuple[CurationLine, ...]]
"""Records, and the curation of them."""


def _two_states(states: tuple[str, ...], domain: Pack) -> list[State]:
    if len(states) == 3 and states[1].isdigit() and states[2].isdigit():
        with open_store(Path(states[0]), domain) as records:
            return [
                (list(records.extractions(each)), curation_of(records, domain, each)) for each in map(int, states[1:])
            ]
    if len(states) == 2:
        return [(records_of(folder), pipeline.read_curation(folder / CURATION, domain)) for folder in map(Path, states)]
    raise click.UsageError("name a store and two revisions, or two output folders")
