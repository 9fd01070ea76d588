"""What an extraction left out: numbers that gave no figure, quoted names that gave no entity.

The list that lets an analyst see at once what the graph does not hold, each with its document and offset.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from kg.model.extraction import Extraction
from kg.model.fact import Part
from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.quantities import QuantityFinder

LONGEST_NAME = 30
"""Code points; what stands longer in quotes is speech, no name."""


class MissingKind(enum.StrEnum):
    """What was left out."""

    NUMBER = "number"
    QUOTED_NAME = "quoted name"


@dataclass(frozen=True, slots=True)
class Missing:
    """Words of a document that look like a fact and gave none."""

    document: str
    span: Span
    text: str
    kind: MissingKind


class MissingFinder:
    """Finds what extractions left out, by one language's cues."""

    def __init__(self, language: Language) -> None:
        self._quantities = QuantityFinder(language)
        pairs = ((regex.escape(pair[0]), regex.escape(pair[1])) for pair in language.punctuation.quotes)
        inner = "|".join(rf"{opening}[^{opening}{closing}\s]{{2,{LONGEST_NAME}}}{closing}" for opening, closing in pairs)
        self._quoted = regex.compile(inner)
        self._speech = regex.compile(f"[{regex.escape(language.punctuation.sentence + language.punctuation.clause)}]")

    def find(self, extraction: Extraction) -> Iterator[Missing]:
        """What the extraction of one document left out, numbers first, each in text order."""
        document = extraction.document
        numbers = [
            span for each in extraction.observations for part, span in each.evidence.parts if part is Part.NUMBER
        ]
        numbers += [each.evidence.span for each in extraction.observations if not each.evidence.parts]
        names = [mention.span for entity in extraction.entities for mention in entity.mentions]
        for mention in self._quantities.find(document.text):
            if not any(mention.span.overlaps(known) for known in (*numbers, *names)):
                yield Missing(document.id, mention.span, mention.span.of(document.text), MissingKind.NUMBER)
        for match in self._quoted.finditer(document.text):
            span = Span(match.start() + 1, match.end() - 1)
            words = span.of(document.text)
            if not self._speech.search(words) and not any(span.overlaps(known) for known in names):
                yield Missing(document.id, span, words, MissingKind.QUOTED_NAME)
