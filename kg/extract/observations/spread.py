"""Spreading figures over lists: each for its own name, metric or period, or one for every name."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from kg.extract.annotated import EntityMention
from kg.extract.observations.draft import Draft
from kg.extract.observations.line import Line
from kg.extract.observations.series import SeriesReader
from kg.extract.observations.together import TogetherReader
from kg.extract.observations.view import Clause
from kg.extract.observations.zones import Zone
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.metrics import Metrics
from kg.text.alternatives import any_of
from kg.text.period_roles import PeriodRole

_SEVERAL = 2


class Spreader:
    """Spreads the drafts of a clause over the lists that it names."""

    def __init__(self, language: Language, figures: Figures, metrics: Metrics) -> None:
        self._known = re.compile(rf"{any_of(metrics.by_word)}$")
        self._series = SeriesReader(language, figures)
        self._together = TogetherReader(language, figures)
        self._closing = tuple(pair[1] for pair in language.punctuation.quotes)
        self._possessive = language.reporting.possessive
        self._things = frozenset(figures.product_types)
        self._reaching = re.compile(any_of(language.reporting.reaching))
        words = language.reporting
        self._marks = re.compile(rf"^(?:{any_of(words.list_)}|\s)+|\s+$")
        self._turn = re.compile(rf"(?P<since>{any_of(words.over_stretches)})?(?P<turn>{any_of(words.turns)})$")
        self._subjects = frozenset(type_ for group in figures.subjects for type_ in group)

    def spread(
        self, text: str, clauses: Sequence[Clause], zones: Sequence[Zone], drafts: Sequence[Draft], line: Line
    ) -> Sequence[Draft]:
        """The drafts of a clause's zones, each with what it has by its place in the row."""
        several = self._together.several(text, clauses[-1], len(zones), line)
        if several is not None and self._series.is_divided(text, zones):
            line.several = several
            if not several:
                return ()
        if changes := self._changes(text, clauses[-1], zones, drafts, line):
            drafts = changes
        elif self._is_divided(text, clauses[-1], zones):
            drafts = self._divided(text, clauses, drafts, line)
        metrics = [self._series.without_order(each.metric) for each in drafts]
        drafts = [
            each if each.metric == metric else dataclasses.replace(each, metric=metric)
            for each, metric in zip(drafts, metrics, strict=True)
        ]
        return self._turned(text, zones, drafts)

    def _turned(self, text: str, zones: Sequence[Zone], drafts: Sequence[Draft]) -> Sequence[Draft]:
        """The drafts, each with its own word of change: 甲、乙净利润分别同比增长3%、下降2%."""
        first = self._turn.search(drafts[0].metric)
        if first is None or len(drafts) != len(zones):
            return drafts
        turned = [drafts[0]]
        for draft, zone in zip(drafts[1:], zones[1:], strict=True):
            own = self._turn.fullmatch(self._marks.sub("", zone.before.of(text)) if zone.before else "")
            told = self._turn.search(draft.metric)
            if own and told:
                metric = draft.metric[: told.start()] + (own["since"] or first["since"] or "") + own["turn"]
                turned.append(dataclasses.replace(draft, metric=metric))
            else:
                turned.append(draft)
        return turned

    def _is_divided(self, text: str, clause: Clause, zones: Sequence[Zone]) -> bool:
        """Whether the clause gives its figures in the order of something else, or has a name for each."""
        if self._series.is_divided(text, zones):
            return True
        if len(zones) < _SEVERAL or any(zone.before is not None for zone in zones[1:]):
            return False
        if self._series.is_dated(text, clause, zones):
            return True
        # 甲、乙持股3%、2%.
        here = [each for each in clause.mentions if each.span.end <= zones[0].figure.span.start]
        return len(self._series.series(text, here)) == len(zones)

    def shared(self, text: str, clause: Clause, zone: Zone, draft: Draft, line: Line) -> list[Draft]:
        """One figure for each of several names: 甲、乙各3亿元, 甲和乙的准备金率."""
        if level := self._level(text, zone, draft, line):
            return level
        here = [each for each in clause.mentions if each.span.end <= zone.figure.span.start]
        summed = self._series.series(text, here)
        if draft.subject in summed and self._together.is_sum(text, zone, summed):
            return []
        is_shared = self._series.is_shared(text, clause, zone)
        if not is_shared and draft.rule != "owner" and not self._series.moves(text, clause, zone):
            return [draft]
        series = self._series.series(text, here) or (line.series if is_shared else ())
        if len(series) < 2 or series[0].mention.type not in self._subjects:
            return [draft]
        if draft.subject not in series and not is_shared:
            return [draft]
        metric = self._series.without_each(draft.metric) if is_shared else draft.metric
        has = series[0].mention.type in self._things and draft.subject.mention.type not in self._things
        # 我国甲险参保率和乙险参保率都在95%以上: both are the figures of who has them.
        subjects = (draft.subject,) * len(series) if has else series
        named = zip(subjects, self._named(text, series, metric), strict=True)
        return [dataclasses.replace(draft, subject=each, metric=metric, rule="each") for each, metric in named]

    def fined(self, text: str, clause: Clause, zone: Zone, draft: Draft, line: Line) -> list[Draft]:
        """A fine for each of several who have it: 行长甲、副行长乙各被罚款5万元."""
        if not self._series.is_shared(text, clause, zone, alone=len(clause.figures) == 1):
            return [draft]
        here = [each for each in clause.mentions if each.span.end <= zone.figure.span.start]
        series = self._series.series(text, here, wide=True) or line.series
        fined = series if draft.subject in series else (draft.subject,)
        return [dataclasses.replace(draft, subject=each) for each in fined]

    def _level(self, text: str, zone: Zone, draft: Draft, line: Line) -> list[Draft]:
        """The level that a change led to which several names share: 甲、乙利率各下调3个基点至2%."""
        last = line.drafts[-1] if line.drafts else None
        if not draft.follows or last is None or last.rule != "each":
            return []
        if not self._reaching.fullmatch(text[last.figure.span.end : zone.figure.span.start]):
            return []
        shared = (each for each in line.drafts if each.figure is last.figure)
        return [dataclasses.replace(draft, subject=each.subject, metric=each.metric, rule="each") for each in shared]

    def _changes(
        self, text: str, clause: Clause, zones: Sequence[Zone], drafts: Sequence[Draft], line: Line
    ) -> list[Draft]:
        """Changes told in the order of the figures before: 甲利率3%、乙利率4%，分别下降0.1和0.2个百分点."""
        base, before = line.base.metric if line.base else "", line.drafts[: -len(drafts)]
        if not base or not all(each.follows for each in drafts):
            return []
        earlier = list(before[-len(drafts) :])
        in_order = len(earlier) == len(drafts) and self._series.is_divided(text, zones)
        if not in_order or not (_are_one_kind(earlier) or _are_of_a_clause(earlier, before)):
            earlier = [each for each in before if not each.follows]
            if len(earlier) != len(drafts) or any(zone.before is not None for zone in zones[1:]):
                return []
        own = any(each.role is PeriodRole.WHEN or each.year_begin for each in clause.periods)
        return [
            dataclasses.replace(
                each,
                subject=each.subject if self._is_own(clause, each) else first.subject,
                metric=first.metric + each.metric.removeprefix(base),
                when=each.when if own else first.when,
            )
            for first, each in zip(earlier, drafts, strict=True)
        ]

    def _is_own(self, clause: Clause, draft: Draft) -> bool:
        """Whether a clause names whose figures it tells in the order of another's: 甲营收3亿元，…，乙分别为."""
        return clause.span.contains(draft.subject.span) and draft.subject.mention.type not in self._things

    def _named(self, text: str, series: Sequence[EntityMention], metric: str) -> list[str]:
        """The metric of each name of a list; that of things holds their names: 普惠贷款同比增长."""
        last = series[-1].span.of(text)
        if last not in metric:
            return [metric.removeprefix(self._possessive)] * len(series)
        common = self._series.without_order(metric.rpartition(last)[2])
        # Names of their own, in quotation marks, are no words of what is counted.
        marked = common.startswith(self._closing)
        common = common.lstrip("".join(self._closing)).removeprefix(self._possessive)
        held = () if marked else self._things
        return [each.span.of(text) + common if each.mention.type in held else common for each in series]

    def _divided(self, text: str, clauses: Sequence[Clause], drafts: Sequence[Draft], line: Line) -> Sequence[Draft]:
        """Figures in the order of names, of metrics or of periods."""
        clause = clauses[-1]
        first = clause.figures[0].span.start
        here = [each for each in clause.mentions if each.span.end <= first]
        metric = drafts[0].metric
        mixed = self._series.series(text, here, mixed=True)
        for series in (self._series.series(text, here), mixed, line.series):
            if len(series) == len(drafts):
                return [
                    dataclasses.replace(draft, subject=each, metric=name, rule="respectively")
                    for draft, each, name in zip(drafts, series, self._named(text, series, metric), strict=True)
                ]
        if members := self._series.members(text, clause, here, len(drafts)):
            named = ((draft, each) for draft, each in zip(drafts, members, strict=True) if each is not None)
            return [dataclasses.replace(draft, subject=each, rule="respectively") for draft, each in named]
        dated = next((each for each in reversed(clauses) if each.periods), clause)
        whens = self._series.whens(dated, len(drafts))
        if whens:
            subject = drafts[-1].subject
            return [
                dataclasses.replace(each, when=when, metric=metric, subject=subject)
                for each, when in zip(drafts, whens, strict=True)
            ]
        subject = drafts[0].subject
        if clause.span.contains(subject.span) and self._series.leads_list(text, subject):
            # 普惠贷款、制造业贷款分别增长3%、5%: the first figure alone is of the thing that is named.
            metrics = self._series.metrics(
                subject.span.of(text) + text[subject.span.end] + metric, len(drafts), self._known
            )
            return [dataclasses.replace(drafts[0], metric=metrics[0])] if metrics else drafts
        metrics = self._series.metrics(metric, len(drafts), self._known)
        if metrics:
            return [dataclasses.replace(each, metric=name) for each, name in zip(drafts, metrics, strict=True)]
        return drafts


def _are_one_kind(drafts: Sequence[Draft]) -> bool:
    """Whether figures have one unit and a metric of their own each."""
    return len({each.quantity.unit for each in drafts}) == 1 and not any(each.follows for each in drafts)


def _are_of_a_clause(last: Sequence[Draft], every: Sequence[Draft]) -> bool:
    """Whether the last figures are all that one clause tells of one deed: 甲、乙共办理3万笔、金额2亿元."""
    if last[0].follows or not all(each.follows for each in last[1:]):
        return False
    scope, subject = last[-1].scope.end, last[-1].subject
    own = [each for each in every if each.scope.end == scope]
    return len(own) == len(last) and all(each.subject == subject for each in own)
