"""What a caller may say about the documents that are read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from kg.ontology.head import Head, load_head
from kg.ontology.pack import packs_folder

MEBIBYTE = 1024 * 1024


def _chinese_head() -> Head:
    return load_head(packs_folder() / "zh")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What is known beforehand, and the limits.

    `title`, `date` and `source` stand for every document, whatever it says itself; records keep their own.
    `encoding` is tried instead of finding it out. `max_bytes` bounds one document: a file, or a line of a file with
    one document a line; what a document unpacks to is bounded by it too. `head` are the words above an article.
    """

    title: str | None = None
    date: datetime.date | None = None
    source: str | None = None
    encoding: str | None = None
    max_bytes: int = 50 * MEBIBYTE
    head: Head = field(default_factory=_chinese_head)
