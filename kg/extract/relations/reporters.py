"""Who only reports or gives an opinion of his own, by the words beside his name: 新华网北京7月1日讯, 记者张三."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence

from kg.extract.relations.cues import Hit, Mark
from kg.extract.soon import Soon
from kg.ontology.language import Language
from kg.text.alternatives import any_of

_OFFICE = 12
"""Signs that may stand between a name and the word for its office."""
_PLACE = 12
"""Signs that may stand between a name and the word that makes a byline of both."""
_BEFORE = 5
"""Signs before a name among which the word for a reporter ends."""
# Marks of words behind a subject: whoever stands behind them belongs to no office of it (甲以张教授的理论…).
_ACTING = Mark.MEANS | Mark.PATIENT | Mark.HANDLED | Mark.AGENT


class ReporterReader:
    """Tells those who only speak, by one language."""

    def __init__(self, language: Language) -> None:
        marks, words = language.punctuation, language.clauses
        after, stop = "".join(marks.brackets) + marks.clause, marks.clause + marks.sentence
        self._reporters, self._registers = words.reporters, words.registers
        self._bylines, self._experts = Soon(words.bylines, _PLACE), Soon(words.experts, _OFFICE)
        ends = rf"(?=[\s{re.escape(after)}]|$)"
        self._byline = re.compile(rf"[^{re.escape(stop)}]{{0,{_PLACE}}}{any_of(words.bylines)}{ends}")
        barred = re.escape(stop + after + marks.list)
        self._expert = re.compile(rf"[^{barred}]{{0,{_OFFICE}}}?{any_of(words.experts)}")

    def only_reports(self, text: str, start: int, end: int, hits: Sequence[Hit], *, opens: bool) -> bool:
        """Whether who stands between two offsets only speaks of others.

        Args:
            text: the document's text.
            start: where the name begins.
            end: where it ends.
            hits: the words of its sentence.
            opens: whether it stands in the first clause, as bylines do.
        """
        if text[max(0, start - _BEFORE) : start].rstrip().endswith(self._reporters):
            return True
        if text.startswith(self._reporters, end) or text.startswith(self._registers, start):
            return True
        return (opens and self._has_byline(text, end, hits)) or self.is_expert(text, end, hits)

    def _has_byline(self, text: str, end: int, hits: Sequence[Hit]) -> bool:
        """Whether a byline goes on behind a name: 新华网北京7月1日讯, not 甲携手腾讯."""
        match = self._byline.match(text, end) if self._bylines.follows(text, end, len(text)) else None
        return match is not None and not _has_mark(hits, end, match.end(), Mark.OBJECT | Mark.COMPANION)

    def is_expert(self, text: str, end: int, hits: Sequence[Hit]) -> bool:
        """Whether an office follows by which its holder speaks for himself; no preposition stands before it."""
        match = self._expert.match(text, end) if self._experts.follows(text, end, len(text)) else None
        return match is not None and not _has_mark(hits, end, match.end(), _ACTING)


def _has_mark(hits: Sequence[Hit], start: int, end: int, marks: int) -> bool:
    """Whether a word between two offsets gives one of some marks."""
    between = itertools.takewhile(lambda hit: hit.end <= end, hits[bisect.bisect_left(hits, (start,)) :])
    return any(hit.mark & marks for hit in between)
