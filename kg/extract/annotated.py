"""A document with its sentences and its named entities: what the finders of facts read."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.document import Document
from kg.model.mention import Mention, NamedEntity
from kg.model.span import Span
from kg.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A mention and the local id of the entity that it refers to, ordered by place."""

    span: Span
    entity: str
    mention: Mention


class AnnotatedDocument:
    """The document, cut and with its mentions found. Mentions may nest (a branch holds its bank), never cross.

    `by_id` are the entities by their local ids; `mentions` all mentions in text order, the outer before the inner;
    `by_sentence` for each sentence those that lie in it, `outermost` those of them that lie in no other.
    """

    def __init__(self, document: Document, sentences: tuple[Sentence, ...], entities: tuple[NamedEntity, ...]) -> None:
        """A document with what is named in it."""
        self.document = document
        self.sentences = sentences
        self.entities = entities
        self.by_id: Mapping[str, NamedEntity] = {entity.id: entity for entity in entities}
        self.mentions = _in_text_order(entities)
        self._starts = [each.span.start for each in self.mentions]
        self.by_sentence = tuple([self.mentions_in(sentence.span) for sentence in sentences])
        self.outermost = tuple([_outermost(mentions) for mentions in self.by_sentence])

    def mentions_in(self, span: Span) -> tuple[EntityMention, ...]:
        """The mentions that lie wholly inside a span, in text order."""
        end = span.end
        first = bisect.bisect_left(self._starts, span.start)
        last = bisect.bisect_left(self._starts, end, first)
        return tuple([each for each in self.mentions[first:last] if each.span.end <= end])


def _in_text_order(entities: Iterable[NamedEntity]) -> tuple[EntityMention, ...]:
    found = [EntityMention(each.span, entity.id, each) for entity in entities for each in entity.mentions]
    return tuple(sorted(found, key=lambda each: (each.span.start, -each.span.end, each.entity)))


def _outermost(mentions: Iterable[EntityMention]) -> tuple[EntityMention, ...]:
    kept: list[EntityMention] = []
    end = 0
    for each in mentions:
        if each.span.start >= end:
            kept.append(each)
            end = each.span.end
    return tuple(kept)
