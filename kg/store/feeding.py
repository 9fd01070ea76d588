"""What a store still needs of what is read, and keeping it batch by batch."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import TypeVar

from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.store.records import RecordStore, digest_of

BATCH = 64
"""Records that are committed together: what a kill can cost."""

T = TypeVar("T")


def needed(store: RecordStore, items: Iterable[T], pack_digest: str) -> Iterator[T]:
    """The items without the documents whose record is there already, of the same text and by the same pack.

    Records that were made elsewhere pass: they may say something else of the same text. So does whatever is neither.
    """
    for item in items:
        if not (isinstance(item, Document) and store.holds(item.id, digest_of(item.text), pack_digest)):
            yield item


def keep(store: RecordStore, extractions: Iterable[Extraction], pack_digest: str) -> Iterator[Extraction]:
    """Keep records as they come, and give them on; each batch is committed before the next is read.

    Raises:
        StoreError: the store is busy or full. What was committed before stays.
    """
    source = iter(extractions)
    while batch := list(itertools.islice(source, BATCH)):
        store.add(batch, pack_digest)
        yield from batch
