"""`.jsonl`: a JSON object a line, each a document or a record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.errors import DocumentError
from kg.text.reading.lines import Lines
from kg.text.reading.options import ReadOptions
from kg.text.reading.results import Failure, Found
from kg.text.reading.rows import Origin, read_row


def read(stream: BinaryIO, origin: Origin, options: ReadOptions) -> Iterator[Found | Failure]:
    """What each line states; a broken line is a failure and the next one is read. Blank lines are passed over.

    Raises:
        DocumentError: the file is no text.
    """
    lines = Lines(stream, origin.place, options)
    while True:
        try:
            line = next(lines)
            if line.strip():
                yield read_row(_parsed(line, lines.place), Origin(lines.place, f"{origin.id}#{lines.number}"), options)
        except StopIteration:
            return
        except DocumentError as error:
            yield Failure(error.place, error)


def _parsed(line: str, place: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        reason = f"the line is no JSON at character {error.pos} ({error.msg})"
        raise DocumentError(reason, place=place, remedy="write one JSON object a line") from error
    except (RecursionError, ValueError) as error:
        raise DocumentError("the line is no JSON that can be read", place=place, remedy="mend the line") from error
    if not isinstance(row, dict):
        raise DocumentError("the line is no JSON object", place=place, remedy="write one JSON object a line")
    return row
