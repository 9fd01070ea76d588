"""Who may be the subject of a figure, each with the signs that speak for and against it.

Puts together what was seen of each thing; which of them it is, is for `ranking`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.annotated import EntityMention
from kg.extract.observations.sighting import EARLIER, HANDED, Sighting
from kg.extract.observations.sightings import SightingReader
from kg.extract.observations.signs import ORDER, OWN, SignReader
from kg.extract.observations.situation import Situation
from kg.extract.observations.when import LED
from kg.extract.soon import Soon
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of, not_before

_PUNISHED = 12
"""How far behind a figure the word may begin for how someone is punished."""

_NAMED = 5
"""How many signs a name has at least that a noun may stand for."""

_COUNTED = 6
"""How many signs may stand between the word for the rest and the holders that it tells of."""

_NOUN = 2
"""How many signs such a noun has."""


class Option:
    """A thing that a figure may be of: the mention that would show it, where it stands, what speaks for it."""

    __slots__ = ("mention", "place", "signs")

    def __init__(self, mention: EntityMention, place: str, signs: frozenset[str]) -> None:
        self.mention = mention
        self.place = place
        self.signs = signs


class Asked:
    """A figure whose subject is asked for.

    `shared` are the signs that it has whosever it is, `followed` those whom figures before are of.
    """

    def __init__(self, situation: Situation, shared: frozenset[str]) -> None:
        self.situation = situation
        self.shared = shared
        line = situation.line
        drafts = (*line.drafts, *line.past[-1:], *([] if line.base is None else [line.base]))
        self.followed = {each.subject.entity for each in drafts}
        self._opened: tuple[str, ...] | None = None

    @property
    def opened(self) -> tuple[str, ...]:
        """The words by which clauses of its sentence tell again of what was named."""
        if self._opened is None:
            casts = (self.situation.cast, *(each.cast for each in self.situation.line.told))
            self._opened = tuple([each.again for each in casts if each.again])
        return self._opened


class OptionReader:
    """Gathers the options of figures.

    The signs of an option are its place, its type and both together, the marks of all its sightings, and `also` with
    its further places; `owned` with the type, and with place and type, where the words are those of a rate or term,
    `owned channel` for what others are got through, `owned titled` and the type for one that only the title names,
    `owned grouped` for what was told before where the clause names a group and what it has (民营企业贷款利率);
    `operates` with the type for who is named as running another, where the words are those of a firm's accounts,
    `flow` with the type where the words tell of funds that come or leave, `firm` with it where they are those of a
    firm's accounts, `deed` where they tell what only who acts does, `punished` where persons are,
    `surveyed` where a survey found it, `placed` for things told before where a word for a place opens the clause,
    `meant` where the words name it by its noun, `again` where a clause of the sentence does, `within` with the type,
    and with place and type, where the figures so far are a place's;
    `before` where the last figure of the sentence is of it , and `base` where the last metric is, if the words go on
    with that; `before share` where that is a share, of
    which the last figure is the part; `holder` where the last figure is
    of it and this one of a kind's stock; `after stake` where its sentence told what it holds of a firm, and this
    is of one's accounts, `held before` where this is what the other holders have; `elsewhere`
    where the clause opens with an actor and this is not in it.
    """

    def __init__(self, language: Language, figures: Figures, sightings: SightingReader) -> None:
        self._sightings = sightings
        reporting = language.reporting
        self._surveyed = re.compile(any_of(reporting.surveyed))
        self._respondents = re.compile(
            rf"{any_of(reporting.respondents)}{not_before(reporting.respondents_not_before)}"
        )
        self._persons = frozenset(language.units.persons)
        self._product = re.compile(any_of(figures.product_words))
        self._channels, self._kinds = tuple(figures.channels), tuple(figures.kinds)
        self._things, self._groups = frozenset(figures.product_types), frozenset(figures.opening_types)
        self._among = tuple(reporting.among)
        self._punished = Soon(figures.punished, _PUNISHED)
        told = {
            "policy": figures.policy_words,
            "flow": figures.flow_words,
            "firm": figures.firm_words,
            "deed": figures.deed_words,
            **figures.told_words,
        }
        self._told = {name: re.compile(any_of(words)) for name, words in told.items()}
        self._any_told = re.compile(any_of(word for words in told.values() for word in words))
        self._rest = re.compile(rf"{any_of(reporting.rest_holders)}.{{0,{_COUNTED}}}{any_of(reporting.holders)}")
        self._stake = re.compile(any_of(figures.stake_words))
        self._share = re.compile(any_of(language.reporting.shares))
        self._general = re.compile(any_of(figures.national_rates))
        self._timed = re.compile(any_of(figures.product_times))
        self._places = frozenset(figures.place_types)
        self._actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._led = re.compile(rf".{{0,{LED}}}{any_of(reporting.led_to)}\s*")
        self._signs = SignReader(figures.place_types, figures.told_words)

    def options(self, situation: Situation) -> tuple[Option, ...]:
        """The options of a figure, in the order in which they are first seen."""
        sightings = self._sightings.sightings(situation)
        seen: dict[str, list[Sighting]] = {}
        for each in sightings:
            seen.setdefault(each.mention.entity, []).append(each)
        asked = Asked(situation, self._shared(situation, sightings))
        return tuple([self._option(each, asked) for each in seen.values()])

    def _shared(self, situation: Situation, seen: Sequence[Sighting]) -> frozenset[str]:
        """What holds of the figure whosever it is: `new` where an actor of its own opens its clause.

        It is `held` where it stands in brackets right behind a name: no other's figure goes on there (甲（占比30%）).
        """
        shared = self._kinds_in(situation)
        is_time = situation.zone.figure.kind is UnitKind.TIME
        if self._product.search(situation.words) or (is_time and self._timed.search(situation.words)):
            shared.add("owned")
        if self._is_of_place(situation):
            shared.add("within")
        if self._general.search(situation.words) and not any(map(self._is_own, seen)):
            shared.add("general")
        if self._is_of_survey(situation):
            shared.add("surveyed")
        shared.update(self._around(situation))
        if situation.clause.inside and any("bracketed" in each.marks for each in seen):
            shared.add("held")
        here = [each for each in seen if each.place == "here-topic"]
        if here and "owned" in shared and any(self._is_held(each, situation.text) for each in here):
            shared.add("grouped")
        if any(each.mention.mention.type in self._actors for each in here):
            shared.add("new")
        elif any(mark.startswith("stock ") for each in here for mark in each.marks):
            shared.add("stocked")
        return frozenset(shared)

    def _kinds_in(self, situation: Situation) -> set[str]:
        """What kinds of things the words of a figure tell."""
        if not self._any_told.search(situation.words):  # as mostly
            return set()
        kinds = {name for name, told in self._told.items() if told.search(situation.words)}
        if situation.is_relative and situation.zone.figure.kind is UnitKind.SHARE:
            # 占公司总股本的3%: whoever has the shares.
            kinds.discard("firm")
        return kinds

    def _around(self, situation: Situation) -> Iterator[str]:
        """What the words of the clause around the figure tell of it."""
        text, span, after = situation.text, situation.clause.span, situation.zone.figure.span.end
        if situation.cast.local is not None:
            yield "placed"
        if self._rest.search(text, span.start, min(span.end, after + _COUNTED)):
            yield "rest"
        if self._punished.follows(text, after, span.end):
            yield "punished"

    def _option(self, seen: Sequence[Sighting], asked: Asked) -> Option:
        """The option of a thing that is seen at some places."""
        first = seen[0] if len(seen) == 1 else min(seen, key=lambda each: ORDER[each.place])
        mention, place, type_ = first.mention, first.place, first.mention.mention.type
        signs = self._signs.of(tuple([(each.place, each.marks) for each in seen]), type_, asked.shared)
        own: list[str] = []
        if "owned" in asked.shared:
            own += self._named(first, asked.situation.text, is_titled=f"title {type_}" in signs)
        if type_ in self._things and place in EARLIER:
            own += self._named_again(asked, mention)
        if mention.entity in asked.followed:
            is_new = "new" in asked.shared or ("held" in asked.shared and "bracketed" not in signs)
            own += self._following(mention, asked.situation, is_new=is_new)
            own += self._had(mention, place, asked)
        return Option(mention, place, signs.union(own) if own else signs)

    def _had(self, mention: EntityMention, place: str, asked: Asked) -> Iterator[str]:
        """The signs of whom earlier figures are of: what it holds of a firm, or of what this stock may be part."""
        situation, shared = asked.situation, asked.shared
        if "firm" in shared or "rest" in shared:
            own = (each for each in situation.line.drafts if each.subject.entity == mention.entity)
            # A number of holders is none of what someone holds.
            if any(each.figure.kind is not UnitKind.COUNT and self._stake.search(each.metric) for each in own):
                yield "held before" if "rest" in shared else "after stake"
        if "stocked" in shared and place in EARLIER and self._had_last(situation, mention):
            yield "holder"

    def _had_last(self, situation: Situation, mention: EntityMention) -> bool:
        """Whether the last figure is of someone, also that of the sentence before in the paragraph."""
        last = (situation.line.drafts or situation.line.past)[-1:]
        return any(each.subject.entity == mention.entity for each in last) and mention.mention.type not in self._things

    def _is_held(self, sighting: Sighting, text: str) -> bool:
        """Whether a group stands in the clause of a rate right before what it has: 民营企业贷款利率."""
        mention = sighting.mention
        return (
            sighting.place == "here-topic"
            and mention.mention.type in self._groups
            and text.startswith(self._kinds, mention.span.end)
        )

    def _named(self, seen: Sighting, text: str, *, is_titled: bool) -> Iterator[str]:
        """What the name of a thing tells of it as the owner of a rate or term; see above."""
        mention = seen.mention
        start, end = mention.span.start, mention.span.end
        if text.endswith(self._channels, start, end):
            yield "owned channel"
        elif is_titled and seen.place in HANDED and not text.endswith(self._kinds, start, end):
            yield f"owned titled {mention.mention.type}"

    def _is_of_survey(self, situation: Situation) -> bool:
        """Whether a share or number of persons is what a survey found."""
        figure = situation.zone.figure
        if figure.kind is UnitKind.SHARE and self._respondents.match(situation.text, figure.span.end):
            return True
        if figure.kind is not UnitKind.SHARE and figure.quantity.unit not in self._persons:
            return False
        return self._surveyed.search(situation.text, situation.start, situation.clause.span.end) is not None

    def _is_own(self, sighting: Sighting) -> bool:
        """Whether a thing stands in the clause of a rate, which is its own then."""
        return sighting.mention.mention.type in self._things and sighting.place in OWN

    def _named_again(self, asked: Asked, mention: EntityMention) -> Iterator[str]:
        """The signs of a thing that its noun tells of again."""
        if self._is_meant(asked.situation, mention):
            yield f"meant {mention.mention.type}"
        if asked.opened and self._is_again(asked, mention):  # as seldom
            yield f"again {mention.mention.type}"

    def _is_meant(self, situation: Situation, mention: EntityMention) -> bool:
        """Whether the words of a figure begin with the noun that a name ends with: 大赛 of 云州创业大赛."""
        name = mention.span.of(situation.text)
        return len(name) >= _NAMED and situation.words.startswith(name[-_NOUN:]) and not name.endswith(self._kinds)

    def _is_again(self, asked: Asked, mention: EntityMention) -> bool:
        """Whether a clause of the sentence opens with the noun of a name, its end or what stands behind it in marks."""
        text, span = asked.situation.text, mention.span
        if text.startswith(self._among, span.end):
            return False
        return text.endswith(asked.opened, span.start, span.end) or text.startswith(asked.opened, span.end + 1)

    def _is_of_place(self, situation: Situation) -> bool:
        """Whether the figures so far are those of a place."""
        line = situation.line
        if line.drafts:
            return line.drafts[-1].subject.mention.type in self._places
        told = next((each.best for each in reversed(line.told) if each.best is not None), None)
        if told is not None:
            return told.mention.mention.type in self._places
        topic = line.topic
        if topic is None or topic.mention.type not in self._places:
            return False
        return "\n" not in situation.text[topic.span.end : situation.start]

    def _is_led(self, situation: Situation) -> bool:
        """Whether a figure is what the last one came to be: 由10亿元增至16亿元."""
        last, start = situation.line.drafts[-1:], situation.zone.figure.span.start
        return bool(last) and self._led.fullmatch(situation.text, last[0].figure.span.end, start) is not None

    def _following(self, mention: EntityMention, situation: Situation, *, is_new: bool) -> list[str]:
        """Whether the figure follows another of the same thing, unless its clause opens with an actor of its own."""
        line, goes_on = situation.line, situation.is_relative and (not is_new or self._is_led(situation))
        if line.drafts and line.drafts[-1].subject.entity == mention.entity:
            signs = ["before"]
            if situation.clause.inside and not is_new:
                signs.append("before inside")
            shared = ["before share"] if goes_on and self._share.match(situation.words) else []
            return [*signs, *shared, "before relative"] if goes_on else signs
        base = line.base is not None and line.base.subject.entity == mention.entity
        return ["base relative"] if base and goes_on else []
