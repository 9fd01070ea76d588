"""Mentions in one place.

Knows places only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.extract.annotated import EntityMention


def twins_of(
    outer: Sequence[EntityMention], mentions: Iterable[EntityMention]
) -> Mapping[EntityMention, Sequence[EntityMention]]:
    """What else a word stands for that stands for several (双方), by the mention that is kept of it."""
    kept = {each.span: each for each in outer}
    twins: dict[EntityMention, list[EntityMention]] = {}
    for mention in mentions:
        first = kept.get(mention.span)
        if first is not None and first.entity != mention.entity and mention.mention.type == first.mention.type:
            twins.setdefault(first, []).append(mention)
    return twins
