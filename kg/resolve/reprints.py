"""Reprints: the same article or passage in several documents, word for word or nearly.

A fact that ten papers print from one agency has ten sources and one origin. Two articles are alike where most of the
shorter one's runs of characters stand in the other; two places of one fact are, where a passage around it, as long as
a sentence at least, stands in both, and most of the fact's own words in it. Widths, blanks and punctuation do not
count. Short passages are never called reprints: anybody may write 注册资本100亿元. Of texts that are alike the one of
the earliest date is the origin, of equal dates the one whose document comes first.
"""

from __future__ import annotations

import bisect
import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from kg.model.document import Document
from kg.model.entity import Source
from kg.model.span import Span
from kg.resolve.partition import Partition

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KeyT = TypeVar("KeyT", bound=Hashable)
Runs: TypeAlias = "NDArray[np.uint64]"
Alike: TypeAlias = "Callable[[KeyT, Runs, KeyT, Runs], bool]"
"""Whether two texts are, by their keys and runs."""

RUN = 6
"""Texts are compared by their runs of so many characters."""
ALIKE = 0.8
"""The share of the shorter article's runs that has to stand in the other."""
SHORTEST = 40
"""Texts that have or share fewer runs are too short to tell a reprint from a coincidence."""

_AROUND = 120
"""How far the passage of a fact reaches beyond its words."""
_OWN = 0.5
"""The share of the runs in a fact's own words that has to stand in the other passage: a few words may be changed."""
_SKETCH = 8
"""Two texts are compared where two of so many of their smallest runs, by hash, are the same: one alone may be that
of a line that a paper prints under everything."""
_ARTICLE = 1 << 58
"""All runs with a smaller hash are looked at too, or a passage would be lost in an article that is much longer."""
_PASSAGE = 1 << 61
_MOST = 50
"""A run is remembered for so many texts; what more texts have says nothing."""
_REMEMBERED = 1024
_FACTOR = 0x9E3779B97F4A7C15
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
    words = {each: _runs(each.evidence.span.of(documents[each.document].text)) for each in ordered}

    def alike(one: Source, own: Runs, other: Source, others: Runs) -> bool:
        shared = _common(own, others)
        fact = min(words[one], words[other], key=len)
        said = len(_common(fact, shared))
        return len(shared) >= SHORTEST and said >= _OWN * len(fact)

    passages = {each: _passage(documents[each.document], each.evidence.span) for each in ordered}
    groups = _group(passages, _PASSAGE, alike)
    return {source: group[0] for group in groups for source in group[1:] if source.document != group[0].document}


def group_alike(texts: Mapping[KeyT, str]) -> list[tuple[KeyT, ...]]:
    """The keys whose texts are alike, in groups of two and more, in the order given."""

    def alike(_: KeyT, own: Runs, __: KeyT, others: Runs) -> bool:
        shared = len(_common(own, others))
        return shared >= ALIKE * min(len(own), len(others))

    return _group(texts, _ARTICLE, alike)


def _group(texts: Mapping[KeyT, str], beneath: int, alike: Alike[KeyT]) -> list[tuple[KeyT, ...]]:
    # Only sketches are kept of all: the runs of a hundred thousand articles would fill the memory.
    runs_of = lru_cache(_REMEMBERED)(lambda key: _runs(texts[key]))
    partition: Partition[KeyT] = Partition()
    seen: dict[int, list[KeyT]] = {}
    for key in texts:
        own = runs_of(key)
        if len(own) < SHORTEST:
            continue
        sketch = own[: max(_SKETCH, bisect.bisect_left(own, beneath))].tolist()
        shared = Counter(other for run in sketch for other in seen.get(run, ()))
        for other, number in shared.items():
            if number > 1 and partition.find(other) != partition.find(key) and alike(key, own, other, runs_of(other)):
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
    import numpy as np  # noqa: PLC0415 - slow to import, and only graphs ask for reprints

    bare = _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text)).casefold()
    codes = np.frombuffer(bare.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    count = max(len(codes) - RUN + 1, 0)
    hashes = np.zeros(count, dtype=np.uint64)
    for at in range(RUN):
        hashes = hashes * np.uint64(_FACTOR) + codes[at : at + count]
    # Bits are mixed, or the smallest hashes would be those of the same few characters everywhere.
    hashes ^= hashes >> np.uint64(29)
    return np.unique(hashes * np.uint64(_FACTOR))


def _common(one: Runs, other: Runs) -> Runs:
    """The runs that two texts share, in rising order."""
    import numpy as np  # noqa: PLC0415 (as above)

    return np.intersect1d(one, other, assume_unique=True)


def _passage(document: Document, span: Span) -> str:
    """The words of a fact with what stands around them, wherever a paper breaks its lines."""
    return document.text[max(span.start - _AROUND, 0) : span.end + _AROUND]


def _age(document: Document) -> tuple[datetime.date, str]:
    return document.date or datetime.date.max, document.id
