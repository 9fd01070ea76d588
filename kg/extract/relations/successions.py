"""Who takes an office from whom: 其职务由张三接任, 接任者为张三, 李四接替张三.

Knows who stands where beside a word of succession; which office it is, is for the rule that asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Hit, Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.roles import RoleReader
from kg.extract.relations.scene import Scene
from kg.model.span import Span

# Signs between a successor and the word behind him: 张三将接任.
_NEAR = 3


def successors(scene: Scene, word: Hit, people: frozenset[str]) -> tuple[EntityMention, ...]:
    """The people of a succession: who stands right before the word, and the first behind it in its clause."""
    clause = [each for each in scene.in_clause(scene.clause_at(word.start)) if each.of_types(people)]
    before = [each for each in clause if 0 <= word.start - each.end <= _NEAR]
    behind = [each for each in clause if each.start >= word.end]
    return tuple(person for group in (*before[-1:], *behind[:1]) for person in group.of_types(people)[:1])


def vacated(
    scene: Scene, word: Hit, places: Sequence[EntityMention], offices: RoleReader
) -> Iterator[tuple[EntityMention, Span]]:
    """The offices that nobody has, told before a word with their houses: 甲银行副行长一职空缺近一年."""
    for place in places:
        role = offices.at(scene.text, place.span.end, word.start) if place.span.end < word.start else None
        if role is not None:
            yield place, role


def taken_over(
    scene: Scene, people: Group, places: Sequence[EntityMention], offices: RoleReader
) -> tuple[EntityMention, Span] | None:
    """The office, with its house, before a word that marks who acts, in a clause: 甲行长由乙总经理张三担任."""
    agents = scene.hits_between(scene.clauses[people.clause].start, people.start)
    agent = next((hit for hit in agents if hit.mark & Mark.AGENT), None)
    house = next((each for each in reversed(places) if agent and each.span.end <= agent.start), None)
    role = offices.between(scene.text, house.span.end, agent.end) if house and agent else None
    return (house, role) if house and role else None
