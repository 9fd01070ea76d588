"""Extracting what is read, on one core or several, in the order in which it comes.

Each worker process reads the pack once. Only a few chunks of documents are under way at any time, so memory does not
grow with their number.
"""

from __future__ import annotations

import collections
import copyreg
import gc
import itertools
import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import fields
from typing import Any

from kg.extract.extractor import Extractor
from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.model.fact import Evidence, ObservationMention, RelationMention
from kg.model.mention import Mention, NamedEntity
from kg.model.quantity import Period, Quantity
from kg.ontology.pack import Pack, load_pack
from kg.text.reading import Failure

Item = Document | Extraction | Failure

CHUNK = 16
"""Documents that travel to a worker together."""

_SENT = (
    *(Document, Extraction, NamedEntity, Mention),
    *(RelationMention, ObservationMention, Evidence, Quantity, Period),
)
"""What travels between processes."""

_extractor: list[Extractor] = []
"""The worker process's own extractor, made once by `_start`; empty in the main process."""


def extract_all(items: Iterable[Item], pack: Pack, *, jobs: int = 1) -> Iterator[Extraction | Failure]:
    """The extraction of each document, in order. Records that were read, and failures, pass as they are.

    Args:
        items: read one by one, never all at once.
        pack: the domain pack; worker processes read it again from its folder.
        jobs: processes to use; 1 works in this one.

    Raises:
        OntologyError: the pack has faulty rules.
    """
    extractor = Extractor(pack)
    if jobs <= 1:
        for item in items:
            yield _extract(extractor, item)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_start, initargs=(str(pack.folders[-1]),)
    ) as executor:
        under_way: collections.deque[Future[list[Extraction | Failure]]] = collections.deque()
        for chunk in _chunks(items):
            under_way.append(executor.submit(_extract_chunk, chunk))
            if len(under_way) > 2 * jobs:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()


def _extract(extractor: Extractor, item: Item) -> Extraction | Failure:
    return extractor.extract(item) if isinstance(item, Document) else item


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    source = iter(items)
    while chunk := list(itertools.islice(source, CHUNK)):
        yield chunk


def _by_fields(sent: Any) -> tuple[type, tuple[Any, ...]]:
    """How an object is made again in the other process; a compiled class does not tell it by itself."""
    return type(sent), tuple([getattr(sent, field.name) for field in fields(sent)])


for _each in _SENT:
    copyreg.pickle(_each, _by_fields)


def _start(folder: str) -> None:
    _extractor.append(Extractor(load_pack(folder)))
    # The pack stays as long as the process: the collector of garbage need not go through it again and again.
    gc.freeze()


def _extract_chunk(chunk: list[Item]) -> list[Extraction | Failure]:
    return [_extract(_extractor[0], item) for item in chunk]
