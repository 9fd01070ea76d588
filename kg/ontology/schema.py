"""What a domain holds: entity types and relation types, as read from the pack's Turtle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class EntityType:
    """A class of things. `name` is its local name; labels and definitions are by language (zh, en)."""

    name: str
    iri: str
    labels: Mapping[str, str] = field(default_factory=lambda: _NONE)
    definitions: Mapping[str, str] = field(default_factory=lambda: _NONE)
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class RelationType:
    """A property between things. `domain` and `range` are local names of entity types; empty means any."""

    name: str
    iri: str
    labels: Mapping[str, str] = field(default_factory=lambda: _NONE)
    definitions: Mapping[str, str] = field(default_factory=lambda: _NONE)
    domain: frozenset[str] = frozenset()
    range: frozenset[str] = frozenset()
    symmetric: bool = False
    inverse: str | None = None


@dataclass(frozen=True, slots=True)
class Ontology:
    """Entity types and relation types by local name, in the order of their names."""

    types: Mapping[str, EntityType]
    relations: Mapping[str, RelationType]

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether a type is another or lies below it."""
        current: str | None = name
        while current is not None:
            if current == ancestor:
                return True
            known = self.types.get(current)
            current = known.parent if known else None
        return False

    def accepts(self, subject_type: str, relation: str, object_type: str) -> bool:
        """Whether domain and range of a relation allow the two types; a symmetric one in either direction."""
        known = self.relations[relation]
        if self._fits(subject_type, known.domain) and self._fits(object_type, known.range):
            return True
        return known.symmetric and self._fits(object_type, known.domain) and self._fits(subject_type, known.range)

    def _fits(self, name: str, allowed: frozenset[str]) -> bool:
        return not allowed or any(self.is_a(name, each) for each in allowed)
