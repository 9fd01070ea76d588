"""Words that bind a number from one side, as 超 and 以内 do: `bounds.yaml`."""

from __future__ import annotations

import pydantic

from kg.ontology.source import Options


class BoundWords(Options):
    """Words by the bound that they give."""

    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class Bounds(Options):
    """Words before a number, between it and its unit (`more`), and after both.

    `inner` and `starting` are words after that bind certain kinds of unit only. `ceiling` and `floor` may stand further
    before. A word that stands right behind one of its `…_not_after`, or before one of its `…_not_before`, is part of
    another.
    """

    before: BoundWords
    before_not_after: dict[str, tuple[str, ...]] = pydantic.Field(default={})
    more: tuple[str, ...]
    after: BoundWords
    inner: str
    inner_not_before: tuple[str, ...]
    starting: str
    starting_not_before: tuple[str, ...]
    ceiling: tuple[str, ...]
    floor: tuple[str, ...]
    limit_not_before: tuple[str, ...]
    limit_not_after: tuple[str, ...]
