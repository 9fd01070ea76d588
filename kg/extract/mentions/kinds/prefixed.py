"""Names with their edition or year, and the place before it: 2023年“某某”活动, 某市首届某某大赛."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

import regex

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.prefixed_options import PrefixedOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.ontology.source import Options

_LONGEST = 14
"""Signs that an opening may have."""


class PrefixedRule:
    """Finds names that begin with their edition."""

    options: ClassVar[type[Options]] = PrefixedOptions
    stage: ClassVar[Stage] = Stage.EXTENDED
    keeps_words: ClassVar[bool] = False

    def __init__(self, head: RuleHead, options: PrefixedOptions, setting: Setting) -> None:
        self._head = head
        self._options = options
        self._opening = regex.compile(f"(?:{options.opening})$")
        self._quotes = {pair[0]: pair[1] for pair in setting.language.punctuation.quotes}

    @property
    def triggers(self) -> Iterable[str]:
        """The words that openings end in."""
        return self._options.words

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:
        """The names behind the openings that were hit."""
        for hit in hits if self._head.type in found.types else ():
            opening = self._opening.search(page.text, max(hit.end - _LONGEST, 0), hit.end)
            if opening is None:
                continue
            start = self._placed(page, opening.start(), found)
            name = self._behind(page, hit.end, found)
            if name is None and start < opening.start():
                name = found.starting(opening.start(), (self._head.type,))
            if name is not None:
                yield self._longer(page, start, name)

    def _behind(self, page: Page, start: int, found: Found) -> Candidate | None:
        """The name that starts at an offset, with its marks where it stands in some."""
        types = (self._head.type,)
        name = found.starting(start, types)
        closing = self._quotes.get(page.text[start : start + 1])
        if name is None and closing is not None:
            inner = found.starting(start + 1, types)
            if inner is not None and page.text.startswith(closing, inner.end):
                name = inner._replace(end=inner.end + 1)
        return None if name is None or page.text[name.start].isdecimal() else name

    def _placed(self, page: Page, start: int, found: Found) -> int:
        """Where the place right before an offset starts, or the offset where there is none."""
        place = found.ending(start, self._options.places)
        if place is None or page.text[place.start : place.end] in self._options.excepts:
            return start
        return place.start

    def _longer(self, page: Page, start: int, name: Candidate) -> Candidate:
        longer = self._head.candidate(start, name.end, self._options, name.holds)
        surface = name.stands_for or page.text[name.start : name.end]
        return longer._replace(canonical=name.canonical, stands_for=surface)
