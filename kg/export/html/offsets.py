"""From Python's offsets to the browser's: code points to UTF-16 units."""

from __future__ import annotations

from bisect import bisect_left

from kg.model.span import Span


class Utf16Offsets:
    """Converts the offsets of one text.

    >>> Utf16Offsets("𠮷野家在上海").start_and_length(Span(1, 3))
    (2, 2)
    """

    def __init__(self, text: str) -> None:
        self._astral = [index for index, each in enumerate(text) if each > "\uffff"]

    def of(self, offset: int) -> int:
        """The UTF-16 units before a code point."""
        return offset + bisect_left(self._astral, offset)

    def start_and_length(self, span: Span) -> tuple[int, int]:
        """Where a span starts and how long it is, in UTF-16 units."""
        start = self.of(span.start)
        return start, self.of(span.end) - start
