"""The options of the kind `clause`."""

from __future__ import annotations

from typing import Literal

from kg.ontology.source import Options


class ClauseOptions(Options):
    """Options of the kind `clause`.

    `first` tells which end of the relation stands first; names of `excepts` are none. A clause with one of
    `unless_between` between the two says nothing. `reach` is how many signs may stand between them. Nobody who acts
    stands between, where the object stands first.
    """

    first: Literal["subject", "object"] = "subject"
    unless_between: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    excepts: tuple[str, ...] = ()
    reach: int = 30
    confidence: float = 0.65
