"""What a clause tells of and hands on to those after it.

All of it is read when a figure asks: few clauses have figures behind them that look so far.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence
from typing import Literal

from kg.extract.annotated import EntityMention
from kg.extract.lazy import lazy
from kg.extract.observations.cast import Cast
from kg.extract.observations.draft import Draft
from kg.extract.observations.series import SeriesReader
from kg.extract.observations.sighting import Shown
from kg.extract.observations.subjects import Candidate, Role, SubjectReader
from kg.extract.observations.unnamed import UnnamedReader
from kg.extract.observations.zones import Zone
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of

Part = Literal["topic", "thing", "party", "voice"]

_MEMBER = 12
"""How many signs a further member of a list of kinds has."""

_OPENING = frozenset({"here-topic", "here-inner", "owner", "counted", "founded"})
"""What found the subjects that a clause hands on as its topic."""


class ToldReader:
    """Reads what clauses tell of."""

    def __init__(self, language: Language, figures: Figures, subjects: SubjectReader) -> None:
        self.subjects = subjects
        self.unnamed = UnnamedReader(language, figures)
        self.series = SeriesReader(language, figures)
        self.unfit = frozenset((*figures.place_types, *figures.opening_types))
        self.topics = frozenset(figures.topic_types)
        self.things = frozenset(figures.product_types)
        self.voices = frozenset(figures.voice_types)
        self.parties = frozenset(figures.fine.subjects if figures.fine else ())
        self.channels = tuple(figures.channels)
        self._kinds = tuple(figures.kinds)
        self._common = (*figures.kinds, *figures.channels)
        stop = re.escape(language.punctuation.clause + language.punctuation.sentence)
        # 甲贷款、乙贷款余额: the stock is of all of a list.
        further = rf"(?:{any_of(language.reporting.and_)}[^{stop}0-9]{{1,{_MEMBER}}}?)*?"
        stock = rf"{further}{any_of(language.reporting.stock)}"
        self._stock, self._held = re.compile(stock), re.compile(any_of(figures.kinds) + stock)
        self._groups = frozenset(figures.opening_types)
        self._marks = frozenset(pair[0] for pair in language.punctuation.quotes)

    def is_stock(self, text: str, mention: EntityMention) -> bool:
        """Whether a kind of things is only named with its stock, which someone has: 存款余额."""
        if mention.mention.type in self._groups:
            # 小微企业贷款余额: who has the loans does not tell whose stock it is.
            return self._held.match(text, mention.span.end) is not None
        if mention.mention.type not in self.things or not self._stock.match(text, mention.span.end):
            return False
        return self._is_kind(text, mention, self._kinds)

    def is_part(self, text: str, mention: EntityMention, zone: Zone, last: Sequence[Draft]) -> bool:
        """Whether a kind right before a sum is one more part of what the last figure's owner has.

        寿险保费3亿元，健康险2亿元: both are the insurer's.
        """
        if zone.figure.kind is not UnitKind.MONEY or mention.span.end != zone.figure.span.start:
            return False
        if not last or last[-1].subject.mention.type in self.things or mention.mention.type not in self.things:
            return False
        return self._is_kind(text, mention, self._kinds)

    def is_proper(self, text: str, mention: EntityMention) -> bool:
        """Whether a thing has a name of its own, and is none that others are only got through: 青禾贷, no 消费贷款."""
        if mention.mention.type not in self.things:
            return False
        return not self._is_kind(text, mention, self._common)

    def _is_kind(self, text: str, mention: EntityMention, ends: tuple[str, ...]) -> bool:
        """Whether a thing is named by its kind alone: 终身寿险, no “福满一生”终身寿险."""
        start, end = mention.span.start, mention.span.end
        return text.endswith(ends, start, end) and text[start] not in self._marks


class Told:
    """What a clause tells of.

    `start` is where the clause begins; it `is_of_any` where it names anything, or a figure of it has a subject.
    `before` is the clause of the document before it; `found` remembers what was looked for from here backwards, `shown`
    what figures behind it see of what it names.
    """

    def __init__(
        self, reader: ToldReader, cast: Cast, drafts: Sequence[Draft], earlier: tuple[Told, ...], before: Told | None
    ) -> None:
        """What a clause tells of that names a cast.

        Args:
            reader: how it is read.
            cast: what the clause names.
            drafts: those of its figures.
            earlier: the clauses of its sentence before it.
            before: the clause of the document before it.
        """
        self.reader = reader
        self.cast = cast
        self.before = before
        self.found: dict[Part, Told | None] = {}
        self.shown: tuple[Shown, ...] | None = None
        self.start = cast.clause.span.start
        self.is_of_any = bool(cast.clause.mentions or drafts)
        self._drafts = drafts
        self._earlier = earlier

    @lazy
    def candidates(self) -> tuple[Candidate, ...]:
        """What may be its subject."""
        return self.cast.all

    @lazy
    def best(self) -> Candidate | None:
        """Its likeliest subject."""
        return self.reader.subjects.best(self.candidates)

    @lazy
    def speakers(self) -> tuple[EntityMention, ...]:
        """Those who bring the news or speak in it."""
        text, clause, brings = self.cast.text, self.cast.clause, self.reader.subjects.voices.brings
        return tuple(each.mention for each in self.candidates if brings(text, clause, each.mention))

    @lazy
    def leads(self) -> bool:
        """Whether it tells of someone who does more than speak."""
        text, clause, voices = self.cast.text, self.cast.clause, self.reader.subjects.voices
        topics = (each.mention for each in self.candidates if each.role is Role.TOPIC)
        fit = [each for each in topics if each.mention.type not in self.reader.unfit]
        return any(not voices.says(text, clause, each) for each in fit) and not voices.briefs(text, clause)

    @lazy
    def follows(self) -> bool:
        """Whether an earlier clause of the sentence leads."""
        return any(each.leads for each in self._earlier)

    @lazy
    def unnamed(self) -> int | None:
        """Where an actor without a name stands that it is about."""
        return self.reader.unnamed.opener(self.cast, self.best)

    @property
    def only_speaks(self) -> bool:
        """Whether all that may be its subject only speak."""
        free = [each.mention for each in self.candidates if each.role is not Role.ASIDE]
        return all(each in self.speakers for each in free)

    @lazy
    def topic(self) -> EntityMention | None:
        """The actor that it is about: the last one that it reports a figure of, else the one that it names."""
        topics = self.reader.topics
        reported = (each for each in reversed(self._drafts) if each.rule in _OPENING)
        return next((each.subject for each in reported if each.subject.mention.type in topics), self._own)

    @lazy
    def _own(self) -> EntityMention | None:
        """What it names as its topic; who only speaks of others is not, nor is a kind of which it tells the stock."""
        reader, text = self.reader, self.cast.text
        topics = [
            each
            for each in self.candidates
            if each.role is Role.TOPIC and each.mention not in self.speakers and not reader.is_stock(text, each.mention)
        ]
        best = reader.subjects.best(topics)
        return best.mention if best else None

    @lazy
    def thing(self) -> EntityMention | None:
        """The last product that it is about."""
        is_thing = self._is_thing
        if drafted := [each.subject for each in self._drafts if is_thing(each.subject)]:
            return drafted[-1]
        if self._types.isdisjoint(self.reader.things):  # as mostly
            return None
        return next((each.mention for each in reversed(self.candidates) if is_thing(each.mention)), None)

    def _is_thing(self, mention: EntityMention) -> bool:
        """Whether a mention is of a product, and of none that others are only got through."""
        if mention.mention.type not in self.reader.things:
            return False
        return not self.cast.text.endswith(self.reader.channels, mention.span.start, mention.span.end)

    @lazy
    def party(self) -> EntityMention | None:
        """Its topic, if that could be fined."""
        parties = self.reader.parties
        if self._types.isdisjoint(parties):  # as mostly
            return None
        return self._own if self._own and self._own.mention.type in parties else None

    @lazy
    def voice(self) -> EntityMention | None:
        """The last body that speaks in it."""
        voices = self.reader.voices
        if self._types.isdisjoint(voices):  # as mostly
            return None
        return next((each for each in reversed(self.speakers) if each.mention.type in voices), None)

    @lazy
    def _types(self) -> frozenset[str]:
        """The types of what the clause names."""
        return frozenset([each.mention.type for each in self.cast.clause.mentions])

    @lazy
    def seen(self) -> EntityMention | None:
        """The last mention of the strongest types that is no bringer or speaker."""
        subjects, text, clause = self.reader.subjects, self.cast.text, self.cast.clause
        backwards = (each for each in reversed(clause.mentions) if subjects.rank(each) == 0)
        return next((each for each in backwards if not subjects.voices.brings(text, clause, each)), None)

    @lazy
    def series(self) -> tuple[EntityMention, ...]:
        """Its last list of names."""
        return self.reader.series.series(self.cast.text, self.cast.clause.mentions, wide=True)

    def latest(self, part: Part) -> Told | None:
        """The last clause up to this one that has a topic, a thing or a party; remembered for those who ask later."""
        if part in self.found:
            return self.found[part]
        own = operator.attrgetter(part)
        each: Told | None = self
        while each is not None and part not in each.found and not (each.is_of_any and own(each)):
            each = each.before
        found = each.found.get(part, each) if each is not None else None
        self.found[part] = found
        return found
