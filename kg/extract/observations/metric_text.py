"""The words around a figure that make its metric."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.observations.cuts import CutReader
from kg.extract.observations.limits import LimitReader
from kg.extract.observations.metric_stretches import LONG, MetricStretches
from kg.extract.observations.view import Clause
from kg.extract.observations.wording import Wording, kept
from kg.extract.observations.words_behind import COUNTS, WordsBehind
from kg.extract.observations.zones import Zone
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.units import UnitKind
from kg.text.alternatives import any_of
from kg.text.quantity_mention import QuantityMention
from kg.text.tokenizer import Tokenizer

_DATED = 10
"""How many signs a period has."""


class MetricText(NamedTuple):
    """The words before and after a number that say what it counts.

    `is_relative` marks words that go on with the metric before; `span` is where they stand; `serves` tells that
    something is done for those of a place whom the number counts.
    """

    before: str
    after: str
    is_relative: bool = False
    span: Span | None = None
    serves: bool = False


class MetricWords:
    """Reads the words around figures."""

    def __init__(self, language: Language, figures: Figures, tokenizer: Tokenizer) -> None:
        self._actors = frozenset(figures.subjects[0]) if figures.subjects else frozenset()
        self._persons = frozenset(language.units.persons)
        self._places = frozenset(figures.place_types)
        self._possessive = language.reporting.possessive
        self._led = re.compile(rf"^{any_of(language.reporting.led_to)}$")
        self._was = re.compile(rf"{any_of(language.numerals.from_)}(?:.{{1,{_DATED}}}{self._possessive})?$")
        self._rest = frozenset(language.reporting.rest)
        self._sums = frozenset(language.reporting.sums)
        self._served = re.compile(rf"{any_of(language.reporting.recipient)}(?:{any_of(language.reporting.local)})?\s*$")
        self._among = re.compile(any_of(language.reporting.among))
        self._cuts = CutReader(language, figures)
        self._limits = LimitReader(language, figures)
        self._wording = Wording(language, tokenizer)
        self._stretches = MetricStretches(language, figures, self._cuts, self._wording)
        self._words_behind = WordsBehind(language, self._cuts, self._wording, tokenizer)

    def read(self, text: str, clauses: Sequence[Clause], zone: Zone, subject: Span | None) -> MetricText:
        """The words of a figure; what stands before its subject, and periods and brackets, are left out."""
        clause = clauses[-1]
        span, core = self._stretches.before(text, clauses, zone, subject)
        # 累计为2.3万户企业办理延期还本: what is done for those that are counted stands behind them.
        served = zone.figure.kind is UnitKind.COUNT and self._is_served(text, clause, zone)
        serves = served or (zone.figure.kind is UnitKind.COUNT and core in self._sums)
        # 员工中不到2%在海外工作: of all of them it is told what some do.
        serves = serves or (zone.figure.kind is UnitKind.SHARE and self._among.search(core[-1:]) is not None)
        after = self._words_behind.read(text, clause, zone, opens=serves or not core or core in self._rest)
        core, after = self._fitted(text, core, after, zone, serves=serves)
        if not after and self._wording.is_means(core) and (deed := self._deed(text, clause, zone.figure)):
            core, after = "", deed
        own = span if subject is None or span is None or not span.contains(subject) else _behind(span, subject)
        if after and zone.figure.kind is UnitKind.COUNT:
            relative = self._wording.compares(core)
        else:
            relative = self._stretches.compares(text, clause, own) or self._wording.is_relative(
                core, generic=own is span
            )
        # 75%由甲持有，其余25%由乙持有.
        relative = relative or (core in self._rest and not after)
        after = "" if relative else after
        in_place = served and self._served_in(clause, zone.figure) is not None
        return MetricText(core, after, relative, zone.after if not core and after else span, in_place)

    def _is_served(self, text: str, clause: Clause, zone: Zone) -> bool:
        """Whether something is done for those whom a figure counts: 累计为超过3万名新市民提供服务, 为全国30家银行."""
        if zone.before is None:
            return False
        place = self._served_in(clause, zone.figure)
        end = place.start if place and place.start >= zone.before.start else zone.before.end
        return self._served.search(text, zone.before.start, end) is not None

    def _served_in(self, clause: Clause, figure: QuantityMention) -> Span | None:
        """The place right before a number: 全国 of 为全国30家银行."""
        places = (each.span for each in clause.mentions if each.mention.type in self._places)
        return next((each for each in places if each.end == figure.span.start), None)

    def _fitted(self, text: str, core: str, after: str, zone: Zone, *, serves: bool) -> tuple[str, str]:
        """The words before and behind a number as they fit together."""
        if not (core and after) or serves:
            return core, after
        if zone.figure.quantity.unit in self._persons and self._wording.is_row(core) and self._wording.is_deed(after):
            # 甲、乙代表等60余人参加会议: what they did is counted, whoever they are.
            return "", after
        if zone.figure.kind in COUNTS and (
            self._led.search(core)
            or self._was.search(text, zone.before.start if zone.before else 0, zone.figure.number.start)
        ):
            # 试点范围从9个县增至22个县: what is counted is told before.
            return core, ""
        if zone.figure.kind is UnitKind.SHARE and self._wording.changes(core):
            # 销售下滑12%楼市休眠: a change by a share has no noun.
            return core, ""
        return core, self._wording.thing(after) if self._wording.acts(core) else after

    def _deed(self, text: str, clause: Clause, figure: QuantityMention) -> str:
        """What is done with a sum: 受让股权 of 拟以3亿元受让甲公司5%股权; nothing where its clause ends with it."""
        if clause.span.end <= figure.span.end:
            return ""
        span = Span(figure.span.end, clause.span.end)
        numbers = [each.span for each in clause.figures if each.span.start >= span.start]
        return self._wording.core(
            kept(text, span, [*self._cuts.plain(text, clause), *self._cuts.others(text, clause, span), *numbers])
        )

    def after_only(self, text: str, zone: Zone, subject: Span) -> MetricText:
        """The words behind a counted subject, its name where it is only one among them: 在5家险企中."""
        if self._among.match(text, subject.end):
            return MetricText("", subject.of(text), span=subject)
        rest = zone.after or zone.until
        end = max(rest.end, subject.end) if rest else subject.end
        return MetricText("", self._wording.after(text[subject.end : end]), span=Span(subject.start, end))

    def limited(self, text: str, clause: Clause, zone: Zone, product: Span) -> MetricText | None:
        """The words of a limit with the kind of what has it: 最高贷款 of 提供最高20万元的装修贷款."""
        span = self._limits.words(text, clause, zone.figure)
        if span is None:
            return None
        core = self._stretches.stretch(text, clause, span.start, min(span.end, zone.figure.span.start))
        noun = self._limits.noun(text, span, zone.figure, product.of(text))
        return MetricText(core + noun, "", span=span)

    def without(self, text: str, zone: Zone, subject: Span, words: MetricText) -> MetricText:
        """The words of a figure whose subject stands behind it, without the subject."""
        if zone.after is None or not words.before:
            return words
        after = self._wording.after(kept(text, zone.after, [subject]).removeprefix(self._possessive))
        return MetricText(words.before, after, words.is_relative, words.span)

    def named(self, words: MetricText, name: str) -> MetricText:
        """The words with the name of the thing before them, where they say nothing without it: 贷款余额."""
        if not self._wording.is_generic(words.before) or words.after:
            return words
        return self.changed(words, name)

    def changed(self, words: MetricText, name: str) -> MetricText:
        """The words of a change with the name of the thing that changes: 委托贷款增加."""
        return MetricText(name + words.before, "", span=words.span)

    def is_sum(self, words: MetricText) -> bool:
        """Whether the words say only that something is summed: 金额, 总额."""
        return words.is_relative and self._wording.is_generic(words.before)

    def told(self, text: str, clauses: Sequence[Clause]) -> str:
        """What the clause before tells, of which one goes on that has no figure before it: 发放贷款，金额3亿元."""
        if len(clauses) < 2 or clauses[-2].figures or clauses[-1].inside:
            return ""
        clause = clauses[-2]
        first = next((each.span for each in clause.mentions if each.mention.type in self._actors), None)
        core = self._stretches.core(text, clause, clause.span, first)
        return core if len(core) <= LONG else ""

    def metric(self, words: MetricText, base: str | None) -> str:
        """The metric in the text's own words."""
        if base is None or (words.before and self._wording.moves(base)):
            return words.before + words.after
        # 贷款余额30亿元，现余额为35亿元: the noun is that of the metric before.
        again = base == words.before or (self._wording.is_generic(words.before) and base.endswith(words.before))
        return base + ("" if again else words.before) + words.after

    def base(self, metric: str) -> str:
        """What a following 同比增长 goes on with."""
        return self._wording.base(metric)

    def grown(self, text: str, clauses: Sequence[Clause]) -> str:
        """What the clause before tells to change, which this one goes on with: 贷款增速放缓，环比低3%."""
        if len(clauses) < 2 or clauses[-2].figures or clauses[-1].inside:
            return ""
        clause = clauses[-2]
        if most := self._stretches.most(text, clause):
            return most
        last = max((each.span.end for each in clause.mentions if each.mention.type in self._actors), default=0)
        core = self._stretches.stretch(text, clause, max(clause.span.start, last), clause.span.end)
        noun = self._wording.grown(core) if self._wording.changes(core) else ""
        return noun if noun != core and len(noun) <= LONG else ""


def _behind(span: Span, subject: Span) -> Span | None:
    return Span(subject.end, span.end) if subject.end < span.end else None
