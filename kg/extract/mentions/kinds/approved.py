"""People whose fitness for an office is approved, with the house between them and it: 核准某某某甲银行行长的任职资格.

No mark parts such a name from the house behind it, so that neither is found by what stands beside it: what is approved
is read from its end, office by office, and each name is cut off the front of what stands before one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from kg.extract.mentions.candidate import Candidate, Found
from kg.extract.mentions.kinds.approved_options import ApprovedOptions
from kg.extract.mentions.page import Page
from kg.extract.mentions.personal import PersonReader
from kg.extract.mentions.rule import RuleHead, Setting, Stage
from kg.extract.mentions.triggers import Hit
from kg.ontology.source import Options
from kg.text.alternatives import any_of

_REACH = 80
"""Signs between the word before the first name and what is approved."""


class ApprovedRule:
    """Finds people by what of them is approved."""

    options: ClassVar[type[Options]] = ApprovedOptions
    stage: ClassVar[Stage] = Stage.NAMES
    keeps_words: ClassVar[bool] = True

    def __init__(self, head: RuleHead, options: ApprovedOptions, setting: Setting) -> None:
        self._head, self._options = head, options
        language, offices = setting.language, frozenset(setting.offices.offices)
        phrases = language.phrases
        self._reader = PersonReader(setting.surnames, phrases.transliteration, phrases.stops, offices, phrases.counting)
        marks = language.punctuation
        stop = re.escape(marks.clause + marks.sentence)
        self._before = re.compile(rf".*{any_of(options.before)}")
        self._clause = re.compile(rf"[{stop}]")
        owning = any_of(language.clauses.possessive)
        parted = any_of(options.separators)
        words = any_of(sorted(offices))
        self._each = re.compile(rf"(?P<body>.*?)(?:{words})(?:(?:{parted})|(?:{owning})?$)")

    @property
    def triggers(self) -> Iterable[str]:
        """The words for what is approved."""
        return self._options.words

    def find(self, page: Page, hits: Sequence[Hit], found: Found) -> Iterable[Candidate]:  # noqa: ARG002
        """The names before the words that were hit."""
        for hit in hits:
            clause = page.clause_at(hit.start)
            start = max(clause[0], hit.start - _REACH) if clause is not None else hit.start
            opened = self._before.match(page.text, start, hit.start)
            if opened is not None:
                yield from self._names(page, opened.end(), hit.start)

    def _names(self, page: Page, start: int, end: int) -> Iterator[Candidate]:
        for match in self._each.finditer(page.text, start, end):
            body = match.span("body")
            if any(match.group("body").find(verb, 1) > 0 for verb in self._options.verbs):
                continue
            name_end = self._reader.reads_before_house(page, *body)
            if name_end is not None:
                yield self._head.candidate(body[0], name_end, self._options)
