"""What only seems to be a verb's object: the noun that the verb and whoever acts there describe.

Knows clause structure only.
"""

from __future__ import annotations

from kg.extract.relations.cues import Mark
from kg.extract.relations.groups import Group
from kg.extract.relations.scene import Scene


def is_head(scene: Scene, group: Group, types: frozenset[str]) -> bool:
    """Whether the verb before a group only tells by which thing of some types it was made (甲推出的 + 乙)."""
    if not group.mark & Mark.OBJECT:
        return False
    verb = scene.hits[group.cue]
    made = verb.end < group.start and scene.is_modifier(verb.end, verb.end + 1)
    return made and any(each.end <= verb.start and each.of_types(types) for each in scene.in_clause(group.clause))
