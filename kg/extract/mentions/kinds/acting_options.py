"""The options of the kind `acting`."""

from __future__ import annotations

from kg.ontology.source import Options


class ActingOptions(Options):
    """Options of an acting rule.

    A name stands right before one of `cues`, or with one of `between` between the two, and begins its clause, or
    follows a word of time or one of `openers` there. It holds a word that no dictionary has, or signs that stand one by
    one; `pieces` may be part of it, though they bound other names. With `least`, so many places of the document must
    say so. Names of `within` types may lie inside it; what shares words with any other name is none, nor are words of
    `reject`, what ends in one of `reject_endings`, and without `personal` what is cut as a person's name. `shortest` to
    `longest` are the signs of a name.
    """

    cues: tuple[str, ...]
    between: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    reject: frozenset[str] = frozenset()
    reject_endings: tuple[str, ...] = ()
    personal: bool = False
    pieces: frozenset[str] = frozenset()
    least: int = 1
    shortest: int = 2
    longest: int = 6
    strength: int = 5
    confidence: float = 0.65
