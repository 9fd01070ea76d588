"""`.csv`: a header with the fields' names, then a document a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import DocumentError
from kg.text.reading.lines import Lines
from kg.text.reading.options import ReadOptions
from kg.text.reading.results import Failure, Found
from kg.text.reading.rows import Origin, read_row


def read(stream: BinaryIO, origin: Origin, options: ReadOptions) -> Iterator[Found | Failure]:
    """What each row states; a broken row is a failure and the next one is read. Blank rows are passed over.

    Raises:
        DocumentError: the file is no text, or its header names no text.
    """
    lines = Lines(stream, origin.place, options)
    rows = _Rows(lines, options.max_bytes)
    header = [name.strip().lower() for name in next(rows, [])]
    if "text" not in header:
        remedy = "name the columns in the first line: id,title,date,source,text"
        raise DocumentError("there is no column 'text'", place=f"{origin.place}:1", remedy=remedy)
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


class _Rows(Iterator[list[str]]):
    """The rows of some lines that are not blank; a broken one raises, and the next call goes on behind it.

    `begin` is the line in which the row given last begins.
    """

    def __init__(self, lines: Lines, limit: int) -> None:
        self._lines = lines
        self._limit = limit
        self._rows = csv.reader(lines, strict=True)
        self.begin = 0

    def __next__(self) -> list[str]:
        # The library's one limit for the whole process; its own would refuse long articles.
        csv.field_size_limit(self._limit)
        row: list[str] = []
        try:
            while not row:
                self.begin = self._lines.number + 1
                row = next(self._rows)
        except csv.Error as error:
            reason = f"the row that begins in line {self.begin} breaks ({error})"
            remedy = "double the quotes inside a quoted field"
            raise DocumentError(reason, place=self._lines.place, remedy=remedy) from error
        return row
