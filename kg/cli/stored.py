"""The graph of a store or of an output folder, with its curation applied."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kg import pipeline
from kg.cli.outcome import Outcome
from kg.cli.progress import with_progress
from kg.errors import StoreError
from kg.export.records import FILENAME as RECORDS
from kg.model.curation import CurationLine
from kg.model.extraction import Extraction
from kg.ontology.curation import FILENAME as CURATION
from kg.ontology.curation import parse_curation
from kg.ontology.digest import digest_of_pack
from kg.ontology.pack import Pack
from kg.store.records import FILE, RecordStore


@contextmanager
def open_store(folder: Path, pack: Pack) -> Iterator[RecordStore]:
    """A store that keeps the curation as its file says it now: what was edited by hand is a revision from here on.

    Raises:
        StoreError: there is no such store, or it cannot be used.
        CurationError: the file of curation has faults.
    """
    with RecordStore.open(folder) as records:
        path = folder / CURATION
        pipeline.read_curation(path, pack)
        text = path.read_text("utf-8") if path.exists() else ""
        if text != records.curation():
            records.curate(lambda: text)
        yield records


def curation_of(records: RecordStore, pack: Pack, revision: int | None = None) -> tuple[CurationLine, ...]:
    """The curation as a store had it at a revision (default: now)."""
    return parse_curation(records.curation(revision), records.folder / CURATION, pack.ontology)


def tell_stale(records: RecordStore, pack: Pack, folder: Path) -> None:
    """Tell that some records are not what this state of the pack would make."""
    stale = len(records.stale(digest_of_pack(pack)))
    if stale:
        click.echo(f"kg: {folder}: {stale} documents are by another state of the pack; `kg redo {folder}`.", err=True)


def records_of(folder: Path) -> list[Extraction]:
    """The records of an output folder.

    Raises:
        StoreError: it is none.
        KgError: a record cannot be read.
    """
    path = folder / RECORDS
    if not path.is_file():
        raise StoreError("is no output folder", place=str(folder), remedy="name what `kg build` or `kg export` made")
    if not path.stat().st_size:
        return []
    read = Outcome(strict=True).telling(pipeline.read_inputs([str(path)]))
    return [each for each in read if isinstance(each, Extraction)]


def holds_graph(folder: Path) -> bool:
    """Whether a folder is a store or an output folder."""
    return (folder / FILE).is_file() or (folder / RECORDS).is_file()


def neither(folder: Path) -> StoreError:
    """The refusal of a folder that is neither."""
    remedy = "name what `kg init` or `kg build` made"
    return StoreError("is neither a store nor an output folder", place=str(folder), remedy=remedy)


def stored_graph(folder: Path, pack: Pack) -> pipeline.Build:
    """The graph of a folder that a store or a build wrote.

    Raises:
        StoreError: it is neither.
    """
    if (folder / FILE).is_file():
        with open_store(folder, pack) as records:
            held = with_progress(records.extractions(), "documents", records.status().documents)
            return pipeline.build_graph(held, pack, curation_of(records, pack))
    if not holds_graph(folder):
        raise neither(folder)
    return pipeline.build_graph(records_of(folder), pack, pipeline.read_curation(folder / CURATION, pack))
