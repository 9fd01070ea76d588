"""The options of the kind `named`."""

from __future__ import annotations

from kg.ontology.source import Options


class NamedOptions(Options):
    """Options of a named rule.

    A found name of the type ends in one of `kinds` right before the opening mark, and another stands between the marks:
    both and the whole are forms of one name.
    """

    kinds: tuple[str, ...]
    strength: int = 8
    confidence: float = 0.75
