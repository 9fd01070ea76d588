"""The options of the kind `prefixed`."""

from __future__ import annotations

from kg.ontology.source import Options


class PrefixedOptions(Options):
    """Options of a prefixed rule.

    A found name of the rule's type right behind an `opening`, a pattern that ends in one of `words`, begins with the
    opening (2023年 + “某某”活动), and with a name of one of the types `places` right before that, but for those of
    `excepts`. A name that has its opening already takes the place. Names that begin with a figure take nothing.
    """

    words: tuple[str, ...]
    opening: str
    places: tuple[str, ...] = ()
    excepts: frozenset[str] = frozenset()
    strength: int = 9
    confidence: float = 0.75
