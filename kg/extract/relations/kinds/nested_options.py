"""The options of the kind `nested`."""

from __future__ import annotations

from typing import Literal

from kg.ontology.source import Options


class NestedOptions(Options):
    """Options of the kind `nested`.

    `subject` tells which of the two is the relation's subject. `outer` and `inner` narrow the types. The inner name
    stands at the start of the outer one, maybe behind a bracket, or anywhere in it (`at`), is at least `least` signs
    long and none of `excepts`, and where `rest` has words, the outer name ends with one of them; it ends with none of
    `except_endings`.
    """

    subject: Literal["outer", "inner"] = "outer"
    outer: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    excepts: frozenset[str] = frozenset()
    at: Literal["start", "any"] = "any"
    rest: tuple[str, ...] = ()
    except_endings: tuple[str, ...] = ()
    least: int = 2
    confidence: float = 0.8
