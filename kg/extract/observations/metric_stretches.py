"""Where the words of a metric may stand before a figure, and what is left of each such stretch."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.observations.cuts import CutReader
from kg.extract.observations.extremes import ExtremeReader
from kg.extract.observations.view import Clause
from kg.extract.observations.wording import Wording, kept
from kg.extract.observations.zones import Zone
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.period_roles import PeriodRole

LONG = 16
"""From so many signs on, words about another actor are left out of a metric."""


class MetricStretches:
    """Reads the stretches before figures."""

    def __init__(self, language: Language, figures: Figures, cuts: CutReader, wording: Wording) -> None:
        words = language.reporting
        self._actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._due = re.compile(rf"{any_of(words.due)}$")
        self._tells_no_more = (*words.sets_time, *words.source, *words.sources)
        self._listed = self._actors | frozenset(figures.place_types)
        self._mark = re.compile(rf"\s*{any_of(words.and_)}\s*")
        self._cuts, self._wording, self._extremes = cuts, wording, ExtremeReader(language)

    def before(self, text: str, clauses: Sequence[Clause], zone: Zone, subject: Span | None) -> tuple[Span | None, str]:
        """The first stretch before a figure that says something, with what it says."""
        core, span = "", zone.before
        for clause, span, taken in self._stretches(clauses, zone, subject):
            if clause is not clauses[-1] and self._is_empty(text, clause):
                continue
            if core := self.core(text, clause, span, taken) or self._led(text, clause, span, taken):
                if clause is not clauses[-1]:
                    # 净利润同比增长，分别为3%: of a share the change itself may be told.
                    grown = zone.figure.kind is not UnitKind.SHARE
                    core = self._extremes.without(self._wording.grown(core) if grown else core)
                break
        return span, core

    def _led(self, text: str, clause: Clause, span: Span | None, subject: Span | None) -> str:
        """What stands before a subject that has the most of it: 贷款余额最高的甲为3亿元."""
        if span is None or subject is None or not span.contains(subject):
            return ""
        own = self._extremes.before(text, span, subject)
        return self.stretch(text, clause, own.start, own.end) if own else ""

    def most(self, text: str, clause: Clause) -> str:
        """What someone has the most of whom a clause ends with: 净利润 of 净利润增速最快的是甲."""
        last = _last_mention(clause)
        if last is None or last.end != clause.span.end:
            return ""
        core = self._led(text, clause, clause.span, last)
        return "" if self._wording.is_change(core) else self._wording.base(core)

    def _stretches(
        self, clauses: Sequence[Clause], zone: Zone, subject: Span | None
    ) -> Iterator[tuple[Clause, Span | None, Span | None]]:
        """Where a metric may stand before a figure: by its side, before its list, its bracket, or its clause."""
        clause = clauses[-1]
        yield clause, zone.before, subject
        if zone.shared is not None:
            yield clause, zone.shared, subject
        # The number in brackets of a clause that begins with it goes on with the clause before: （收盘价：3元）.
        opens = clause.holder is not None and clause.holder.span.start >= clause.span.start
        if zone.after is not None and not (opens and len(zone.after) == 1):
            return
        if clause.holder is not None and not opens:
            held = [each.span.end for each in clause.holder.figures if each.span.end < clause.span.start]
            start = max([clause.holder.span.start, *held])
            if start < clause.span.start - 1:
                yield clause.holder, Span(start, clause.span.start - 1), subject
        past = clauses[: -2 if opens else -1]
        if clause.figures[0] is zone.figure and past and not past[-1].figures:
            yield past[-1], past[-1].span, subject or _last_mention(past[-1])

    def _is_empty(self, text: str, clause: Clause) -> bool:
        """Whether a clause only tells when what follows is so or who says it: 上线半年来，; 平台官网显示，."""
        return text.endswith(self._tells_no_more, clause.span.start, clause.span.end)

    def compares(self, text: str, clause: Clause, own: Span | None) -> bool:
        """Whether the words begin with a period that they compare with: 与上年末相比增加."""
        if own is None:
            return False
        compared = (each.span for each in clause.periods if each.role is PeriodRole.COMPARED)
        return any(own.contains(each) and not self._wording.core(text[own.start : each.start]) for each in compared)

    def core(self, text: str, clause: Clause, span: Span | None, subject: Span | None) -> str:
        """The words of a stretch behind its subject; of many words those behind the last actor named."""
        if span is None:
            return ""
        leads = subject is not None and span.contains(subject) and not self._is_due(text, span, subject)
        start = self._past(text, clause, subject) if subject and leads else span.start
        core = self.stretch(text, clause, start, span.end)
        if len(core) <= LONG:
            return core
        names = [each.span for each in clause.mentions if each.mention.type in self._actors]
        ends = (each.end for each in names if start < each.end <= span.end and not self._is_due(text, span, each))
        last = max(ends, default=start)
        short = self.stretch(text, clause, last, span.end)
        return short if len(short) > 1 else core

    def _past(self, text: str, clause: Clause, subject: Span) -> int:
        """Behind a subject and those that a list puts beside it: 甲省、乙省累计支持."""
        end = subject.end
        own = next((each.mention.type for each in clause.mentions if each.span == subject), None)
        if own not in self._listed:
            return end
        for each in clause.mentions:
            if each.span.start > end and each.mention.type == own and self._mark.fullmatch(text[end : each.span.start]):
                end = each.span.end
        return end

    def _is_due(self, text: str, span: Span, name: Span) -> bool:
        """Whether a name is part of the metric: 归属于该行股东的净利润."""
        return self._due.search(text, span.start, name.start) is not None

    def stretch(self, text: str, clause: Clause, start: int, end: int) -> str:
        """What is left of a stretch without names, periods and other figures."""
        if start >= end:
            return ""
        span = Span(start, end)
        cuts = [*self._cuts.plain(text, clause), *self._cuts.others(text, clause, span)]
        counted = next(
            (each.span for each in clause.figures if each.span.start == end and each.kind is UnitKind.COUNT), None
        )
        if counted is not None:
            cuts += self._cuts.members(text, clause, span, noun=text[counted.end : counted.end + 1].isalpha())
        core = self._wording.core(kept(text, span, cuts))
        months = [each for each in clause.periods if each.is_stretch and span.contains(each.span)]
        # 近3个月上涨: without the stretch the words say nothing of what is told.
        return months[-1].span.of(text) + core if months and self._wording.is_relative(core) else core


def _last_mention(clause: Clause) -> Span | None:
    return clause.mentions[-1].span if clause.mentions else None
