"""Writing a folder of files so that an interruption leaves the old ones whole.

Everything is written beside the target first, in a folder of its own; only when all of it stands on the disk do the new
files take the places of the old. Files of other names in the target are left alone.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import ExportError

_PREFIX = ".kg-writing-"
_ABANDONED = 24 * 3600
"""Seconds after which what stands beside the files is of a run that was killed, not of one that still writes."""


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """A new folder to write into, whose files move into `folder` when the block ends without an error.

    Raises:
        ExportError: the target is a file or cannot be written, or the disk is full.
    """
    with _told(folder):
        _prepare(folder)
        staging = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=folder))
    try:
        with _told(folder):
            yield staging
            _sync(staging)
            for path in sorted(staging.iterdir()):
                path.replace(folder / path.name)
    except ExportError as error:  # of a file here: nobody else knows this folder
        place = error.place.replace(str(staging), str(folder), 1)
        raise ExportError(error.reason, place=place, remedy=error.remedy) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _prepare(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ExportError("is a file, not a folder", place=str(folder), remedy="name a folder to write into")
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_PREFIX}*"):
        with suppress(FileNotFoundError):  # another run may just have ended
            if time.time() - left.stat().st_mtime > _ABANDONED:
                shutil.rmtree(left, ignore_errors=True)


def _sync(staging: Path) -> None:
    """Wait until every file is on the disk: a full disk shows here at the latest, before anything old is touched."""
    for path in sorted(staging.iterdir()):
        path.chmod(0o644)
        with path.open("rb") as file:
            os.fsync(file.fileno())


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        remedy = "free space or name another folder; what stood there is untouched"
        raise ExportError(f"cannot be written ({error.strerror})", place=str(folder), remedy=remedy) from error
