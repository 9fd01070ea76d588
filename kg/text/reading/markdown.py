"""`.md`: the text below the front matter, as it reads: without the marks of emphasis, links, headings and quotes.

Such marks stand inside names and figures (**甲**公司, [3亿元](…)), where no rule would find either.
"""

from __future__ import annotations

import datetime
import re
from typing import Any

import yaml

from kg.errors import DocumentError
from kg.text.reading.drafts import Draft
from kg.text.reading.encoding import decode
from kg.text.reading.head import HEAD_SIGNS, parse_date, read_head
from kg.text.reading.options import ReadOptions

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^# +(.*?)[ #]*$", re.MULTILINE)
_MARKS = (
    # What each leaves of what it marks is its last group.
    re.compile(r"^#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*(?=\r?$)", re.MULTILINE),
    re.compile(r"^(?:>[ \t]?)+()", re.MULTILINE),
    re.compile(r"!?\[([^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:[ \t]+\"[^\"\n]*\")?\)"),
    re.compile(r"(?<!`)`([^`\n]+)`(?!`)"),
    re.compile(r"(\*\*|__|~~)(?=[^\s*_~])(.+?)(?<=\S)\1(?!\*)"),
    re.compile(r"(?<![\\*])\*(?=[^\s*])([^*\n]*[^*\s\\]|[^*\s\\])\*(?!\*)"),
    re.compile(r"\\([!-/:-@\[-`{-~])"),
)


def parse(data: bytes, place: str, options: ReadOptions) -> Draft:
    """The draft of a Markdown text.

    Raises:
        DocumentError: it is no text, breaks its encoding, or has a front matter that is no YAML.
    """
    text = decode(data, place, forced=options.encoding)
    front = _FRONT.match(text)
    said = _front_matter(front[1], place) if front else None
    if front is None or said is None:
        return _body(text, options)
    body = _body(text[front.end() :], options)
    return Draft(
        body.text,
        _words(said.get("title")) or body.title,
        _date(said, place, options) or body.date,
        _words(said.get("source")) or body.source,
    )


def _body(text: str, options: ReadOptions) -> Draft:
    heading = _HEADING.search(text[:HEAD_SIGNS])
    title = _plain(heading[1].strip()) if heading else None
    text = _plain(text)
    return Draft(text, title or None).filled(read_head(text[:HEAD_SIGNS], options.head))


def _plain(text: str) -> str:
    """The text as it reads."""
    for mark in _MARKS:
        text = mark.sub(lambda found: found[found.re.groups], text)
    return text


def _front_matter(lines: str, place: str) -> dict[str, Any] | None:
    """The front matter's fields as written, or None where the lines are no mapping but two rules with text between.

    Raises:
        DocumentError: it begins as a mapping and is no YAML.
    """
    try:
        fields = yaml.load(lines, Loader=yaml.BaseLoader)  # makes strings, lists and dicts only
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f"{place}:{mark.line + 2}" if mark else place
        remedy = "put a value with a colon in it between quotes"
        raise DocumentError("the front matter is no YAML", place=line, remedy=remedy) from error
    return fields if isinstance(fields, dict) else None


def _words(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _date(said: dict[str, Any], place: str, options: ReadOptions) -> datetime.date | None:
    written = _words(said.get("date"))
    if written is None:
        return None
    date = parse_date(written, options.head)
    if date is None:
        raise DocumentError(f"the date {written!r} is none", place=place, remedy="write it as 2022-11-23")
    return date
