"""Reading gold and predicted records: a .jsonl file, a .json file, or a folder of .json files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.errors import RecordError
from kg.evaluate.statements import Record


def load_records(path: Path) -> list[Record]:
    """The records at a path, as plain JSON; faulty quotes are left in, for the evaluation counts them.

    Raises:
        RecordError: nothing is there, or a file is not JSON.
    """
    records = list(_records(path))
    if not records:
        raise RecordError(
            "holds no records", place=str(path), remedy="name a .jsonl or .json file, or a folder of .json files"
        )
    return records


def _records(path: Path) -> Iterator[Record]:
    if path.is_dir():
        for each in sorted(path.glob("*.json")):
            yield from _records(each)
        return
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(f"cannot be read ({error})", place=str(path)) from error
    if path.suffix == ".jsonl":
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield _parsed(line, f"{path}:{number}")
    else:
        data = _parsed(text, str(path))
        yield from data if isinstance(data, list) else [data]


def _parsed(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise RecordError(f"is not JSON ({error})", place=place) from error
