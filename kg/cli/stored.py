"""The graph of a store or of an output folder, with its curation applied."""

from __future__ import annotations

from pathlib import Path

from kg import pipeline
from kg.cli.progress import with_progress
from kg.errors import StoreError
from kg.export.records import FILENAME as RECORDS
from kg.model.document import Document
from kg.ontology.curation import FILENAME as CURATION
from kg.ontology.pack import Pack
from kg.store.records import FILE, RecordStore


def stored_graph(folder: Path, pack: Pack) -> pipeline.Build:
    """The graph of a folder that a store or a build wrote.

    Raises:
        StoreError: it is neither.
    """
    lines = pipeline.read_curation(folder / CURATION, pack)
    if (folder / FILE).is_file():
        with RecordStore.open(folder) as records:
            return pipeline.build_graph(with_progress(records.extractions(), "documents"), pack, lines)
    if (folder / RECORDS).is_file():
        read = pipeline.read_inputs([str(folder / RECORDS)])
        return pipeline.build_graph((each for each in read if not isinstance(each, Document)), pack, lines)
    raise StoreError(
        "is neither a store nor an output folder", place=str(folder), remedy="name what `kg init` or `kg build` made"
    )
