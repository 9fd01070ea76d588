"""What a pack says of people: their family names, and the offices they hold."""

from __future__ import annotations

from kg.ontology.source import Options


class Surnames(Options):
    """Family names of one sign and of two."""

    single: frozenset[str] = frozenset()
    double: frozenset[str] = frozenset()


class Offices(Options):
    """Words for offices (董事长), longest form each; `prefixes` may stand before one (副, 代理)."""

    offices: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
