"""The commands of a store: records kept on disk, so that a graph can live from day to day."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from kg import pipeline
from kg.cli.options import cores, inputs_argument, jobs_option, json_option, pack_option
from kg.cli.outcome import Outcome, tell_lost
from kg.cli.progress import with_progress
from kg.cli.reading import expected, read, reading_options
from kg.cli.stored import curation_of, open_store, tell_stale
from kg.extract.given import known
from kg.extract.workers import Item
from kg.model.extraction import Extraction
from kg.ontology.digest import digest_of_pack
from kg.ontology.pack import Pack
from kg.store.feeding import Feed
from kg.store.records import GIVEN, Kept, RecordStore
from kg.text.reading import ReadOptions

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

    A text that changed under the same id takes the place of the old one. The id of a file is its path below the folder
    that is named: name the folder over all days, or articles of two days may have one id. A killed command loses
    nothing that was committed; run it again.

    Example: kg add news.kg articles/2023-09-08/
    """
    outcome = Outcome(strict=strict)
    domain = pipeline.load_pack(pack)
    with RecordStore.open(store) as records:
        found = with_progress(read(inputs, reading), "documents", expected(inputs))
        items: Iterator[Item] = outcome.telling(known(found, domain.ontology))
        kept = _extract_into(records, items, domain, jobs)
    there = outcome.documents - sum(kept)
    click.echo(f"{kept.new} added, {kept.changed} changed, {there} there already, {outcome.failures} failed", err=True)
    outcome.exit(context)


def _extract_into(records: RecordStore, items: Iterable[Item], domain: Pack, jobs: int) -> Kept:
    """Extract what a store needs of some items and keep it."""
    feed = Feed(records, digest_of_pack(domain))
    found = pipeline.extract_inputs(feed.needed(items), domain, jobs=cores(jobs))
    batches = list(feed.keep(each for each in found if isinstance(each, Extraction)))
    return Kept(sum(each.new for each in batches), sum(each.changed for each in batches))


@click.command()
@store_argument
@pack_option
@jobs_option
def redo(*, store: Path, pack: str, jobs: int) -> None:
    """Extract again, from the texts that a store keeps, what another state of the pack made.

    Records that were given as records stay as they are.

    Example: kg redo news.kg
    """
    domain = pipeline.load_pack(pack)
    with RecordStore.open(store) as records:
        stale = records.stale(digest_of_pack(domain))
        held = filter(None, map(records.extraction, stale))
        texts: Iterator[Item] = (each.document for each in with_progress(held, "documents", len(stale)))
        _extract_into(records, texts, domain, jobs)
    click.echo(f"{len(stale)} extracted again", err=True)


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
@click.option("--documents", is_flag=True, help="List the documents; those to extract again are marked.")
@click.option("--revisions", is_flag=True, help="List the revisions, with what each changed.")
def status(*, store: Path, pack: str, as_json: bool, documents: bool, revisions: bool) -> None:
    """Tell what a store holds, and what a changed pack would extract again (`kg redo`).

    Example: kg status news.kg
    """
    domain = pipeline.load_pack(pack)
    with open_store(store, domain) as records:
        now, stale = records.status(), records.stale(digest_of_pack(domain))
        told: dict[str, Any] = {
            "documents": now.documents,
            "revision": now.revision,
            "by_older_pack": len(stale),
            "given": dict(now.packs).get(GIVEN, 0),
        }
        if documents:
            told |= {"ids": records.ids(), "stale": stale}
        if revisions:
            told |= {"revisions": [asdict(each) for each in records.revisions()]}
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    click.echo(
        f"{now.documents} documents ({told['given']} given as records), revision {now.revision}, "
        f"{len(stale)} by another state of the pack {pack}"
    )
    for each in told.get("ids", ()):
        click.echo(f"{each}  to extract again" if each in set(stale) else each)
    for row in told.get("revisions", ()):
        curated = ", curation" if row["curation"] else ""
        click.echo(f"{row['number']}  {row['at']}  {row['added']} added, {row['ended']} ended{curated}")


@click.command()
@store_argument
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path), metavar="DIR", help="Where the files go."
)
@click.option("--revision", type=click.IntRange(0), help="As the store and its curation were at this revision.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Only what was published and curated by this day.")
@pack_option
def export(*, store: Path, output: Path, revision: int | None, as_of: datetime.datetime | None, pack: str) -> None:
    """Write the files of a store's graph, as `kg build` would of the same articles. Its curation is applied.

    Example: kg export news.kg -o output/
    """
    domain = pipeline.load_pack(pack)
    day = as_of.date() if as_of else None
    with open_store(store, domain) as records:
        tell_stale(records, domain, store)
        held = with_progress(records.extractions(revision, day), "documents", records.status().documents)
        lines = curation_of(records, domain, revision)
        made = pipeline.build_graph(held, domain, [each for each in lines if day is None or each.date <= day])
    tell_lost(made.graph.curation)
    for name in pipeline.write_graph(made, domain, output):
        click.echo(f"  {output / name}")
