"""What a document as a whole is about: the things that its title names, those that it names most, the nation."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.annotated import AnnotatedDocument, EntityMention
from kg.ontology.figures import Figures
from kg.ontology.reporting import Reporting


class OutlineReader:
    """Reads outlines of documents."""

    def __init__(self, figures: Figures, words: Reporting) -> None:
        self._types = figures.fallback_types
        self._nations = frozenset(words.nation)

    def nations(self, annotated: AnnotatedDocument) -> tuple[tuple[str, EntityMention], ...]:
        """The words by which the document names the nation, each with its first mention."""
        text = annotated.document.text
        found: dict[str, EntityMention] = {}
        for each in annotated.mentions:
            if (words := each.span.of(text)) in self._nations:
                found.setdefault(words, each)
        return tuple(found.items())

    def subjects(self, annotated: AnnotatedDocument) -> tuple[tuple[EntityMention, str], ...]:
        """The first mention of each thing that the document is about, marked `most` or `title`."""
        firsts: dict[str, EntityMention] = {}
        for each in annotated.mentions:
            firsts.setdefault(each.entity, each)
        return (*self._most(annotated, firsts), *_titled(annotated, firsts))

    def _most(
        self, annotated: AnnotatedDocument, firsts: dict[str, EntityMention]
    ) -> Iterator[tuple[EntityMention, str]]:
        """Of each type that may be a subject the thing named most, of equals the first."""
        for type_ in self._types:
            typed = [entity for entity in firsts if annotated.by_id[entity].type == type_]
            if typed:
                yield firsts[min(typed, key=lambda each: -len(annotated.by_id[each].mentions))], "most"


def title_end(text: str) -> int:
    """Where the first line ends, 0 where the text has only one."""
    head = text.lstrip()
    end = head.find("\n")
    return 0 if end < 0 else len(text) - len(head) + end


def _titled(annotated: AnnotatedDocument, firsts: dict[str, EntityMention]) -> Iterator[tuple[EntityMention, str]]:
    """The things named in the title or, of a text of several lines, in the first."""
    text, title = annotated.document.text, annotated.document.title or ""
    end = title_end(text)
    for entity, first in firsts.items():
        mentions = annotated.by_id[entity].mentions
        if first.span.end <= end or any(each.span.of(text) in title for each in mentions):
            yield first, "title"
