"""What a house calls by its brand: once 云桥人寿 is named, 云桥附加长期护理保险 is one name, too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

import regex

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.branded_options import BrandedOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.ontology.source import Options
from kg.text.tokenizer import PUNCTUATION

_SHORTEST_BRAND = 2


class BrandedRule:
    """Finds names that begin with the brand of a house that the document names."""

    options: ClassVar[type[Options]] = BrandedOptions
    stage: ClassVar[Stage] = Stage.EXTENDED
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: BrandedOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        self._readers = {each: setting.readers[each] for each in options.of if each in setting.readers}
        phrases = setting.language.phrases
        self._stops = phrases.stops | phrases.joiners | phrases.particles | options.stops
        self._signs = regex.compile(r"[\p{Han}A-Za-z0-9·]+$")

    @property
    def triggers(self) -> Iterable[str]:
        """The tails."""
        return self._options.tails

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:
        """The names that end in a tail that was hit."""
        options, brands = self._options, self._brands(page, found)
        for hit in hits if brands else ():
            if page.plain.startswith(options.not_before, hit.end):
                continue
            start = self._start(page, hit, brands, found)
            if start is not None:
                yield self._head.candidate(start, hit.end, options)

    def _brands(self, page: Page, found: Found) -> frozenset[str]:
        """The cores of the houses that the document names."""
        brands = set()
        for each in found.candidates:
            reader = self._readers.get(each.type)
            if reader is not None:
                core = reader.parts(page.text[each.start : each.end]).core
                if len(core) >= _SHORTEST_BRAND and not reader.is_place(core):
                    brands.add(core)
        return frozenset(brands)

    def _start(self, page: Page, hit: Hit, brands: Iterable[str], found: Found) -> int | None:
        """Where the name of a tail begins: at the nearest brand, if no name of a house or a longer one does."""
        options = self._options
        run = self._signs.search(page.text, max(hit.start - options.longest, 0), hit.start)
        starts = [page.text.rfind(brand, run.start(), hit.start - options.least) for brand in brands] if run else []
        start = max(starts, default=-1)
        if start < 0 or not self._begins(page, start):
            return None
        brand = max((each for each in brands if page.text.startswith(each, start)), key=len)
        other = found.starting(start, found.types)
        if other is not None and (other.type in options.of or other.end > start + len(brand)):
            return None  # the house itself, or another name that begins so (云桥周报)
        return start if self._is_whole(page, start + len(brand), hit.start) else None

    def _begins(self, page: Page, start: int) -> bool:
        """Whether a word begins where a brand does that is not but a common one (建设 + 工程责任险)."""
        words = page.words_at(start)
        if words is None or not words.is_boundary(start):
            return False
        return words[words.at(start)].tag not in self._options.common

    def _is_whole(self, page: Page, start: int, end: int) -> bool:
        """Whether what stands between brand and tail may be part of one name."""
        words = page.words_at(end - 1)
        if words is None or start > end - self._options.least:
            return False
        within = (words[index] for index in range(words.at(start), words.at(end - 1) + 1))
        return all(word.text not in self._stops and word.tag != PUNCTUATION for word in within)
