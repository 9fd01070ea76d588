"""A stretch of text, by code points."""

from __future__ import annotations


class Span:
    """A half-open interval of code points: `text[start:end]`. Spans are ordered by start, then by end.

    None is ever changed. It is no dataclass because nothing is made as often, and the constructor of a frozen one takes
    thrice the time.

    >>> Span(3, 9).of("截至，海尔消费金融")
    '海尔消费金融'
    """

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        """The interval of two offsets.

        Raises:
            ValueError: it would be empty or begin before the text.
        """
        if not 0 <= start < end:
            raise ValueError(f"a span needs 0 <= start < end, not {start}..{end}")
        self.start = start
        self.end = end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start == other.start and self.end == other.end

    def __lt__(self, other: Span) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        return Span, (self.start, self.end)

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
