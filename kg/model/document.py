"""A document as it was read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its untouched text and what is known about it.

    Every offset anywhere in the program counts code points of `text`.
    `date` is the day of publication, `source` the publisher; None where unknown.
    """

    id: str
    text: str
    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None
