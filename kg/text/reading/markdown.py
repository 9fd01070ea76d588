"""`.md`: the text below the front matter, as it reads."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterable
from typing import Any

import yaml

from kg.errors import DocumentError
from kg.text.reading.drafts import Draft, seen
from kg.text.reading.encoding import decode
from kg.text.reading.head import HEAD_SIGNS, parse_date, read_head
from kg.text.reading.markdown_marks import without_marks
from kg.text.reading.options import ReadOptions

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.*?)^(?:\1|(?<=\n)\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = "+++"
_HEADING = re.compile(r"^# +(.*?)[ #]*$", re.MULTILINE)


def parse(data: bytes, place: str, options: ReadOptions) -> Draft:
    """The draft of a Markdown text.

    Raises:
        DocumentError: it is no text, breaks its encoding, or has a front matter that is no YAML or TOML.
    """
    text = decode(data, place, forced=options.encoding)
    front = _FRONT.match(text)
    said = _front_matter(front[1], front[2], place) if front else None
    if front is None or said is None:
        return _body(text, options)
    body = _body(text[front.end() :], options)
    labels = options.head.labels
    return Draft(
        body.text,
        _first(said, ("title", *labels.title)) or body.title,
        _date(said, ("date", *labels.date), place, options) or body.date,
        _first(said, ("source", "publisher", *labels.source)) or body.source,
    )


def _body(text: str, options: ReadOptions) -> Draft:
    heading = _HEADING.search(text[:HEAD_SIGNS])
    title = without_marks(heading[1].strip()) if heading else None
    text = seen(without_marks(text))
    return Draft(text, title or None).filled(read_head(text[:HEAD_SIGNS], options.head))


def _front_matter(rule: str, lines: str, place: str) -> dict[str, Any] | None:
    """The front matter's fields as written, or None where the lines are no mapping but two rules with text between.

    Raises:
        DocumentError: it begins as a mapping and is no YAML, or no TOML.
    """
    try:
        # The YAML loader makes strings, lists and dicts only.
        fields = tomllib.loads(lines) if rule == _TOML else yaml.load(lines, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f"{place}:{mark.line + 2}" if mark else place
        kind = "TOML" if rule == _TOML else "YAML"
        remedy = "put a value with a colon in it between quotes" if kind == "YAML" else "put texts between quotes"
        raise DocumentError(f"the front matter is no {kind}", place=line, remedy=remedy) from error
    return fields if isinstance(fields, dict) else None


def _first(said: dict[str, Any], names: Iterable[str]) -> str | None:
    """The words under the first of some names that has any; of a list its first."""
    for name in names:
        value = said.get(name)
        value = value[0] if isinstance(value, list) and value else value
        words = value.isoformat() if isinstance(value, datetime.date) else value
        if isinstance(words, str) and words.strip():
            return words.strip()
    return None


def _date(said: dict[str, Any], names: Iterable[str], place: str, options: ReadOptions) -> datetime.date | None:
    written = _first(said, names)
    if written is None:
        return None
    date = parse_date(written, options.head)
    if date is None:
        raise DocumentError(f"the date {written!r} is none", place=place, remedy="write it as 2022-11-23")
    return date
