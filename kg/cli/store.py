"""The commands of a store: records kept on disk, so that a graph can live from day to day."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import click

from kg import pipeline
from kg.cli.options import cores, inputs_argument, jobs_option, json_option, pack_option
from kg.cli.outcome import Outcome, tell_lost
from kg.cli.progress import with_progress
from kg.cli.reading import expected, read, reading_options
from kg.export.records import FILENAME as RECORDS
from kg.extract.workers import Item
from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.ontology.curation import FILENAME as CURATION
from kg.ontology.digest import digest_of_pack
from kg.store.feeding import keep, needed
from kg.store.records import RecordStore
from kg.text.reading import Failure, ReadOptions

store_argument = click.argument("store", type=click.Path(path_type=Path))


@click.command()
@store_argument
def init(*, store: Path) -> None:
    """Make an empty store in a folder.

    Example: kg init news.kg
    """
    RecordStore.create(store).close()
    click.echo(f"{store} is an empty store", err=True)


@click.command()
@store_argument
@inputs_argument
@pack_option
@jobs_option
@reading_options
@click.pass_context
def add(
    context: click.Context,
    *,
    store: Path,
    inputs: tuple[str, ...],
    pack: str,
    jobs: int,
    reading: ReadOptions,
    strict: bool,
) -> None:
    """Read articles or records into a store; only what is new or changed is extracted.

    A text that changed under the same id takes the place of the old one. A killed command loses nothing that it told.

    Example: kg add news.kg articles/2023-09-08/
    """
    outcome = Outcome(strict=strict)
    digest = digest_of_pack(pipeline.load_pack(pack))
    with RecordStore.open(store) as records:
        items: Iterator[Item] = outcome.telling(read(inputs, reading))
        read_anew = needed(records, items, digest)
        found = pipeline.extract_inputs(read_anew, pack, jobs=cores(jobs))
        made = (each for each in found if isinstance(each, Extraction))
        kept = sum(1 for _ in with_progress(keep(records, made, digest), "documents", expected(inputs)))
        click.echo(
            f"{kept} added or changed, {outcome.documents - kept} there already, {outcome.failures} failed", err=True
        )
    outcome.exit(context)


@click.command()
@store_argument
@click.argument("documents", nargs=-1, required=True, metavar="DOC_ID...")
@click.pass_context
def remove(context: click.Context, *, store: Path, documents: tuple[str, ...]) -> None:
    """Take documents out of a store, with everything that only they said.

    Example: kg remove news.kg 2023-09-08/a17.txt
    """
    with RecordStore.open(store) as records:
        removed = records.remove(documents)
    for missing in sorted(set(documents) - set(removed)):
        click.echo(f"kg: {store}: holds no document {missing!r}; `kg status {store} --documents` lists them.", err=True)
    click.echo(f"{len(removed)} removed", err=True)
    context.exit(0 if len(removed) == len(set(documents)) else 1)


@click.command()
@store_argument
@pack_option
@json_option
@click.option("--documents", is_flag=True, help="List the documents.")
def status(*, store: Path, pack: str, as_json: bool, documents: bool) -> None:
    """Tell what a store holds, and what a changed pack would extract again.

    Example: kg status news.kg
    """
    digest = digest_of_pack(pipeline.load_pack(pack))
    with RecordStore.open(store) as records:
        now = records.status()
        ids = [each.document.id for each in records.extractions()] if documents else []
    stale = sum(count for of, count in now.packs if of != digest)
    if as_json:
        told = {"documents": now.documents, "revision": now.revision, "by_older_pack": stale}
        click.echo(json.dumps(told | ({"ids": ids} if documents else {}), ensure_ascii=False, indent=1))
        return
    click.echo(f"{now.documents} documents, revision {now.revision}, {stale} by another state of the pack {pack}")
    for each in ids:
        click.echo(each)


@click.command()
@store_argument
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Where the files go."
)
@click.option("--revision", type=click.IntRange(0), help="As the store was at this revision.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Only what was published by this day.")
@pack_option
def export(*, store: Path, output: Path, revision: int | None, as_of: datetime.datetime | None, pack: str) -> None:
    """Write the files of a store's graph, as `kg build` would of the same articles. Its curation is applied.

    Example: kg export news.kg -o output/
    """
    domain = pipeline.load_pack(pack)
    with RecordStore.open(store) as records:
        held: Iterator[Extraction | Failure] = records.extractions(revision, as_of.date() if as_of else None)
        lines = pipeline.read_curation(store / CURATION, domain)
        made = pipeline.build_graph(with_progress(held, "documents"), domain, lines)
    tell_lost(made.graph.curation)
    for name in pipeline.write_graph(made, domain, output):
        click.echo(f"  {output / name}")


@click.command()
@click.argument("states", nargs=-1, required=True, metavar="STORE A B | DIR_A DIR_B")
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    type=click.Choice(("text", "json", "patch")),
    help="Form of the answer; patch is an RDF Patch.",
)
@pack_option
def diff(*, states: tuple[str, ...], form: str, pack: str) -> None:
    """Tell what changed between two revisions of a store, or between two output folders, with the evidence.

    Example: kg diff news.kg 3 4
    """
    domain = pipeline.load_pack(pack)
    old, new = (
        pipeline.build_graph(records, domain, pipeline.read_curation(folder / CURATION, domain)).graph
        for folder, records in _two_states(states)
    )
    for line in pipeline.render_difference(old, new, domain, form):
        click.echo(line, nl=False)


def _two_states(states: tuple[str, ...]) -> list[tuple[Path, list[Extraction | Failure]]]:
    """The records of both states, and the folder that has the curation of each."""
    if len(states) == 3 and states[1].isdigit() and states[2].isdigit():
        with RecordStore.open(Path(states[0])) as records:
            return [(Path(states[0]), list(records.extractions(int(each)))) for each in states[1:]]
    if len(states) == 2:
        return [
            (
                Path(of),
                [each for each in pipeline.read_inputs([str(Path(of) / RECORDS)]) if not isinstance(each, Document)],
            )
            for of in states
        ]
    raise click.UsageError("name a store and two revisions, or two output folders")
