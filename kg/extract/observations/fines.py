"""Fines: sums that someone is made to pay. Their subject is who is fined, not who fines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.annotated import EntityMention
from kg.extract.observations.view import Clause
from kg.extract.observations.zones import Zone
from kg.ontology.figures import FineOptions
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.quantity_mention import QuantityMention

_KINDS = frozenset({UnitKind.MONEY, UnitKind.SHARE})

_SUM = 1000
"""From so great a number on a fine needs no unit."""

_WORDS = 8
"""How many signs the words right before a sum have that make it a fine."""

_NAME = 4
"""How many signs a name of a person has."""

_NEAR = 14
"""How far before a name the word may stand that makes it the one who is fined."""


class FineReader:
    """Tells fines from other sums and finds who is fined."""

    def __init__(self, options: FineOptions) -> None:
        self.metric = options.metric
        self._types = frozenset(options.subjects)
        self._before = tuple(options.money_before)
        self._own = tuple(options.own_metrics)
        self._currency, self._judges = tuple(options.currency), tuple(options.judges)
        self._after = re.compile(rf"[^{options.joined}]{{0,2}}{re.escape(options.metric)}")
        self._term = re.compile(rf"({any_of(options.terms)})\s*$")
        # 采取10年证券市场禁入措施.
        self._termed = re.compile(rf"[^{options.joined}]{{0,2}}({any_of(options.terms)})")
        self._cause = re.compile(any_of(options.causes))
        name, unnamed = rf"\w{{2,{_NAME}}}?", any_of(options.unnamed)
        self._unknown = re.compile(
            rf"{any_of(options.whom)}"
            rf"(?:(?!{any_of(options.not_whom)}){name}(?:[{options.joined}]{name})*|[^{options.joined}]{{0,{_NAME}}}?{unnamed})"
            rf"(?:{any_of(options.shared)})?{any_of(options.deeds)}"
        )
        self._passive, self._joins = tuple(options.passive), frozenset(options.joined)
        self._against = re.compile(any_of(options.against))
        several = rf"{any_of(options.several)}[^0-9]{{0,{_NAME}}}{any_of(options.together)}"
        self._together = re.compile(rf"{several}[^0-9]*$")

    def metric_of(self, text: str, clause: Clause, zone: Zone) -> str | None:
        """The metric of a figure that someone is fined or sentenced to, None of other figures."""
        if self.is_fine(text, clause, zone):
            before = self._words_before(text, clause, zone.figure)
            return next((each for each in self._own if before.endswith(each)), self.metric)
        if zone.figure.kind is not UnitKind.TIME:
            return None
        term = self._term.search(text[clause.span.start : zone.figure.number.start])
        term = term or self._termed.match(text, zone.figure.span.end, clause.span.end)
        return term.group(1) if term else None

    def is_fine(self, text: str, clause: Clause, zone: Zone) -> bool:
        """Whether a figure is a sum that is fined, or a multiple of one; its unit may be left out (被罚30万)."""
        figure = zone.figure
        if figure.kind not in _KINDS and (figure.kind is not None or figure.quantity.value < _SUM):
            return False
        if zone.shared is not None and not zone.before and zone.shared.of(text).rstrip().endswith(self._before):
            return True
        if self._words_before(text, clause, self._first(text, clause, figure)).endswith(self._before):
            return True
        return self._after.match(text, figure.span.end, clause.span.end) is not None

    def _first(self, text: str, clause: Clause, figure: QuantityMention) -> QuantityMention:
        """The first of a list of sums that a figure ends: 分别罚款10万元、5万元."""
        for each in reversed([each for each in clause.figures if each.span.end < figure.span.start]):
            if each.kind is not figure.kind or text[each.span.end : figure.span.start] not in self._joins:
                break
            figure = each
        return figure

    def _words_before(self, text: str, clause: Clause, figure: QuantityMention) -> str:
        """The words right before a sum, without that of its currency."""
        before = text[max(clause.span.start, figure.span.start - _WORDS) : figure.span.start].rstrip()
        return next((before.removesuffix(each) for each in self._currency if before.endswith(each)), before).rstrip()

    def is_of_unknown(self, text: str, clauses: Sequence[Clause], figure: QuantityMention) -> bool:
        """Whether the one who is fined has a name that nothing found: 对李某给予警告，并处罚款1万元."""
        start = max((each.span.end for each in self._named(text, clauses, figure)), default=clauses[0].span.start)
        return self._unknown.search(text, start, figure.span.start) is not None

    def is_of_several(self, text: str, clause: Clause, figure: QuantityMention) -> bool:
        """Whether a sum is what several are fined together: 两家合计被罚130万元."""
        return self._together.search(text, clause.span.start + 1, figure.span.start) is not None

    def _named(self, text: str, clauses: Sequence[Clause], figure: QuantityMention) -> list[EntityMention]:
        """Who is named before a figure and could be fined, not in the words of the sentence (禁止从事银行业工作5年)."""
        term = self._term.search(text, clauses[-1].span.start, figure.number.start)
        end = term.start() if term else figure.span.start
        every = (each for clause in clauses for each in clause.mentions if each.span.end <= end)
        return [each for each in every if each.mention.type in self._types and not self.is_judge(text, each)]

    def is_judge(self, text: str, mention: EntityMention) -> bool:
        """Whether a name is of one who fines others."""
        return text.endswith(self._judges, mention.span.start, mention.span.end) if self._judges else False

    def fined(self, text: str, clauses: Sequence[Clause], figure: QuantityMention) -> EntityMention | None:
        """Who is fined: who stands before 被, else the last one named with 对 or 被 before, else the last one."""
        named = self._named(text, clauses, figure)
        own = [each for each in named if clauses[-1].span.contains(each.span)]
        if own and text.startswith(self._passive, own[-1].span.end):
            return own[-1]
        if own and self._cause.match(text, own[0].span.end) and not text[clauses[-1].span.start : own[0].span.start]:
            return own[0]  # 甲因向乙违规放贷被罚3万元
        for each in reversed(named):
            clause = next(clause for clause in clauses if clause.span.contains(each.span))
            start = max(clause.span.start, each.span.start - _NEAR)
            if self._against.search(text, start, each.span.start):
                return each
        free = [each for each in named if not self._is_cause(text, clauses, each)]
        found = free or named
        return found[-1] if found else None

    def _is_cause(self, text: str, clauses: Sequence[Clause], mention: EntityMention) -> bool:
        """Whether a name stands in the words of what someone is fined for: 李某，因青禾银行违规被罚."""
        clause = next(clause for clause in clauses if clause.span.contains(mention.span))
        return self._cause.match(text, clause.span.start) is not None
