"""Finding tables in a text: lines of cells between bars or tabs, as the readers of files and people write them.

Knows where cells lie and which lines may be the caption; what heads and cells say is for `kg.extract.observations`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model.span import Span
from kg.text.normalize import folded

_CAPTION = 60
"""How many signs a line of a caption has at most."""

_CAPTIONS = 2
"""How many lines before a table may be its caption."""

_BAR, _TAB = "|", "\t"
_RULE = re.compile(r"[\s|:+=-]*-{2}[\s|:+=-]*")

Row = tuple[Span | None, ...]
"""The cells of a row without surrounding blanks, None for an empty one."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows, and the lines before it that may be its caption, in text order."""

    rows: tuple[Row, ...]
    caption: tuple[Span, ...]


def written(cells: Sequence[str]) -> str:
    """A row as a line of text; one that begins or ends with an empty cell stands between bars, so that none is lost.

    >>> written(["甲", "3亿元"]), written(["", "3亿元"])
    ('甲 | 3亿元', '|  | 3亿元 |')
    """
    line = f" {_BAR} ".join(cells)
    return line if cells and cells[0] and cells[-1] else f"{_BAR} {line} {_BAR}"


def find_tables(text: str) -> tuple[Table, ...]:
    """The tables of a text; a row with more or fewer cells than most of its table has none.

    >>> [[[cell and cell.of("甲 | 3亿元") for cell in row] for row in each.rows] for each in find_tables("甲 | 3亿元")]
    [[['甲', '3亿元']]]
    """
    plain = folded(text)
    if _BAR not in plain and _TAB not in plain:  # as nearly always
        return ()
    found: list[Table] = []
    lines: list[Span] = []
    before: list[Span] = []
    start = 0
    for line in [*plain.splitlines(keepends=True), ""]:
        span = _trimmed(plain, start, start + len(line))
        start += len(line)
        if span is not None and _separator(span.of(plain)):
            lines.append(span)
            continue
        if lines:
            found.append(_table(plain, lines, before))
            lines, before = [], []
        if span is not None:
            before.append(span)
    return tuple(found)


def _table(text: str, lines: Sequence[Span], before: Sequence[Span]) -> Table:
    rows = [tuple(_cells(text, line)) for line in lines if not _RULE.fullmatch(line.of(text))]
    counts = Counter(len(row) for row in rows)
    most = max(counts, key=lambda count: (counts[count], count), default=0)
    caption = tuple(each for each in before[-_CAPTIONS:] if len(each) <= _CAPTION)
    return Table(tuple(row if len(row) == most else () for row in rows), caption)


def _separator(line: str) -> str:
    """What parts the cells of a line, empty where nothing does."""
    return _BAR if _BAR in line else _TAB if _TAB in line else ""


def _cells(text: str, line: Span) -> Iterator[Span | None]:
    start, end, mark = line.start, line.end, _separator(line.of(text))
    if mark == _BAR and text[start] == mark and text[end - 1] == mark and len(line) > 1:
        # Bars around the whole row part nothing.
        start, end = start + 1, end - 1
    while True:
        found = text.find(mark, start, end)
        yield _trimmed(text, start, end if found < 0 else found)
        if found < 0:
            return
        start = found + 1


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """A stretch without the blanks around it, None where nothing is left."""
    while start < end and text[start].isspace() and text[start] != _TAB:
        start += 1
    while start < end and text[end - 1].isspace() and text[end - 1] != _TAB:
        end -= 1
    return Span(start, end) if start < end else None
