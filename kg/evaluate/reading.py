"""Reading gold and predicted records: a .jsonl file, a .json file, or a folder of .json files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import RecordError
from kg.evaluate.statements import Record

_REMEDY = "name a .jsonl or .json file of records, or a folder of .json files"


def load_records(path: Path) -> list[Record]:
    """The records at a path, as plain JSON; faulty quotes are left in, for the evaluation counts them.

    Raises:
        RecordError: nothing is there, or a file is not JSON.
    """
    records = list(_records(path))
    if not records:
        raise RecordError("holds no records", place=str(path), remedy=_REMEDY)
    return records


def _records(path: Path) -> Iterator[Record]:
    if path.is_dir():
        for each in sorted(path.glob("*.json")):
            yield from _records(each)
        return
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise RecordError(f"cannot be read ({error.strerror})", place=str(path), remedy=_REMEDY) from error
    except UnicodeDecodeError as error:
        raise RecordError("is not UTF-8", place=str(path), remedy=_REMEDY) from error
    if path.suffix == ".jsonl":
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield _record(_parsed(line, f"{path}:{number}"), f"{path}:{number}")
    else:
        data = _parsed(text, str(path))
        for each in data if isinstance(data, list) else [data]:
            yield _record(each, str(path))


def _parsed(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise RecordError(f"is not JSON ({error})", place=place, remedy=_REMEDY) from error


def _record(data: Any, place: str) -> Record:
    if not isinstance(data, dict) or "id" not in data:
        raise RecordError("is no record: it has no field 'id'", place=place, remedy=_REMEDY)
    return data
