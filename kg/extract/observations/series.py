"""Figures told in order: 甲、乙、丙分别为1亿元、2亿元和3亿元, and one figure for several: 甲、乙各3亿元."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Sequence

from kg.extract.annotated import EntityMention
from kg.extract.observations.view import Clause
from kg.extract.observations.when import When
from kg.extract.observations.zones import Zone
from kg.model.quantity import Period
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.text.alternatives import any_of, not_after, not_before, sides_of
from kg.text.period_roles import PeriodRole
from kg.text.periods import months_of

_NEAR = 6
_FAR = 12
_MOVING = 4
"""How many signs stand between the last name of a list and the figure by which the prices of all moved."""

_OFFICE = 12
"""How many signs of an office may stand before a later name of a list."""

_BARE = 2
_METRIC = 14
"""The longest member of a list of metrics."""


class SeriesReader:
    """Reads lists of names, metrics and periods that share or divide figures."""

    def __init__(self, language: Language, figures: Figures) -> None:
        words = language.reporting
        self._actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._respectively = re.compile(any_of(words.respectively))
        self._compared = re.compile(rf"{any_of((*words.relative, *words.relative_inside))}$")
        each = rf"{not_after(words.each_not_after)}{any_of(words.each)}{not_before(words.each_not_before)}"
        self._each, self._all = re.compile(rf"{each}.{{0,{_NEAR}}}$"), re.compile(each)
        self._apart = re.compile(rf"(?:{each}|{any_of(words.respectively)}).{{0,{_FAR}}}$")
        self._moving, self._then = tuple(words.moving), re.compile(any_of(words.relative_inside))
        # “甲”“乙”: names in quotation marks need no more between them.
        opens, closes = sides_of(language.punctuation.quotes)
        marked = rf"[{closes}][{opens}]"
        self._joint = re.compile(rf".{{0,4}}?{any_of(words.and_)}\s*|{marked}")
        self._wide = re.compile(rf"[^0-9]{{0,14}}{any_of(words.and_)}[^0-9]{{0,{_OFFICE}}}|{marked}")
        # 甲及其负责人乙, 甲与个人股东乙.
        self._mixed = re.compile(rf".{{0,4}}?{any_of(words.and_)}[^0-9]{{0,{_NEAR}}}")
        self._list, self._ratio = re.compile(any_of(words.and_)), re.compile(rf"{any_of(words.ratios)}$")
        opening, closing = sides_of(language.punctuation.asides)
        self._brackets = re.compile(rf"[{opening}][^{opening}{closing}]{{0,20}}[{closing}]")

    def series(
        self, text: str, mentions: Sequence[EntityMention], *, wide: bool = False, mixed: bool = False
    ) -> tuple[EntityMention, ...]:
        """The last list of two or more mentions of one type.

        `wide` lets more words stand with each: 甲任行长、乙任副行长, 行长甲、副行长乙; `mixed` lets
        persons stand beside firms.
        """
        joint = self._wide if wide else self._mixed if mixed else self._joint
        last: list[EntityMention] = []
        found: tuple[EntityMention, ...] = ()
        for each in mentions:
            joined = last and joint.fullmatch(self._brackets.sub("", text[last[-1].span.end : each.span.start]))
            last = [*last, each] if joined and self._are_alike(last[-1], each, mixed=mixed) else [each]
            if len(last) > 1:
                found = tuple(last)
        return found

    def members(
        self, text: str, clause: Clause, mentions: Sequence[EntityMention], count: int
    ) -> tuple[EntityMention | None, ...]:
        """The members of a list of as many names as figures of which some are not known: None for each of these.

        A known one fills its place in the list: 甲、某行、乙三家的不良率分别为.
        """
        actors = [each for each in mentions if each.mention.type in self._actors]
        mark = self._respectively.search(text, actors[0].span.end, clause.span.end) if actors else None
        if mark is None:
            return ()
        start, end = clause.span.start, mark.start()
        bounds = [each.span() for each in self._list.finditer(text, start, end)]
        if len(bounds) != count - 1:
            return ()
        ends = {left: index for index, (left, _) in enumerate(bounds)}
        found: list[EntityMention | None] = [None] * count
        for each in actors:
            if each.span.start == bounds[-1][1]:
                found[-1] = each
            elif (place := ends.get(each.span.end)) is not None:
                found[place] = each
            else:
                return ()
        return tuple(found) if any(found[:-1]) else ()

    def _are_alike(self, first: EntityMention, second: EntityMention, *, mixed: bool) -> bool:
        """Whether two names may stand in one list."""
        types = {first.mention.type, second.mention.type}
        return len(types) == 1 or (mixed and types <= self._actors)

    def is_divided(self, text: str, zones: Sequence[Zone]) -> bool:
        """Whether the clause gives its figures in the order of something else."""
        return len(zones) > 1 and self._is_in_order(text, zones[0])

    def _is_in_order(self, text: str, zone: Zone) -> bool:
        before = zone.before
        return before is not None and self._respectively.search(text, before.start, before.end) is not None

    def is_dated(self, text: str, clause: Clause, zones: Sequence[Zone]) -> bool:
        """Whether a clause lists as many periods as figures: 2021年、2022年的营收为1亿元、2亿元."""
        whens = [each for each in clause.periods if each.role is PeriodRole.WHEN]
        if len(whens) != len(zones) or len(zones) < 2 or whens[-1].span.end > zones[0].figure.span.start:
            return False
        pairs = itertools.pairwise(each.span for each in whens)
        return all(self._list.fullmatch(text, first.end, second.start) for first, second in pairs)

    def is_shared(self, text: str, clause: Clause, zone: Zone, *, alone: bool = False) -> bool:
        """Whether one figure holds for each of several names; `alone` where no other is there: 分别罚款5万元."""
        before = zone.before
        if before is None:
            return False
        each = (self._apart if alone else self._each).search(text, before.start, before.end)
        # A sign of it may be part of a name: 成都.
        return each is not None and not any(name.span.start <= each.start() < name.span.end for name in clause.mentions)

    def moves(self, text: str, clause: Clause, zone: Zone) -> bool:
        """Whether the prices of a list moved alike: 甲、乙涨超5%, but not 甲、乙分别上涨5%、3%."""
        start = zone.figure.span.start
        if self._is_in_order(text, zone):
            return False
        if not text.startswith(self._moving, start - 1):  # as nearly always
            return False
        last = next((each.span.end for each in reversed(clause.mentions) if each.span.end < start), start)
        return start - last <= _MOVING

    def metrics(self, core: str, count: int, known: re.Pattern[str]) -> tuple[str, ...]:
        """The members of a list of metrics, if there are as many as figures: 营业收入和净利润.

        What is told of each stands behind (贷款、存款分别增长). A `known` metric that ends the last is the noun of
        all: 基本养老、工伤保险参保人数.
        """
        mark = self._respectively.search(core)
        head, tail = (core[: mark.start()], core[mark.end() :]) if mark else (core, "")
        ratio = self._ratio.search(head)
        if ratio is None and (same := self._compared.search(head)):
            # 贷款、存款同比分别增长.
            head, tail = head[: same.start()], same.group() + tail
        then = self._then.search(head)
        if then and (mark := self._list.search(head)) and then.start() < mark.start():
            return ()  # 不良率较年初、上年末分别下降: what lists the times is none of metrics.
        parts = tuple(part for part in self._list.split(head) if part)
        if len(parts) != count or not all(1 < len(part) <= _METRIC for part in parts):
            return ()
        noun = known.search(parts[-1])
        # 小微、绿色贷款余额: of a metric that the last member is as a whole, the noun that ends it.
        noun = known.search(parts[-1], 1) if noun and not noun.start() else noun
        shared = noun.group() if noun else ""
        if ratio is not None:
            return tuple(part if self._ratio.search(part) else part + ratio.group() for part in parts)
        own = [known.search(part) is not None for part in parts]
        # 个人、企业和小微贷款余额: a bare word among others that say nothing alone is none, though it may be counted.
        own = [each and (all(own[:-1]) or len(part) > _BARE) for each, part in zip(own, parts, strict=True)]
        own[-1] = True
        return tuple(part + ("" if each else shared) + tail for each, part in zip(own, parts, strict=True))

    def without_order(self, words: str) -> str:
        """Words without that which says that figures stand in order: 分别增长."""
        return self._respectively.sub("", words)

    def without_each(self, words: str) -> str:
        """Words without that which says that a figure holds for each: 各下调."""
        return self._all.sub("", words, count=1) or words

    def leads_list(self, text: str, mention: EntityMention) -> bool:
        """Whether a name is the first member of a list: 普惠贷款 of 普惠贷款、制造业贷款."""
        return self._list.match(text, mention.span.end) is not None

    def whens(self, clause: Clause, count: int) -> tuple[When, ...]:
        """The periods of a clause, or the years of its stretches, if there are as many as figures."""
        found = tuple(When(each.period, each.span) for each in clause.periods if each.role is PeriodRole.WHEN)
        if len(found) == count:
            return found
        years = tuple(when for each in found for when in _years(each))
        return years if len(years) == count else ()


def _years(when: When) -> tuple[When, ...]:
    """The years of a stretch of several, the last as far as it goes: 2020年至2022年, 2020年至2022年上半年."""
    start, end = when.period.start, when.period.end
    if start is None or end is None or start.year == end.year or (start.month, start.day) != (1, 1):
        return (when,)
    years = [months_of(year, 1, 12, when.period.basis) for year in range(start.year, end.year)]
    last = Period(datetime.date(end.year, 1, 1), end, when.period.basis)
    return tuple([When(each, when.span) for each in (*years, last)])
