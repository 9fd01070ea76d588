"""Finding figures in a text: 超24亿元, 近9000万次, 三成, 5万—20万元, 50000余人.

Knows what a number with its unit looks like and what it is worth in the plain unit. Years, ordinals, codes, clock times
and vague numbers are none. What a figure is about, and whether it is worth reporting, is for `kg.extract.observations`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kg.model.quantity import Bound, Quantity
from kg.model.span import Span
from kg.ontology.language import Language
from kg.ontology.units import Unit, UnitKind
from kg.text.alternatives import any_of
from kg.text.bounds import BoundReader
from kg.text.joined_figures import FigureJoiner
from kg.text.matched_figure import Figure
from kg.text.normalize import fold, folded
from kg.text.numerals import NumeralReader, plain
from kg.text.quantity_mention import QuantityMention
from kg.text.quantity_pattern import quantity_pattern
from kg.text.share_words import ShareReader

_YEARS = range(1900, 2101)

_UNIT = 6
"""How many signs before a number tell that it is part of a code, or that another figure ends there."""

_NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_ROW = 60
"""How many signs before a figure may hold numbers that share its unit, with the word that orders them."""
_WORDS = 10
"""How many signs may stand between that word and the first number."""

_TEN = 10

_WIDE = 4
"""How many times its lower end a range of change hardly exceeds."""


class QuantityFinder:
    """Finds figures by one language's cues."""

    def __init__(self, language: Language) -> None:
        self._signs = signs = language.numerals
        self._units = language.units
        self._forms = language.units.by_form
        self._reader = NumeralReader(signs)
        self._shares = ShareReader(signs)
        self._bounds = BoundReader(language)
        self._pattern = quantity_pattern(language)
        self._plain = next(iter(language.units.money))
        self._only_after = language.units.only_after
        self._told = {
            form: Unit(name, UnitKind.MONEY) for name, forms in language.units.before.items() for form in forms
        }
        self._currency = re.compile(rf"(?<![0-9{re.escape(''.join(signs.groups))}])({any_of(self._told)}) ?$")
        self._ends = frozenset(each[-1] for each in (*self._told, " "))
        self._marks = frozenset(each[-1] for each in (*self._told, " ") if each.isascii() or not each[-1].isalnum())
        self._refused = re.compile(rf"(?:{any_of(signs.not_after)} ?|{signs.code})$")
        # 3年/5年: what parts two figures is no sign of a code.
        self._parted = re.compile(rf"[0-9]{any_of(form for form, _ in language.units.forms())}/$")
        self._vague = tuple(signs.not_after_words)
        stop = re.escape(language.punctuation.clause + language.punctuation.sentence)
        self._from = re.compile(rf"{any_of(signs.from_)}[^{stop}]*$")
        self._change = re.compile(rf"{any_of(language.reporting.relative_inside)}$")
        self._groups = frozenset(signs.groups)
        self._words = frozenset((*signs.digits, *signs.places))
        self._digits = frozenset(signs.digits)
        self._greatest = max(signs.groups, key=lambda sign: signs.groups[sign])
        self._bare = frozenset((*signs.groups, *(sign for sign, worth in signs.places.items() if worth > _TEN)))
        counting = "".join(sign for sign, worth in signs.digits.items() if worth)
        # 三五家, 两三百元: two digits side by side leave open which.
        self._either = re.compile(rf"[^{signs.point}]*[{counting}]{{2}}")
        self._more = frozenset(form for form in self._forms if any(each in form for each in language.bounds.more))
        self._joins = tuple(language.reporting.list_)
        self._joiner = FigureJoiner(language)
        self._over = tuple(language.bounds.after.over)
        orderly = rf"{any_of(language.reporting.respectively)}[^{stop}0-9]{{0,{_WORDS}}}"
        self._row = re.compile(rf"{orderly}(?P<row>(?:{_NUMBER.pattern}{any_of(self._joins)})+)$")

    def find(self, text: str, span: Span | None = None) -> tuple[QuantityMention, ...]:
        """The figures of a text or of a part of it, in order; offsets are the text's.

        >>> from kg.ontology.language import read_language
        >>> from kg.ontology.pack import packs_folder
        >>> finder = QuantityFinder(read_language(packs_folder() / "zh", []))
        >>> [(str(each.quantity.value), each.quantity.unit, each.quantity.bound.value)
        ...  for each in finder.find("贷款超24亿元，占三成，惠及964.1万名新市民")]
        [('2400000000', '元', 'over'), ('30', '%', 'exact'), ('9641000', '人', 'exact')]
        """
        offset = span.start if span else 0
        part = span.of(folded(text)) if span else fold(text)
        found: list[QuantityMention] = []
        for match in self._pattern.finditer(part):
            if self._is_bare(match) and not self._is_sum(part, match.start()):
                continue
            before = part[max(0, match.start() - _UNIT) : match.start()]
            if not self._refused.search(before) or self._parted.search(before):
                for figure in self._figures(part, match):
                    found.extend([self._mention(part, each, offset) for each in (*self._sharing(part, figure), figure)])
        return tuple([each for each in self._joiner.joined(text, found) if self._counts(each)])

    def _counts(self, mention: QuantityMention) -> bool:
        """Days are a span of time only where a bound says so (十日内); else they are a date."""
        return mention.quantity.unit not in self._units.bounded or mention.quantity.bound is not Bound.EXACT

    def _is_bare(self, match: re.Match[str]) -> bool:
        """Whether a match is a number with nothing that makes a figure of it, as most numbers of a text are."""
        ends = match.lastgroup == "number"
        return ends and not match["low_unit"] and self._groups.isdisjoint(match["number"])

    def _is_sum(self, text: str, start: int) -> bool:
        """Whether the sign or the code of a currency stands before a number: ¥199."""
        return text[start - 1 : start] in self._marks and self._currency_of(text, start) is not None

    def _currency_of(self, text: str, start: int) -> Unit | None:
        """The currency told before a number."""
        if text[start - 1 : start] not in self._ends:
            return None  # as nearly always
        named = self._currency.search(text, max(0, start - _UNIT), start)
        return self._told[named[1]] if named else None

    def _figures(self, text: str, match: re.Match[str]) -> list[Figure]:
        """What a match states: one figure, or of what looks like a range and is none, two."""
        if match["fraction"] or match["halved"] or match["whole"] or match["tenth"]:
            return self._shares.read(text, match)
        main = self._main(match)
        if not match["low"]:
            return [main] if self._stands(text, match["number"], main) else []
        first = self._first(match)
        if not (self._stands(text, match["number"], main) and self._reads(text, match["low"], first.number.start)):
            return []
        return self._range(text, match, first, main)

    def _sharing(self, text: str, figure: Figure) -> list[Figure]:
        """The bare numbers before a figure that share its unit: 分别下降0.1、0.2和0.05个百分点."""
        start = figure.number.start
        shares = text.endswith(self._joins, 0, start) and figure.unit and figure.low is None
        if not shares or (row := self._row.search(text, max(0, start - _ROW), start)) is None:  # as nearly always
            return []
        unit, scale = figure.unit, self._scale(figure.number.of(text))
        return [
            Figure(Span(*each.span()), plain(self._reader.value(each.group()) * scale), unit, None, each.end())
            for each in _NUMBER.finditer(text, *row.span("row"))
        ]

    def _main(self, match: re.Match[str]) -> Figure:
        value = self._reader.value(match["number"] + (match["tail"] or ""))
        start = match.start("minus" if match["minus"] else "number")
        end = match.end("tail") if match["more"] else match.end("number")
        form = match["unit"]
        if form and self._signs.half in form:
            # 两年半, 三个半月.
            value += Decimal("0.5")
        more = bool(match["more"] or match["late"]) or form in self._more
        unit = self._forms[form] if form else None
        unit_span = Span(*match.span("unit")) if form else None
        return Figure(Span(start, end), -value if match["minus"] else value, unit, unit_span, match.end(), more)

    def _first(self, match: re.Match[str]) -> Figure:
        form = match["low_unit"]
        unit_span = Span(*match.span("low_unit")) if form else None
        end = match.end("low_unit") if form else match.end("low")
        number = Span(*match.span("low"))
        return Figure(number, self._reader.value(match["low"]), self._forms[form] if form else None, unit_span, end)

    def _range(self, text: str, match: re.Match[str], first: Figure, main: Figure) -> list[Figure]:
        """The two ends as one figure, or each by itself (从5%到3%)."""
        before = text[max(0, match.start() - 15) : match.start()]
        loose = match["join"] in self._signs.range_words and not text.startswith(self._signs.range_after, main.end)
        apart = loose and (
            self._from.search(before)
            # 下降240万元至1790万元: a change and the level that it led to.
            or (main.value > _WIDE * first.value and self._change.search(before))
        )
        low = first.value
        if first.unit is None and self._groups.isdisjoint(match["low"]):
            low *= self._scale(match["number"] + (match["tail"] or ""))
        if apart or (first.unit or main.unit) != main.unit or not first.value < main.value:
            return [each for each in (first, main) if each.unit]
        low = plain(low) if low < main.value else first.value
        number = Span(first.number.start, main.number.end)
        return [Figure(number, main.value, main.unit, main.unit_span, main.end, main.more, low)]

    def _scale(self, numeral: str) -> Decimal:
        """What the groups of a numeral multiply by: 10,000 of 20万."""
        foreign = next((word for word in self._signs.foreign_groups if numeral.endswith(word)), "")
        groups = "".join(sign for sign in numeral if sign in self._signs.groups)
        return self._reader.value("1" + groups + foreign)

    def _reads(self, text: str, numeral: str, start: int) -> bool:
        """Whether a number in words is not the rest of a vague number or of another word."""
        if numeral[0] not in self._words and numeral[0] not in self._bare:
            return True
        if self._either.match(numeral):
            return False
        before = text[max(0, start - 3) : start]
        part = before.endswith(self._vague) or text[start - 1 : start + 1] in self._signs.words
        return not part or before.endswith(self._over)

    def _stands(self, text: str, numeral: str, figure: Figure) -> bool:
        """Whether a number with what follows it is a figure."""
        bare = numeral[0] in self._bare
        spelt = bare or numeral[0] in self._words
        if figure.unit is None:
            return self._unitless(text, numeral, figure)
        form = figure.unit_span.of(text) if figure.unit_span else ""
        after = text[figure.end : figure.end + 1]
        if form.isascii() and after.isascii() and after.isalnum():
            return False
        unled = form in self._only_after and not self._is_led(text, form, figure.number.start)
        if unled or not self._reads(text, numeral, figure.number.start) or (spelt and form in self._units.weak):
            return False
        hours = self._units.hours
        is_hour = form == hours.form and figure.value < hours.least and "." not in numeral
        if is_hour or (figure.unit.kind is UnitKind.TIME and figure.value in _YEARS):
            return False
        is_sum = figure.unit.kind is UnitKind.MONEY
        if bare:
            # 超百亿元, but not 近百家 nor 百亿元级.
            return is_sum and not text.startswith(self._signs.bare_not_before, figure.end)
        # 三元, 二元 are no sums of money.
        return not (is_sum and numeral in self._digits and len(form) == 1)

    def _is_led(self, text: str, form: str, start: int) -> bool:
        """Whether a word stands before a number without which its form is no unit: 翻了近两番."""
        _, begin = self._bounds.before(text, start)
        return text.endswith(self._only_after[form], 0, begin)

    def _unitless(self, text: str, numeral: str, figure: Figure) -> bool:
        """A number without unit counts only with a group of its own, and not before letters and further digits."""
        after = text[figure.end : figure.end + 1]
        start = figure.number.start
        grouped = not self._groups.isdisjoint(figure.number.of(text)) or self._is_sum(text, start)
        if numeral[0] in self._bare:
            return False  # 破百亿: no figure is told
        if numeral[0] in self._words:
            # 突破两千亿: such a sum is told with its greatest group, and nothing behind.
            return numeral[-1] == self._greatest and not after.isalpha()
        return grouped and not (after.isascii() and after.isalnum())

    def _in_currency(self, text: str, figure: Figure) -> Figure:
        """The figure in the currency told before it."""
        if figure.unit is not None and figure.unit.name != self._plain:
            return figure
        told = self._currency_of(text, figure.number.start)
        return figure._replace(unit=told) if told else figure

    def _mention(self, text: str, figure: Figure, offset: int) -> QuantityMention:
        figure = self._in_currency(text, figure)
        kind = figure.unit.kind if figure.unit else None
        bound, start = self._bounds.before(text, figure.number.start)
        late, end = self._bounds.after(text, figure.end, kind)
        if bound is None:
            bound = late or (Bound.OVER if figure.more else None) or self._bounds.limit(text, figure.number.start)
        bound = bound or (Bound.ABOUT if figure.is_near else Bound.EXACT)
        low, high = (figure.value, None) if figure.low is None else (figure.low, figure.value)
        name = figure.unit.name if figure.unit else ""
        return QuantityMention(
            Span(start + offset, end + offset),
            _moved(figure.number, offset),
            None if figure.unit_span is None else _moved(figure.unit_span, offset),
            Quantity(low, name, bound, high),
            kind,
            text[figure.number.start] in self._words,
        )


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)
