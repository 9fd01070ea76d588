"""Who is the subject of a verb: in its clause, carried over from the clauses before, or from the sentence before.

Knows clause structure only. What types may be a subject is asked by the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.scene import Scene

_BOUND = Mark.PATIENT | Mark.MEANS | Mark.PLACE | Mark.HANDLED | Mark.SOURCE | Mark.OBJECT
"""What is marked so is no subject, unless another mark makes it one."""
_ACTS = Mark.PIVOT | Mark.AGENT | Mark.COMPANION


@dataclass(frozen=True, slots=True)
class Subjects:
    """Subjects of one verb; `carried` counts the clauses and `sentences` the sentences that they were carried over."""

    members: tuple[EntityMention, ...]
    carried: int = 0
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a rule asks of a subject.

    `types` may be subjects. Things of `topics` are taken up as subjects also where a verb before has them as its
    object (推出乐业计划，依托大数据…). `back` is how many sentences before may give the subject.
    """

    types: frozenset[str]
    topics: frozenset[str] = frozenset()
    back: int = 1


def find_subjects(scenes: Sequence[Scene], position: int, wanted: Wanted) -> Subjects | None:
    """The subjects of the verb at a position of the last scene, None where nothing names them.

    Args:
        scenes: the sentences of a paragraph up to the verb's own, which is the last.
        position: where the verb begins.
        wanted: what the rule asks.
    """
    scene = scenes[-1]
    clause = scene.clause_at(position)
    for back, groups in _clauses_before(scene, clause, position):
        members = _acting(groups, wanted)
        if members:
            return Subjects(members, carried=back)
    for earlier in reversed(scenes[:-1]):
        sentences = scene.number - earlier.number
        if sentences > wanted.back:
            break
        members = _topic(earlier, wanted)
        if members:
            return Subjects(members, carried=clause + 1, sentences=sentences)
    return None


def _clauses_before(scene: Scene, clause: int, position: int) -> Iterator[tuple[int, list[Group]]]:
    """The groups of the verb's clause before it, then of each clause before, with the number of clauses between."""
    yield 0, [group for group in scene.in_clause(clause) if group.end <= position]
    for number in range(clause - 1, -1, -1):
        groups = list(scene.in_clause(number))
        if groups:
            yield clause - number, groups


def _acting(groups: Sequence[Group], wanted: Wanted) -> tuple[EntityMention, ...]:
    """Those who act in a clause: the last that may be its subject, with those who act along."""
    along: tuple[EntityMention, ...] = ()
    for group in reversed(groups):
        members = group.of_types(wanted.types)
        if not members or group.aside:
            continue
        if group.mark & Mark.COMPANION and not group.owns:
            along = members + along
        elif is_free(group):
            return members + along
        elif members := group.of_types(wanted.topics):
            return members
    return along


def _topic(scene: Scene, wanted: Wanted) -> tuple[EntityMention, ...]:
    """What a sentence is about: its first subject, or where it has none its last topic."""
    for group in scene.groups:
        members = group.of_types(wanted.types)
        if members and is_free(group) and not group.aside:
            return members
    for group in reversed(scene.groups):
        members = group.of_types(wanted.topics)
        if members and not group.aside:
            return members
    return ()


def is_free(group: Group) -> bool:
    """Whether nothing before a group keeps it from being a subject."""
    return bool(group.mark & (Mark.PIVOT | Mark.AGENT)) or not group.mark & _BOUND
