"""What a whole document is about, as figures may be of it: the things named most or in the title, the nation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.annotated import EntityMention
from kg.extract.observations.sighting import Sighting
from kg.extract.observations.situation import Situation
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of


class WholeReader:
    """Finds what a figure may be of wherever it stands."""

    def __init__(self, language: Language, figures: Figures) -> None:
        words = language.reporting
        self._nation = re.compile(any_of(words.nation))
        self._levels = tuple(words.place_levels)
        self._level = {word: level for level, meant in words.leveled.items() for word in meant}
        self._national = re.compile(any_of(figures.national_words))
        self._acting = frozenset(figures.acting_types)
        self._places = frozenset(figures.place_types)
        actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._holding = self._acting - frozenset(figures.speaker_types)
        self._owning = (actors - frozenset(figures.speaker_types)) | self._places

    def sightings(self, situation: Situation, *, is_open: bool) -> Iterator[Sighting]:
        """What the whole document is about, and the nation where words for it or a mere source stand before."""
        line = situation.line
        nation = self._nation.match(situation.words) if is_open else None
        wide = ("national",) if self._is_national(situation) else ()
        yield from self._of_place(situation)
        sourced = ("sourced",) if line.nations and self._is_sourced(situation) else ()
        for word, mention in line.nations:
            meant = ("nation",) if nation and nation.group() == word else ("country",) if nation else ()
            yield Sighting(mention, "named", (*meant, *sourced, *wide))
        of_place = line.topic is not None and line.topic.mention.type in self._places
        if wide and not line.nations and not of_place and line.voice is not None:
            yield Sighting(line.voice, "carried", ("voiced",))
        alone = is_open and all(each.best is None for each in line.told) and not self._counts_actors(situation)
        for each in line.most:
            if alone and each.mention.entity in line.main:
                yield each.marked((f"main {each.mention.mention.type}",))
            elif each.mention.mention.type not in self._places:
                yield each
            elif each.mention.span.start <= situation.zone.figure.span.start:
                # No text counts for a place that it names only later.
                yield each.marked(("regional",)) if wide and not line.nations else each
        yield from line.titled

    def _counts_actors(self, situation: Situation) -> bool:
        """Whether a number counts those who act themselves, which one of them has not: 已有8家消费金融公司换帅."""
        end = situation.zone.figure.span.end
        return any(each.span.start == end and each.mention.type in self._acting for each in situation.clause.mentions)

    def _is_sourced(self, situation: Situation) -> bool:
        """Whether the last clause before the figure that names anyone names only sources."""
        free = next((each for each in reversed(situation.line.told) if each.best is not None), None)
        return free is not None and free.only_speaks

    def _is_national(self, situation: Situation) -> bool:
        """Whether a figure counts what a nation has, and none who acts was told of that could have it: 社会融资规模."""
        line, start = situation.line, situation.clause.span.start
        if not self._national.search(situation.text, start, situation.zone.figure.span.start):
            return False
        nations = {mention.entity for _, mention in line.nations}
        if not nations:
            nations = {each.mention.entity for each in line.most}
        here = (each for each in situation.clause.mentions if each.mention.type in self._places)
        if any(each.entity not in nations for each in here):
            return False
        if line.drafts and line.drafts[-1].subject.mention.type in self._holding:
            return False  # 辖内银行贷款3亿元，其中，小微企业贷款1亿元
        told = (line.topic, line.seen, line.drafts[-1].subject if line.drafts else None)
        return all(each is None or each.entity in nations or each.mention.type not in self._owning for each in told)

    def _of_place(self, situation: Situation) -> Iterator[Sighting]:
        """The place that the document names most, where a word for it opens the clause and no one of it acts."""
        word = situation.cast.local
        if word is None:
            return
        acting = (each for each in situation.clause.mentions if each.mention.type in self._acting)
        if any(word.end() <= each.span.start <= word.end() + 1 for each in acting):
            return
        for mention in (each.mention for each in situation.line.most):
            if mention.mention.type in self._places and self.is_of_level(situation, mention):
                yield Sighting(mention, "named", ("local second" if situation.lead else "local",))

    def is_of_level(self, situation: Situation, mention: EntityMention) -> bool:
        """Whether a place may be the one meant by its level alone: no town by 全省, no province by 全市."""
        word = situation.cast.local
        level = self._level.get(word.group()) if word is not None else None
        name = mention.span.of(situation.text)
        return level is None or name.endswith(level) or not name.endswith(self._levels)
