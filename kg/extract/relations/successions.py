"""Who takes an office from whom: 其职务由张三接任, 接任者为张三, 李四接替张三.

Knows who stands where beside a word of succession; which office it is, is for the rule that asks.
"""

from __future__ import annotations

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Hit
from kg.extract.relations.scene import Scene

# Signs between a successor and the word behind him: 张三将接任.
_NEAR = 3


def successors(scene: Scene, word: Hit, people: frozenset[str]) -> tuple[EntityMention, ...]:
    """The people of a succession: who stands right before the word, and the first behind it in its clause."""
    clause = [each for each in scene.in_clause(scene.clause_at(word.start)) if each.of_types(people)]
    before = [each for each in clause if 0 <= word.start - each.end <= _NEAR]
    behind = [each for each in clause if each.start >= word.end]
    return tuple(person for group in (*before[-1:], *behind[:1]) for person in group.of_types(people)[:1])
