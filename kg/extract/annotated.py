"""A document with its sentences and its named entities: what the finders of facts read."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.model.document import Document
from kg.model.mention import Mention, NamedEntity
from kg.model.settled import settled
from kg.model.span import Span
from kg.text.sentences import Sentence


@settled
class EntityMention:
    """A mention and the local id of the entity that it refers to, ordered by place."""

    span: Span
    entity: str
    mention: Mention


@dataclass(frozen=True)
class AnnotatedDocument:
    """The document, cut and with its mentions found. Mentions may nest (a branch holds its bank), never cross."""

    document: Document
    sentences: tuple[Sentence, ...]
    entities: tuple[NamedEntity, ...]

    @cached_property
    def by_id(self) -> Mapping[str, NamedEntity]:
        """Entity by its local id."""
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def mentions(self) -> tuple[EntityMention, ...]:
        """All mentions in text order, the outer before the inner."""
        found = (EntityMention(each.span, entity.id, each) for entity in self.entities for each in entity.mentions)
        return tuple(sorted(found, key=lambda each: (each.span.start, -each.span.end, each.entity)))

    @cached_property
    def by_sentence(self) -> tuple[tuple[EntityMention, ...], ...]:
        """For each sentence the mentions that lie in it, in text order."""
        return tuple([self.mentions_in(sentence.span) for sentence in self.sentences])

    @cached_property
    def outermost(self) -> tuple[tuple[EntityMention, ...], ...]:
        """For each sentence its mentions that lie in no other, in text order."""
        return tuple([_outermost(mentions) for mentions in self.by_sentence])

    @cached_property
    def _starts(self) -> list[int]:
        return [each.span.start for each in self.mentions]

    def mentions_in(self, span: Span) -> tuple[EntityMention, ...]:
        """The mentions that lie wholly inside a span, in text order."""
        first = bisect.bisect_left(self._starts, span.start)
        last = bisect.bisect_left(self._starts, span.end)
        return tuple([each for each in self.mentions[first:last] if each.span.end <= span.end])


def _outermost(mentions: Iterable[EntityMention]) -> tuple[EntityMention, ...]:
    kept: list[EntityMention] = []
    for each in mentions:
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return tuple(kept)
