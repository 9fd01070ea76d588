"""Names of kin: once 甲基金 is named, 甲财富 and 甲理财 are names too, however ordinary the word 甲."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.kindred_options import KindredOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.ontology.source import Options


class KindredRule:
    """Finds names that share their core with a found one."""

    options: ClassVar[type[Options]] = KindredOptions
    stage: ClassVar[Stage] = Stage.EXTENDED
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: KindredOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        self._reader = setting.readers.get(head.type)

    @property
    def triggers(self) -> Iterable[str]:
        """The tails."""
        return self._options.tails

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:
        """The names that end in a tail that was hit."""
        options = self._options
        cores = self._cores(page, found)
        for hit in hits if cores else ():
            words = page.words_at(hit.start)
            if words is None or not words.is_boundary(hit.end) or page.plain.startswith(options.not_before, hit.end):
                continue
            for length in range(options.longest, options.shortest - 1, -1):
                if hit.start >= length and page.text[hit.start - length : hit.start] in cores:
                    yield self._head.candidate(hit.start - length, hit.end, options)
                    break

    def _cores(self, page: Page, found: Found) -> frozenset[str]:
        """The cores of the found names of the type that are no places."""
        if self._reader is None:
            return frozenset()
        names = {page.text[each.start : each.end] for each in found.candidates if each.type == self._head.type}
        cores = {self._reader.parts(name).core for name in names}
        return frozenset(
            core for core in cores if len(core) >= self._options.shortest and not self._reader.is_place(core)
        )
