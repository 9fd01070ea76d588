"""Names that a pack lists: each with its type, canonical form, other forms and identifiers."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import pydantic

from kg.ontology.problem import Problem
from kg.ontology.source import Options, read_options


def _named(value: Any) -> Any:
    """A plain string stands for a name without more to say."""
    return {"name": value} if isinstance(value, str) else value


class NameOptions(Options):
    """One entry of a lexicon file."""

    name: str = pydantic.Field(min_length=1)
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    ids: dict[str, str] = pydantic.Field(default={})
    successor_of: tuple[str, ...] = ()
    broader: str | None = None
    note: str | None = None


class LexiconOptions(Options):
    """A lexicon file: names of one type."""

    type: str
    names: tuple[Annotated[NameOptions, pydantic.BeforeValidator(_named)], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A thing that the lexicon knows.

    `aliases` and `former` (older names) may be matched anywhere; `short` forms only in a document that also holds
    a fuller one. `broader` is the canonical name of a wider concept; `successor_of` names other entries; `path` is
    the file that lists it.
    """

    canonical: str
    type: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    successor_of: tuple[str, ...] = ()
    broader: str | None = None
    note: str | None = None
    path: Path | None = dataclasses.field(default=None, compare=False)

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every form that may be matched anywhere, the canonical one first."""
        if not (self.aliases or self.former):  # as mostly
            return (self.canonical,)
        return tuple(dict.fromkeys((self.canonical, *self.aliases, *self.former)))


class Lexicon:
    """All names of a pack, in the order of their files."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = tuple(names)

    def __iter__(self) -> Iterator[Name]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    @cached_property
    def by_surface(self) -> dict[str, Name]:
        """The entry of each form that may be matched anywhere; of two claims the first file's holds."""
        surfaces: dict[str, Name] = {}
        for name in self._names:
            for surface in name.surfaces:
                surfaces.setdefault(surface, name)
        return surfaces

    @cached_property
    def by_key(self) -> dict[tuple[str, str], Name]:
        """The entry of each type and canonical name."""
        return {(name.type, name.canonical): name for name in reversed(self._names)}


def read_lexicon(paths: Iterable[Path], problems: list[Problem]) -> Lexicon:
    """The names of lexicon files; faults are appended to `problems`."""
    names: list[Name] = []
    for path in paths:
        options = read_options(LexiconOptions, path, problems)
        if options is not None:
            names.extend(_name(entry, options.type, path) for entry in options.names)
    return Lexicon(names)


def _name(entry: NameOptions, type_: str, path: Path) -> Name:
    return Name(
        entry.name,
        type_,
        entry.aliases,
        entry.short,
        entry.former,
        tuple(sorted(entry.ids.items())),
        entry.successor_of,
        entry.broader,
        entry.note,
        path,
    )
