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

    `except_after` holds, for a word before a number, the signs before it that make another word. `inner` and
    `starting` are words after that bind certain kinds of unit only, each with the signs that may not follow.
    `ceiling` and `floor` may stand further before; `limit_not_before` and `limit_not_after` are regular expressions
    of what may not stand beside them.
    """

    before: BoundWords
    except_after: dict[str, str] = pydantic.Field(default={})
    more: tuple[str, ...]
    after: BoundWords
    inner: str
    inner_not_before: str
    starting: str
    starting_not_before: str
    ceiling: tuple[str, ...]
    floor: tuple[str, ...]
    limit_not_before: str
    limit_not_after: str
