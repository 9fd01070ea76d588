"""Progress on a terminal: how many documents so far, at what rate. Silent elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")


def with_progress(items: Iterable[T], noun: str) -> Iterator[T]:
    """The items, counted on stderr while they pass, where stderr is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    started = shown = time.monotonic()
    count = 0
    for count, item in enumerate(items, 1):
        now = time.monotonic()
        if now - shown >= 0.1:
            shown = now
            click.echo(f"\r{count} {noun}, {count / (now - started):.0f} a second ", nl=False, err=True)
        yield item
    click.echo(f"\r{' ' * 60}\r", nl=False, err=True)
