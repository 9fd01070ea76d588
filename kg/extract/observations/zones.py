"""Which words of a clause belong to which of its figures.

Of 推出6场活动、36场论坛 the second figure shares 推出 and has 论坛 of its own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.extract.observations.view import Clause
from kg.model.span import Span
from kg.ontology.reporting import Reporting
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.quantity_mention import QuantityMention
from kg.text.tokenizer import LISTED, Tokenizer

_SHORT = 14
"""How many signs a later member of a list may have of its own before its number."""

_THING = 6
"""How many signs name things that hold others."""


class Zone(NamedTuple):
    """A figure with the stretches of its clause before and after it that are its own.

    `shared` is the stretch before the first figure of a list that this figure continues, None elsewhere; `until` all
    that stands between it and the next figure.
    """

    figure: QuantityMention
    before: Span | None
    after: Span | None
    shared: Span | None = None
    until: Span | None = None


class Zoner:
    """Divides clauses among their figures."""

    def __init__(self, words: Reporting, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._list = re.compile(any_of((*words.list_, *words.alternative)))
        self._possessive = words.possessive
        self._to = re.compile(rf"{any_of(words.toward)}[^0-9]{{0,{_SHORT}}}$")
        self._for = re.compile(rf"{any_of(words.recipient)}[^0-9]{{0,{_SHORT}}}$")
        self._change = re.compile(any_of(words.led_to))

    def zones(self, text: str, clause: Clause, figures: Sequence[QuantityMention], start: int) -> tuple[Zone, ...]:
        """The zones of some figures of a clause, in order; the words of the first begin at `start`."""
        zones: list[Zone] = []
        shared = None
        for figure, follower in _pairs(figures):
            before = _span(start, figure.span.start)
            end = follower.span.start if follower else clause.span.end
            stop, start, listed = self._divided(text, figure, follower, clause) if follower else (end, end, False)
            zones.append(Zone(figure, before, _span(figure.span.end, stop), shared, _span(figure.span.end, end)))
            shared = (shared or before) if listed else None
        return tuple(zones)

    def _divided(
        self, text: str, figure: QuantityMention, follower: QuantityMention, clause: Clause
    ) -> tuple[int, int, bool]:
        end = follower.span.start
        if self._is_nested(text, figure, follower, clause):
            return end, end, True
        stop, start, listed = self._divide(text, figure.span.end, end, clause)
        counts = stop == start and figure.kind is UnitKind.COUNT and follower.kind is not UnitKind.SHARE
        # Behind a name or nothing what the counted do is theirs: 36家企业获得投资4亿元.
        counts = counts and not _is_bare(text, figure, clause)
        # 联合12家机构发起50亿元的基金: the noun right behind is what the first counts, unless it is counted for what is
        # done for it (为12家企业办理贷款5亿元).
        served = counts and self._to.search(text, clause.span.start, figure.span.start) is not None
        if counts and (not served or self._for.search(text, clause.span.start, figure.span.start)):
            start = self._noun_end(text, stop, end)
            stop = stop if served else start
        return stop, start, listed

    def _noun_end(self, text: str, start: int, end: int, *, listed: bool = False) -> int:
        """Where the noun ends with which a stretch begins, if a verb follows it; else where the stretch begins.

        `listed` lets a metric be the noun.
        """
        words = list(self._tokenizer.cut(text[start:end], start))
        others = (
            index for index, word in enumerate(words) if word.tag[0] != "n" or (word.tag == LISTED and not listed)
        )
        count = next(others, 0)
        return words[count].start if count and words[count].tag in ("v", "vn")[: 1 + listed] else start

    def _is_nested(self, text: str, figure: QuantityMention, follower: QuantityMention, clause: Clause) -> bool:
        """Whether counted things hold others that are counted, so that one deed is of both: 25个国家227个城市."""
        start, end = figure.span.end, follower.span.start
        if not figure.kind is follower.kind is UnitKind.COUNT or not 1 < end - start <= _THING:
            return False
        behind = text[follower.span.end : clause.span.end][:1]
        if not behind.isalpha():
            # 银行网点20个: the noun before the last number is of that.
            return False
        return all(word.tag[0] == "n" for word in self._tokenizer.cut(text[start:end]))

    def _divide(self, text: str, left: int, right: int, clause: Clause) -> tuple[int, int, bool]:
        """Between two figures: where the first one's words end, where the second's begin, whether they are a list."""
        between = text[left:right]
        if not between.strip():
            # 授信9798户4.07亿元: both count what stands before.
            return left, right, True
        marks = [mark for mark in self._list.finditer(between) if not _in_mention(left + mark.start(), clause)]
        if marks and len(between) - marks[-1].end() <= _SHORT:
            return left + marks[-1].start(), left + marks[-1].end(), True
        change = self._change.search(between)
        if change and change.start() <= _THING:
            # 从57家成员增至目前的110家.
            return left + change.start(), left + change.start(), False
        if between.startswith(self._possessive):
            # 以5元的价格出售3万股: the noun is of the first, what is done of the second.
            own = left + len(self._possessive)
            noun = self._noun_end(text, own, right, listed=True)
            return (noun, noun, False) if noun > own else (left, right, True)
        noun = between.find(self._possessive)
        if between.endswith(self._possessive) and noun > 0:
            return right - len(self._possessive), right, True
        return left, left, False


def _pairs(figures: Iterable[QuantityMention]) -> list[tuple[QuantityMention, QuantityMention | None]]:
    ordered = list(figures)
    return [*itertools.pairwise(ordered), *((each, None) for each in ordered[-1:])]


def _is_bare(text: str, figure: QuantityMention, clause: Clause) -> bool:
    """Whether nothing, a period or a name stands right before a figure in its clause."""
    start = figure.span.start
    if not text[clause.span.start : start].strip():
        return True
    ends = (*(each.span.end for each in clause.mentions), *(each.span.end for each in clause.periods))
    return start in ends


def _in_mention(offset: int, clause: Clause) -> bool:
    return any(each.span.start <= offset < each.span.end for each in clause.mentions)


def _span(start: int, end: int) -> Span | None:
    return Span(start, end) if start < end else None
