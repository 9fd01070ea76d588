"""Titles in title marks: 《关于加强新市民金融服务工作的通知》 is a document, 《金融时报》 a paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.titled_options import TitledOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.ontology.source import Options

_DIGITS = "0123456789"


class TitledRule:
    """Finds titles."""

    options: ClassVar[type[Options]] = TitledOptions
    stage: ClassVar[Stage] = Stage.NAMES
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: TitledOptions, setting: Setting) -> None:  # noqa: ARG002
        self._head = head
        self._options = options

    @property
    def triggers(self) -> Iterable[str]:
        """The opening mark."""
        return (self._options.marks[0],)

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:  # noqa: ARG002
        """The titles of a page; of nested ones the outer."""
        options = self._options
        done = 0
        for hit in hits:
            end = self._closing(page.text, hit.start) if hit.start >= done else None
            if end is None:
                continue
            done = end
            title = page.text[hit.end : end - 1]
            if self._wanted(title) and not page.text.endswith(options.not_after, 0, hit.start):
                edge = 0 if options.keep_marks else 1
                yield self._head.candidate(hit.start + edge, end - edge, options)

    def _wanted(self, title: str) -> bool:
        options = self._options
        if len(title.strip()) < options.shortest or title.endswith(options.except_endings):
            return False
        if any(word in title for word in options.never):
            return False
        # A title's year may stand behind its kind: 《某某报告2022》.
        return not options.endings or title.rstrip(_DIGITS).endswith(options.endings)

    def _closing(self, text: str, start: int) -> int | None:
        """The end of the title that opens at `start`, None where it does not close in time or in its line."""
        opening, closing = tuple(self._options.marks)
        depth = 0
        for offset in range(start, min(len(text), start + self._options.longest)):
            sign = text[offset]
            if sign == "\n":
                return None
            depth += (sign == opening) - (sign == closing)
            if depth == 0:
                return offset + 1
        return None
