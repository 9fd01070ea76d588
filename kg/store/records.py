"""A folder that keeps records per document, through additions, changes and removals.

SQLite holds them: one row for each version of a document's record, with the span of revisions in which it was
current, the hash of the document and the digest of the pack that it was extracted with. The revisions themselves are
the matter of `kg.store.revisions`. Knows nothing of extraction, of graphs or of what curation says: it keeps what it is
given and gives it back in the order of ids.
"""

from __future__ import annotations

import datetime
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kg.errors import StoreError
from kg.model.extraction import Extraction
from kg.model.record import render_record
from kg.model.record_reader import from_json
from kg.store.digest import digest_of
from kg.store.file import Values, connect, prepare, rows, told
from kg.store.revisions import Revision, Revisions

FILE = "records.sqlite"

GIVEN = ""
"""In the place of a pack's digest for a record that was made elsewhere: no pack can make it anew."""


@dataclass(frozen=True, slots=True)
class Status:
    """What a store holds now: documents, its latest revision, and documents by the digest of their pack."""

    documents: int
    revision: int
    packs: tuple[tuple[str, int], ...]


class Kept(NamedTuple):
    """Documents that are new in a store, and documents of which it had another record."""

    new: int
    changed: int


class RecordStore:
    """An open store. Use `create` or `open`; close it, or use it in a `with` block."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._connection = connection
        self._revisions = Revisions(connection, folder)

    @classmethod
    def create(cls, folder: Path) -> RecordStore:
        """A new, empty store in a folder that holds none.

        Raises:
            StoreError: the folder holds a store already, or cannot be written.
        """
        with told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            connection = connect(folder / FILE)
            if not prepare(connection, folder, new=True):
                connection.close()
                raise StoreError("is a store already", place=str(folder), remedy="add to it, or name another folder")
        return cls(folder, connection)

    @classmethod
    def open(cls, folder: Path) -> RecordStore:
        """The store of a folder.

        Raises:
            StoreError: there is none, it is damaged, or another version of the program wrote it.
        """
        path = folder / FILE
        if not path.is_file():
            raise StoreError("is no store", place=str(folder), remedy=f"make one with `kg init {folder}`")
        with told(folder):
            connection = connect(path)
            prepare(connection, folder)
        return cls(folder, connection)

    def __enter__(self) -> RecordStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the store may not be used afterwards."""
        self._connection.close()

    def holds(self, document: str, text_digest: str, pack_digest: str) -> bool:
        """Whether the record is there of a document, as `digest_of` tells it, by this pack."""
        query = "SELECT text_digest, pack_digest FROM version WHERE document = ? AND until IS NULL"
        return (text_digest, pack_digest) in self._rows(query, document)

    def add(self, extractions: Iterable[tuple[Extraction, str]]) -> Kept:
        """Keep a batch of records as one revision; a record of a known document replaces the old one.

        Args:
            extractions: each with the digest of the pack that made it, or `GIVEN`. What is there already, to the
                letter, is left as it is; where nothing else comes there is no new revision.

        Returns:
            How many documents are new, and of how many the record changed. All of them are kept, or none.

        Raises:
            StoreError: another writer does not end, or the disk is full.
        """
        new = changed = 0
        with self._revisions.next() as revision:
            for extraction, pack_digest in extractions:
                row, known = _row(extraction, pack_digest), self._current(extraction.document.id)
                if known is not None and (row == known or (pack_digest == GIVEN and row[3] == known[3])):
                    continue
                self._end(extraction.document.id, revision.number)
                self._begin(extraction.document.id, revision.number, row)
                new, changed = new + (known is None), changed + (known is not None)
            revision.added, revision.ended = new + changed, changed
        return Kept(new, changed)

    def remove(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Take documents out, as one revision.

        Returns:
            The ids that were there, in the order given.
        """
        with self._revisions.next() as revision:
            removed = tuple(each for each in dict.fromkeys(documents) if self._end(each, revision.number))
            revision.ended = len(removed)
        return removed

    def curate(self, write: Callable[[], str]) -> None:
        """Keep the text of the curation, as a revision where it changed.

        Args:
            write: gives the text; what it writes elsewhere is written while no other writer may.
        """
        self._revisions.curate(write)

    def curation(self, revision: int | None = None) -> str:
        """The text of the curation as of a revision (default: as last kept); empty where there was none."""
        return self._revisions.curation(revision)

    def revisions(self) -> tuple[Revision, ...]:
        """All revisions, the oldest first."""
        return self._revisions.all()

    def stale(self, pack_digest: str) -> tuple[str, ...]:
        """The documents whose record another state of the pack made, in the order of ids."""
        query = "SELECT document FROM version WHERE until IS NULL AND pack_digest NOT IN (?, ?) ORDER BY document"
        return tuple(each for (each,) in self._rows(query, pack_digest, GIVEN))

    def ids(self) -> tuple[str, ...]:
        """The ids of the documents that are there, in their order."""
        query = "SELECT document FROM version WHERE until IS NULL ORDER BY document"
        return tuple(each for (each,) in self._rows(query))

    def extraction(self, document: str) -> Extraction | None:
        """The record of a document now; None where it is not there."""
        query = "SELECT record FROM version WHERE document = ? AND until IS NULL"
        return next((self._read(document, record) for (record,) in self._rows(query, document)), None)

    def extractions(self, revision: int | None = None, until: datetime.date | None = None) -> Iterator[Extraction]:
        """The records as of a revision (default: now), in the order of document ids, read one by one.

        Args:
            revision: the number of a revision; None for the latest.
            until: leave out documents of a later date, and those without one.

        Raises:
            StoreError: the store has not come to that revision, or is damaged.
        """
        number = self._revisions.number(revision)
        query = "SELECT document, record FROM version WHERE since <= ? AND (until IS NULL OR until > ?)"
        values: list[object] = [number, number]
        if until is not None:
            query += " AND date <= ?"
            values.append(until.isoformat())
        for document, record in self._rows(f"{query} ORDER BY document", *values):
            yield self._read(document, record)

    def _read(self, document: str, record: bytes) -> Extraction:
        place = f"{self.folder}#{document}"
        try:
            return from_json(json.loads(zlib.decompress(record)), place=place)
        except (zlib.error, TypeError, ValueError) as error:
            remedy = f"take it out with `kg remove {self.folder} {document}` and add its article again"
            raise StoreError("the record kept is damaged", place=place, remedy=remedy) from error

    def _rows(self, query: str, *values: object) -> Iterator[Values]:
        return rows(self._connection, self.folder, query, values)

    def status(self) -> Status:
        """What the store holds now."""
        packs = list(self._rows("SELECT pack_digest, COUNT(*) FROM version WHERE until IS NULL GROUP BY 1 ORDER BY 1"))
        return Status(sum(count for _, count in packs), self._revisions.latest(), tuple(packs))

    def _current(self, document: str) -> _Row | None:
        row: _Row | None = self._connection.execute(
            "SELECT text_digest, pack_digest, date, record FROM version WHERE document = ? AND until IS NULL",
            (document,),
        ).fetchone()
        return row

    def _end(self, document: str, number: int) -> int:
        ended = self._connection.execute(
            "UPDATE version SET until = ? WHERE document = ? AND until IS NULL AND since < ?",
            (number, document, number),
        ).rowcount
        again = self._connection.execute(
            "DELETE FROM version WHERE document = ? AND since = ?", (document, number)
        ).rowcount
        return ended or again

    def _begin(self, document: str, number: int, row: _Row) -> None:
        self._connection.execute("INSERT INTO version VALUES (?, ?, NULL, ?, ?, ?, ?)", (document, number, *row))


_Row = tuple[str, str, str | None, bytes]
"""Digest of the document, digest of the pack, date, packed record."""


def _row(extraction: Extraction, pack_digest: str) -> _Row:
    document = extraction.document
    date = document.date.isoformat() if document.date else None
    return digest_of(document), pack_digest, date, zlib.compress(render_record(extraction).encode(), 6)
