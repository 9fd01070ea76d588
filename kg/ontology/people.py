"""What a pack says of people: their family names, and the offices they hold."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.ontology.problem import Problem
from kg.ontology.source import Options, read_options


class Surnames(Options):
    """Family names of one sign and of two, and nouns and the like that begin with one but are no names (文章).

    Signs of `last` end given names though they are particles, but not before those of `last_not_before`.
    """

    single: frozenset[str] = frozenset()
    double: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    last: str = ""
    last_not_before: tuple[str, ...] = ()

    def ends(self, sign: str, behind: str) -> bool:
        """Whether a particle ends a given name before the sign behind it, which may be empty."""
        return sign in self.last and behind not in self.last_not_before


class Offices(Options):
    """Words for offices (董事长), longest form each; `prefixes` may stand before one (副, 代理)."""

    offices: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()


def read_offices(paths: Iterable[Path], problems: list[Problem]) -> Offices:
    """The offices of a pack's files, put together; faults are appended to `problems`."""
    read = [read_options(Offices, path, problems) for path in paths]
    known = [each for each in read if each is not None]
    offices = dict.fromkeys(word for each in known for word in each.offices)
    prefixes = dict.fromkeys(word for each in known for word in each.prefixes)
    return Offices(offices=tuple(offices), prefixes=tuple(prefixes))
