"""The options of the kind `edged`."""

from __future__ import annotations

import pydantic

from kg.extract.mentions.expressions import whole_pattern
from kg.ontology.source import Options


class EdgedOptions(Options):
    """Options of an edged rule.

    A name is a `core` and one of `tails` behind it, where `after` matches. It begins at the edge of a run of Chinese
    signs if `edges` says so, behind any of `openers` there, or anywhere right behind one of `behind`. All of these are
    regular expressions, the last sign of each of `behind` that of what it matches; `where` names alternatives that
    `core` and `after` call as `(?&name)`. The core is at most `longest` signs long and neither begins nor ends with one
    of `common`. Helping words at its front are left off where at least `least` signs of it are left; one of ordinary
    words alone passes with `ordinary` only. No core is a found name of one of the types `not_alone`, nor holds one of
    the types `not_over`. With `chained`, what stands before a mark of lists or a conjunction and another such name
    needs nothing else behind it. With `whole` a name begins where a word does. It must be found so many `times` in its
    document.
    """

    where: dict[str, tuple[str, ...]] = pydantic.Field(default={})
    tails: tuple[str, ...]
    core: str
    after: str = ""
    openers: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    common: frozenset[str] = frozenset()
    reject: frozenset[str] = frozenset()
    not_alone: frozenset[str] = frozenset()
    not_over: frozenset[str] = frozenset()
    edges: bool = True
    chained: bool = False
    ordinary: bool = True
    least: int = 2
    longest: int = 4
    whole: bool = False
    times: int = 1
    strength: int = 5
    confidence: float = 0.7

    @pydantic.field_validator("core", "after")
    @classmethod
    def _whole(cls, pattern: str, info: pydantic.ValidationInfo) -> str:
        """The pattern with what it calls in its place."""
        return whole_pattern(pattern, info.data.get("where", {}))
