"""A fault of a pack: where it is and what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OntologyError


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one line of one file; lines count from 1, 0 where the whole file is meant."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"

    @property
    def place(self) -> str:
        """The file, and the line where one is meant."""
        return f"{self.path}:{self.line}" if self.line else str(self.path)


def refusal(problems: Iterable[Problem], remedy: str = "mend the file") -> OntologyError:
    """What to raise for faults, of which the first is told."""
    first = min(problems)
    return OntologyError(first.message, place=first.place, remedy=remedy)


def problem_of(error: OntologyError, path: Path) -> Problem:
    """A refusal of a file as a fault beside others; `path` where it names no place."""
    place, _, line = error.place.rpartition(":")
    if line.isdigit():
        return Problem(Path(place), int(line), error.reason)
    return Problem(Path(error.place or path), 0, error.reason)


def line_with(path: Path, word: str) -> int:
    """The first line of a file that holds a word, 0 where none does."""
    if not path.is_file():
        return 0
    lines = path.read_text("utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if word in line), 0)
