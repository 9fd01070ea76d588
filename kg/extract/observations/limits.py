"""Limits and rates that stand before the product that has them: 提供最高20万元、最长3年的装修贷款."""

from __future__ import annotations

import re

from kg.extract.annotated import EntityMention
from kg.extract.observations.view import Clause
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of
from kg.text.quantity_mention import QuantityMention

_WINDOW = 12
"""How far before a number the word may begin that makes it a limit."""

_DESCRIBED = 6
"""How many signs may describe the product behind the limit."""


class LimitReader:
    """Finds what a limit is of, and the words that tell which one it is."""

    def __init__(self, language: Language, figures: Figures) -> None:
        words = language.reporting
        noun = any_of(figures.product_words)
        self._noun = re.compile(noun)
        self._limit = re.compile(
            rf"{any_of((*words.limits, *figures.product_words))}(?!{any_of(words.list_)}$).{{0,8}}?$"
        )
        self._head = re.compile(rf"(?:{noun}?{words.possessive}.{{0,{_DESCRIBED}}})?")
        self._things = frozenset(figures.product_types)
        self._kind = re.compile(rf"{any_of(figures.kinds)}$")

    def owner(self, text: str, clause: Clause, figure: QuantityMention) -> EntityMention | None:
        """The product right behind a limit, or behind the list of limits that it stands in."""
        if self.words(text, clause, figure) is None:
            return None
        end = self._list_end(text, clause, figure)
        behind = (each for each in clause.mentions if each.span.start >= end)
        first = next(behind, None)
        if first is None or first.mention.type not in self._things:
            return None
        return first if self._head.fullmatch(text, end, first.span.start) else None

    def words(self, text: str, clause: Clause, figure: QuantityMention) -> Span | None:
        """The words that make a number a limit: 年利率低至 of 发放年利率低至3%的贷款."""
        last = max((each.span.end for each in clause.figures if each.span.end <= figure.span.start), default=0)
        start = max(clause.span.start, last, figure.span.start - _WINDOW)
        found = self._limit.search(text, start, figure.number.start)
        return Span(found.start(), found.end()) if found else None

    def noun(self, text: str, words: Span, figure: QuantityMention, name: str) -> str:
        """What a limit is of: 保额 of 最高60万元保额的意外险, 贷款 of 最高20万元的装修贷款, no more of 利率."""
        if self._noun.search(text, words.start, words.end):
            return ""
        if behind := self._noun.match(text, figure.span.end):
            return behind.group()
        kind = self._kind.search(name)
        return kind.group() if kind else name

    def _list_end(self, text: str, clause: Clause, figure: QuantityMention) -> int:
        """Where the list of limits ends that a figure stands in."""
        end = figure.span.end
        for each in clause.figures:
            if each.span.start < end:
                continue
            named = any(end <= mention.span.start < each.span.start for mention in clause.mentions)
            if named or each.span.start - end > _WINDOW or not self._limit.search(text, end, each.number.start):
                break
            end = each.span.end
        return end
