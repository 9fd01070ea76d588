"""Whose share a clause tells that only goes on with who holds it: 第二大股东为甲，持股9%; 公司由甲控股，持股比例65%."""

from __future__ import annotations

import re

from kg.extract.annotated import EntityMention
from kg.extract.observations.agency import AgencyReader
from kg.extract.observations.view import Clause
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of

_DESCRIBED = 8
"""How many signs may describe a holder."""

_OPENS = 4
"""How many signs may stand before the word for a stake in its clause."""


class HolderReader:
    """Finds the holders that clauses tell, by one language."""

    def __init__(self, language: Language, figures: Figures, agency: AgencyReader) -> None:
        words = language.reporting
        self._agency = agency
        self._actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._stake = re.compile(rf"[^0-9]{{0,{_OPENS}}}?{any_of(figures.held_words)}")
        self._named = re.compile(rf"{any_of(words.holders)}{any_of(words.holder_links)}[^0-9]{{0,{_DESCRIBED}}}$")

    def is_stake(self, words: str) -> bool:
        """Whether the words of a figure open with a stake: 持股比例."""
        return self._stake.match(words) is not None

    def is_told(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether a clause tells no more of someone than that it holds shares."""
        start, end = mention.span.start, mention.span.end
        if mention.mention.type not in self._actors:
            return False
        if end == clause.span.end:
            return self._named.search(text, clause.span.start, start) is not None
        return clause.span.end - end <= _OPENS and self._agency.holds(text, clause, mention)
