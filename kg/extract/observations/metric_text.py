"""The stretches of text around a figure that make its metric."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.observations.view import Clause
from kg.extract.observations.wording import Wording, kept
from kg.extract.observations.zones import Zone
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.dates import PeriodRole
from kg.text.quantity_pattern import any_of
from kg.text.tokenizer import Tokenizer

_NOMINAL = "njablsxiqz"
"""First letters of the tags of words that may open a noun phrase."""

_LONG = 16
"""From so many signs on, words about another actor are left out of a metric."""

_NEAR = 8
"""How far before a name the preposition may stand that keeps it in a metric."""

_COUNTS = frozenset({UnitKind.COUNT, UnitKind.MEASURE})


class MetricText(NamedTuple):
    """The words before and after a number that say what it counts.

    `is_relative` marks words that go on with the metric before; `span` is where they stand.
    """

    before: str
    after: str
    is_relative: bool = False
    span: Span | None = None


class MetricWords:
    """Reads the words around figures."""

    def __init__(self, language: Language, figures: Figures, tokenizer: Tokenizer) -> None:
        self._actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._others_types = frozenset(figures.holder_types)
        self._places = frozenset(figures.place_types)
        self._toward = re.compile(any_of(language.reporting.toward))
        self._at = re.compile(rf"{any_of(language.reporting.at)}$")
        self._wording = Wording(language, tokenizer)
        self._tokenizer = tokenizer
        self._possessive = language.reporting.possessive

    def read(self, text: str, clauses: Sequence[Clause], zone: Zone, subject: Span | None) -> MetricText:
        """The words of a figure; what stands before its subject, and periods and brackets, are left out."""
        clause = clauses[-1]
        span = zone.before
        core = self._core(text, clause, span, subject)
        if not core and zone.shared is not None:
            span = zone.shared
            core = self._core(text, clause, span, subject)
        if not core and clause.holder is not None and zone.after is None:
            holder = clause.holder
            start = max(
                [holder.span.start, *(each.span.end for each in holder.figures if each.span.end < clause.span.start)]
            )
            left = Span(start, clause.span.start - 1) if start < clause.span.start - 1 else None
            core = self._core(text, holder, left, subject)
        if not core and zone.after is None and len(clauses) > 1 and not clauses[-2].figures:
            span = clauses[-2].span
            core = self._core(text, clauses[-2], span, subject or _last_mention(clauses[-2]))
        owned = subject is not None and span is not None and span.contains(subject)
        relative = self._wording.is_relative(core, generic=not owned)
        after = "" if relative else self._after(text, clause, zone, opens=not core)
        place = zone.after if not core and after else span
        return MetricText(core, after, relative, place)

    def after_only(self, text: str, zone: Zone, subject: Span) -> MetricText:
        """The words behind a counted subject."""
        end = zone.after.end if zone.after else subject.end
        return MetricText("", self._wording.after(text[subject.end : end]), span=Span(subject.start, end))

    def without(self, text: str, zone: Zone, subject: Span, words: MetricText) -> MetricText:
        """The words of a figure whose subject stands behind it, without the subject."""
        if zone.after is None or not words.before:
            return words
        after = self._wording.after(kept(text, zone.after, [subject]))
        return MetricText(words.before, after, words.is_relative, words.span)

    def metric(self, words: MetricText, base: str | None) -> str:
        """The metric in the text's own words."""
        return (base or "") + words.before + words.after

    def base(self, metric: str) -> str:
        """What a following 同比增长 goes on with."""
        return self._wording.base(metric)

    def _core(self, text: str, clause: Clause, span: Span | None, subject: Span | None) -> str:
        """The words of a stretch behind its subject; of many words those behind the last actor named."""
        if span is None:
            return ""
        start = max(span.start, subject.end) if subject and span.contains(subject) else span.start
        core = self._stretch(text, clause, start, span.end)
        if len(core) <= _LONG:
            return core
        names = [each.span.end for each in clause.mentions if each.mention.type in self._actors]
        last = max((end for end in names if start < end <= span.end), default=start)
        short = self._stretch(text, clause, last, span.end)
        return short if len(short) > 1 else core

    def _stretch(self, text: str, clause: Clause, start: int, end: int) -> str:
        if start >= end:
            return ""
        span = Span(start, end)
        return self._wording.core(kept(text, span, [*_cuts(clause), *self._others(text, clause, span)]))

    def _others(self, text: str, clause: Clause, span: Span) -> list[Span]:
        """Names of other actors, unless something is done toward them, and places with their preposition."""
        cuts: list[Span] = []
        for each in clause.mentions:
            if not span.contains(each.span):
                continue
            before = text[max(span.start, each.span.start - _NEAR) : each.span.start]
            if each.mention.type in self._others_types and not self._toward.search(before):
                cuts.append(each.span)
            elif each.mention.type in self._places and (at := self._at.search(before)):
                cuts.append(Span(each.span.start - len(at.group()), each.span.end))
        return cuts

    def _holders(self, clause: Clause, after: Span) -> list[Span]:
        """The name right behind a number whose shares are counted: of 20%甲公司股权 only 股权 is the metric."""
        first = next((each for each in clause.mentions if after.start <= each.span.start <= after.start + 1), None)
        if first is None or first.mention.type not in self._actors or first.span.end >= after.end:
            return []
        return [first.span]

    def _after(self, text: str, clause: Clause, zone: Zone, *, opens: bool) -> str:
        """The words behind a number, of sums and shares only what may be their noun.

        `opens` where no words stand before the number.
        """
        after = zone.after or (zone.until if opens else None)
        if after is None:
            return ""
        words = kept(text, after, [*_cuts(clause), *self._holders(clause, after)])
        if zone.after is None:
            return self._wording.noun(words)
        if words.startswith(self._possessive):
            return self._wording.after(words[len(self._possessive) :])
        named = any(each.span.start == after.start for each in clause.mentions)
        if not (opens or named or zone.figure.kind in _COUNTS):
            first = next((word for word in self._tokenizer.cut(words) if word.text.strip()), None)
            if first is None or first.tag[0] not in _NOMINAL:
                return ""
        return self._wording.after(words)


def _cuts(clause: Clause) -> list[Span]:
    """What is left out of a metric: brackets, and periods unless the figure is compared with them."""
    return [*(each.span for each in clause.periods if each.role is not PeriodRole.COMPARED), *clause.brackets]


def _last_mention(clause: Clause) -> Span | None:
    return clause.mentions[-1].span if clause.mentions else None
