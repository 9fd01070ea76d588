"""What an article is about: the one thing of a type that acts in it, whom clauses without a subject then mean.

Knows how often things stand as subjects; which types may be meant so is told by the rules.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from kg.extract.annotated import EntityMention
from kg.extract.relations.scene import Scene
from kg.model.mention import Reference

_SHARE = 0.75
"""Share of its type's places in the text that the thing has to have."""
_HEAD = 2
"""Sentences that tell what a text is about; what the first does not name is named again."""


def tell_focus(scenes: Sequence[Scene]) -> None:
    """Tell the sentences of a document, but for the first, what the text is about."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for scene in scenes:
        for group in scene.groups:
            for each in group.members:
                if not group.aside and each.mention.reference is not Reference.INDEFINITE:
                    counts[each.mention.type][each.entity] += 1
    leading = {
        entity: times for count in counts.values() for entity, times in count.items() if times >= _SHARE * count.total()
    }
    focus: dict[str, EntityMention] = {}
    for number, scene in enumerate(scenes[:_HEAD]):
        for group in scene.groups:
            for each in group.members:
                if leading.get(each.entity, 0) > min(number, 1) and not group.aside:
                    focus.setdefault(each.entity, each)
    told = tuple(focus.values())
    for scene in scenes[1:]:
        scene.focus = told
