"""Finding periods of time in a text and resolving them: 截至今年9月末, 去年上半年, 近三年, 11月以来.

Relative words resolve against the document's date; without one against the latest year that the text names. Whether a
period is the one in which a figure holds is for `kg.extract.observations`, which here learns its role in the clause.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from kg.model.document import Document
from kg.model.quantity import DateBasis, Period
from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.alternatives import any_of
from kg.text.normalize import fold, folded
from kg.text.period_context import Anchor, Told
from kg.text.period_pattern import period_pattern, period_start, written_year
from kg.text.period_resolution import resolve
from kg.text.period_roles import PeriodRole, RoleReader
from kg.text.period_years import Groups, worth
from kg.text.periods import is_stretch, is_year, shifted


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """Words of time with the period that they name; `span` covers 截至, 自 and 以来 as well.

    `year_begin` marks 年初, from which a comparison runs, `is_stretch` a number of months or years (近3个月),
    `is_past` what was a year or a quarter before the one told (去年同期), which holds for no later clause,
    `is_origin` when a thing was what it is no more, the one figure behind it (从5月的3%降至2%), `is_announced` a day on
    which something was only told.
    """

    span: Span
    period: Period
    role: PeriodRole = PeriodRole.WHEN
    year_begin: bool = False
    is_stretch: bool = False
    is_past: bool = False
    is_origin: bool = False
    is_announced: bool = False


class PeriodFinder:
    """Finds periods by one language's cues."""

    def __init__(self, language: Language) -> None:
        words = language.periods
        self._words = words
        self._pattern, self._start = period_pattern(words), period_start(words)
        self._numbers = tuple(self._pattern.groupindex.items())
        self._roles = RoleReader(language)
        stop = re.escape(language.punctuation.clause + language.punctuation.sentence + "\n")
        self._until = re.compile(rf"(?:^|[{stop}\s]){any_of(words.until)} ?$")
        self._due = words.deadline_before
        self._list = re.compile(any_of((*language.punctuation.list, *language.reporting.list_)))
        asides = language.punctuation.asides
        self._brackets = re.compile("|".join(f"{re.escape(pair[0])}.*{re.escape(pair[1])}" for pair in asides))
        self._join = re.compile(rf" ?{any_of(words.join)} ?")
        # A year since which something holds (2004年公布以来) is not the one at hand, unless an earlier one is named.
        self._year = re.compile(rf"(?<![0-9])({written_year(words)}) ?{any_of(words.year)}")
        self._year_since = re.compile(rf"[^{stop}]{{0,24}}{any_of(words.since[:1])}")

    def anchor(self, document: Document) -> Anchor:
        """What relative words of a document count from."""
        if document.date is not None:
            return Anchor(document.date.year, document.date, DateBasis.PUBLICATION)
        text = folded(document.text)
        every = list(self._year.finditer(text))
        # A year by which something is planned lies ahead: 到2025年末突破.
        named = [each for each in every if not self._roles.is_goal(text, each.start())] or every
        years = [worth(each[1], self._words) for each in named]
        if all(self._year_since.match(text, each.end()) for each in named):
            return Anchor()
        return Anchor(max(years), None, DateBasis.INFERRED)

    def find(
        self,
        text: str,
        anchor: Anchor,
        span: Span | None = None,
        told: Period | None = None,
        *,
        is_announced: bool = False,
    ) -> tuple[PeriodMention, ...]:
        """The periods of a text or of a part of it, in order; offsets are the text's.

        Args:
            text: the document's text.
            anchor: what relative words count from.
            span: the part to read, a sentence say; a bare 5月 takes its year from an earlier period of this part.
            told: the period that was named last before this part (当年, 全年).
            is_announced: whether that is a day on which something was only told, as then 同日 is another.

        >>> import datetime
        >>> from kg.ontology.language import read_language
        >>> from kg.ontology.pack import packs_folder
        >>> finder = PeriodFinder(read_language(packs_folder() / "zh", []))
        >>> anchor = Anchor(2022, datetime.date(2022, 11, 23), DateBasis.PUBLICATION)
        >>> [(each.period.start, each.period.end) for each in finder.find("截至今年9月末", anchor)]
        [(None, datetime.date(2022, 9, 30))]
        """
        offset = span.start if span else 0
        part = span.of(folded(text)) if span else fold(text)
        context = Told(told, is_announced=is_announced)
        found: list[PeriodMention] = []
        for match in self._matches(part):
            mention = self._read(part, match, anchor, context, offset)
            if mention is not None:
                again = match["before"] or match["year_same"] or match["same"] or self._is_back(match)
                if not (again or match["counted"] or match["plan"] or mention.is_origin):
                    context = context.after(
                        mention.period,
                        here=mention.role is not PeriodRole.COMPARED,
                        is_announced=mention.is_announced,
                    )
                found.append(mention)
        return self._joined(part, found, offset)

    def _matches(self, text: str) -> Iterator[regex.Match[str]]:
        """Where words of time stand, in order."""
        offset = 0
        while (start := self._start.search(text, offset)) is not None:
            match = self._pattern.match(text, start.start())
            offset = match.end() if match else start.start() + 1
            if match:
                yield match

    def _read(
        self, text: str, match: regex.Match[str], anchor: Anchor, told: Told, offset: int
    ) -> PeriodMention | None:
        if self._roles.is_ahead(text, match):
            anchor = dataclasses.replace(anchor, is_ahead=True)
        resolved = resolve(self._groups(match), self._words, anchor, told)
        if resolved is None:
            return None
        # 自7月征集以来: what began may stand between.
        if not match["since"] and self._roles.goes_on(text, match):
            resolved = Period(resolved.start, None, resolved.basis)
        elif self._until.search(text, max(0, match.start() - 3), match.start()) and resolved.end:
            resolved = Period(None, resolved.end, resolved.basis)
        elif is_year(resolved) and text.endswith(self._due, 0, match.start()) and _lies_ahead(resolved, anchor):
            # 力争到2030年达到3亿元: by its end.
            resolved = Period(None, resolved.end, resolved.basis)
        is_origin = self._roles.is_origin(text, match)
        begin = match["begin"] in self._words.year_begin
        if is_origin and (match["end"] or begin):
            # 从3月末的3亿元降至2亿元, 从年初的3亿元.
            resolved = Period(None, resolved.start if begin else resolved.end, resolved.basis)
        role, again = self._roles.role(text, match), match["day_word"] in self._words.told_days and told.is_announced
        is_announced = _is_day(resolved) and (again or self._roles.is_announced(text, match))
        return PeriodMention(
            Span(match.start() + offset, match.start() + len(match.group().rstrip()) + offset),
            resolved,
            PeriodRole.ASIDE if is_announced and role is PeriodRole.WHEN else role,
            begin,
            match["counted"] is not None,
            bool(match["before"] or match["year_same"] or self._is_earlier_quarter(match, told)),
            is_origin,
            is_announced,
        )

    def _groups(self, match: regex.Match[str]) -> Groups:
        """The groups of a match by name; regex itself looks each up by a number first."""
        values = match.groups()
        return {name: values[number - 1] for name, number in self._numbers}

    def _is_back(self, match: regex.Match[str]) -> bool:
        """Whether a year is told from the one at hand, which is still that then: 因上年基数高，上半年."""
        return self._words.told_years.get(match["told_year"] or "", 0) < 0

    def _is_earlier_quarter(self, match: regex.Match[str], told: Told) -> bool:
        """Whether a quarter is told beside another (上一季度), and no more of that one (该季度)."""
        return bool(match["quarter_word"] and told.here) and match["quarter_word"] not in self._words.told_quarters

    def _explains(self, text: str, start: int, mention: PeriodMention, offset: int) -> bool:
        """Whether a bracket at an offset says no more than on which day a stretch ended: 一季度（截至6月30日）."""
        end = mention.span.end - offset
        return _is_as_of(mention.period) and self._brackets.fullmatch(text, start, end + 1) is not None

    def _joined(self, text: str, found: list[PeriodMention], offset: int) -> tuple[PeriodMention, ...]:
        """Two periods with a join between them are one: 9月7日至9月9日."""
        joined: list[PeriodMention] = []
        for each in found:
            last = joined[-1] if joined else None
            between = text[last.span.end - offset : each.span.start - offset] if last else ""
            is_next = last is not None and (not between or self._list.fullmatch(between) is not None)
            if last and is_next and last.role is PeriodRole.COMPARED and not last.is_origin:
                # 较去年国庆假期, 比一季度末和上年同期.
                joined.append(dataclasses.replace(each, role=PeriodRole.COMPARED))
            elif last and _is_as_of(last.period) and _is_day(each.period) and self._list.fullmatch(between):
                # 截至2021年末、2022年6月30日: the word holds for every day of the list.
                joined.append(dataclasses.replace(each, period=Period(None, each.period.end, each.period.basis)))
            elif last and self._explains(text, last.span.end - offset, each, offset) and is_stretch(last.period):
                joined[-1] = dataclasses.replace(last, period=_ending(last.period, each.period))
            elif last and self._join.fullmatch(between) and _runs(last.period.start, each.period.end):
                whole = Period(last.period.start, each.period.end, last.period.basis)
                joined[-1] = PeriodMention(last.span.through(each.span), whole, last.role)
            else:
                joined.append(each)
        return tuple(joined)


def _ending(stretch: Period, until: Period) -> Period:
    """The stretch of as many months that ends on the day of another period."""
    first, last = stretch.start, until.end
    if first is None or last is None or stretch.end is None:
        return stretch
    months = (stretch.end.year - first.year) * 12 + stretch.end.month - first.month + 1
    return Period(shifted(last + datetime.timedelta(days=1), -months), last, until.basis)


def _runs(start: datetime.date | None, end: datetime.date | None) -> bool:
    """Whether time runs from a day to another: not 今年至去年."""
    return start is not None and end is not None and start <= end


def _lies_ahead(period: Period, anchor: Anchor) -> bool:
    """Whether a period ends later than the year of the document."""
    return period.end is not None and anchor.year is not None and period.end.year > anchor.year


def _is_as_of(period: Period) -> bool:
    return period.start is None and period.end is not None


def _is_day(period: Period) -> bool:
    return period.end is not None and period.start in (None, period.end)
