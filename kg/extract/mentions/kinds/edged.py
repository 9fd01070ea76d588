"""Names between an edge and what follows them: 白桦保险宣布, 由海桐资本、南粤信托两家机构, 棠州市商务局.

Where a name stands from the edge of its clause to a word for its trade, it may be made of the most ordinary words, or
of such as the cut tears apart: what bounds it on both sides says that it is one.
"""

from __future__ import annotations

import collections
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.classes import longer, made_of
from kg.extract.mentions.expressions import compiled
from kg.extract.mentions.kinds.edged_options import EdgedOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.model.span import Span
from kg.ontology.source import Options

_HELPING = ("v", "d", "p", "c", "t", "r", "ad")
"""Tags of words that stand before a name sooner than they begin it."""
_PARTICLES = ("p", "c", "u")
"""Those of single signs, which begin names more often."""
_NAMES = ("ns", "nr", "nz")
_REACH = 8
"""So many signs more than the longest core may words before a name have."""


class EdgedRule:
    """Finds names by what bounds them on both sides."""

    options: ClassVar[type[Options]] = EdgedOptions
    stage: ClassVar[Stage] = Stage.NAMES
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: EdgedOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        self._after = compiled(options.after)
        self._core = compiled(options.core)
        self._openers = compiled(rf"(?:{'|'.join(options.openers) or '(?!)'})*+")
        self._behind = compiled(rf"(?<={'|'.join(options.behind) or '(?!)'})")
        self._last = frozenset(word[-1] for word in options.behind)
        phrases = setting.language.phrases
        self._joiners = phrases.joiners
        self._unnaming = longer(phrases.stops | phrases.leading | phrases.governing)
        self._lengths = sorted({len(word) for word in options.common})

    @property
    def triggers(self) -> Iterable[str]:
        """The tails."""
        return self._options.tails

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:
        """The names that end in the tails that were hit, often enough."""
        names = tuple(self._names(page, hits, found))
        if self._options.times == 1 or not names:
            return names
        often = collections.Counter(page.text[each.start : each.end] for each in names)
        return tuple(each for each in names if often[page.text[each.start : each.end]] >= self._options.times)

    def _names(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterator[Candidate]:
        starts: set[int] = set()
        for hit in reversed(hits):
            # What follows refuses most hits and costs least.
            core = self._core_before(page, hit.start) if self._is_followed(page, hit.end, starts, found) else None
            if core is None:
                continue
            core = self._behind_helpers(page, core)
            told = made_of(core.of(page.text), self._unnaming)  # 盘活 + 资产
            rejected = told or page.text[core.start : hit.end] in self._options.reject
            if not rejected and self._is_free(page, core, found):
                starts.add(core.start)
                yield self._head.candidate(core.start, hit.end, self._options)

    def _core_before(self, page: Page, end: int) -> Span | None:
        """The core before a tail, None where none stands there."""
        for start in self._starts(page.text, end):
            if not self._is_common(page.text, start, end) and self._core.fullmatch(page.text, start, end):
                return Span(start, end)
        return None

    def _starts(self, text: str, end: int) -> Iterator[int]:
        """Where a core before a tail may begin: at the edge of the signs around, then behind a word that lets it."""
        least, longest = self._options.least, self._options.longest
        first = max(0, end - longest - _REACH)
        edge = end
        while edge > first and text[edge - 1].isalnum() and not text[edge - 1].isascii():
            edge -= 1
        if end - edge < least:
            return
        if self._options.edges and (edge > first or not first) and not text[edge - 1 : edge].isalnum():
            start = self._behind_openers(text, edge, end)
            if least <= end - start <= longest:
                yield start
        for start in range(max(edge + 1, end - longest), end - least + 1):
            if text[start - 1] in self._last and self._behind.match(text, start):
                yield self._behind_openers(text, start, end)

    def _behind_openers(self, text: str, start: int, end: int) -> int:
        opened = self._openers.match(text, start, end)
        return start if opened is None else opened.end()

    def _is_common(self, text: str, start: int, end: int) -> bool:
        common = self._options.common
        return any(text[start : start + n] in common or text[end - n : end] in common for n in self._lengths)

    def _is_followed(self, page: Page, end: int, starts: set[int], found: Found) -> bool:
        """Whether what stands behind a tail says that a name ends there."""
        if self._after.match(page.text, end) is not None:
            return True
        if not self._options.chained:
            return False
        sign = page.text[end : end + 1]
        if sign not in self._joiners and sign not in page.list_reader.marks:
            return False
        return end + 1 in starts or found.starting(end + 1, (self._head.type,)) is not None

    def _is_free(self, page: Page, core: Span, found: Found) -> bool:
        """Whether a core is no found name of a type that makes none, nor holds one, nor is too ordinary."""
        options = self._options
        if options.whole and not _is_whole(page, core.start):
            return False
        if not options.ordinary and not _has_brand(page, core):
            return False
        alone = found.starting(core.start, options.not_alone) if options.not_alone else None
        if alone is not None and alone.end == core.end:
            return False
        return not options.not_over or all(each.type not in options.not_over for each in found.overlapping(core))

    def _behind_helpers(self, page: Page, core: Span) -> Span:
        """The core behind the helping words at its front, if they leave enough of it."""
        words, start = page.words_at(core.start), core.start
        if words is None or not words.is_boundary(start):
            return core
        while start < core.end:
            first = words[words.at(start)]
            tags = _PARTICLES if len(first.text) == 1 else _HELPING
            if not first.tag.startswith(tags) or core.end - first.end < self._options.least:
                break
            start = first.end
        return Span(start, core.end)


def _is_whole(page: Page, start: int) -> bool:
    """Whether a word begins at an offset."""
    words = page.words_at(start)
    return words is not None and words.is_boundary(start)


def _has_brand(page: Page, core: Span) -> bool:
    """Whether a core begins inside a word, with a sign by itself, or with what is a name or in no dictionary."""
    words = page.words_at(core.start)
    if words is None or not words.is_boundary(core.start):
        return True
    first = words[words.at(core.start)]
    return len(first.text) == 1 or first.tag.startswith(_NAMES) or not page.tokenizer.knows(first.text)
