"""Whose announcement a text is, or who is said to be called 公司 in it: what 公司 and 本公司 mean throughout."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.mentions.candidate import Candidate
from kg.extract.mentions.page import Page
from kg.extract.mentions.speech import Numbered
from kg.ontology.language import Language
from kg.ontology.reference import Anaphor
from kg.text.alternatives import any_of, sides_of

_HEAD = 200
"""So many signs at most stand before the headline of an announcement: codes, dates, where it was printed."""


class IssuerFinder:
    """Finds the house that an announcement speaks of as 公司, by a language's words for headlines and definitions."""

    def __init__(self, language: Language) -> None:
        announcements, marks = language.reference.announcements, language.punctuation
        self._about, self._titles = tuple(announcements.about), tuple(announcements.titles)
        self._before = tuple(language.head.colon)
        opening, quotes = sides_of(marks.asides)[0], re.escape("".join(marks.quotes))
        short = any_of(language.reference.definitions.short)
        called = rf"[{opening}]{short}[{re.escape(language.head.colon)}]?[{quotes}]?"
        issued = (each.words for each in language.reference.anaphors if each.issued)
        self._called = {words: re.compile(rf"{called}{any_of(words)}[{quotes}]") for words in issued}

    def issuer(self, page: Page, anaphor: Anaphor, names: Sequence[Numbered]) -> Numbered | None:
        """The one of `names`, in text order, that an `issued` word means; None where that is not told."""
        fitting = [each for each in names if each[0].type in anaphor.types]
        called = self._called[anaphor.words]
        defined = next((each for each in fitting if called.match(page.text, each[0].end)), None)
        return defined or next((each for each in fitting if self._heads(page.text, each[0])), None)

    def _heads(self, text: str, name: Candidate) -> bool:
        """Whether a name begins the headline of an announcement: 甲股份有限公司关于…的公告."""
        if name.start > _HEAD or not text.startswith(self._about, name.end):
            return False
        end = text.find("\n", name.end)
        line = text[name.end : end if end >= 0 else len(text)].rstrip()
        opens = name.start == 0 or text[name.start - 1] == "\n" or text[name.start - 1] in self._before
        return opens and line.endswith(self._titles)
