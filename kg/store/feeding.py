"""What a store still needs of what is read, and keeping it batch by batch."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterable, Iterator
from typing import TypeVar

from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.store.digest import digest_of
from kg.store.records import GIVEN, Kept, RecordStore

BATCH = 64
"""Records that are committed together: what a kill can cost."""

T = TypeVar("T")


class Feed:
    """Documents and records on their way into a store: read, extracted by others, kept, in one order."""

    def __init__(self, store: RecordStore, pack_digest: str) -> None:
        self._store = store
        self._pack_digest = pack_digest
        self._makers: collections.deque[str] = collections.deque()

    def needed(self, items: Iterable[T]) -> Iterator[T]:
        """The items without the documents whose record is there already, of the same text and by the same pack.

        Records that were made elsewhere pass: they may say something else of the same text. So does whatever is
        neither.
        """
        for item in items:
            if isinstance(item, Document):
                if self._store.holds(item.id, digest_of(item), self._pack_digest):
                    continue
                self._makers.append(self._pack_digest)
            elif isinstance(item, Extraction):
                self._makers.append(GIVEN)
            yield item

    def keep(self, extractions: Iterable[Extraction]) -> Iterator[Kept]:
        """Keep what became of the documents and records that passed, in their order.

        Yields:
            What became of a batch, once it is committed; the next is read after that.

        Raises:
            StoreError: the store is busy or full. What was committed before stays.
        """
        made = ((each, self._makers.popleft()) for each in extractions)
        while batch := list(itertools.islice(made, BATCH)):
            yield self._store.add(batch)
