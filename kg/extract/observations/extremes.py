"""Superlatives: who has the most or least of something (资产规模最大的是甲，为3亿元; 甲最少，仅2亿元)."""

from __future__ import annotations

import re

from kg.extract.annotated import EntityMention
from kg.extract.observations.view import Clause
from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.alternatives import any_of

_WORDS = 12
"""How many signs may stand between who has the most and the word that says so."""


class ExtremeReader:
    """Reads superlatives by one language's words."""

    def __init__(self, language: Language) -> None:
        words = language.reporting
        extremes = any_of((*words.extremes, *words.ranked))
        links = rf"(?:{words.possessive}{any_of(words.extreme_links)}?)?"
        self._end = re.compile(rf"{any_of(words.extreme_links)}?{extremes}{links}$")
        self._led = re.compile(rf"{extremes}{words.possessive}{any_of(words.extreme_links)}?$")
        self._tells = re.compile(rf"[^0-9]{{0,{_WORDS}}}?{extremes}$")

    def without(self, core: str) -> str:
        """The words of a metric without the superlative at their end: 资产规模 of 资产规模最大的是."""
        return self._end.sub("", core)

    def shown(self, text: str, clause: Clause, mention: EntityMention) -> bool:
        """Whether a clause tells that a thing has the most: 甲资产规模最大; 规模最大的是甲."""
        start, end = mention.span.start, mention.span.end
        if end == clause.span.end:
            return self._led.search(text, clause.span.start, start) is not None
        return self._tells.match(text, end, clause.span.end) is not None

    def before(self, text: str, span: Span, subject: Span) -> Span | None:
        """The words right before who has the most of what they tell: 贷款余额 of 贷款余额最高的甲为3亿元."""
        found = self._led.search(text, span.start, subject.start)
        return Span(span.start, found.start()) if found and found.start() > span.start else None
