"""Progress on a terminal: how many documents so far, at what rate, how long still. Silent elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")


def with_progress(items: Iterable[T], noun: str, expected: int | None = None) -> Iterator[T]:
    """The items, counted on stderr while they pass, where stderr is a terminal.

    Args:
        items: what passes.
        noun: what the items are called.
        expected: how many there will be; None where nobody knows.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    started = shown = time.monotonic()
    count = 0
    for count, item in enumerate(items, 1):
        now = time.monotonic()
        if now - shown >= 0.1:
            shown = now
            click.echo(f"\r{told(count, noun, now - started, expected)} ", nl=False, err=True)
        yield item
    click.echo(f"\r{' ' * 70}\r", nl=False, err=True)


def told(count: int, noun: str, seconds: float, expected: int | None) -> str:
    """How far it is after some seconds.

    >>> told(50, "documents", 10.0, 200)
    '50 of 200 documents, 5 a second, 30 s left'
    """
    rate = count / seconds if seconds > 0 else 0.0
    if expected is None or expected < count or not rate:
        return f"{count} {noun}, {rate:.0f} a second"
    return f"{count} of {expected} {noun}, {rate:.0f} a second, {(expected - count) / rate:.0f} s left"
