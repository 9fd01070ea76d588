"""A row of named fields becomes a document, or the record of one.

The fields are id, title, date, source and text, the text exactly as it stands, or what a language also calls them
(`kg.ontology.head.Columns`); other fields are ignored. A row with entities,
relations or observations is a record.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.errors import DocumentError, KgError
from kg.model.record_reader import from_json
from kg.text.reading.drafts import Draft, check_signs, finish
from kg.text.reading.head import parse_date
from kg.text.reading.options import ReadOptions
from kg.text.reading.results import Failure, Found

FIELDS = ("id", "title", "date", "source", "text")
_OF_RECORDS = frozenset({"entities", "relations", "observations"})


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row stands: its place for people, and the id that it has if it names none."""

    place: str
    id: str


def read_row(row: Mapping[str, Any], origin: Origin, options: ReadOptions) -> Found | Failure:
    """What a row states, or why it cannot be read."""
    try:
        if not _OF_RECORDS.isdisjoint(row):
            return _record(row, origin)
        row = _renamed(row, options)
        title, source = (_words(row, name, origin) for name in ("title", "source"))
        draft = Draft(_text(row, origin), title, _date(row, origin, options), source)
        return Found(origin.place, finish(draft, _id(row, origin), origin.place, options))
    except KgError as error:
        return Failure(origin.place, error)


def _renamed(row: Mapping[str, Any], options: ReadOptions) -> Mapping[str, Any]:
    """A row with its fields under their own names, which others stand for where these are missing: content for text."""
    named = {field: options.head.columns.name_of(field, row) for field in FIELDS}
    return {field: row[name] for field, name in named.items() if name is not None}


def _record(row: Mapping[str, Any], origin: Origin) -> Found:
    checked = {name: _words(row, name, origin) for name in ("title", "date", "source")}
    fields = {**row, **checked, "text": _text(row, origin), "id": _id(row, origin)}
    extraction = from_json(fields, place=origin.place)
    check_signs(extraction.document, origin.place)
    return Found(origin.place, extraction)


def _text(row: Mapping[str, Any], origin: Origin) -> str:
    text = row.get("text")
    if isinstance(text, str):
        return text
    reason = "the field 'text' is missing" if text is None else "the field 'text' is no text"
    raise DocumentError(reason, place=origin.place, remedy="give the article's text under that name")


def _words(row: Mapping[str, Any], name: str, origin: Origin) -> str | None:
    value = row.get(name)
    if value is None or isinstance(value, str):
        return value or None
    raise DocumentError(f"the field {name!r} is no text", place=origin.place, remedy="give a text, or leave it out")


def _id(row: Mapping[str, Any], origin: Origin) -> str:
    value = row.get("id")
    if value is None or value == "":
        return origin.id
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    raise DocumentError("the field 'id' is no text", place=origin.place, remedy="give a text, or leave it out")


def _date(row: Mapping[str, Any], origin: Origin, options: ReadOptions) -> datetime.date | None:
    value = row.get("date")
    if value is None or value == "":
        return None
    is_number = isinstance(value, int) and not isinstance(value, bool)  # 20221123
    date = parse_date(str(value), options.head) if isinstance(value, str) or is_number else None
    if date is None:
        raise DocumentError(f"the date {value!r} is none", place=origin.place, remedy="write it as 2022-11-23")
    return date
