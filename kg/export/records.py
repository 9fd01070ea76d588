"""The records behind a graph as JSON Lines: what `kg build` and other programs can read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.export.files import write_text
from kg.model.extraction import Extraction
from kg.model.record import render_record

FILENAME = "records.jsonl"


def render_records(extractions: Iterable[Extraction]) -> Iterator[str]:
    """One line a record, in the order given."""
    for extraction in extractions:
        yield render_record(extraction) + "\n"


def write_records(extractions: Iterable[Extraction], path: Path) -> None:
    """Write records into a file, one after the other as they come.

    Raises:
        ExportError: the file cannot be written.
    """
    write_text(path, render_records(extractions))
