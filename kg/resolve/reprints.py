"""Reprints: the same article or passage in several documents, word for word or nearly.

A fact that ten papers print from one agency has ten sources and one origin. Two texts are alike where most of the
shorter one's runs of characters stand in the other; widths, blanks and punctuation do not count. Short passages are
never called reprints: anybody may write 注册资本100亿元. Of texts that are alike the one of the earliest date is the
origin, of equal dates the one whose document comes first.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from kg.model.document import Document
from kg.model.entity import Source
from kg.model.span import Span
from kg.resolve.partition import Partition

Runs = NDArray[np.uint64]
KeyT = TypeVar("KeyT", bound=Hashable)

RUN = 6
"""Texts are compared by their runs of so many characters."""
ALIKE = 0.8
"""The share of the shorter text's runs that has to stand in the other."""
SHORTEST = 40
"""Texts with fewer runs are too short to tell a reprint from a coincidence."""

_AROUND = 120
"""How far a passage reaches beyond the words of a fact, inside its paragraph."""
_SKETCH = 8
"""Two texts are compared where two of so many of their smallest runs, by hash, are the same: one alone may be that
of a line that a paper prints under everything."""
_MOST = 50
"""A run is remembered for so many texts; what more texts have says nothing."""
_REMEMBERED = 1024
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_LEFT_OUT = re.compile(r"[\W_]+")


def find_reprinted_documents(documents: Iterable[Document]) -> dict[str, str]:
    """The origin of each document that reprints another, by ids."""
    ordered = sorted(documents, key=_age)
    groups = group_alike({document.id: document.text for document in ordered})
    return {id_: group[0] for group in groups for id_ in group[1:]}


def find_reprinted_sources(sources: Iterable[Source], documents: Mapping[str, Document]) -> dict[Source, Source]:
    """The origin of each source of a fact whose passage reprints that of another document's source.

    Args:
        sources: the sources of one fact.
        documents: the documents by id; sources of others are left aside.
    """
    known = [source for source in sources if source.document in documents]
    if len({source.document for source in known}) < 2:
        return {}
    ordered = sorted(known, key=lambda source: (_age(documents[source.document]), source.evidence.span))
    groups = group_alike({each: _passage(documents[each.document], each.evidence.span) for each in ordered})
    return {source: group[0] for group in groups for source in group[1:] if source.document != group[0].document}


def group_alike(texts: Mapping[KeyT, str]) -> list[tuple[KeyT, ...]]:
    """The keys whose texts are alike, in groups of two and more, in the order given."""
    # Only sketches are kept of all: the runs of a hundred thousand articles would fill the memory.
    runs_of = lru_cache(_REMEMBERED)(lambda key: _runs(texts[key]))
    partition: Partition[KeyT] = Partition()
    seen: dict[int, list[KeyT]] = {}
    for key, text in texts.items():
        own = _runs(text)
        if len(own) < SHORTEST:
            continue
        sketch = own[:_SKETCH].tolist()
        shared = Counter(other for run in sketch for other in seen.get(run, ()))
        for other, number in shared.items():
            if number > 1 and partition.find(other) != partition.find(key) and _alike(own, runs_of(other)):
                partition.join(other, key)
        for run in sketch:
            if len(having := seen.setdefault(run, [])) < _MOST:
                having.append(key)
    groups: dict[KeyT, list[KeyT]] = {}
    for key in texts:
        groups.setdefault(partition.find(key), []).append(key)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _runs(text: str) -> Runs:
    """Hashes of all runs of a text's letters and digits, each once, in rising order."""
    bare = _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text)).casefold()
    codes = np.frombuffer(bare.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    count = max(len(codes) - RUN + 1, 0)
    hashes = np.zeros(count, dtype=np.uint64)
    for at in range(RUN):
        hashes = hashes * _FACTOR + codes[at : at + count]
    # Bits are mixed, or the smallest hashes would be those of the same few characters everywhere.
    hashes ^= hashes >> np.uint64(29)
    return np.unique(hashes * _FACTOR)


def _alike(one: Runs, other: Runs) -> bool:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared >= ALIKE * min(len(one), len(other))


def _passage(document: Document, span: Span) -> str:
    """The words of a fact with what stands around them in their paragraph."""
    text = document.text
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    after = text.find("\n", span.end)
    end = min(len(text) if after < 0 else after, span.end + _AROUND)
    return text[start:end]


def _age(document: Document) -> tuple[datetime.date, str]:
    return document.date or datetime.date.max, document.id
