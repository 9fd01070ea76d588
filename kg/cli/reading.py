"""The options of reading, shared by the commands that take articles."""

from __future__ import annotations

import datetime
import functools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from kg import pipeline
from kg.extract.workers import Item
from kg.text.reading import Input, ReadOptions, find_inputs
from kg.text.reading.registry import PARSED as ONE_DOCUMENT

LINES = ".jsonl"
"""The format of one document a line."""

_OPTIONS = (
    click.option("--title", help="Title of every document, whatever it says itself."),
    click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="Day of publication of every document, YYYY-MM-DD."),
    click.option("--source", help="Publisher of every document."),
    click.option("--encoding", help="Encoding of the texts, instead of finding it out."),
    click.option("--strict", is_flag=True, help="Stop at the first document that cannot be read."),
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options; the command gets them as one `reading: ReadOptions`, and `strict`."""

    @functools.wraps(command)
    def with_reading(
        title: str | None,
        date: datetime.datetime | None,
        source: str | None,
        encoding: str | None,
        **others: Any,
    ) -> Any:
        options = ReadOptions(title=title, date=date.date() if date else None, source=source, encoding=encoding)
        return command(reading=options, **others)

    for option in reversed(_OPTIONS):
        with_reading = option(with_reading)
    return with_reading


def read(inputs: tuple[str, ...], options: ReadOptions) -> Iterator[Item]:
    """What the inputs hold; `-` is this process's standard input."""
    return pipeline.read_inputs(inputs, options, sys.stdin.buffer)


def expected(inputs: tuple[str, ...]) -> int | None:
    """How many documents the inputs hold, where that is soon known and a terminal waits to be told."""
    if not sys.stderr.isatty():
        return None
    count = 0
    for each in find_inputs(inputs):
        if isinstance(each, Input) and each.suffix == LINES:
            count += _lines(each)
        elif isinstance(each, Input) and each.suffix not in ONE_DOCUMENT:
            return None
        else:
            count += 1
    return count


def _lines(file: Input) -> int:
    """The lines of a file, one document each; none where it cannot be read, which reading it tells."""
    try:
        with Path(file.path).open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 0
