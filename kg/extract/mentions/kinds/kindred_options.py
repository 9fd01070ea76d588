"""The options of the kind `kindred`."""

from __future__ import annotations

from kg.ontology.source import Options


class KindredOptions(Options):
    """Options of a kindred rule.

    The core of a found name of the type, `shortest` to `longest` signs, then one of `tails`, is another name. No name
    where one of `not_before` follows.
    """

    tails: tuple[str, ...]
    not_before: tuple[str, ...] = ()
    shortest: int = 2
    longest: int = 6
    strength: int = 6
    confidence: float = 0.8
