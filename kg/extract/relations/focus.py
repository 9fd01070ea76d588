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


def with_focus(scenes: Sequence[Scene]) -> list[Scene]:
    """The sentences of a document, each with what the text is about; that is named in the first of them."""
    counts: dict[str, Counter[str]] = {}
    for scene in scenes:
        for group in scene.groups:
            for each in group.members:
                if not group.aside and each.mention.reference is not Reference.INDEFINITE:
                    counts.setdefault(each.mention.type, Counter())[each.entity] += 1
    leading = {
        entity for count in counts.values() for entity, times in count.items() if times >= _SHARE * count.total()
    }
    focus: dict[str, EntityMention] = {}
    for scene in scenes[:1]:
        for group in scene.groups:
            for each in group.members:
                if each.entity in leading and not group.aside:
                    focus.setdefault(each.entity, each)
    return [replace(scene, focus=tuple(focus.values())) if number else scene for number, scene in enumerate(scenes)]
