"""The options of the kind `branded`."""

from __future__ import annotations

from kg.ontology.source import Options


class BrandedOptions(Options):
    """Options of a branded rule.

    A name begins with the core of a found name of one of the types `of` and goes on to one of `tails`, over at least
    `least` signs that are no stop words and none of `stops`; `longest` counts its signs up to the tail. No name where
    one of `not_before` follows. A core that is a common word, tagged as one of `common`, is none.
    """

    of: tuple[str, ...]
    tails: tuple[str, ...]
    stops: frozenset[str] = frozenset()
    not_before: tuple[str, ...] = ()
    common: tuple[str, ...] = ("n", "v", "a", "ns")
    least: int = 1
    longest: int = 14
    strength: int = 7
    confidence: float = 0.75
