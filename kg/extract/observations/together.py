"""Figures of several actors: each has its own in order (三家公司分别为…), or one is of all (甲与乙合计3亿元)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.annotated import EntityMention
from kg.extract.observations.line import Line
from kg.extract.observations.subjects import Role
from kg.extract.observations.view import Clause
from kg.extract.observations.zones import Zone
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.quantity_mention import QuantityMention

_NOUN = 8
"""How many signs name those whom a number counts."""

_SUMMED = 14
"""How many signs of a metric may stand between those who are summed up and the word that says so."""


class TogetherReader:
    """Finds those of whom several figures are told, by one language."""

    def __init__(self, language: Language, figures: Figures) -> None:
        words = language.reporting
        self._firms = frozenset(figures.acting_types) - frozenset(figures.speaker_types)
        self._actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._noun = re.compile(rf"[^0-9]{{0,{_NOUN}}}?{any_of(figures.unnamed)}")
        self._pointing = frozenset(("", *words.pointing))
        self._sum = re.compile(rf"[^0-9]{{0,{_SUMMED}}}?{any_of(words.sums_of_all)}")

    def several(self, text: str, clause: Clause, count: int, line: Line) -> tuple[EntityMention, ...] | None:
        """The firms told of in the paragraph whom a number counts that opens a clause; empty where they are not clear.

        None where no number counts any.
        """
        number = self._number(text, clause, count)
        if number is None:
            return None
        found: dict[str, EntityMention] = {}
        for mention in self._told(text, clause, line):
            found.setdefault(mention.entity, mention)
        return tuple(reversed(found.values())) if len(found) == count else ()

    def _number(self, text: str, clause: Clause, count: int) -> QuantityMention | None:
        """The number that opens a clause and counts as many firms as there are figures: 三家公司, 上述两家银行."""
        first = clause.figures[0]
        if first.kind is not UnitKind.COUNT or first.quantity.value != count:
            return None
        is_open = text[clause.span.start : first.span.start].strip() in self._pointing
        return first if is_open and self._noun.match(text, first.span.end, clause.span.end) else None

    def _told(self, text: str, clause: Clause, line: Line) -> Iterator[EntityMention]:
        """The firms that the clauses before tell of, the last first."""
        told = line.last
        while told is not None and "\n" not in text[told.start : clause.span.start]:
            for each in reversed(told.candidates):
                is_firm = each.role is Role.TOPIC and each.mention.mention.type in self._firms
                if is_firm and each.mention not in told.speakers:
                    yield each.mention
            told = told.before

    def is_sum(self, text: str, zone: Zone, series: Sequence[EntityMention]) -> bool:
        """Whether a figure is of all of a list of actors together, and so of none: 甲与乙净利润合计3亿元."""
        if len(series) < 2 or series[-1].mention.type not in self._actors:
            return False
        end = zone.figure.span.start
        return series[-1].span.end < end and self._sum.search(Span(series[-1].span.end, end).of(text)) is not None
