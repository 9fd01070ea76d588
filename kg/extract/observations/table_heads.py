"""What the heads of a table say of its figures: whose they are, what they count, in which unit, and when.

A head is read as its cells one behind the other, over those that it spans; so is a caption, or a row's own name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.annotated import AnnotatedDocument, EntityMention
from kg.extract.observations.when import NEVER, When
from kg.extract.observations.wording import Wording
from kg.model.quantity import Period
from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.alternatives import any_of, sides_of
from kg.text.dates import PeriodFinder
from kg.text.normalize import fold
from kg.text.period_context import Anchor
from kg.text.period_roles import PeriodRole
from kg.text.quantities import QuantityFinder

_FORECAST = "E"
"""Behind a year: what is told of it is only expected."""


class Head(NamedTuple):
    """What a head says; `units` are forms of units (亿元) as they stand behind numbers, `span` is where it stands.

    `is_open` marks a time that nothing dates (期初), `is_idle` what counts nothing of its own (序号, 合计), while
    what `is_relative` goes on with another head (同比).
    """

    words: str = ""
    units: tuple[str, ...] = ()
    when: When = NEVER
    subject: EntityMention | None = None
    span: Span | None = None
    is_planned: bool = False
    is_open: bool = False
    is_idle: bool = False
    is_relative: bool = False


class TableHeadReader:
    """Reads heads by one language's cues."""

    def __init__(self, language: Language, quantities: QuantityFinder, wording: Wording) -> None:
        words = language.reporting
        self._quantities, self._wording = quantities, wording
        self._periods = PeriodFinder(language)
        opening, closing = sides_of(language.punctuation.asides)
        marks = re.escape(language.punctuation.clause + language.punctuation.list)
        told = rf"{any_of(words.table_unit)}[{marks}\s]*"
        # 净利润（亿元）, 净利润/亿元, 单位：亿元、%, 占比%.
        self._unit = re.compile(
            rf"[{opening}](?:{told})?(?P<held>[^{opening}{closing}]+)[{closing}]"
            rf"|{told}(?P<told>[^\s{opening}{closing}]+)|[/／](?P<behind>[^/／\s]+)$|(?P<share>[%％‰])$"
        )
        self._parts = re.compile(rf"[{marks}/／\s]+")
        self._brackets = re.compile(rf"[{opening}][^{opening}{closing}]*[{closing}]?")
        self._year_word = language.periods.year[-1]
        self._year = re.compile(
            rf"(?<![0-9./-])((?:19|20)[0-9]{{2}}){self._year_word}?({_FORECAST}|A)?(?![0-9A-Za-z./-])"
        )
        self._plain = re.compile(any_of(next(iter(language.units.before.values()))))
        self._planned = re.compile(any_of((*words.planned, *words.planned_nouns)))
        self._open = re.compile(any_of(words.table_times))
        self._idle = re.compile(any_of((*words.table_numbers, *words.table_sums)))
        self._nothing = re.compile(rf"[\W_0-9]*(?:{any_of(words.lead)}[\W_]*)?")

    def read(
        self, annotated: AnnotatedDocument, cells: Sequence[Span], anchor: Anchor, told: Period | None = None
    ) -> Head:
        """The head that some cells make; `told` is the period of the head before it (上年同期)."""
        if not cells:
            return Head()
        text = annotated.document.text
        words = fold("\n".join(each.of(text) for each in cells))
        units: list[str] = []
        words = self._unit.sub(lambda found: self._without_unit(found, units), words)
        is_forecast = any(found[2] == _FORECAST for found in self._year.finditer(words))
        words = self._year.sub(rf"\1{self._year_word}", words).replace("\n", "")
        when, words = self._dated(words, cells[-1], anchor, told)
        bare = self._brackets.sub("", words)
        core = self._wording.core(bare)
        is_relative = self._wording.compares(core) or (core != "" and self._wording.is_change(core))
        return Head(
            words=core,
            units=tuple(units),
            when=when,
            subject=self._named(annotated, cells[-1]),
            span=cells[-1],
            is_planned=is_forecast or self._planned.search(words) is not None,
            is_open=when is NEVER and not is_relative and self._open.search(words) is not None,
            is_idle=self._idle.fullmatch(bare.strip()) is not None,
            is_relative=is_relative,
        )

    def is_unit(self, words: str) -> bool:
        """Whether words stand for a unit, with a scale or without one: 亿元, 户, %."""
        found = self._quantities.find(f"1{words}")
        return len(found) == 1 and found[0].unit is not None and len(found[0].span) == len(words) + 1

    def _without_unit(self, found: re.Match[str], units: list[str]) -> str:
        """What is left of words that may tell units, which are kept: nothing where they do."""
        told = next(words for words in found.groups() if words)
        forms = [self._plain.sub("", form, count=1) or form for form in self._parts.split(told) if form]
        if not forms or not all(map(self.is_unit, forms)):
            return "" if found["told"] else found[0]
        units.extend(forms)
        return ""

    def _dated(self, words: str, place: Span, anchor: Anchor, told: Period | None) -> tuple[When, str]:
        """The period that words tell last, and the words without any."""
        found = [each for each in self._periods.find(words, anchor, None, told) if each.role is PeriodRole.WHEN]
        for each in reversed(found):
            words = words[: each.span.start] + words[each.span.end :]
        return (When(found[-1].period, place) if found else NEVER), words

    def _named(self, annotated: AnnotatedDocument, cell: Span) -> EntityMention | None:
        """The thing whose name a cell is."""
        text = annotated.document.text
        for each in annotated.mentions_in(cell):
            before, after = text[cell.start : each.span.start], text[each.span.end : cell.end]
            if self._nothing.fullmatch(before) and self._nothing.fullmatch(self._brackets.sub("", after)):
                return each
        return None
