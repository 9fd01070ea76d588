"""Which files are read: files, folders in a fixed order, standard input. Opens nothing.

Links to files are read as the files; links to folders inside a folder are not followed, so no walk goes in circles.
"""

from __future__ import annotations

import logging
import os
import stat
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import DocumentError
from kg.text.reading.results import Failure

_log = logging.getLogger(__name__)

STDIN = "-"
_PASSED_OVER = (".", "~$")
"""How names begin that no walk reads: hidden files and folders, and the locks that an open .docx leaves."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to be read, or standard input.

    `id` is the path below the folder that was named, or the file's name, with `/` between its parts; it is the same on
    every machine. `suffix` tells the format (`.pdf`); standard input has none.
    """

    path: str
    id: str
    suffix: str

    @property
    def place(self) -> str:
        """The path as it can be shown."""
        return shown(self.path)


def find_inputs(inputs: Iterable[str], suffixes: Collection[str]) -> Iterator[Input | Failure]:
    """The files that some names stand for, in order; a name that stands for none is a failure.

    Args:
        inputs: files, folders, and `-` for standard input.
        suffixes: the formats that are read, as `.txt`. A folder's other files are passed over and logged.
    """
    for name in inputs:
        if name == STDIN:
            yield Input(STDIN, "stdin", "")
        elif _is_folder(Path(name)):
            yield from _of_folder(Path(name), suffixes)
        else:
            yield _of_file(Path(name), suffixes)


def shown(path: str | Path) -> str:
    """A path that can be printed and written, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def unreadable(place: str, error: OSError | ValueError) -> Failure:
    """The failure that the operating system told."""
    told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    remedy = "check that it is there and that you may read it"
    return Failure(place, DocumentError(f"cannot be read ({told})", place=place, remedy=remedy))


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder; a path that cannot be asked is none, and fails where it is opened."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _of_file(path: Path, suffixes: Collection[str]) -> Input | Failure:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        return unreadable(shown(path), error)
    if not stat.S_ISREG(mode):
        return _failure(path, "is neither a file nor a folder", "name a file, a folder, or - for standard input")
    suffix = path.suffix.lower()
    if suffix not in suffixes:
        kind = f"has the unknown ending {suffix!r}" if suffix else "has no ending that tells its format"
        return _failure(path, kind, f"give one of {', '.join(sorted(suffixes))}, or hand it in as -")
    return Input(str(path), _id(path.name), suffix)


def _of_folder(root: Path, suffixes: Collection[str]) -> Iterator[Input | Failure]:
    nothing = True
    for path in _walk(root):
        if isinstance(path, Failure):
            nothing = False
            yield path
        elif path.suffix.lower() not in suffixes:
            _log.info("%s: passed over, no format that is read", shown(path))
        else:
            nothing = False
            found = _of_file(path, suffixes)
            yield replace(found, id=_id(path.relative_to(root).as_posix())) if isinstance(found, Input) else found
    if nothing:
        yield _failure(root, "holds no file that can be read", "name a folder with articles or records in it")


def _walk(root: Path) -> Iterator[Path | Failure]:
    """Everything below a folder that is no folder; a folder that cannot be read is a failure. Never recurses."""
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if path is not root and not _is_folder(path):
            yield path
        elif path is not root and path.is_symlink():
            _log.warning("%s: a link to a folder is not followed; name the folder to read it", shown(path))
        else:
            try:
                inside = sorted(path.iterdir(), key=os.fsencode, reverse=True)
            except OSError as error:
                yield unreadable(shown(path), error)
                continue
            waiting += [each for each in inside if not each.name.startswith(_PASSED_OVER)]


def _failure(path: Path, reason: str, remedy: str) -> Failure:
    place = shown(path)
    return Failure(place, DocumentError(reason, place=place, remedy=remedy))


def _id(path: str) -> str:
    """One form for names that file systems spell in two ways."""
    return unicodedata.normalize("NFC", shown(path))
