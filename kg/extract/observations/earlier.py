"""What the clauses of a sentence before that of a figure name.

Most of what is to say of it is the same whichever figure asks, so that it is put together once for a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.observations.agency import AgencyReader
from kg.extract.observations.extremes import ExtremeReader
from kg.extract.observations.holders import HolderReader
from kg.extract.observations.introductions import IntroductionReader
from kg.extract.observations.sighting import Shown, Sighting
from kg.extract.observations.situation import Situation
from kg.extract.observations.stocks import StockReader
from kg.extract.observations.subjects import Candidate, Role
from kg.extract.observations.told import Told, ToldReader
from kg.model.mention import Reference
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of

_PLACES = {Role.TOPIC: "told-topic", Role.INNER: "told-inner", Role.ASIDE: "told-aside"}


class EarlierReader:
    """Sees what earlier clauses name."""

    def __init__(self, language: Language, figures: Figures, told: ToldReader, stocks: StockReader) -> None:
        self._told = told
        self._stocks = stocks
        self._classes = frozenset(figures.class_types)
        self._holders = HolderReader(language, figures, AgencyReader(language, figures))
        self._extremes = ExtremeReader(language)
        self._introductions = IntroductionReader(language, told)
        self._run = re.compile(rf"{any_of(language.reporting.operating)}(?=$|\W)")
        self._operating = re.compile(rf"{any_of(language.reporting.operators)}.{{0,3}}$")

    def sightings(self, situation: Situation, *, is_open: bool) -> Iterator[Sighting]:
        """What earlier clauses of the sentence name, the nearest first; `is_open` where its own names none."""
        is_stake = is_open and self._holders.is_stake(situation.words)
        near, holder = True, situation.clause.span.start - 1 if situation.clause.inside else -1
        start = situation.zone.figure.span.start
        for told in reversed(situation.line.told):
            for each in self._shown(told, situation):
                end, more = each.sighting.mention.span.end, []
                if each.is_stock or end == start:
                    more += self._stocks.marks(situation, each.sighting.mention, is_stock=each.is_stock)
                if self._is_counted(situation, each):
                    more.append("part")
                if end == holder:
                    more.append("bracketed")
                if near and each.candidate is told.best:
                    more.append("told-best near")
                if is_stake and told is situation.line.told[-1]:
                    more += ("told-holder",) * self._holders.is_told(
                        situation.text, told.cast.clause, each.sighting.mention
                    )
                if is_open and self._has_most(situation, told, each):
                    more.append("extreme")
                if each.is_introduced:
                    more += self._introductions.marks(situation, told, each.candidate)
                yield each.sighting.marked(more) if more else each.sighting
            near = near and told.best is None

    def _is_counted(self, situation: Situation, shown: Shown) -> bool:
        """Whether a class was counted as a part of what another figure is of: 其中银行31家、保险公司16家."""
        mention = shown.sighting.mention
        if situation.zone.figure.kind is not UnitKind.COUNT or mention.mention.type not in self._classes:
            return False
        own = (each for each in situation.line.drafts if each.figure.span.start == mention.span.end)
        return any(each.subject.entity != mention.entity for each in own)

    def _has_most(self, situation: Situation, told: Told, shown: Shown) -> bool:
        """Whether the clause right before tells that a thing has the most of what follows: 甲最多，为3亿元."""
        if told is not situation.line.told[-1] or told.cast.clause.figures:
            return False
        return self._extremes.shown(situation.text, told.cast.clause, shown.sighting.mention)

    def _shown(self, told: Told, situation: Situation) -> tuple[Shown, ...]:
        """What a clause names; remembered there."""
        if told.shown is None:
            told.shown = tuple([self._show(told, each, situation) for each in told.candidates])
        return told.shown

    def _show(self, told: Told, candidate: Candidate, situation: Situation) -> Shown:
        text, mention, voices = situation.text, candidate.mention, self._told.subjects.voices
        type_, marks = mention.mention.type, []
        if voices.vouches(text, mention):
            marks.append("vouches")
        if voices.quotes(text, told.cast.clause, mention):
            marks.append("expert")
        runs = self._run.match(text, mention.span.end, told.cast.clause.span.end)
        if runs or self._operating.search(text, told.start, mention.span.start):
            marks.append(f"operates {type_}")
        if told.follows:
            marks.append(f"told-second {type_}")
        if candidate.role is Role.TOPIC and mention.mention.reference is Reference.ANAPHORIC:
            marks.append(f"told-stands {type_}")
        if mention in told.speakers:
            # A source is the nearest that there is where no nation is named that its figures are of.
            only = told.only_speaks and not situation.line.nations
            marks.append(f"{'told-source' if only else 'told-speaks'} {type_}")
        return Shown(
            candidate,
            Sighting(mention, _PLACES[candidate.role], tuple(marks)),
            self._told.is_stock(text, mention),
            self._introductions.is_introduced(text, mention),
        )
