"""The options of the kind `pattern`."""

from __future__ import annotations

import pydantic

from kg.extract.mentions.expressions import whole_pattern
from kg.ontology.source import Options


class PatternOptions(Options):
    """Options of a pattern rule.

    `pattern` is searched in the sentences that hold one of `words`; the name is its group `name`, or all of it, and
    stands for what its group `means` holds, if there is one (GB 12345 + 《…》). `where` names alternatives that the
    pattern, or one defined further down, calls as `(?&name)`. `holds` are the types of names kept inside.
    """

    where: dict[str, tuple[str, ...]] = pydantic.Field(default={})
    pattern: str
    words: tuple[str, ...]
    reject: frozenset[str] = frozenset()
    holds: frozenset[str] = frozenset()
    strength: int = 6
    confidence: float = 0.85

    @pydantic.field_validator("pattern")
    @classmethod
    def _whole(cls, pattern: str, info: pydantic.ValidationInfo) -> str:
        """The pattern with what it calls in its place."""
        return whole_pattern(pattern, info.data.get("where", {}))
