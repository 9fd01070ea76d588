"""The revisions of a store: its committed changes, numbered, with the text of the curation as of each.

A revision is one batch of records, or a change of the curation. Which records it begins and ends is for
`kg.store.records`.
"""

from __future__ import annotations

import datetime
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.store.file import RESTORE, Values, rows, told


@dataclass(frozen=True, slots=True)
class Revision:
    """One committed change: how many records it added or changed, how many it ended, and whether curation changed.

    `at` is when it was committed, for people only: nothing that is exported rests on it.
    """

    number: int
    at: str
    added: int
    ended: int
    curation: bool


class Draft:
    """A revision while it is made."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.added = 0
        self.ended = 0
        self.curation = False


class Revisions:
    """The revisions in the file of a store."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder

    def latest(self) -> int:
        """The number of the latest revision. Documents are not counted for it: adding to a full store would be dear."""
        [(number,)] = self._rows("SELECT COALESCE(MAX(number), 0) FROM revision")
        return int(number)

    def number(self, revision: int | None) -> int:
        """The number of a revision, of the latest for None.

        Raises:
            StoreError: the store has not come to it yet.
        """
        latest = self.latest()
        if revision is not None and revision > latest:
            raise StoreError(f"has no revision {revision} yet; the latest is {latest}", place=str(self._folder))
        return latest if revision is None else revision

    def all(self) -> tuple[Revision, ...]:
        """All revisions, the oldest first."""
        rows = self._rows(
            "SELECT number, at, added, removed, EXISTS (SELECT 1 FROM curation WHERE revision = number)"
            " FROM revision ORDER BY number"
        )
        return tuple(Revision(number, at, added, ended, bool(of)) for number, at, added, ended, of in rows)

    @contextmanager
    def next(self) -> Iterator[Draft]:
        """One transaction and its revision, which stays out where nothing changes.

        The write lock is taken at once, so two writers never interleave.

        Raises:
            StoreError: another writer does not end, or the disk is full.
        """
        with told(self._folder):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                draft = Draft(self.latest() + 1)
                yield draft
                if draft.added or draft.ended or draft.curation:
                    self._write(draft)
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def _write(self, draft: Draft) -> None:
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        row = (draft.number, draft.added, draft.ended, now)
        self._connection.execute("INSERT INTO revision (number, added, removed, at) VALUES (?, ?, ?, ?)", row)

    def curate(self, write: Callable[[], str]) -> None:
        """Keep the text of the curation, as a revision where it changed.

        Args:
            write: gives the text; what it writes elsewhere is written while no other writer may.
        """
        with self.next() as draft:
            text = write()
            if text != self.curation():
                packed = zlib.compress(text.encode(), 6)
                self._connection.execute("INSERT INTO curation VALUES (?, ?)", (draft.number, packed))
                draft.curation = True

    def curation(self, revision: int | None = None) -> str:
        """The text of the curation as of a revision (default: as last kept); empty where there was none.

        Raises:
            StoreError: the store has not come to that revision, or is damaged.
        """
        query = "SELECT text FROM curation WHERE revision <= ? ORDER BY revision DESC LIMIT 1"
        texts = [text for (text,) in self._rows(query, self.number(revision))]
        try:
            return zlib.decompress(texts[0]).decode() if texts else ""
        except (zlib.error, UnicodeDecodeError) as error:
            raise StoreError("the curation kept is damaged", place=str(self._folder), remedy=RESTORE) from error

    def _rows(self, query: str, *values: object) -> Iterator[Values]:
        return rows(self._connection, self._folder, query, values)
