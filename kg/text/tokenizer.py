"""Cutting text into tagged words: the one place that knows jieba.

jieba's dictionary and cut, by way of rjieba, the same in compiled code, or of jieba itself where rjieba is missing. An
engine is an instance of its own that knows the lexicon's words too; nothing here is shared or changed afterwards.
"""

from __future__ import annotations

import bisect
import functools
import importlib.util
import itertools
import logging
import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

LISTED = "nl"
"""Tag of a word that the caller listed."""
PUNCTUATION = "x"
"""Tag of what is neither word nor number."""
PLACE = "ns"
"""Tag of a place name."""
_PHRASE = 10
"""Signs of phrases that are met again and again, cut out of their sentence."""
_REMEMBERED = 1 << 12
"""How many of them are remembered."""
PERSONAL = frozenset({"nr", "nrfg", "nrt"})
"""Tags of personal names."""


class Word:
    """A word with its part of speech (jieba's tags) and its place in the text that was cut, end exclusive."""

    __slots__ = ("end", "start", "tag", "text")

    def __init__(self, text: str, tag: str, start: int, end: int) -> None:
        self.text = text
        self.tag = tag
        self.start = start
        self.end = end


class Engine(Protocol):
    """What cuts: words with tags, which joined give the text again."""

    def tag(self, text: str) -> Sequence[tuple[str, str]]:
        """The words of a text with their tags, in order."""

    def has_word(self, word: str) -> bool:
        """Whether the dictionary holds a word."""


class _JiebaEngine:
    """jieba itself, with a dictionary instance of its own."""

    def __init__(self, words: Iterable[str]) -> None:
        with warnings.catch_warnings():
            # jieba's sources hold escapes that Python is going to refuse.
            warnings.simplefilter("ignore")
            import jieba  # noqa: PLC0415 - only where rjieba is missing
            import jieba.posseg  # noqa: PLC0415

        jieba.setLogLevel(logging.WARNING)
        self._cutter: Any = jieba.Tokenizer()
        self._tagger: Any = jieba.posseg.POSTokenizer(self._cutter)
        for word in words:
            self._cutter.add_word(word, None, LISTED)

    def tag(self, text: str) -> Sequence[tuple[str, str]]:
        # The tagger cuts otherwise than the cutter, so it is only asked for the tags of single words.
        return [(word, self._tag_of(word)) for word in self._cutter.cut(text)]

    def _tag_of(self, word: str) -> str:
        known = self._cutter.user_word_tag_tab.get(word) or self._tagger.word_tag_tab.get(word)
        return str(known or [pair.flag for pair in self._tagger.cut(word)][-1])

    def has_word(self, word: str) -> bool:
        self._cutter.check_initialized()
        return bool(self._cutter.FREQ.get(word))


def make_engine(words: Iterable[str], *, compiled: bool = True) -> Engine:
    """An engine that also knows `words`; `compiled` asks for rjieba where it is installed."""
    if not compiled or importlib.util.find_spec("rjieba") is None:
        return _JiebaEngine(words)
    import rjieba  # noqa: PLC0415 - optional at run time

    engine = rjieba.Jieba()
    for word in words:
        engine.add_word(word, None, LISTED)
    tagger: Engine = engine
    return tagger


class Words:
    """The words of one stretch of text, findable by offset; made when asked for, because few of them are."""

    __slots__ = ("_boundaries", "_edges", "_made", "_offset", "_pairs")

    def __init__(self, pairs: Sequence[tuple[str, str]], offset: int) -> None:
        """The words of some pairs of text and tag; offsets count from `offset`."""
        self._pairs = pairs
        self._offset = offset
        self._made: list[Word | None] = [None] * len(pairs)
        # Those of half of all stretches are only gone through.
        self._edges: list[int] = []
        self._boundaries: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self._pairs)

    def __getitem__(self, index: int) -> Word:
        word = self._made[index]
        if word is None:
            text, tag = self._pairs[index]
            start = (self._edges or self._find_edges())[index if index >= 0 else index - 1]
            word = self._made[index] = Word(text, tag, start, start + len(text))
        return word

    def __iter__(self) -> Iterator[Word]:
        start = self._offset
        for text, tag in self._pairs:
            end = start + len(text)
            yield Word(text, tag, start, end)
            start = end

    def at(self, offset: int) -> int:
        """The index of the word that covers an offset; the last one's for an offset behind the end."""
        index = bisect.bisect_right(self._edges or self._find_edges(), offset, 0, len(self._pairs)) - 1
        return index if index > 0 else 0

    def is_boundary(self, offset: int) -> bool:
        """Whether a word begins or the text ends at an offset."""
        if not self._edges:
            self._find_edges()
        return offset in self._boundaries

    def _find_edges(self) -> list[int]:
        """Where the words begin and the last one ends."""
        self._edges = list(itertools.accumulate([len(text) for text, _ in self._pairs], initial=self._offset))
        self._boundaries = frozenset(self._edges)
        return self._edges


class Tokenizer:
    """Cuts text into words.

    >>> [word.text for word in Tokenizer(("海尔消费金融",)).cut("海尔消费金融服务新市民")]
    ['海尔消费金融', '服务', '新', '市民']
    """

    def __init__(self, words: Iterable[str] = (), *, compiled: bool = True) -> None:
        """A tokenizer that keeps some words whole where the cut allows it; `compiled` asks for rjieba."""
        self._engine = make_engine(words, compiled=compiled)
        self._phrase = functools.lru_cache(_REMEMBERED)(self._cut)

    def knows(self, word: str) -> bool:
        """Whether a word is one of the dictionary, so that it can hardly be a brand of its own."""
        return self._engine.has_word(word)

    def cut(self, text: str, offset: int = 0) -> Words:
        """The words of a text; their offsets count from `offset`."""
        return self._cut(text, offset) if offset or len(text) > _PHRASE else self._phrase(text)

    def _cut(self, text: str, offset: int = 0) -> Words:
        return Words(self._engine.tag(text), offset)
