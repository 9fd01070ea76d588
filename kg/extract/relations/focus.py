"""What an article is about: the one thing of a type that acts in it, whom clauses without a subject then mean.

Knows how often things stand as subjects; which types may be meant so is told by the rules.
"""

from __future__ import annotations

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
    if len(scenes) < 2:  # as often
        return
    leading = _leading(scenes)
    focus: dict[str, EntityMention] = {}
    for number, scene in enumerate(scenes[:_HEAD]):
        for group in scene.groups:
            for each in group.members:
                if leading.get(each.entity, 0) > min(number, 1) and not group.aside:
                    focus.setdefault(each.entity, each)
    told = tuple(focus.values())
    for scene in scenes[1:]:
        scene.focus = told


def _leading(scenes: Sequence[Scene]) -> dict[str, int]:
    """The things that have most of the places of their type, with how many they have."""
    times: dict[tuple[str, str], int] = {}
    totals: dict[str, int] = {}
    for scene in scenes:
        for group in scene.groups:
            for each in () if group.aside else group.members:
                if each.mention.reference is not Reference.INDEFINITE:
                    type_, entity = each.mention.type, each.entity
                    times[type_, entity] = times.get((type_, entity), 0) + 1
                    totals[type_] = totals.get(type_, 0) + 1
    return {entity: count for (type_, entity), count in times.items() if count >= _SHARE * totals[type_]}
