"""What only seems an object or a subject: a noun that a verb and its actor describe, what something is said to be.

Knows clause structure only.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Hit, Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.scene import Scene


def is_head(scene: Scene, group: Group, types: frozenset[str]) -> bool:
    """Whether the verb before a group only tells by which thing of some types it was made (甲推出的 + 乙)."""
    if not group.mark & Mark.OBJECT:
        return False
    verb = scene.hits[group.cue]
    made = verb.end < group.start and scene.is_modifier(verb.end, verb.end + 1)
    return made and any(each.end <= verb.start and each.of_types(types) for each in scene.in_clause(group.clause))


def is_of_another(scene: Scene, group: Group, others: frozenset[str]) -> bool:
    """Whether not a group acts by a word such as 由, but the person behind it with an office (由甲董事长 + 乙)."""
    clause = scene.in_clause(group.clause)
    behind = next((each for each in clause if each.start >= group.end), None)
    if not any(each.mark & Mark.AGENT and each.start <= group.start for each in clause):
        return False
    if behind is None or behind.mark & ~Mark.AGENT or not behind.of_types(others):
        return False
    verbs = any(hit.mark & Mark.OBJECT for hit in scene.hits_between(group.end, behind.start))
    return not verbs and scene.text[group.end : behind.start].isalpha()


def before_copula(groups: Sequence[Group], index: int) -> Sequence[Group]:
    """Things of a group's kind before a copula that stands before the group: 甲是乙推出的一款 + 丙."""
    kinds = frozenset(each.mention.type for each in groups[index].members)
    copula = next((number for number in range(index - 1, 0, -1) if groups[number].mark & Mark.EQUAL), 0)
    return [each for each in groups[:copula] if each.of_types(kinds)]


def is_said_to_be(scene: Scene, word: Hit, group: Group, acting: Sequence[EntityMention]) -> bool:
    """Whether an object is what the subject itself is, by a copula before the word: 甲是专注于乙的 + 高新企业."""
    if not scene.is_modifier(word.end, group.start) or not scene.is_modifier(group.start - 1, group.start):
        return False
    before = scene.hits_between(scene.clauses[group.clause].start, word.start)
    copula = next((hit for hit in before if hit.mark & Mark.EQUAL), None)
    return copula is not None and any(each.span.end <= copula.start for each in acting)


def acts_through(scene: Scene, word: Hit, types: frozenset[str]) -> bool:
    """Whether a thing of some types acts before a word, so that whose it is does so (甲推出乙， 该系统运用 + 丙)."""
    for number in range(scene.clause_at(word.start) if types else -1, -1, -1):
        acting = [each for each in scene.in_clause(number) if each.end <= word.start and not each.aside]
        if acting:
            last = acting[-1]
            return not last.mark and not last.owns and bool(last.of_types(types))
    return False
