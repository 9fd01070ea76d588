"""What figures count that have no words of their own.

A heading tells it (净利润方面，甲为3亿元), or the words around a row of names (甲（3%）、乙（2%）增速居前).
"""

from __future__ import annotations

import re

from kg.extract.annotated import EntityMention
from kg.extract.observations.draft import Draft
from kg.extract.observations.metric_text import MetricText
from kg.extract.observations.spot import Spot
from kg.extract.observations.view import Clause
from kg.ontology.language import Language
from kg.ontology.metrics import Metrics
from kg.text.alternatives import any_of

_HEADING = 18
"""How many signs a heading has at most."""

_WORDS = 20
"""How many signs the words of a row have at most, and how many may part its members."""


class HeadingReader:
    """Finds the metric of figures that have no words of their own."""

    def __init__(self, language: Language, metrics: Metrics) -> None:
        words = language.reporting
        self._known = re.compile(any_of(metrics.by_word))
        self._possessive = words.possessive
        self._ranked = re.compile(any_of(words.ranked))
        self._ends = tuple(words.heading_ends)
        self._bounds = (*language.bounds.after.over, *language.bounds.after.under)
        opening, ends = any_of((*words.lead, *words.from_)), any_of(words.heading_ends)
        self._trim = re.compile(rf"^(?:{opening}|\s)+|{ends}+$")
        self._row = re.compile(any_of(language.reporting.and_))
        self._others = re.compile(rf"{words.examples}[^0-9]{{0,2}}")
        self._tail = re.compile(rf"{any_of((*words.tail, *words.each))}+$")

    def unranked(self, words: MetricText) -> MetricText:
        """The words without those of a rank or a heading: none of 居首, 净利润 of 净利润排名前三的银行, 净利润方面."""
        is_heading = words.before.endswith(self._ends) and not words.before.endswith(self._bounds)
        if is_heading and self._known.search(words.before):
            words = words._replace(before=self._trim.sub("", words.before))
        core = words.before + words.after
        found = self._ranked.search(core)
        if found is None or self._known.search(core, found.end()):  # as nearly always
            return words
        if not found.start():
            return words._replace(before="", after="")
        return words._replace(before=core[: found.start()], after="") if self._named(core, found.start()) else words

    def _named(self, core: str, end: int) -> bool:
        """Whether words up to an offset end with a metric, or are all that is told of it (投诉量位列首位)."""
        alone = end > 1 and self._possessive not in core[end:]
        return alone or any(each.end() == end for each in self._known.finditer(core, 0, end))

    def metric(self, spot: Spot, subject: EntityMention, last: Draft | None) -> str:
        """The metric of a figure without words (`last`: the one before); nothing where no row or heading tells it."""
        clause = spot.clause
        if clause.inside and clause.holder is not None:
            if subject.span.end != clause.span.start - 1:
                return ""
            if row := self._of_row(spot.text, clause, clause.holder):
                return row
            if last is not None and self._goes_on(spot, clause.holder, subject, last):
                return last.metric
        return next((found for each in reversed(spot.clauses[:-1]) if (found := self._heading(spot.text, each))), "")

    def _goes_on(self, spot: Spot, holder: Clause, subject: EntityMention, last: Draft) -> bool:
        """Whether the last figure stands in brackets behind the name before in a row: 甲（持股18%）、乙（12%）."""
        if last.figure.kind is not spot.zone.figure.kind:
            return False
        before = next((each.end for each in holder.brackets if each.contains(last.figure.span)), None)
        return before is not None and self._row.fullmatch(spot.text, before, subject.span.start) is not None

    def _heading(self, text: str, clause: Clause) -> str:
        """What a clause names that is only a heading: 净利润方面."""
        if clause.figures or len(clause.span) > _HEADING:
            return ""
        if not text.endswith(self._ends, clause.span.start, clause.span.end):
            return ""
        words = self._trim.sub("", clause.span.of(text))
        return words if self._known.search(words) else ""

    def _of_row(self, text: str, clause: Clause, holder: Clause) -> str:
        """The words of a row of names with figures in brackets: behind its last member, else before its first."""
        brackets = [each for each in holder.brackets if each.end >= clause.span.end]
        last = brackets[0]
        for each in brackets[1:]:
            between = text[last.end : each.start]
            if len(between) > _WORDS or self._row.search(between) is None:
                break
            last = each
        figures = (each.span.start for each in holder.figures if each.span.start >= last.end)
        end = min([*figures, holder.span.end])
        behind = self._without_rank(self._tail.sub("", self._others.sub("", text[last.end : end], count=1)))
        first = next((each.span.start for each in holder.mentions), holder.span.start)
        return behind or self._without_rank(text[holder.span.start : first])

    def _without_rank(self, words: str) -> str:
        """The words up to that which tells a rank, if they name what figures count: 净利润 of 净利润位居前三."""
        rank = self._ranked.search(words)
        words = self._trim.sub("", words[: rank.start()] if rank else words).strip()
        return words if len(words) <= _WORDS and self._known.search(words) else ""
