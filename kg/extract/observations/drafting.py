"""From the figures of one clause to drafts of observations: subject, metric, period, modality.

Composes the readers beside it; what each looks for is theirs. What is carried from clause to clause stands in a `Line`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from kg.extract.annotated import EntityMention
from kg.extract.observations.draft import Draft, Line
from kg.extract.observations.fines import FineReader
from kg.extract.observations.measure import UnitGuess
from kg.extract.observations.metric_text import MetricText, MetricWords
from kg.extract.observations.modality import ModalityReader
from kg.extract.observations.series import SeriesReader
from kg.extract.observations.subjects import Candidate, Role, SubjectReader
from kg.extract.observations.view import Clause
from kg.extract.observations.when import NEVER, When, carried_from, combined_with, when_of
from kg.extract.observations.worth import Worth
from kg.extract.observations.zones import Zone, Zoner
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.metrics import Metrics
from kg.ontology.pack import Pack
from kg.text.tokenizer import Tokenizer

_SURE = {Role.TOPIC: 0.95, Role.INNER: 0.8, Role.ASIDE: 0.7}


@dataclasses.dataclass(frozen=True, slots=True)
class _Subject:
    """Whose figure it is, how sure that is, and what found it."""

    mention: EntityMention
    sure: float
    rule: str


class Drafter:
    """Drafts the observations of clauses."""

    def __init__(self, pack: Pack, figures: Figures, metrics: Metrics, tokenizer: Tokenizer) -> None:
        language = pack.language
        self._figures = figures
        self._zoner = Zoner(language.reporting)
        self._worth = Worth(language)
        self._words = MetricWords(language, tokenizer)
        self._subjects = SubjectReader(language, figures, tokenizer)
        self._series = SeriesReader(language)
        self._modality = ModalityReader(language, tokenizer)
        self._units = UnitGuess(language, metrics)
        self._fines = FineReader(figures.fine) if figures.fine else None

    def read(self, text: str, clauses: Sequence[Clause], line: Line) -> None:
        """Draft the figures of the last of some clauses, and hand on what it carries.

        Args:
            text: the document's text.
            clauses: the clauses of the sentence up to the one to read.
            line: what is carried; changes.
        """
        clause = clauses[-1]
        zones = self._zoner.zones(text, clause)
        divided = self._series.is_divided(text, zones)
        drafts: list[Draft] = []
        for zone in zones:
            if self._worth.is_reported(text, clause, zone.figure):
                drafts.extend(self._draft(text, clauses, zone, line))
        if divided and len(drafts) == len(zones):
            drafts = self._divided(text, clause, drafts, line)
        line.drafts.extend(drafts)
        self._hand_on(text, clause, line)

    def _draft(self, text: str, clauses: Sequence[Clause], zone: Zone, line: Line) -> list[Draft]:
        clause, figure = clauses[-1], zone.figure
        if self._fines and self._fines.is_fine(text, clause, figure):
            return self._fine(text, clauses, zone, line)
        candidates = self._subjects.candidates(text, clause, figure.span.start)
        own = self._own(text, clause, zone, candidates)
        words = self._words.read(text, clauses, zone, own.mention.span if own else None)
        counted = self._counted(clause, zone, words) if own is None else None
        if counted is not None:
            words = self._words.after_only(text, zone, counted.mention.span, words)
        base = line.base if words.is_relative else None
        metric = self._words.metric(words, base.metric if base else None)
        subject = own or counted or self._handed(words, base, line)
        quantity = self._units.complete(figure.quantity, metric, base.quantity if base else None)
        if subject is None or not metric or quantity is None:
            return []
        when = self._when(clause, figure.span, base, metric, line)
        scope = self._scope(clauses, base)
        before = text[zone.before.start : zone.before.end] if zone.before else ""
        modality = self._modality.read(text[clause.span.start : figure.span.start], before, line.modality)
        draft = Draft(
            subject.mention, metric, quantity, figure, when, scope, modality, subject.sure, subject.rule, words.span
        )
        line.modality = modality
        if not words.is_relative and not clause.inside:
            line.base = dataclasses.replace(draft, metric=self._words.base(metric))
        return self._shared(text, clause, zone, draft, line)

    def _own(self, text: str, clause: Clause, zone: Zone, candidates: Sequence[Candidate]) -> _Subject | None:
        """The subject that the clause names before the figure."""
        figure = zone.figure
        if any(word in text[clause.span.start : clause.span.end] for word in self._figures.product_words):
            products = [each for each in candidates if each.mention.mention.type in self._figures.product_types]
            if products:
                return _Subject(products[-1].mention, 0.85, "product")
        best = self._subjects.best(candidates)
        if best is None:
            return None
        if clause.figures and clause.figures[0] is not figure and best.role is not Role.TOPIC:
            return None
        return _Subject(best.mention, _SURE[best.role], "named")

    def _counted(self, clause: Clause, zone: Zone, words: MetricText) -> _Subject | None:
        """The members that the number counts, where nothing stands before it: 27家银行签约."""
        if zone.after is None or words.before:
            return None
        for mention in clause.mentions:
            gap = mention.span.start - zone.figure.span.end
            if 0 <= gap <= 6 and mention.mention.type in self._figures.counted_types:
                return _Subject(mention, 0.85, "counted") if mention.span.end < clause.span.end else None
        return None

    def _handed(self, words: MetricText, base: Draft | None, line: Line) -> _Subject | None:
        """The subject of the figure before, or what the sentence is about so far."""
        if base is not None:
            return _Subject(base.subject, base.sure, "continued")
        is_product = any(word in words.before + words.after for word in self._figures.product_words)
        if is_product and line.thing is not None:
            return _Subject(line.thing, 0.75, "carried-product")
        if line.topic is not None:
            return _Subject(line.topic, line.sure, "carried")
        return None

    def _fine(self, text: str, clauses: Sequence[Clause], zone: Zone, line: Line) -> list[Draft]:
        fines = self._fines
        if fines is None:
            return []
        fined = fines.fined(text, clauses, zone.figure) or line.party
        if fined is None:
            return []
        when = when_of(clauses[-1], zone.figure.span, line.when)
        quantity = self._units.complete(zone.figure.quantity, fines.metric, None)
        before = text[clauses[-1].span.start : zone.figure.span.start]
        if quantity is None:
            return []
        modality = self._modality.read(before, before, line.modality)
        scope = clauses[-1].span
        return [Draft(fined, fines.metric, quantity, zone.figure, when, scope, modality, 0.9, "fine")]

    def _when(self, clause: Clause, figure: Span, base: Draft | None, metric: str, line: Line) -> When:
        carried = line.when
        if base is not None and base.when.is_stated:
            carried = base.when
        elif any(word in metric for word in self._figures.undated):
            carried = NEVER
        return when_of(clause, figure, carried)

    def _scope(self, clauses: Sequence[Clause], base: Draft | None) -> Span:
        clause = clauses[-1]
        holder = next((each.span for each in reversed(clauses) if not each.inside), clause.span)
        span = holder if holder.contains(clause.span) else clause.span
        return span.through(base.scope) if base is not None else span

    def _shared(self, text: str, clause: Clause, zone: Zone, draft: Draft, line: Line) -> list[Draft]:
        """One figure for each of several names."""
        if not self._series.is_shared(text, zone):
            return [draft]
        here = [each for each in clause.mentions if each.span.end <= zone.figure.span.start]
        series = self._series.series(text, here) or line.series
        types = {each.mention.type for each in series}
        if len(series) < 2 or draft.subject.mention.type not in types:
            return [draft]
        return [dataclasses.replace(draft, subject=each, rule="each") for each in series]

    def _divided(self, text: str, clause: Clause, drafts: list[Draft], line: Line) -> list[Draft]:
        """Figures in the order of names, of metrics or of periods."""
        first = clause.figures[0].span.start
        here = [each for each in clause.mentions if each.span.end <= first]
        series = self._series.series(text, here) or line.series
        if len(series) == len(drafts):
            metric = drafts[0].metric
            return [
                dataclasses.replace(draft, subject=each, metric=metric, rule="respectively")
                for draft, each in zip(drafts, series, strict=True)
            ]
        metrics = self._series.metrics(drafts[0].metric, len(drafts))
        if metrics:
            return [dataclasses.replace(each, metric=name) for each, name in zip(drafts, metrics, strict=True)]
        whens = self._series.whens(clause, len(drafts))
        if whens:
            metric = drafts[0].metric
            return [
                dataclasses.replace(each, when=when, metric=metric) for each, when in zip(drafts, whens, strict=True)
            ]
        return drafts

    def _hand_on(self, text: str, clause: Clause, line: Line) -> None:
        """Carry the topic, the product, the list of names and the period of a clause to the next."""
        if clause.inside:
            return
        candidates = self._subjects.candidates(text, clause, clause.span.end)
        topics = [each for each in candidates if each.role is Role.TOPIC]
        best = self._subjects.best(topics)
        if best is not None:
            line.topic, line.sure = best.mention, 0.85
            if self._fines and self._fines.can_be(best.mention):
                line.party = best.mention
        for each in candidates:
            if each.mention.mention.type in self._figures.product_types and each.role is not Role.ASIDE:
                line.thing = each.mention
        line.series = self._series.series(text, clause.mentions) or line.series
        line.when = combined_with(line.when, carried_from(clause, line.when))
