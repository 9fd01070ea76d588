"""`.csv`: a header with the fields' names, then a document a row."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from kg.errors import DocumentError
from kg.text.reading.lines import Lines
from kg.text.reading.options import ReadOptions
from kg.text.reading.results import Failure, Found
from kg.text.reading.rows import Origin, read_row

_SEPARATORS = (",", ";", "\t", "|")
_SAID = re.compile(r"sep=(.)\s*")
"""The line in which spreadsheets say what parts the columns."""
_COLUMNS_TOLD = 8
_SIGNS_TOLD = 20
_REMEDY = "double the quotes inside a quoted field"


def read(stream: BinaryIO, origin: Origin, options: ReadOptions) -> Iterator[Found | Failure]:
    """What each row states; a broken row is a failure and the next one is read. Blank rows are passed over.

    Raises:
        DocumentError: the file is no text, or its header names no text.
    """
    lines = Lines(stream, origin.place, options)
    first, separator = _separator(lines, options)
    rows = _Rows(itertools.chain([first], lines), lines, separator, options.max_bytes)
    header = [name.strip().lower() for name in next(rows, [])]
    if options.head.columns.name_of("text", header) is None:
        named = ", ".join(name[:_SIGNS_TOLD] for name in header[:_COLUMNS_TOLD])
        remedy = "name the columns in the first line: id,title,date,source,text"
        raise DocumentError(f"there is no column 'text' among {named}", place=f"{origin.place}:1", remedy=remedy)
    while True:
        try:
            row = next(rows)
            place = f"{origin.place}:{rows.begin}"
            if len(row) != len(header):
                reason = f"the row has {len(row)} fields, the header {len(header)}"
                raise DocumentError(reason, place=place, remedy="put a field with commas or quotes between quotes")
            yield read_row(dict(zip(header, row, strict=True)), Origin(place, f"{origin.id}#{rows.begin}"), options)
        except StopIteration:
            return
        except DocumentError as error:
            yield Failure(error.place, error)


def _separator(lines: Lines, options: ReadOptions) -> tuple[str, str]:
    """The line with the columns' names, and the sign between them: a comma where no other shows a column of text."""
    first = next(lines, "")
    if not first:
        raise DocumentError("is empty", place=lines.place.rpartition(":")[0], remedy="leave it out, or fill it")
    said = _SAID.fullmatch(first)
    if said:
        return next(lines, ""), said[1]
    for sign in _SEPARATORS:
        names = [name.strip().strip('"').lower() for name in first.split(sign)]
        if options.head.columns.name_of("text", names) is not None:
            return first, sign
    return first, _SEPARATORS[0]


class _Rows(Iterator[list[str]]):
    """The rows of some lines that are not blank; a broken one raises, and the next call goes on behind it.

    `begin` is the line in which the row given last begins.
    """

    def __init__(self, read: Iterable[str], lines: Lines, separator: str, limit: int) -> None:
        self._lines = lines
        self._limit = limit
        self._rows = csv.reader(read, strict=True, delimiter=separator)
        self._before = lines.number - 1
        self.begin = 0

    def __next__(self) -> list[str]:
        # The library's one limit for the whole process; its own would refuse long articles.
        csv.field_size_limit(self._limit)
        row: list[str] = []
        try:
            while not row:
                self.begin = self._before + self._rows.line_num + 1
                row = next(self._rows)
        except csv.Error as error:
            reason, remedy = f"the row that begins in line {self.begin} breaks ({error})", _REMEDY
            if "new-line" in str(error):
                reason = f"line {self.begin} holds a carriage return that ends no line"
                remedy = "save the file with line feeds as line ends"
            raise DocumentError(reason, place=self._lines.place, remedy=remedy) from error
        return row
