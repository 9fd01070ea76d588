"""What a sentence hands from figure to figure and from clause to clause."""

from __future__ import annotations

import datetime

from kg.extract.annotated import EntityMention
from kg.extract.observations.draft import Draft
from kg.extract.observations.sighting import Sighting
from kg.extract.observations.told import Told
from kg.extract.observations.when import NEVER, When
from kg.model.fact import Modality

_THING = 300
"""How many signs after it a product may still be what rates and terms are told of."""


class Line:
    """What a sentence hands from clause to clause; each figure and each clause writes what it leaves into it.

    `told` is what the clauses of the sentence told of, `last` what the last one of the document did; `since` is where
    the sentence begins, or the one that it goes on with.

    `nations` are the words that name the nation with a mention of each, `day` the last single day told,
    `account` the last stretch of months that something was told to have happened in, `base` the last figure
    whose metric stands by itself (`lost` where that is of nobody), `drafts` all so far, `past` those of the
    sentence before in the same paragraph. `most` and `titled` are the things that the whole text is about,
    `credited` the entities that it only names as its sources, `date` is its day, `main` the firms that it is about
    alone; `several` are the firms that a clause of the sentence counted (三家公司分别为).
    """

    def __init__(
        self,
        nations: tuple[tuple[str, EntityMention], ...],
        most: tuple[Sighting, ...],
        titled: tuple[Sighting, ...],
        credited: frozenset[str],
        date: datetime.date | None = None,
    ) -> None:
        """The line of a document's first sentence."""
        self.told: tuple[Told, ...] = ()
        self.last: Told | None = None
        self.since = 0
        self.nations = nations
        self.most = most
        self.titled = titled
        self.credited = credited
        self.date = date
        self.main: frozenset[str] = frozenset()
        self.when = NEVER
        self.day = NEVER
        self.account = NEVER
        self.modality = Modality.ASSERTED
        self.base: Draft | None = None
        self.lost = False
        self.drafts: tuple[Draft, ...] = ()
        self.past: tuple[Draft, ...] = ()
        self.several: tuple[EntityMention, ...] = ()

    def next(self, since: int, when: When, past: tuple[Draft, ...]) -> Line:
        """The line of a sentence that begins at `since` and does not go on with the one before."""
        line = Line(self.nations, self.most, self.titled, self.credited, self.date)
        line.main = self.main
        line.last, line.day, line.account = self.last, self.day, self.account
        line.since, line.when, line.past = since, when, past
        return line

    def tell(self, when: When) -> None:
        """Take a stretch that something is told to have happened in; of several of a sentence the latest holds on."""
        known, end = self.account, when.period.end
        if end is None or (self.date is not None and end > self.date):
            return
        is_near = known.span is not None and known.span.start >= self.since
        if not (is_near and known.period.end is not None and end < known.period.end):
            self.account = when

    def within(self, when: When) -> Line:
        """The line for what is not so yet, with another period."""
        line = self.next(self.since, when, self.past)
        line.told, line.modality, line.base = self.told, self.modality, self.base
        line.lost, line.drafts, line.account = self.lost, self.drafts, NEVER
        line.several = self.several
        return line

    @property
    def topic(self) -> EntityMention | None:
        """The last actor that a clause was about; of sentences before only one of the types that they hand on."""
        told = self.last.latest("topic") if self.last else None
        if told is None or told.topic is None:
            return None
        topics = told.reader.topics
        is_near = told.start >= self.since or not topics
        return told.topic if is_near or told.topic.mention.type in topics else None

    @property
    def thing(self) -> EntityMention | None:
        """The last product that a clause was about; of sentences before only one that stands near."""
        told = self.last.latest("thing") if self.last else None
        if told is None or told.thing is None:
            return None
        return told.thing if told.start >= self.since or self.since - told.thing.span.end <= _THING else None

    @property
    def party(self) -> EntityMention | None:
        """The last one who could be fined."""
        told = self.last.latest("party") if self.last else None
        return told.party if told else None

    @property
    def voice(self) -> EntityMention | None:
        """The last body that spoke."""
        told = self.last.latest("voice") if self.last else None
        return told.voice if told else None

    @property
    def seen(self) -> EntityMention | None:
        """The last actor that the sentence names at all."""
        return next((each.seen for each in reversed(self.told) if each.seen), None)

    @property
    def series(self) -> tuple[EntityMention, ...]:
        """The last list of names in the sentence that share a part (甲、乙、丙)."""
        return next((each.series for each in reversed(self.told) if each.series), self.several)
