"""What changed from one graph to another: entities and facts added, removed and changed.

Ids follow from content, so what has the same id is the same thing. An entity that became another (a name was merged,
a type corrected) is one removed and one added; a fact of it moves with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Generic, TypeVar

from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.curation import CurationLine
from kg.model.entity import Entity, Observation, Relation

ItemT = TypeVar("ItemT", Entity, Relation, Observation)


@dataclass(frozen=True, slots=True)
class Change(Generic[ItemT]):
    """A thing or fact of which something changed: the names of the fields (`name`, `aliases`, `sources`)."""

    before: ItemT
    after: ItemT
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes(Generic[ItemT]):
    """What came, what went and what changed, each in the order of ids."""

    added: tuple[ItemT, ...] = ()
    removed: tuple[ItemT, ...] = ()
    changed: tuple[Change[ItemT], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.added or self.removed or self.changed)


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that is different between two graphs."""

    entities: Changes[Entity]
    relations: Changes[Relation]
    observations: Changes[Observation]
    documents_added: tuple[str, ...] = ()
    documents_removed: tuple[str, ...] = ()
    documents_changed: tuple[str, ...] = ()
    curation_added: tuple[CurationLine, ...] = ()
    curation_removed: tuple[CurationLine, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is different."""
        documents = self.documents_added or self.documents_removed or self.documents_changed
        curation = self.curation_added or self.curation_removed
        return bool(self.entities or self.relations or self.observations or documents or curation)


def compare_graphs(before: KnowledgeGraph, after: KnowledgeGraph) -> Difference:
    """What changed from one graph to the other."""
    old, new = before.documents, after.documents
    lines, later = before.curation.lines, after.curation.lines
    return Difference(
        _changes(before.entities, after.entities),
        _changes(before.relations, after.relations),
        _changes(before.observations, after.observations),
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(old.keys() - new.keys())),
        tuple(sorted(id_ for id_ in old.keys() & new.keys() if old[id_] != new[id_])),
        tuple(each for each in later if each not in lines),
        tuple(each for each in lines if each not in later),
    )


def _changes(before: Mapping[str, ItemT], after: Mapping[str, ItemT]) -> Changes[ItemT]:
    return Changes(
        tuple(after[id_] for id_ in sorted(after.keys() - before.keys())),
        tuple(before[id_] for id_ in sorted(before.keys() - after.keys())),
        tuple(_changed(before, after)),
    )


def _changed(before: Mapping[str, ItemT], after: Mapping[str, ItemT]) -> Iterator[Change[ItemT]]:
    for id_ in sorted(before.keys() & after.keys()):
        old, new = before[id_], after[id_]
        different = tuple(each.name for each in fields(old) if getattr(old, each.name) != getattr(new, each.name))
        if different:
            yield Change(old, new, different)
