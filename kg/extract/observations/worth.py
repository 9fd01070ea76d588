"""Which figures a text reports and which it only uses: no 一家公司, 五个方面, 三位知情人士, 3年期."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.observations.view import Clause
from kg.model.quantity import Bound
from kg.model.span import Span
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.quantity_mention import QuantityMention

_NEAR = 8

_NOUN = 4
"""How many signs a noun has that a number counts again."""

_NAMED = 12
"""How many signs name those who are told by a bound that they keep."""

_NAME = 24
"""How many signs behind a number the noun may stand of the thing whose size it is."""


class Worth:
    """Tells reported figures from others."""

    def __init__(self, language: Language) -> None:
        words = language.reporting
        # A share's price, change and rate behind its name: 青禾银行(14.03, -0.41, 3.01%).
        self._quotation = re.compile(r"[\s0-9.,+-]*[0-9][\s0-9.,+-]*,[\s+-]*")
        self._counted_in = re.compile(rf"^{any_of(words.counted_in)}$")
        deed = rf".?{any_of(words.enumerated_deeds)}"
        self._enumerated = re.compile(rf".{{0,4}}?{any_of(words.enumerated)}|{deed}")
        self._alone = frozenset(("", *words.pointing))
        self._pointing, self._definite = tuple(words.pointing), tuple(words.definite)
        self._respectively, self._and = re.compile(any_of(words.respectively)), re.compile(any_of(words.and_))
        noun = rf"[^0-9]{{0,{_NOUN}}}?{any_of(words.counted_sums)}"
        self._again = re.compile(rf"{any_of(words.counted_again)}|{noun}")
        # 净利润超10亿元的公司有3家, 净利润超10亿元的有甲: the sum only tells which are meant.
        turned = (word for led in language.units.only_after.values() for word in led)
        self._turns = (*words.turns, *turned)
        own = any_of(words.threshold_links)
        self._threshold = re.compile(rf"{words.possessive}(?:{own}|[^0-9]{{1,{_NAMED}}}?{own}\D{{0,2}}$)")
        self._described = re.compile(rf"{words.possessive}[^0-9]{{1,{_NAMED}}}$")
        self._listed_units, self._listed = frozenset(words.listed_units), tuple(words.listed_after)
        self._enumerated_words = re.compile(rf"[^0-9]{{0,8}}?{any_of(words.enumerated)}|{deed}")
        self._numbering = re.compile(rf"{any_of(words.enumerated)}{any_of(words.numbering)}$")
        self._per = re.compile(rf"{any_of(words.per)}.{{0,{_NEAR - 1}}}$")
        self._within, self._sized = tuple(words.at), tuple(words.sized)
        self._among = re.compile(rf"{any_of(words.among)}\s*$")
        self._denied = re.compile(rf"{any_of(words.denying)}[^0-9]*$")
        self._defining = re.compile(rf"{any_of(words.defining)}.{{0,3}}$")
        self._possessive = words.possessive
        self._sized_noun = re.compile(rf".{{0,{_NAME}}}?{any_of(words.sized_nouns)}")
        self._time_before = re.compile(rf".{{0,6}}?{any_of(words.time_before)}")
        self._time_not_before = re.compile(any_of(words.time_not_before))
        self._time_after = re.compile(rf"{any_of(words.time_after)}.{{0,3}}$")
        self._changing = re.compile(any_of(words.led_to))
        self._from = re.compile(rf"{any_of(language.numerals.from_)}$")
        self._each_time = re.compile(rf"{any_of(words.each_time)}.{{0,3}}$")
        self._done = re.compile(rf"{any_of(words.time_done)}")
        self._told = re.compile(rf"[^0-9]{{0,{_NAME // 2}}}?{any_of(words.time_told)}")
        self._short = frozenset(words.time_short)
        self._next = re.compile(rf"{any_of((*words.list_, *words.alternative))}$")
        self._opening = frozenset(pair[0] for pair in language.punctuation.quotes)
        self._rest, naming = tuple(words.the_rest), any_of(word for word in words.naming if len(word) > 1)
        self._naming = re.compile(rf"{any_of(words.naming)}|[^0-9]{{0,{_NOUN}}}?{naming}")
        self._one_of = re.compile(rf"[^0-9]{{0,{_NAMED}}}?{any_of(words.one_of)}")

    def reported(self, text: str, clause: Clause) -> Iterator[QuantityMention]:
        """The figures of a clause that the text reports; of a list of terms every member (期限3年/5年)."""
        last: QuantityMention | None = None
        for figure in clause.figures:
            between = text[last.span.end : figure.span.start] if last is not None else ""
            listed = last is not None and last.kind is figure.kind is UnitKind.TIME and self._next.fullmatch(between)
            if listed or self.is_reported(text, clause, figure):
                last = figure
                yield figure

    def is_reported(self, text: str, clause: Clause, figure: QuantityMention) -> bool:
        """Whether the text reports the figure."""
        before = text[max(clause.span.start, figure.span.start - _NEAR) : figure.span.start]
        after = text[figure.span.end : clause.span.end]
        each_time = self._each_time.search(before) is not None
        if self._is_set_aside(text, clause, figure, before) or self._is_threshold(text, clause, figure):
            return False
        if figure.kind is UnitKind.TIME:
            return self._is_term(text, figure, before, after)
        # 一家公司, but 增长逾一倍, 增长一倍.
        bound = figure.kind is UnitKind.SHARE and figure.quantity.bound is not Bound.EXACT
        changed = figure.kind is UnitKind.SHARE and before.endswith(self._turns)
        if figure.quantity.value == 1 and figure.spelt and not (each_time or bound or changed):
            return False
        measures = figure.quantity.value == 1 and not each_time and self._per.search(before)
        if measures or (before.endswith(self._sized) and self._sized_noun.match(after)):
            return False
        if figure.kind is UnitKind.MONEY and after.startswith(self._possessive) and self._defining.search(before):
            return figure.quantity.bound is Bound.EXACT
        unit = figure.unit.of(text) if figure.unit else ""
        alone = unit in self._listed_units and not before.endswith(self._listed)
        return not alone and not (figure.kind is UnitKind.COUNT and self._recounts(text, clause, figure))

    def _is_threshold(self, text: str, clause: Clause, figure: QuantityMention) -> bool:
        """Whether a bound only tells which of some things are counted or named: 股息率超过3%的公司有15家."""
        if figure.quantity.bound is Bound.EXACT:
            return False
        follower = next((each for each in clause.figures if each.span.start >= figure.span.end), None)
        end = follower.span.start if follower else clause.span.end
        if not text.startswith(self._possessive, figure.span.end) or (follower and follower.kind is not UnitKind.COUNT):
            return False  # as mostly
        is_late = figure.span.end > (figure.unit or figure.number).end
        if is_late and follower is not None and self._described.match(text, figure.span.end, end):
            return True  # 发放50万元以上的贷款3000笔
        found = self._threshold.match(text, figure.span.end, end)
        return found is not None and (follower is not None or found.end() < end)

    def kept(self, text: str, clause: Clause, name: Span, start: int) -> Span:
        """A name with the bound before it that tells which of them are meant: 股息率超过3%的公司."""
        end = name.start - len(self._possessive)
        bounds = (each.span for each in clause.figures if each.quantity.bound is not Bound.EXACT)
        described = text.startswith(self._possessive, end) and any(each.end == end > start for each in bounds)
        return Span(start, name.end) if described else name

    def _is_set_aside(self, text: str, clause: Clause, figure: QuantityMention, before: str) -> bool:
        """Whether the clause says that a figure is none: a remark on another, denied, or told again (这8万元)."""
        if clause.inside:
            quoted = self._quotation.fullmatch(text, clause.span.start, figure.number.start)
            if quoted or self._counted_in.search(before):
                return True
        if figure.kind is UnitKind.MONEY and before.endswith(self._pointing):
            # A sum of those told is none of them.
            return text.find(figure.number.of(text), 0, figure.span.start) >= 0
        return self._denied.search(text, clause.span.start, figure.span.start) is not None

    def _recounts(self, text: str, clause: Clause, figure: QuantityMention) -> bool:
        """Whether a number only enumerates, or counts what the clause lists."""
        before = text[max(clause.span.start, figure.span.start - _NEAR) : figure.span.start]
        after = text[figure.span.end : clause.span.end]
        return self._enumerates(figure, before, after) or self._sums_up(text, clause, figure)

    def start(self, text: str, clause: Clause, figures: Sequence[QuantityMention]) -> int:
        """Where the words of the first of some figures may begin: behind a number that only counts listed names."""
        first = figures[0].span.start if len(figures) > 1 else clause.span.start
        counts = (each for each in clause.figures if each.span.end <= first and each.kind is UnitKind.COUNT)
        end = next((each.span.end for each in counts if self._sums_up(text, clause, each)), None)
        if end is None:
            return clause.span.start
        return next((each.span.end for each in clause.mentions if each.span.start == end), end)

    def _sums_up(self, text: str, clause: Clause, figure: QuantityMention) -> bool:
        """Whether a number only counts the names listed before it, of which a figure each follows: 甲、乙两家分别为."""
        behind = [each for each in clause.figures if each.span.start >= figure.span.end]
        if len(behind) < 2 or len(behind) != figure.quantity.value:
            return False
        if not self._respectively.search(text, figure.span.end, behind[0].span.start):
            return False
        is_alone = text[clause.span.start : figure.span.start].strip() in self._alone
        if is_alone and not self._again.match(text, figure.span.end):
            return True  # 三家公司贷款余额分别为
        marks = self._and.findall(text, clause.span.start, figure.span.start)
        return len(marks) == len(behind) - 1

    def _enumerates(self, figure: QuantityMention, before: str, after: str) -> bool:
        if (before.endswith(self._rest) and self._naming.match(after)) or self._one_of.match(after):
            return True  # 其他3家分别是甲、乙和丙, 是5家试点银行之一
        if before.endswith(self._pointing) or (before.endswith(self._within) and self._among.search(after)):
            return True
        small = figure.spelt and figure.quantity.value < 10
        # 两个“维护”, “两个维护”: a slogan counts nothing.
        if small and (after[:1] in self._opening or before[-1:] in self._opening or before.endswith(self._definite)):
            return True
        if small and self._again.match(after):
            return True
        small = figure.quantity.value < 20 and figure.quantity.bound is Bound.EXACT
        pattern = self._enumerated_words if figure.spelt else self._enumerated
        return small and (pattern.match(after) is not None or self._numbering.search(before) is not None)

    def _is_term(self, text: str, figure: QuantityMention, before: str, after: str) -> bool:
        """A span of time is a figure where something is said to last it, or to happen within it."""
        if self._time_not_before.match(after):
            return False
        if self._told.match(after) or self._is_change(before, after):
            return True
        if figure.quantity.bound is Bound.UNDER and self._time_before.match(after):
            return True
        if figure.quantity.unit in self._short and self._done.match(after):
            return True
        return self._time_after.search(text[max(0, figure.span.start - _NEAR) : figure.number.start]) is not None or (
            self._time_after.search(before) is not None
        )

    def _is_change(self, before: str, after: str) -> bool:
        """Whether a time is one that became another: 由2小时缩短至8分钟."""
        return self._changing.match(after) is not None and self._from.search(before) is not None
