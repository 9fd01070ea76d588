"""Articles shortened to what facts quote, for news that may not be passed on whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from kg.model.fact import Evidence
from kg.model.span import Span

BETWEEN = " … "
"""What stands for the words left out."""


def excerpt(text: str, evidence: Sequence[Evidence]) -> tuple[str, list[Evidence]]:
    """The quoted pieces of a text, and the evidence with offsets into them.

    >>> quoted = Evidence(Span(3, 8), "test", "test")
    >>> excerpt("日前，海尔消金。完", [quoted])[0]
    '海尔消金。'
    """
    pieces = _merged(span for each in evidence for span in (each.span, *(part for _, part in each.parts)))
    starts, shifts, written = [], [], 0
    for piece in pieces:
        starts.append(piece.start)
        shifts.append(written - piece.start)
        written += len(piece) + len(BETWEEN)

    def moved(span: Span) -> Span:
        shift = shifts[bisect_right(starts, span.start) - 1]
        return Span(span.start + shift, span.end + shift)

    remapped = [
        Evidence(
            moved(each.span),
            each.extractor,
            each.pattern,
            each.confidence,
            tuple((part, moved(span)) for part, span in each.parts),
        )
        for each in evidence
    ]
    return BETWEEN.join(piece.of(text) for piece in pieces), remapped


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch made one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].through(span)
        else:
            merged.append(span)
    return merged
