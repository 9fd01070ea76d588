"""What is left out of the words around a figure: names of others, periods with what joins them, brackets."""

from __future__ import annotations

import re

from kg.extract.observations.view import Clause
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of, sides_of
from kg.text.period_roles import PeriodRole

_WIDE = 6
"""From so many signs on, the name of another actor is left out of a metric with what is done toward it."""

_NEAR = 8
"""How far before a name the preposition may stand that keeps it in a metric."""


class CutReader:
    """Finds what is none of a metric."""

    def __init__(self, language: Language, figures: Figures) -> None:
        words = language.reporting
        self._actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._holder_types = frozenset(figures.holder_types)
        self._places = frozenset(figures.place_types)
        self._to = re.compile(rf"{any_of(words.recipient)}$")
        self._toward = re.compile(any_of(words.toward))
        self._measured = (*words.comparing, *words.shares)
        self._list = re.compile(rf"\s*{any_of(words.list_)}\s*")
        marks = language.punctuation
        opening, closing = sides_of(marks.quotes)
        on = any_of(language.phrases.list_ends)
        self._ends = re.compile(rf"[{closing}]?\s*(?P<on>{on}?)\s*")
        self._member = re.compile(
            rf"[{closing}]?\s*(?:{any_of(words.list_)}|(?<=[{closing}])(?=[{opening}]))\s*[{opening}]?"
        )
        # What a member that was not found leaves before those that were: 、 or the end of its quotation marks.
        self._parted = re.compile(rf"[{re.escape(marks.list)}]|[{closing}]\s*{any_of(words.list_)}?\s*$")
        self._opening = frozenset(pair[0] for pair in marks.quotes)
        self._at = re.compile(rf"{any_of(words.at)}$")
        self._at_time = re.compile(rf"{any_of(words.at_time)}$")
        self._in_time = re.compile(any_of(words.in_time))

    def members(self, text: str, clause: Clause, span: Span, *, noun: bool) -> list[Span]:
        """The names of a list that ends a stretch, whose members the number behind it counts: 甲、乙等5家公司.

        `noun` tells that a noun follows the number.
        """
        names = [each.span for each in clause.mentions if span.contains(each.span)]
        ends = self._ends.fullmatch(text, names[-1].end, span.end) if names else None
        if ends is None:
            return []
        first = len(names) - 1
        while first and self._member.fullmatch(text, names[first - 1].end, names[first].start):
            first -= 1
        start = names[first].start
        start -= text[start - 1] in self._opening
        # What is counted is the list itself where nothing behind the number says what it is: 服务农户、渔民3万户.
        counted = ends["on"] or (first < len(names) - 1 and noun)
        # A member that is no found name leaves the list to the words themselves.
        return [Span(start, span.end)] if counted and not self._parted.search(text[span.start : start]) else []

    def others(self, text: str, clause: Clause, span: Span) -> list[Span]:
        """Names of other actors, unless something is done toward them, and places with their preposition."""
        cuts: list[Span] = []
        for each in clause.mentions:
            if not span.contains(each.span):
                continue
            before = text[max(span.start, each.span.start - _NEAR) : each.span.start]
            # A further member of a list goes as the first did.
            if cuts and self._list.fullmatch(text[cuts[-1].end : each.span.start]):
                cuts.append(Span(cuts[-1].end, each.span.end))
            elif (
                each.mention.type in self._holder_types and len(each.span) >= _WIDE and (to := self._to.search(before))
            ):
                cuts.append(Span(each.span.start - len(to.group()), each.span.end))
            elif text.endswith(self._measured, span.start, each.span.start):
                continue  # 占甲公司营收3%
            elif each.mention.type in self._holder_types and not self._toward.search(before):
                cuts.append(each.span)
            elif each.mention.type in self._places and (at := self._at.search(before)):
                cuts.append(Span(each.span.start - len(at.group()), each.span.end))
            elif each.mention.type in self._places and each.span.end == span.end and self._to.search(before):
                # 向云州市50家企业发放贷款: only where those are whom the number counts.
                cuts.append(Span(each.span.start - 1, each.span.end))
        return cuts

    def holders(self, clause: Clause, after: Span) -> list[Span]:
        """The name right behind a number whose shares are counted: of 20%甲公司股权 only 股权 is the metric."""
        first = next((each for each in clause.mentions if after.start <= each.span.start <= after.start + 1), None)
        if first is None or first.mention.type not in self._actors or first.span.end >= after.end:
            return []
        return [first.span]

    def plain(self, text: str, clause: Clause) -> list[Span]:
        """What is left out of a metric: brackets, and periods unless the figure is compared with them.

        One from which something changed (由上年同期的3%升至4%) is none of those. So are the words that join a period to
        what is told: 力争到2025年末, 将在未来三年内.
        """
        periods = [each.span for each in clause.periods if each.is_origin or each.role is not PeriodRole.COMPARED]
        return [*(self._joined(text, clause, each) for each in periods), *clause.brackets]

    def _joined(self, text: str, clause: Clause, period: Span) -> Span:
        before = self._at_time.search(text, clause.span.start, period.start)
        behind = self._in_time.match(text, period.end, clause.span.end)
        return Span(before.start() if before else period.start, behind.end() if behind else period.end)
