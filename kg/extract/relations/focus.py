"""What an article is about: the one thing of a type that acts in it, whom clauses without a subject then mean.

Knows how often things stand as subjects; which types may be meant so is told by the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.annotated import EntityMention
from kg.extract.relations.scene import Scene
from kg.model.mention import Reference

_SHARE = 0.75
"""Share of its type's places in the text that the thing has to have."""
_HEAD = 2
"""Sentences that tell what a text is about; what the first does not name is named again."""


def with_focus(scenes: Sequence[Scene]) -> list[Scene]:
    """The sentences of a document, each with what the text is about."""
    counts: dict[str, Counter[str]] = {}
    for scene in scenes:
        for group in scene.groups:
            for each in group.members:
                if not group.aside and each.mention.reference is not Reference.INDEFINITE:
                    counts.setdefault(each.mention.type, Counter())[each.entity] += 1
    leading = {
        entity: times for count in counts.values() for entity, times in count.items() if times >= _SHARE * count.total()
    }
    focus: dict[str, EntityMention] = {}
    for number, scene in enumerate(scenes[:_HEAD]):
        for group in scene.groups:
            for each in group.members:
                if leading.get(each.entity, 0) > min(number, 1) and not group.aside:
                    focus.setdefault(each.entity, each)
    if not focus:
        return list(scenes)
    return [replace(scene, focus=tuple(focus.values())) if number else scene for number, scene in enumerate(scenes)]
