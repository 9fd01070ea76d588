"""Clauses about an actor that the text leaves unnamed: 有消费金融公司去年不良率下降, 有平台亏损3亿元.

What such clauses tell is never of who was named before.
"""

from __future__ import annotations

import re

from kg.extract.observations.cast import Cast
from kg.extract.observations.subjects import Candidate
from kg.extract.soon import Soon
from kg.model.mention import Reference
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of

_NAME = 14
"""How many signs a name that nothing finds may have."""

_NEAR = 6
"""How many signs may describe an unnamed actor."""


class UnnamedReader:
    """Finds actors left unnamed."""

    def __init__(self, language: Language, figures: Figures) -> None:
        words, marks = language.reporting, language.punctuation
        stop = re.escape(marks.clause + marks.list + marks.sentence)
        self._other = re.compile(any_of(words.others))
        self._founding = Soon(figures.founded, _NAME)
        self._founded = re.compile(rf"(?!{any_of(words.anaphor)})[^{stop}0-9]{{2,{_NAME}}}?{any_of(figures.founded)}")
        self._actor = re.compile(
            rf"\s*{any_of(words.lead)}?{any_of(language.phrases.indefinite)}[^{stop}0-9]{{0,{_NEAR}}}?"
            rf"{any_of(figures.unnamed)}(?!\s*[0-9]|{any_of(figures.unnamed_not_before)})"
        )

    def opener(self, cast: Cast, best: Candidate | None) -> int | None:
        """Where the unnamed actor stands that a clause is about, None where it is about none.

        Args:
            cast: what the clause names.
            best: the likeliest subject that it names.
        """
        if best is not None and best.mention.mention.reference is Reference.INDEFINITE:
            return best.mention.span.start
        text, clause, start = cast.text, cast.clause, cast.opening
        if best is None and self._other.match(text, start):
            return start  # 后者: of two of whom one is not known
        unknown = None
        if self._founding.follows(text, start, clause.span.end):  # as nearly never
            unknown = self._founded.match(text, start, clause.span.end)
        if unknown is not None:
            named = any(each.span.start < unknown.end() for each in clause.mentions)
            return None if named else unknown.start()
        found = self._actor.match(text, start, clause.span.end)
        if found is None or (best is not None and best.mention.span.end <= found.end()):
            return None
        return found.start()
