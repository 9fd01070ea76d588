"""The articles' texts with the places of evidence in them, in blocks that the page unpacks one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kg.export.html.excerpts import excerpt
from kg.export.html.numbering import Numbering
from kg.export.html.offsets import Utf16Offsets
from kg.export.html.words import WordNumbers
from kg.model.fact import Evidence, Part

Json = dict[str, Any]

PARTS = tuple(Part)
_BLOCK = 400_000
"""Characters after which a block of articles is closed."""


def article_blocks(numbering: Numbering, *, with_text: bool) -> Iterator[Json]:
    """Blocks of articles in the order of the documents, each with the sources in its articles, in order.

    Offsets count UTF-16 units; a part's offset is from its evidence's start. With the text left out, an article shrinks
    to the pieces that facts quote.
    """
    block, size = _Block(), 0
    for document in numbering.documents:
        placed = numbering.sources.get(document.id, ())
        text, evidence = document.text, [each.source.evidence for each in placed]
        if not with_text:
            text, evidence = excerpt(text, evidence)
        block.add(text, evidence)
        size += len(text)
        if size >= _BLOCK:
            yield block.columns()
            block, size = _Block(), 0
    yield block.columns()


class _Block:
    """Gathers articles and the sources in them as columns."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._places: list[tuple[int, int]] = []
        self._parts: list[list[int]] = []
        self._certainties: list[int] = []
        self._rules: list[int] = []
        self._words = WordNumbers()

    def add(self, text: str, evidence: Sequence[Evidence]) -> None:
        offsets = Utf16Offsets(text)
        self._texts.append(text)
        for each in evidence:
            start, length = offsets.start_and_length(each.span)
            self._places.append((start, length))
            self._parts.append(self._flat(each, start, offsets))
            self._certainties.append(round(100 * each.confidence))
            self._rules.append(self._words.number(each.pattern))

    def columns(self) -> Json:
        return {
            "texts": self._texts,
            "start": [start for start, _ in self._places],
            "length": [length for _, length in self._places],
            "parts": self._parts,
            "confidence": self._certainties,
            "rule": self._rules,
            "rules": self._words.words,
        }

    def _flat(self, evidence: Evidence, origin: int, offsets: Utf16Offsets) -> list[int]:
        """Part, offset and length of every part, one after the other."""
        flat: list[int] = []
        for part, span in sorted(evidence.parts, key=lambda each: (each[1], each[0])):
            start, length = offsets.start_and_length(span)
            flat += (PARTS.index(part), start - origin, length)
        return flat
