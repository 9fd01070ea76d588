"""A folder that keeps records per document, through additions, changes and removals.

SQLite holds them: one row for each version of a document's record, with the span of revisions in which it was
current, the hash of its text and the digest of the pack that it was extracted with. A revision is one committed
batch. Knows nothing of extraction or of graphs: it keeps what it is given and gives it back in the order of ids.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.model.extraction import Extraction
from kg.model.record import from_json, render_record

FILE = "records.sqlite"
FORMAT = 1
"""Written into the store; a store of another format is refused, never guessed at."""

WAIT = 60.0
"""Seconds that a second writer waits for the first before it is told."""

_TABLES = """
CREATE TABLE version (
    document TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER,
    text_digest TEXT NOT NULL, pack_digest TEXT NOT NULL, date TEXT, record BLOB NOT NULL,
    PRIMARY KEY (document, since)
) WITHOUT ROWID;
CREATE INDEX current ON version (document) WHERE until IS NULL;
CREATE TABLE revision (number INTEGER PRIMARY KEY, added INTEGER NOT NULL, removed INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Status:
    """What a store holds now: documents, its latest revision, and documents by the digest of their pack."""

    documents: int
    revision: int
    packs: tuple[tuple[str, int], ...]


class RecordStore:
    """An open store. Use `create` or `open`; close it, or use it in a `with` block."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._connection = connection

    @classmethod
    def create(cls, folder: Path) -> RecordStore:
        """A new, empty store in a folder that holds none.

        Raises:
            StoreError: the folder holds a store already, or cannot be written.
        """
        path = folder / FILE
        if path.exists():
            raise StoreError("is a store already", place=str(folder), remedy="add to it, or name another folder")
        with _told(folder):
            folder.mkdir(parents=True, exist_ok=True)
            connection = _connect(path)
            with connection:
                connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {FORMAT}; COMMIT;")
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
        with _told(folder):
            connection = _connect(path)
            found = connection.execute("PRAGMA user_version").fetchone()[0]
        if found != FORMAT:
            connection.close()
            raise StoreError(
                f"has the format {found}, not {FORMAT}",
                place=str(folder),
                remedy="export it with the version that made it",
            )
        return cls(folder, connection)

    def __enter__(self) -> RecordStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the store may not be used afterwards."""
        self._connection.close()

    def holds(self, document: str, text_digest: str, pack_digest: str) -> bool:
        """Whether the document's record is there, of this text and by this pack."""
        row = self._connection.execute(
            "SELECT text_digest, pack_digest FROM version WHERE document = ? AND until IS NULL", (document,)
        ).fetchone()
        return bool(row == (text_digest, pack_digest))

    def add(self, extractions: Iterable[Extraction], pack_digest: str) -> int:
        """Keep a batch of records as one revision; a record of a known document replaces the old one.

        Returns:
            The number of documents whose record is new or changed. All of them are kept, or none.

        Raises:
            StoreError: another writer does not end, or the disk is full.
        """
        with self._revision() as number:
            changed = replaced = 0
            for extraction in extractions:
                replaced += self._end(extraction.document.id, number)
                self._begin(extraction, pack_digest, number)
                changed += 1
            self._connection.execute("INSERT INTO revision VALUES (?, ?, ?)", (number, changed, replaced))
        return changed

    def remove(self, documents: Iterable[str]) -> tuple[str, ...]:
        """Take documents out, as one revision.

        Returns:
            The ids that were there, in the order given.
        """
        with self._revision() as number:
            removed = tuple(each for each in dict.fromkeys(documents) if self._end(each, number))
            self._connection.execute("INSERT INTO revision VALUES (?, 0, ?)", (number, len(removed)))
        return removed

    def extractions(self, revision: int | None = None, until: datetime.date | None = None) -> Iterator[Extraction]:
        """The records as of a revision (default: now), in the order of document ids, read one by one.

        Args:
            revision: the number of a revision; None for the latest.
            until: leave out documents of a later date, and those without one.
        """
        number = self._latest() if revision is None else revision
        query = "SELECT document, record FROM version WHERE since <= ? AND (until IS NULL OR until > ?)"
        values: list[object] = [number, number]
        if until is not None:
            query += " AND date <= ?"
            values.append(until.isoformat())
        for document, record in self._connection.execute(f"{query} ORDER BY document", values):
            yield from_json(json.loads(zlib.decompress(record)), place=f"{self.folder}#{document}")

    def status(self) -> Status:
        """What the store holds now."""
        packs = self._connection.execute(
            "SELECT pack_digest, COUNT(*) FROM version WHERE until IS NULL GROUP BY 1 ORDER BY 1"
        ).fetchall()
        return Status(sum(count for _, count in packs), self._latest(), tuple(packs))

    def _latest(self) -> int:
        """The number of the latest revision. Documents are not counted for it: adding to a full store would be dear."""
        return int(self._connection.execute("SELECT COALESCE(MAX(number), 0) FROM revision").fetchone()[0])

    @contextmanager
    def _revision(self) -> Iterator[int]:
        """One transaction and its number; the write lock is taken at once, so two writers never interleave."""
        with _told(self.folder):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._latest() + 1
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def _end(self, document: str, number: int) -> int:
        ended = self._connection.execute(
            "UPDATE version SET until = ? WHERE document = ? AND until IS NULL AND since < ?",
            (number, document, number),
        ).rowcount
        again = self._connection.execute(
            "DELETE FROM version WHERE document = ? AND since = ?", (document, number)
        ).rowcount
        return ended or again

    def _begin(self, extraction: Extraction, pack_digest: str, number: int) -> None:
        document = extraction.document
        record = zlib.compress(render_record(extraction).encode(), 6)
        date = document.date.isoformat() if document.date else None
        row = (document.id, number, None, digest_of(document.text), pack_digest, date, record)
        self._connection.execute("INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?)", row)


def digest_of(text: str) -> str:
    """The hash by which a text is known to be the same."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Tell what SQLite and the disk refuse as one sentence."""
    try:
        yield
    except sqlite3.Error as error:
        busy = "locked" in str(error)
        remedy = (
            "wait for the other command, then run this one again"
            if busy
            else "free space or restore the file, then run it again"
        )
        raise StoreError(f"the store cannot be used ({error})", place=str(folder), remedy=remedy) from error
    except OSError as error:
        raise StoreError(f"cannot be written ({error.strerror})", place=str(folder)) from error
