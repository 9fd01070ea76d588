"""A stretch of text, by code points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open interval of code points: `text[start:end]`.

    >>> Span(3, 9).of("截至，海尔消费金融")
    '海尔消费金融'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """The interval of two offsets.

        Raises:
            ValueError: it would be empty or begin before the text.
        """
        if not 0 <= start < end:
            raise ValueError(f"a span needs 0 <= start < end, not {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of this span in the text that it was measured on."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether the other span lies inside this one, ends included."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def through(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


# By the slots: nothing is made as often as spans, and the constructor of a frozen class takes twice the time.
_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))
