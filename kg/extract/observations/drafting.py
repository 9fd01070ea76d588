"""From the figures of one clause to drafts of observations: subject, metric, period, modality.

Composes the readers beside it; what each looks for is theirs. What is carried from clause to clause stands in a `Line`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from kg.extract.annotated import EntityMention
from kg.extract.observations.cast import Cast
from kg.extract.observations.choice import Subject, SubjectChooser
from kg.extract.observations.dating import Dater, Topic
from kg.extract.observations.draft import Draft
from kg.extract.observations.fines import FineReader
from kg.extract.observations.line import Line
from kg.extract.observations.measure import UnitGuess
from kg.extract.observations.metric_text import MetricText, MetricWords
from kg.extract.observations.modality import ModalityReader
from kg.extract.observations.ranking import Ranker
from kg.extract.observations.situation import Situation
from kg.extract.observations.spread import Spreader
from kg.extract.observations.unnamed import opening
from kg.extract.observations.view import Clause
from kg.extract.observations.when import LED, NEVER, carried_from, combined_with, lasting, when_of
from kg.extract.observations.worth import Worth
from kg.extract.observations.zones import Zone, Zoner
from kg.model.fact import Modality
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.metrics import Metrics
from kg.ontology.pack import Pack
from kg.text.quantity_pattern import any_of
from kg.text.tokenizer import Tokenizer

_FINED = 0.95
"""How sure it is who is fined."""


class Drafter:
    """Drafts the observations of clauses."""

    def __init__(self, pack: Pack, figures: Figures, metrics: Metrics, tokenizer: Tokenizer, ranker: Ranker) -> None:
        language = pack.language
        self._figures = figures
        self._from = re.compile(rf"{any_of(language.reporting.from_)}.*{any_of(language.reporting.telling)}")
        self._published = re.compile(rf"{any_of(language.reporting.published)}$")
        self._dater = Dater(figures)
        self._zoner = Zoner(language.reporting)
        self._worth = Worth(language)
        self._words = MetricWords(language, figures, tokenizer)
        self._chooser = SubjectChooser(language, figures, tokenizer, ranker)
        self._spreader = Spreader(language, figures)
        self._modality = ModalityReader(language, tokenizer)
        self._units = UnitGuess(language, metrics)
        self._fines = FineReader(figures.fine) if figures.fine else None

    def read(self, text: str, clauses: Sequence[Clause], line: Line) -> Line:
        """Draft the figures of the last of some clauses; what it hands on holds them.

        Args:
            text: the document's text.
            clauses: the clauses of the sentence up to the one to read.
            line: what is handed to it.
        """
        clause = clauses[-1]
        cast = self._chooser.cast(text, clause)
        if not clause.figures:
            return line if clause.inside else self._handed_on(cast, line, ())
        reported = tuple(self._worth.reported(text, clause))
        zones = self._zoner.zones(text, clause, reported)
        count = len(line.drafts)
        for zone in zones:
            line = self._with(text, clauses, cast, zone, line)
        drafts = line.drafts[count:]
        if len(drafts) == len(zones) and self._spreader.is_divided(text, clause, zones):
            drafts = tuple(self._spreader.divided(text, clauses, drafts, line))
        line = line._replace(drafts=(*line.drafts[:count], *drafts))
        return line if clause.inside else self._handed_on(cast, line, drafts)

    def _with(self, text: str, clauses: Sequence[Clause], cast: Cast, zone: Zone, line: Line) -> Line:
        """What is carried once a figure is drafted."""
        clause = clauses[-1]
        fined = self._with_fine(text, clauses, zone, line)
        if fined is not None:
            return fined
        opener = self._chooser.opener(cast, zone.figure.span.start)
        opened = opener.span if opener else None
        words = self._words.read(text, clauses, zone, opened)
        around = words.before + words.after
        start = clauses[0].span.start
        subject = self._chooser.choose(
            Situation(text, clause, cast, zone, start, around, words.is_relative, bool(words.before), line)
        )
        if subject is None:
            # Changes behind a figure that is of nobody are of nobody as well.
            return line if words.is_relative else line._replace(base=None, lost=True)
        here = subject.mention.span if clause.span.contains(subject.mention.span) else None
        if words.is_relative and line.lost and here is None:
            return line
        if here != opened:
            words = self._words.read(text, clauses, zone, here)
        if here and self._is_another(subject.mention, words, line):
            words = self._words.changed(words, here.of(text))
        words = self._without_subject(text, zone, subject, words) if here else words
        base = line.base if words.is_relative or self._repeats(zone, words, line) else None
        metric = self._words.metric(words, base.metric if base else None)
        behind = zone.until.of(text) if zone.until else ""
        quantity = self._units.complete(zone.figure.quantity, metric, base.quantity if base else None, behind)
        if not metric or quantity is None:
            return line
        modality = self._modal(text, clause, zone, line)
        told = line if modality is Modality.ASSERTED else line._replace(when=lasting(line.when))
        draft = Draft(
            subject.mention,
            metric,
            quantity,
            zone.figure,
            self._dater.when(clause, zone.figure, Topic(subject.mention, metric, base), told),
            self._scope(clauses, base),
            modality,
            subject.sure,
            subject.rule,
            words.span,
            base is not None,
        )
        if base is None and not clause.inside:
            line = line._replace(base=dataclasses.replace(draft, metric=self._words.base(metric)), lost=False)
        shared = self._spreader.shared(text, clause, zone, draft, line)
        return line._replace(modality=draft.modality, drafts=(*line.drafts, *shared))

    def _repeats(self, zone: Zone, words: MetricText, line: Line) -> bool:
        """Whether a figure without words is one more of what the sentence counts: 甲市3亿元，乙市2亿元; 增2%至3亿."""
        if words.before or words.after or line.base is None:
            return False
        last = line.base.figure.span.end
        same = line.base.quantity.unit == zone.figure.quantity.unit
        return same or last <= zone.figure.span.start <= last + LED

    def _is_another(self, mention: EntityMention, words: MetricText, line: Line) -> bool:
        """Whether a change is of another thing than the figure before, so has a metric of its own: 委托贷款增加."""
        if not words.is_relative or mention.mention.type not in self._figures.product_types:
            return False
        return line.base is None or line.base.subject.entity != mention.entity

    def _without_subject(self, text: str, zone: Zone, subject: Subject, words: MetricText) -> MetricText:
        """The words of a figure whose subject its clause names: what names the subject is none of them."""
        span = subject.mention.span
        if span.start < zone.figure.span.end:
            is_thing = subject.mention.mention.type in self._figures.product_types
            return self._words.named(words, span.of(text)) if is_thing else words
        if words.before:
            return self._words.without(text, zone, span, words)
        return self._words.after_only(text, zone, span)

    def _modal(self, text: str, clause: Clause, zone: Zone, line: Line) -> Modality:
        start, end = clause.span.start, zone.figure.number.start
        if start == end:
            return Modality.ASSERTED
        return self._modality.read(text, Span(start, end), [each.span for each in clause.mentions], line.modality)

    def _with_fine(self, text: str, clauses: Sequence[Clause], zone: Zone, line: Line) -> Line | None:
        """What is carried once a fine or a sentence is drafted, None where the figure is neither."""
        figure = zone.figure
        metric = self._fines.metric_of(text, clauses[-1], zone) if self._fines else None
        if self._fines is None or metric is None:
            return None
        if self._fines.is_of_unknown(text, clauses, figure):
            return line
        fined = self._fines.fined(text, clauses, figure) or line.party
        quantity = self._units.complete(figure.quantity, metric, None)
        if fined is None or quantity is None:
            return line
        when = when_of(clauses[-1], figure.span, line.when)
        modality = self._modal(text, clauses[-1], zone, line)
        draft = Draft(fined, metric, quantity, figure, when, clauses[-1].span, modality, _FINED, "fine")
        return line._replace(drafts=(*line.drafts, draft))

    def _scope(self, clauses: Sequence[Clause], base: Draft | None) -> Span:
        """The clauses that state a figure: its own, of a bracket the one that holds it, and that of its base."""
        clause = clauses[-1]
        holder = next((each.span for each in reversed(clauses) if not each.inside), clause.span)
        span = holder if holder.contains(clause.span) else clause.span
        return span.through(base.scope) if base is not None else span

    def _is_source(self, cast: Cast) -> bool:
        """Whether a clause only names the text that what follows is from."""
        start, end = cast.clause.span.start, cast.clause.span.end
        if self._published.search(cast.text, start, end):
            return True
        return self._from.match(cast.text, opening(cast.text, cast.clause), end) is not None

    def _handed_on(self, cast: Cast, line: Line, drafts: Sequence[Draft]) -> Line:
        """What a clause tells of, and its period, for the next."""
        told = self._chooser.told(cast, drafts, line)
        when = combined_with(line.when, carried_from(cast.clause, line.when))
        day = line.day
        if when.is_stated and when.period.start is not None:
            day = when if when.period.start == when.period.end else NEVER
        if not drafts and self._is_source(cast):
            # 目录今天发布: what it says holds longer than that day.
            when = lasting(when)
        return line._replace(told=(*line.told, told), last=told, when=when, day=day)
