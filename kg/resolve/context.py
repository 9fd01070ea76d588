"""Names that many share: people. Two of one name are one person only in one organisation or one office.

People without an organisation join those of the same office where these have one organisation only; people without
either stay in their document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg.model.extraction import Extraction
from kg.model.fact import Modality
from kg.ontology.resolution import ContextOptions
from kg.resolve.keys import Key
from kg.resolve.naming import plain
from kg.resolve.partition import Partition
from kg.resolve.reasons import Because, MergeRule
from kg.resolve.rows import Row

_ROLE = "role "
"""Before an office where it takes the place of an organisation's id."""


@dataclass(frozen=True, slots=True)
class Person:
    """A row whose name is shared by many, with what it is joined to: ids of entities, and offices in plain form."""

    row: Row
    places: frozenset[str]
    roles: frozenset[str]


def person_of(row: Row, extraction: Extraction, options: ContextOptions, ids: Mapping[str, str]) -> Person:
    """The context of a row within its record.

    Args:
        row: the row.
        extraction: its record.
        options: what makes context.
        ids: the entity of each local id that can be a context.
    """
    places, roles = set(), set()
    for relation in extraction.relations:
        ends = (relation.subject, relation.object)
        if (
            row.local not in ends
            or relation.predicate not in options.relations
            or relation.modality is Modality.NEGATED
        ):
            continue
        other = ends[ends[0] == row.local]
        if other in ids and not relation.subject_unnamed:
            places.add(ids[other])
        if relation.role:
            roles.add(plain(relation.role))
    return Person(row, frozenset(places), frozenset(roles))


@dataclass(frozen=True, slots=True)
class Identified:
    """The key of each person's row, by document and local id, and why it met others of its name."""

    keys: Mapping[tuple[str, str], Key]
    because: Mapping[tuple[str, str], Because]


def identify(people: Iterable[Person]) -> Identified:
    """The keys of people; the same whatever their order."""
    by_name: dict[Key, list[Person]] = {}
    for person in sorted(people, key=lambda each: (each.row.document, each.row.local)):
        by_name.setdefault(person.row.key, []).append(person)
    keys: dict[tuple[str, str], Key] = {}
    because: dict[tuple[str, str], Because] = {}
    for key, namesakes in by_name.items():
        if key.home or any(each.row.canonical for each in namesakes):
            keys.update({(each.row.document, each.row.local): key for each in namesakes})
            continue
        for group in _groups(namesakes):
            homed = replace(key, home=_home(group))
            for each in group:
                place = (each.row.document, each.row.local)
                keys[place] = homed
                if len(group) > 1:
                    because[place] = Because(MergeRule.CONTEXT, homed.home)
    return Identified(keys, because)


def _home(group: list[Person]) -> str:
    """What a name is bound to: an organisation, else an office, else its document."""
    places = sorted(place for each in group for place in each.places)
    roles = sorted(_ROLE + role for each in group for role in each.roles)
    return (places or roles or [group[0].row.document])[0]


def _groups(namesakes: list[Person]) -> Iterable[list[Person]]:
    """People of one name, grouped by person."""
    partition: Partition[int] = Partition()
    placed = [index for index, each in enumerate(namesakes) if each.places]
    unplaced = [index for index, each in enumerate(namesakes) if not each.places]
    _join_sharing(partition, placed, {index: namesakes[index].places for index in placed})
    _join_sharing(partition, unplaced, {index: namesakes[index].roles for index in unplaced})
    owners: dict[str, set[int]] = {}
    for index in placed:
        for role in namesakes[index].roles:
            owners.setdefault(role, set()).add(partition.find(index))
    candidates: dict[int, set[int]] = {}
    for index in unplaced:
        possible = candidates.setdefault(partition.find(index), set())
        possible.update(*(owners.get(role, ()) for role in namesakes[index].roles))
    for root, possible in candidates.items():
        if len(possible) == 1:
            partition.join(min(possible), root)
    members: dict[int, list[Person]] = {}
    for index, each in enumerate(namesakes):
        members.setdefault(partition.find(index), []).append(each)
    return members.values()


def _join_sharing(partition: Partition[int], indexes: list[int], marks: Mapping[int, frozenset[str]]) -> None:
    first: dict[str, int] = {}
    for index in indexes:
        for mark in marks[index]:
            partition.join(first.setdefault(mark, index), index)
