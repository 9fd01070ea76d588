"""From the figures of one clause to drafts of observations: subject, metric, period, modality.

Composes the readers beside it; what each looks for is theirs. What is carried from clause to clause stands in a `Line`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from kg.extract.annotated import EntityMention
from kg.extract.observations.choice import Subject, SubjectChooser
from kg.extract.observations.dating import Dater, Topic
from kg.extract.observations.draft import Draft
from kg.extract.observations.fines import FineReader
from kg.extract.observations.headings import HeadingReader
from kg.extract.observations.line import Line
from kg.extract.observations.measure import UnitGuess
from kg.extract.observations.metric_text import MetricText, MetricWords
from kg.extract.observations.modality import ModalityReader
from kg.extract.observations.onward import OnwardReader, converts, is_series
from kg.extract.observations.passing import Passing
from kg.extract.observations.ranking import Ranker
from kg.extract.observations.situation import Situation
from kg.extract.observations.spot import Spot
from kg.extract.observations.spread import Spreader
from kg.extract.observations.stretches import StretchReader
from kg.extract.observations.view import Clause
from kg.extract.observations.when import lasting, when_of
from kg.extract.observations.worth import Worth
from kg.extract.observations.zones import Zoner
from kg.model.fact import Modality
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.metrics import Metrics
from kg.ontology.pack import Pack
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.tokenizer import Tokenizer

_UNKNOWN = 8
"""How many signs a unit that is not known may have."""

_FINED = 0.95
"""How sure it is who is fined."""


class Drafter:
    """Drafts the observations of clauses."""

    def __init__(self, pack: Pack, figures: Figures, metrics: Metrics, tokenizer: Tokenizer, ranker: Ranker) -> None:
        language = pack.language
        self._figures = figures
        self._noticed = tuple(language.reporting.noticed)
        self._actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._kinds = tuple(figures.kinds)
        self._onward = OnwardReader(language)
        self._bare = re.compile(rf"{any_of(language.reporting.tail)}\s*([0-9][0-9.,]*)[^0-9]{{0,{_UNKNOWN}}}$")
        self._digit = re.compile("[0-9]")
        self._dater = Dater(language, figures)
        self._zoner = Zoner(language.reporting, tokenizer)
        self._worth = Worth(language)
        self._words = MetricWords(language, figures, tokenizer)
        self._chooser = SubjectChooser(language, figures, tokenizer, ranker)
        self._spreader = Spreader(language, figures, metrics)
        self._modality = ModalityReader(language, tokenizer)
        self._passing = Passing(language, self._dater, self._modality, self._chooser)
        self._headings = HeadingReader(language, metrics)
        self._units, self._stretches = UnitGuess(language, metrics), StretchReader(language)
        self._fines = FineReader(figures.fine) if figures.fine else None

    def read(self, text: str, clauses: Sequence[Clause], line: Line) -> None:
        """Draft the figures of the last of some clauses.

        Args:
            text: the document's text.
            clauses: the clauses of the sentence up to the one to read.
            line: what is handed to it; takes the drafts, and all else that the clause hands on.
        """
        clause = clauses[-1]
        cast = self._chooser.cast(text, clause)
        if not clause.figures:
            if self._is_bare(text, clause):
                line.base, line.lost = None, True
            if not clause.inside:
                self._passing.hand_on(cast, line, ())
            return
        reported = tuple(self._worth.reported(text, clause))
        zones = self._zoner.zones(text, clause, reported, self._worth.start(text, clause, reported))
        count = len(line.drafts)
        for zone in zones:
            self._read_figure(Spot(text, clauses, clause, cast, zone), line)
        drafts = line.drafts[count:]
        if len(drafts) == len(zones) > 1:
            drafts = tuple(self._spreader.spread(text, clauses, zones, drafts, line))
            line.drafts = (*line.drafts[:count], *drafts)
        if not clause.inside:
            self._passing.hand_on(cast, line, drafts)

    def _is_bare(self, text: str, clause: Clause) -> bool:
        """Whether a clause tells a number that nothing counts, of which the next may tell the change: 指数为55."""
        start, end = clause.span.start, clause.span.end
        near = self._digit.search(text, max(start, end - _UNKNOWN - 1), end)  # seldom any
        found = self._bare.search(text, start, end) if near else None
        return found is not None and not any(each.span.end > found.start(1) for each in clause.periods)

    def _read_figure(self, spot: Spot, line: Line) -> None:
        """Draft a figure."""
        if self._read_fine(spot, line):
            return
        opener = self._chooser.opener(spot.cast, spot.zone.figure.span.start)
        opened = opener.span if opener else None
        words = self._words.read(spot.text, spot.clauses, spot.zone, opened)
        subject = self._chooser.choose(_situation(spot, words, line))
        if subject is None:
            _lose(words, line)
            return
        here = subject.mention.span if spot.clause.span.contains(subject.mention.span) else None
        if words.is_relative and line.lost and here is None:
            return
        if here != opened:
            words = self._words.read(spot.text, spot.clauses, spot.zone, here)
        if here and self._is_another(subject.mention, words, line):
            # An index is no part of the words of its change: 沪指跌1% counts 跌.
            name = here.of(spot.text)
            words = self._words.changed(words, name if name.endswith(self._kinds) else "")
        if subject.rule == "headed":
            words = self._words.limited(spot.text, spot.clause, spot.zone, subject.mention.span) or words
        elif here:
            words = self._without_subject(spot, subject, words)
        grown = self._words.grown(spot.text, spot.clauses) if words.is_relative and line.base is None else ""
        if grown:
            words = words._replace(before=grown + words.before, is_relative=False)
        draft = self._draft(spot, subject, words, line)
        if draft is None:
            _lose(words, line)
        else:
            self._carry(spot, draft, line, grown)

    def _draft(self, spot: Spot, subject: Subject, words: MetricText, line: Line) -> Draft | None:
        """The figure with its subject and words, None where it has no metric or no unit."""
        zone = spot.zone
        words = self._own(spot, words, line)
        base = line.base if self._onward.repeats(spot, words, line) else None
        is_led = bool(line.drafts) and self._onward.is_led(spot, line.drafts[-1])
        base = self._onward.base(spot, line) if words.is_relative or is_led else base
        if self._words.is_sum(words) and self._sums_other(spot, base, line):
            base = None
        if base and base is not line.base and not is_led:
            base = dataclasses.replace(base, metric=self._words.base(base.metric))
        if base and self._onward.is_level(spot, base):
            words = words._replace(before="")
        here = spot.clause.span.contains(subject.mention.span)
        goes_on = base is None and not here and self._words.is_sum(words)
        told = self._words.told(spot.text, spot.clauses) if goes_on else ""
        metric = self._words.metric(words, base.metric if base else told) or self._counted(spot, subject)
        metric = metric or self._headings.metric(spot, subject.mention, line.drafts[-1] if line.drafts else None)
        then = self._dater.then_told(spot.text, spot.clause, zone.figure) if base else None
        if base and then and not (then.is_origin and words.before):
            metric = base.metric
        behind = zone.until.of(spot.text) if zone.until else ""
        quantity = self._units.complete(zone.figure.quantity, metric, base.quantity if base else None, behind)
        # 与2021年的3.1亿元相比: a time alone says nothing of what is counted.
        is_time = any(each.span.of(spot.text) == metric for each in spot.clause.periods)
        if not metric or is_time or self._onward.only_lasts(metric):
            return None
        if quantity is None or self._stretches.is_stretch(spot.text, zone, words):
            return None
        modality = self._modal(spot, line)
        carried = line if modality is Modality.ASSERTED else line.within(lasting(line.when))
        topic = Topic(subject.mention, metric, base, not words.before)
        if base and not words.before and converts(spot, base.figure):
            when = base.when
        else:
            when = self._dater.when(spot.text, spot.clause, zone.figure, topic, carried)
        return Draft(
            subject.mention,
            metric,
            quantity,
            zone.figure,
            when,
            _scope(spot, base),
            modality,
            subject.sure,
            subject.rule,
            words.span,
            base is not None,
        )

    def _sums_other(self, spot: Spot, base: Draft | None, line: Line) -> bool:
        """Whether a sum is of what this sentence told, or of what the last figure only limits, not of that figure."""
        is_limit = base is not None and self._onward.is_limit(base)
        return is_limit or (not line.drafts and bool(self._words.told(spot.text, spot.clauses)))

    def _own(self, spot: Spot, words: MetricText, line: Line) -> MetricText:
        """The words without those of a rank or of the figure before, with what is told to last."""
        if spot.zone.figure.kind is not UnitKind.TIME:  # 连续3年居首 counts years of a rank
            words = self._headings.unranked(words)
        words = self._onward.lasting(spot, words, line)
        return words._replace(before="") if is_series(spot, words, line) else words

    def _counted(self, spot: Spot, subject: Subject) -> str:
        """The name of a class that its clause counts without other words: 云州小额贷款公司共有280家."""
        span, figure = subject.mention.span, spot.zone.figure
        if figure.kind is not UnitKind.COUNT or subject.mention.mention.type in self._actors:
            return ""
        if not spot.clause.span.start <= span.start or span.end > figure.span.start:
            return ""
        return self._worth.kept(spot.text, spot.clause, span, spot.cast.opening).of(spot.text)

    def _carry(self, spot: Spot, draft: Draft, line: Line, grown: str) -> None:
        """Leave a drafted figure for the next; what was told to have `grown` is what that goes on with."""
        if not draft.follows and not spot.clause.inside:
            metric = grown or self._words.base(draft.metric)
            line.base = draft if metric == draft.metric else dataclasses.replace(draft, metric=metric)
            line.lost = False
        shared = self._spreader.shared(spot.text, spot.clause, spot.zone, draft, line)
        if not shared:
            line.base, line.lost = None, True
        line.drafts = (*line.drafts, *shared)
        line.modality = draft.modality

    def _is_another(self, mention: EntityMention, words: MetricText, line: Line) -> bool:
        """Whether a change is of another thing than the figure before, so has a metric of its own: 委托贷款增加."""
        if not words.is_relative or mention.mention.type not in self._figures.product_types:
            return False
        return line.base is None or line.base.subject.entity != mention.entity

    def _without_subject(self, spot: Spot, subject: Subject, words: MetricText) -> MetricText:
        """The words of a figure whose subject its clause names: what names the subject is none of them."""
        text, zone, span = spot.text, spot.zone, subject.mention.span
        if span.start < zone.figure.span.end:
            is_thing = subject.mention.mention.type in self._figures.product_types and span.of(text).endswith(
                self._kinds
            )
            return self._words.named(words, span.of(text)) if is_thing else words
        if words.before:
            return self._words.without(text, zone, span, words)
        return self._words.after_only(text, zone, span)

    def _modal(self, spot: Spot, line: Line) -> Modality:
        start, end = spot.clause.span.start, spot.zone.figure.number.start
        if start == end:
            return Modality.ASSERTED
        names = [each.span for each in spot.clause.mentions]
        return self._modality.read(spot.text, Span(start, end), names, line.modality)

    def _read_fine(self, spot: Spot, line: Line) -> bool:
        """Draft a fine or a sentence; whether the figure is one of them."""
        text, clauses, figure = spot.text, spot.clauses, spot.zone.figure
        metric = self._fines.metric_of(text, spot.clause, spot.zone) if self._fines else None
        if self._fines is None or metric is None:
            return False
        if self._fines.is_of_unknown(text, clauses, figure) or self._fines.is_of_several(text, spot.clause, figure):
            return True
        party = line.party
        if party is not None and self._fines.is_judge(text, party):
            party = None
        fined = self._fines.fined(text, clauses, figure) or party
        quantity = self._units.complete(figure.quantity, metric, None)
        if fined is None or quantity is None:
            return True
        noticed = any(text.endswith(self._noticed, each.span.start, each.span.end) for each in clauses)
        when = when_of(spot.clause, figure.span, lasting(line.when) if noticed else line.when)
        scope, modality = spot.clause.span, self._modal(spot, line)
        draft = Draft(fined, metric, quantity, figure, when, scope, modality, _FINED, "fine")
        line.drafts = (*line.drafts, *self._spreader.fined(text, spot.clause, spot.zone, draft, line))
        return True


def _lose(words: MetricText, line: Line) -> None:
    """Pass over a figure that is of nobody or has no unit: changes told behind it are of nothing before it either."""
    if not words.is_relative:
        line.base, line.lost = None, True


def _situation(spot: Spot, words: MetricText, line: Line) -> Situation:
    around, start = words.before + words.after, spot.clauses[0].span.start
    return Situation(
        spot.text,
        spot.clause,
        spot.cast,
        spot.zone,
        start,
        around,
        words.is_relative,
        bool(words.before) or words.serves,
        line,
    )


def _scope(spot: Spot, base: Draft | None) -> Span:
    """The clauses that state a figure: its own, of a bracket the one that holds it, and that of its base."""
    own = spot.clause.span
    holder = next((each.span for each in reversed(spot.clauses) if not each.inside), own)
    span = holder if holder.contains(own) else own
    return span.through(base.scope) if base is not None else span
