"""The file of a store: its tables, its format, and what SQLite and the disk refuse, told as one sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.errors import StoreError

FORMAT = 2
"""Written into the store; a store of a format that is not known is refused, never guessed at."""

WAIT = 60.0
"""Seconds that a second writer waits for the first before it is told."""

Values = tuple[Any, ...]

RESTORE = "free space or restore the file, then run it again"

_UNMADE = 0
"""The format of a file without tables: a kill came between making the file and making these."""
_FIRST = """
CREATE TABLE version (
    document TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER,
    text_digest TEXT NOT NULL, pack_digest TEXT NOT NULL, date TEXT, record BLOB NOT NULL,
    PRIMARY KEY (document, since)
) WITHOUT ROWID;
CREATE INDEX current ON version (document) WHERE until IS NULL;
CREATE TABLE revision (number INTEGER PRIMARY KEY, added INTEGER NOT NULL, removed INTEGER NOT NULL);
"""
_SECOND = """
ALTER TABLE revision ADD COLUMN at TEXT NOT NULL DEFAULT '';
CREATE TABLE curation (revision INTEGER PRIMARY KEY, text BLOB NOT NULL);
"""
_STEPS = {_UNMADE: _FIRST + _SECOND, 1: _SECOND}
"""What brings each older format to this one."""


def connect(path: Path) -> sqlite3.Connection:
    """A connection that commits only what is on the disk."""
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def prepare(connection: sqlite3.Connection, folder: Path, *, new: bool = False) -> bool:
    """Make the tables that are missing.

    Args:
        connection: to the file.
        folder: the store, for what is told.
        new: leave a file that has tables as it is.

    Returns:
        Whether the file had no tables before.

    Raises:
        StoreError: another version of the program wrote it.
    """
    if _format(connection) == FORMAT:
        return False
    connection.execute("BEGIN IMMEDIATE")  # who waited for another that prepares it finds it done
    found = _format(connection)
    if found not in {FORMAT, *_STEPS}:
        connection.close()
        remedy = "export it with the version that made it"
        raise StoreError(f"has the format {found}, not {FORMAT}", place=str(folder), remedy=remedy)
    if found == FORMAT or (new and found != _UNMADE):
        connection.execute("ROLLBACK")
        return False
    for statement in (*_STEPS[found].split(";"), f"PRAGMA user_version = {FORMAT}", "COMMIT"):
        connection.execute(statement)
    return found == _UNMADE


def _format(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def rows(connection: sqlite3.Connection, folder: Path, query: str, values: Iterable[object] = ()) -> Iterator[Values]:
    """The rows of an answer, one by one.

    Raises:
        StoreError: the file is damaged.
    """
    with told(folder):
        yield from connection.execute(query, tuple(values))


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Tell what SQLite and the disk refuse as one sentence.

    Raises:
        StoreError: they refuse something.
    """
    try:
        yield
    except sqlite3.Error as error:
        remedy = "wait for the other command, then run this one again" if "locked" in str(error) else RESTORE
        raise StoreError(f"the store cannot be used ({error})", place=str(folder), remedy=remedy) from error
    except OSError as error:
        reason = f"cannot be written ({error.strerror})"
        raise StoreError(reason, place=str(folder), remedy="name a folder that can be") from error
