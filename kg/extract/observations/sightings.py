"""Where the things stand that a figure may be of: in its clause, behind it, told of before, or of the whole document.

Only says what is there; what speaks for which of them is for `options`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.annotated import EntityMention
from kg.extract.observations.agency import AgencyReader
from kg.extract.observations.draft import Draft
from kg.extract.observations.earlier import EarlierReader
from kg.extract.observations.limits import LimitReader
from kg.extract.observations.sighting import EARLIER, Sighting
from kg.extract.observations.situation import Situation, handed
from kg.extract.observations.stocks import StockReader
from kg.extract.observations.subjects import Candidate, Role
from kg.extract.observations.told import ToldReader
from kg.extract.observations.whole import WholeReader
from kg.extract.observations.zones import Zone
from kg.model.mention import Reference
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of, not_before

_GAP = 6
"""How far behind a number the things may be named that it counts."""

_PARTS = {Role.TOPIC: "topic", Role.INNER: "inner", Role.ASIDE: "aside"}
_HERE = {role: f"here-{part}" for role, part in _PARTS.items()}


class SightingReader:
    """Finds the things that a figure may be of."""

    def __init__(self, language: Language, figures: Figures, told: ToldReader) -> None:
        words = language.reporting
        self._reader = told.subjects
        self._told_reader = told
        self._limits = LimitReader(language, figures)
        self._agency = AgencyReader(language, figures)
        self._possessed = re.compile(rf"{words.possessive}?.{{0,6}}?{any_of(figures.product_words)}")
        self._founding = re.compile(rf"{any_of(words.founding)}.{{0,4}}$")
        self._persons = frozenset(language.units.persons)
        self._attending = re.compile(rf"{any_of(words.attending)}.{{0,3}}$")
        self._places = frozenset(figures.place_types)
        self._firms = frozenset(figures.acting_types) - frozenset(figures.speaker_types)
        self._market = re.compile(rf"{any_of(words.markets)}{not_before(words.markets_not_before)}")
        self._stocks = StockReader(figures, told)
        self._earlier = EarlierReader(language, figures, told, self._stocks)
        self._event = re.compile(any_of(words.event))
        self._list = re.compile(any_of(words.and_))
        self._classes = frozenset(figures.class_types)
        self._whole = WholeReader(language, figures)
        self._among = re.compile(any_of(words.among))
        self._possessive = words.possessive

    def sightings(self, situation: Situation) -> Sequence[Sighting]:
        """All things in sight of a figure, the nearest first; a thing may be seen in several places.

        Where the figure is of an actor without a name, nothing told before that actor is in sight; a mere source of the
        document never is.
        """
        candidates = situation.cast.until(situation.zone.figure.span.start)
        best = self._reader.best(candidates)
        unnamed = self._unnamed_actor(situation, best)
        hidden, local = situation.line.credited, situation.cast.local
        if local is not None:
            # 全市存款余额 is no figure of the nation.
            hidden |= {mention.entity for _, mention in situation.line.nations}
        found = [each for each in self._all(situation, candidates, best) if each.mention.entity not in hidden]
        if local is not None:
            found = [each for each in found if each.place not in EARLIER or self._is_of_level(situation, each.mention)]
        if unnamed is not None:
            found = [each for each in found if each.place != "named" and each.mention.span.start >= unnamed]
        return found

    def _is_of_level(self, situation: Situation, mention: EntityMention) -> bool:
        """Whether a thing told before may be meant where its place is told without its name: no city by 全省."""
        return mention.mention.type not in self._places or self._whole.is_of_level(situation, mention)

    def _unnamed_actor(self, situation: Situation, best: Candidate | None) -> int | None:
        """Where the unnamed actor stands that a figure is of: in its clause, or the last one that tells of someone."""
        own = self._told_reader.unnamed.opener(situation.cast, best)
        if own is not None or best is not None:
            return own
        told = (each for each in reversed(situation.line.told) if each.best is not None or each.unnamed is not None)
        last = next(told, None)
        return last.unnamed if last is not None else None

    def _all(self, situation: Situation, candidates: Sequence[Candidate], best: Candidate | None) -> list[Sighting]:
        found = self._here(situation, candidates, best) if candidates else []
        found += self._headed(situation, candidates)
        found += self._behind(situation)
        found += self._earlier.sightings(situation, is_open=best is None)
        found += handed(situation, ("event",) if self._is_of_event(situation) else ())
        found += self._whole.sightings(situation, is_open=best is None)
        return found

    def _is_of_event(self, situation: Situation) -> bool:
        """Whether the sentence so far only goes on with an event, of which no clause names who acts in it."""
        if any(each.best is not None for each in situation.line.told):
            return False
        return self._event.match(situation.text, situation.cast.opening) is not None

    def _here(self, situation: Situation, candidates: Sequence[Candidate], best: Candidate | None) -> list[Sighting]:
        """What the clause names before the figure."""
        found: list[Sighting] = []
        is_second, start = situation.lead is not None, situation.zone.figure.span.start
        for candidate in candidates:
            mention = candidate.mention
            marks = self._how(situation, candidate) + self._what(situation, candidate)
            if is_second:
                marks.append(f"second {mention.mention.type}")
            if candidate is best:
                marks.append("best")
            if self._possessed.match(situation.text[mention.span.end : start]):
                found.append(Sighting(mention, "owner", ("nearest",) if candidate is candidates[-1] else ()))
            found.append(Sighting(mention, _HERE[candidate.role], tuple(marks)))
        return found

    def _how(self, situation: Situation, candidate: Candidate) -> list[str]:
        """The marks of what a thing does in the clause of the figure."""
        text, clause, mention = situation.text, situation.clause, candidate.mention
        marks: list[str] = []
        if self._reader.voices.brings(text, clause, mention):
            marks.append(f"speaks {mention.mention.type}")
        if self._reader.voices.vouches(text, mention):
            marks.append("vouches")
        if self._agency.is_level(text, mention, situation.zone.figure):
            marks.append("level")
        adjacent = mention.span.end == situation.zone.figure.span.start
        if (adjacent and self._agency.is_agent(text, mention)) or self._agency.holds(text, clause, mention):
            marks.append("agent")
        if self._reader.is_led(text, clause, mention):
            marks.append("led")
        if candidate.role is Role.INNER and text.startswith(self._possessive, mention.span.end):
            marks.append(f"having {mention.mention.type}")
        if self._agency.is_measure(text, clause, mention, situation.zone.figure):
            marks.append("measure")
        return marks

    def _is_part(self, situation: Situation, mention: EntityMention) -> bool:
        """Whether a class right before a number is only some of those told of: 金融机构56家，其中银行31家."""
        figure, last = situation.zone.figure, situation.line.drafts[-1:]
        if figure.kind is not UnitKind.COUNT or not any(
            each.span.start == mention.span.end for each in situation.clause.figures
        ):
            return False
        is_class = mention.mention.type in self._classes
        return is_class and bool(last) and last[0].quantity.unit == figure.quantity.unit

    def _is_market(self, situation: Situation, mention: EntityMention) -> bool:
        """Whether a place is only where a firm told of before does business: 中国市场销量3万辆."""
        topic = situation.line.topic
        if mention.mention.type not in self._places or topic is None or topic.mention.type not in self._firms:
            return False
        return self._market.match(situation.text, mention.span.end) is not None

    def _what(self, situation: Situation, candidate: Candidate) -> list[str]:
        """The marks of what it is: a kind with its stock, one more of a row, a thing with a name of its own."""
        mention = candidate.mention
        stock, marks = self._stocks.marks(situation, mention), []
        if candidate.role is Role.TOPIC and mention.mention.reference is Reference.ANAPHORIC:
            marks.append(f"stands {mention.mention.type}")
        if self._is_part(situation, mention):
            marks.append("part")
        if self._is_market(situation, mention):
            marks.append(f"market {mention.mention.type}")
        last = self._last(situation, mention)
        if stock and last and self._told_reader.is_proper(situation.text, last.subject):
            # 其中“青禾贷”3亿元，消费贷款余额2亿元: the kind is none of the named products.
            last = None
        if last and candidate.role is not Role.ASIDE and _is_parallel(last, mention):
            marks.append(f"parallel {_PARTS[candidate.role]}")
        if candidate.role is Role.TOPIC and self._told_reader.is_proper(situation.text, mention):
            marks.append(f"proper {mention.mention.type}")
        return stock + marks

    def _last(self, situation: Situation, mention: EntityMention) -> Draft | None:
        """The last figure, before a kind of things also that of the sentence before: 甲类新增…。乙类新增…."""
        line = situation.line
        past = line.past if mention.mention.type in self._told_reader.things else ()
        drafts = line.drafts or past
        return drafts[-1] if drafts else None

    def _headed(self, situation: Situation, candidates: Sequence[Candidate]) -> Iterator[Sighting]:
        """The product right behind a limit that it has: 最高20万元的装修贷款; another may be the topic (甲贷提供 …)."""
        owner = self._limits.owner(situation.text, situation.clause, situation.zone.figure)
        if owner is None:
            return
        topics = (each.mention.mention.type for each in candidates if each.role is Role.TOPIC)
        second = any(type_ == owner.mention.type for type_ in topics)
        yield Sighting(owner, "headed", ("headed second",) if second else ())

    def _behind(self, situation: Situation) -> Iterator[Sighting]:
        """What the clause names behind the figure, until the next one."""
        zone, figure = situation.zone, situation.zone.figure.span
        end = zone.until.end if zone.until else figure.end
        for mention in situation.clause.mentions:
            if not figure.end <= mention.span.start < end or self._reader.rank(mention) is None:
                continue
            gap = mention.span.start - figure.end
            if gap <= 2 and self._is_founded(situation.text, zone):
                yield Sighting(mention, "founded")
            described = situation.text.startswith(self._possessive, mention.span.start - len(self._possessive))
            marks = self._attended(situation, mention)
            if self._agency.holds(situation.text, situation.clause, mention):
                marks = ("held",)
            listed = self._list.match(situation.text, figure.end) is not None
            if zone.figure.kind in {UnitKind.COUNT, UnitKind.SHARE} and (gap <= _GAP or described) and not listed:
                yield Sighting(mention, "counted", (*self._counted(situation, mention), *marks))
            else:
                yield Sighting(mention, "behind", marks)

    def _attended(self, situation: Situation, mention: EntityMention) -> tuple[str, ...]:
        """The mark of what the persons take part in that a number counts: 60余人参加了现场会."""
        figure = situation.zone.figure
        if figure.quantity.unit not in self._persons:
            return ()
        attended = self._attending.search(situation.text, figure.span.end, mention.span.start)
        return (f"attended {mention.mention.type}",) if attended else ()

    def _is_founded(self, text: str, zone: Zone) -> bool:
        """设立5000亿元再贷款: the sum is what the thing founded has."""
        if zone.figure.kind is not UnitKind.MONEY or zone.before is None:
            return False
        return self._founding.search(text, zone.before.start, zone.before.end) is not None

    def _counted(self, situation: Situation, mention: EntityMention) -> tuple[str, ...]:
        """How the members stand that a number counts: 27家银行签约, 甲、乙两家银行, 服务27家银行."""
        clause, start = situation.clause, situation.zone.figure.span.start
        marks = []
        if not situation.is_led:
            marks.append(f"counted bare {mention.mention.type}")
        if any(each.span.end == start for each in clause.mentions):
            marks.append("counted apposed")
        if mention.span.end == clause.span.end:
            marks.append("counted ends")
        if self._among.match(situation.text, mention.span.end):
            marks.append("counted among")
        return tuple(marks)


def _is_parallel(last: Draft, mention: EntityMention) -> bool:
    """Whether a thing may follow the one that the last figure was of: 甲基金净值3元，乙基金净值2元.

    None that stands beside it (甲、乙共办理3万笔、金额2亿元).
    """
    own, is_behind = last.subject, last.figure.span.end <= mention.span.start
    return is_behind and own.entity != mention.entity and own.mention.type == mention.mention.type
