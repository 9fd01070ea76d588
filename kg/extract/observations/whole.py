"""What a whole document is about, as figures may be of it: the things named most or in the title, the nation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.annotated import EntityMention
from kg.extract.observations.situation import Sighting, Situation
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of, not_before


class WholeReader:
    """Finds what a figure may be of wherever it stands."""

    def __init__(self, language: Language, figures: Figures) -> None:
        words = language.reporting
        self._nation = re.compile(any_of(words.nation))
        self._local = re.compile(rf"{any_of(words.local)}{not_before(words.local_not_before)}")
        self._levels = tuple(words.place_levels)
        self._level = {word: level for level, meant in words.leveled.items() for word in meant}
        self._national = re.compile(any_of(figures.national_words))
        self._acting = frozenset(figures.acting_types)
        self._places = frozenset(figures.place_types)
        actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._holding = self._acting - frozenset(figures.speaker_types)
        self._owning = (actors - frozenset(figures.speaker_types)) | self._places

    def local(self, situation: Situation) -> re.Match[str] | None:
        """The word for a place without its name that opens the figure's clause: 全市存款余额."""
        return self._local.match(situation.text, situation.cast.opening)

    def sightings(self, situation: Situation, *, is_open: bool) -> Iterator[Sighting]:
        """What the whole document is about, and the nation where words for it or a mere source stand before."""
        line = situation.line
        nation = self._nation.match(situation.words) if is_open else None
        free = next((each for each in reversed(line.told) if each.best is not None), None)
        sourced = ("sourced",) if free is not None and free.only_speaks else ()
        wide = ("national",) if self._is_national(situation) else ()
        yield from self._of_place(situation)
        for word, mention in line.nations:
            meant = ("nation",) if nation and nation.group() == word else ("country",) if nation else ()
            yield Sighting(mention, "named", (*meant, *sourced, *wide))
        of_place = line.topic is not None and line.topic.mention.type in self._places
        if wide and not line.nations and not of_place and line.voice is not None:
            yield Sighting(line.voice, "carried", ("voiced",))
        for mention, mark in line.document:
            is_place = mark == "most" and mention.mention.type in self._places
            if is_place and mention.span.start > situation.zone.figure.span.start:
                continue  # no text counts for a place that it names only later
            own = ("regional",) if is_place and not line.nations and wide else ()
            yield Sighting(mention, "named", (f"{mark} {mention.mention.type}", *own))

    def _is_national(self, situation: Situation) -> bool:
        """Whether a figure counts what a nation has, and none who acts was told of that could have it: 社会融资规模."""
        line, start = situation.line, situation.clause.span.start
        if not self._national.search(situation.text, start, situation.zone.figure.span.start):
            return False
        nations = {mention.entity for _, mention in line.nations}
        if not nations:
            nations = {mention.entity for mention, mark in line.document if mark == "most"}
        here = (each for each in situation.clause.mentions if each.mention.type in self._places)
        if any(each.entity not in nations for each in here):
            return False
        if line.drafts and line.drafts[-1].subject.mention.type in self._holding:
            return False  # 辖内银行贷款3亿元，其中，小微企业贷款1亿元
        told = (line.topic, line.seen, line.drafts[-1].subject if line.drafts else None)
        return all(each is None or each.entity in nations or each.mention.type not in self._owning for each in told)

    def _of_place(self, situation: Situation) -> Iterator[Sighting]:
        """The place that the document names most, where a word for it opens the clause and no one of it acts."""
        word = self.local(situation)
        if word is None:
            return
        acting = (each for each in situation.clause.mentions if each.mention.type in self._acting)
        if any(word.end() <= each.span.start <= word.end() + 1 for each in acting):
            return
        for mention, mark in situation.line.document:
            if mark == "most" and mention.mention.type in self._places and self.is_of_level(situation, mention):
                yield Sighting(mention, "named", ("local second" if situation.lead else "local",))

    def is_of_level(self, situation: Situation, mention: EntityMention) -> bool:
        """Whether a place may be the one meant by its level alone: no town by 全省, no province by 全市."""
        word = self.local(situation)
        level = self._level.get(word.group()) if word is not None else None
        name = mention.span.of(situation.text)
        return level is None or name.endswith(level) or not name.endswith(self._levels)
