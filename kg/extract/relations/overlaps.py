"""Mentions and words that share signs: words inside names, and mentions in one place.

Knows places only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.extract.annotated import EntityMention
from kg.extract.relations.cues import Hit, Mark, Slot


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


def outside(hits: Iterable[Hit], mentions: Sequence[EntityMention]) -> Iterable[Hit]:
    """The hits that share no sign with a mention, or hold one (合作的银行包括); both in text order.

    Of a word that is a whole name only what follows on another word stays (为个体工商户 + 纾困).
    """
    spans = iter([each.span for each in mentions])
    span = next(spans, None)
    for hit in hits:
        while span is not None and span.end <= hit.start:
            span = next(spans, None)
        if span is None or hit.end <= span.start or (hit.start <= span.start and span.end < hit.end):
            yield hit
        elif hit.start == span.start and hit.end == span.end:
            follows = tuple(use for use in hit.uses if use.slot is Slot.THEN)
            if follows:
                yield Hit(hit.start, hit.end, Mark.NONE, follows)
