"""What a document as a whole is about: the things that its title names, those that it names most, the nation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.annotated import AnnotatedDocument, EntityMention
from kg.extract.observations.sighting import Sighting
from kg.model.mention import Mention, NamedEntity, Reference
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of

_HEARS, _HEARD = 14, 40
"""How many signs may stand between who hears the news and the word for it, and how many name where it is from."""

_OFTEN = 3
"""How many times as often as any other a firm must be named that a text is about it alone."""

_CREDIT = 8
"""How far before a name the words may begin that credit it with the news."""


class OutlineReader:
    """Reads outlines of documents."""

    def __init__(self, figures: Figures, language: Language) -> None:
        words = language.reporting
        self._types = figures.fallback_types
        self._nations = frozenset(words.nation)
        self._firms = frozenset(figures.acting_types) - frozenset(figures.speaker_types)
        bringers = frozenset(figures.bringer_types) & frozenset(figures.speaker_types)
        self._bringers = bringers | frozenset(figures.place_types)
        self._credit = re.compile(rf"{any_of(words.credit)}\W{{0,2}}$")
        # A word that goes on is another one: the first sign of 消息 in 消息面.
        self._wire = re.compile(rf".{{0,12}}?{any_of(words.bringer)}(?:\W|$)")
        stop = re.escape(language.punctuation.clause + language.punctuation.sentence + "\n")
        asks = f"{any_of(words.hearing_from)}[^{stop}]{{1,{_HEARD}}}?"
        self._hears = re.compile(rf"[^{stop}]{{0,{_HEARS}}}?(?:{asks})?{any_of(words.hearing)}")
        self._asked = (*words.hearing_from, *words.oblique, words.possessive)

    def nations(self, annotated: AnnotatedDocument) -> tuple[tuple[str, EntityMention], ...]:
        """The words by which the document names the nation, each with its first mention."""
        text = annotated.document.text
        found: dict[str, EntityMention] = {}
        for each in annotated.mentions:
            if (words := each.span.of(text)) in self._nations:
                found.setdefault(words, each)
        return tuple(found.items())

    def credited(self, annotated: AnnotatedDocument) -> frozenset[str]:
        """The entities that it names only as whose news it is, or where that is from: 来源：某报, 某社北京3日电.

        So is who hears it from others (某报从某局获悉).
        """
        text = annotated.document.text
        bringers = [each for each in annotated.entities if each.type in self._bringers]
        return frozenset(
            entity.id for entity in bringers if all(self._is_credit(text, each) for each in entity.mentions)
        )

    def _is_credit(self, text: str, mention: Mention) -> bool:
        span = mention.span
        start = max(0, span.start - _CREDIT)
        if mention.reference is Reference.ANAPHORIC or self._credit.search(text, start, span.start):
            return True
        if self._wire.match(text, span.end):
            return True
        is_asked = text.endswith(self._asked, start, span.start)
        return not is_asked and self._hears.match(text, span.end) is not None

    def subjects(self, annotated: AnnotatedDocument) -> tuple[tuple[Sighting, ...], tuple[Sighting, ...]]:
        """The first mention of each thing that the document names most, and of each that its title names."""
        firsts: dict[str, EntityMention] = {}
        for each in annotated.mentions:
            firsts.setdefault(each.entity, each)
        most, titled = self._most(annotated, firsts), _titled(annotated, firsts)
        return tuple([_sighted(each, "most") for each in most]), tuple([_sighted(each, "title") for each in titled])

    def main(self, annotated: AnnotatedDocument) -> frozenset[str]:
        """The firms, by type, that the document names far oftener than any other of their type."""
        return frozenset(each.id for type_ in self._firms for each in _main(annotated, type_))

    def _most(self, annotated: AnnotatedDocument, firsts: dict[str, EntityMention]) -> Iterator[EntityMention]:
        """Of each type that may be a subject the thing named most, of equals the first."""
        most: dict[str, tuple[int, EntityMention]] = {}
        for entity, first in firsts.items():
            named = annotated.by_id[entity]
            count, known = len(named.mentions), most.get(named.type)
            if known is None or count > known[0]:
                most[named.type] = (count, first)
        return (most[type_][1] for type_ in self._types if type_ in most)


def _main(annotated: AnnotatedDocument, type_: str) -> tuple[NamedEntity, ...]:
    ordered = sorted((each for each in annotated.entities if each.type == type_), key=lambda each: -len(each.mentions))
    next_ = len(ordered[1].mentions) if len(ordered) > 1 else 0
    return tuple(ordered[:1]) if ordered and len(ordered[0].mentions) >= _OFTEN * max(next_, 1) else ()


def _sighted(mention: EntityMention, mark: str) -> Sighting:
    return Sighting(mention, "named", (f"{mark} {mention.mention.type}",))


def title_end(text: str) -> int:
    """Where the first line ends, 0 where the text has only one."""
    head = text.lstrip()
    end = head.find("\n")
    return 0 if end < 0 else len(text) - len(head) + end


def _titled(annotated: AnnotatedDocument, firsts: dict[str, EntityMention]) -> Iterator[EntityMention]:
    """The things named in the title or, of a text of several lines, in the first."""
    text, title = annotated.document.text, annotated.document.title or ""
    end = title_end(text)
    for entity, first in firsts.items():
        mentions = annotated.by_id[entity].mentions
        if first.span.end <= end or (title and any(each.span.of(text) in title for each in mentions)):
            yield first
