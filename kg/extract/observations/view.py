"""One sentence as the observation finder reads it: clauses with their figures, periods and mentions.

Decides only what lies where: which figures are numbers inside names or dates, which text is in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from kg.extract.annotated import AnnotatedDocument, EntityMention
from kg.extract.observations.rows import RowReader
from kg.model.mention import Reference
from kg.model.span import Span
from kg.ontology.language import Language
from kg.text.alternatives import sides_of
from kg.text.dates import PeriodFinder, PeriodMention
from kg.text.period_context import Anchor
from kg.text.quantities import QuantityFinder
from kg.text.quantity_mention import QuantityMention
from kg.text.sentences import Sentence

_NAME = 14
"""How many signs a name in quotes has."""

Item = TypeVar("Item", QuantityMention, PeriodMention)


class Clause(NamedTuple):
    """A clause, or what stands in brackets in one (`inside`), with what it holds in text order.

    `mentions` are the outermost ones. `brackets` are the bracketed stretches, brackets included; `holder` is
    the clause that a bracket stands in.
    """

    span: Span
    figures: tuple[QuantityMention, ...]
    periods: tuple[PeriodMention, ...]
    mentions: tuple[EntityMention, ...]
    brackets: tuple[Span, ...] = ()
    inside: bool = False
    holder: Clause | None = None


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence and its clauses; bracketed ones follow the clause that holds them."""

    sentence: Sentence
    clauses: tuple[Clause, ...]
    periods: tuple[PeriodMention, ...]

    @property
    def has_figures(self) -> bool:
        """Whether any clause holds a figure."""
        return any(clause.figures for clause in self.clauses)


class SentenceReader:
    """Makes views of sentences."""

    def __init__(self, language: Language, actors: Iterable[str] = ()) -> None:
        """A reader of sentences; `actors` are the types of those who act, each of which has its figures in a row."""
        self._rows = RowReader(language, actors)
        self._quantities = QuantityFinder(language)
        self._periods = PeriodFinder(language)
        signs = language.numerals
        numbers = re.escape("".join((*signs.digits, *signs.places, signs.half)))
        self._digits = re.compile("[0-9０-９]")
        self._numbers = re.compile(rf"[0-9０-９{numbers}]")
        opens, closes = sides_of(language.punctuation.quotes)
        marks = language.punctuation
        stop = re.escape(marks.clause + marks.sentence)
        # A list of names in quotes goes on to its last: “甲”“乙”等.
        listed = rf"[{opens}][^{closes}{stop}]{{1,{_NAME}}}[{closes}](?:[{opens}]|{language.reporting.examples})"
        # Blanks between words that are not Latin, and one quotation after another, part clauses too.
        gaps = rf"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])|(?<=[{closes}])(?=[{opens}])(?!{listed})|\u2014{{2,}}"
        self._gaps = re.compile(gaps)
        self._accounts = tuple(language.reporting.accounts)
        self._lasting = tuple(language.reporting.time_after)
        asides = language.punctuation.asides
        self._opening = frozenset(pair[0] for pair in asides)
        opening, closing = sides_of(asides)
        self._parting = re.compile(rf"{gaps}|[{opening}{closing}]")
        self._brackets = re.compile(
            rf"[{opening}][^{opening}{closing}]*(?:[{closing}]|$)|^[^{opening}{closing}]*[{closing}]"
        )

    def anchor(self, annotated: AnnotatedDocument) -> Anchor:
        """What the relative dates of a document count from."""
        return self._periods.anchor(annotated.document)

    def quantities(self, text: str, sentence: Sentence) -> tuple[QuantityMention, ...]:
        """The numbers of a sentence that have a unit, also those inside names and dates."""
        start, end = sentence.span.start, sentence.span.end
        return self._quantities.find(text, sentence.span) if self._numbers.search(text, start, end) else ()

    def read(
        self,
        annotated: AnnotatedDocument,
        number: int,
        quantities: tuple[QuantityMention, ...] | None,
        anchor: Anchor,
        told: PeriodMention | None,
    ) -> SentenceView:
        """The view of a sentence, by its number, of its periods alone where `quantities` is None."""
        text, sentence = annotated.document.text, annotated.sentences[number]
        start, end = sentence.span.start, sentence.span.end
        dated = bool(quantities) or self._digits.search(text, start, end) is not None
        if quantities is None and not dated:
            return SentenceView(sentence, (), ())
        mentions = annotated.outermost[number]
        names = [each.span for each in mentions]
        periods = self._dates(text, sentence.span, names, (anchor, told)) if dated else ()
        if quantities is None:
            return SentenceView(sentence, (), periods)
        taken = [*names, *(each.span for each in periods)]
        figures = [each for each in quantities if not any(s.overlaps(each.number) for s in taken)]
        rows = self._rows.marks(text, sentence, figures, mentions) if len(figures) > 1 and len(mentions) > 1 else ()
        if rows or (dated and self._parting.search(text, start, end)):
            spans = (span for clause in sentence.clauses for span in self._cut(text, clause, names, rows))
            clauses = tuple(part for span in spans for part in self._parts(text, span, figures, periods, mentions))
        else:  # as nearly always
            clauses = tuple([_whole(span, figures, periods, mentions) for span in sentence.clauses])
        return SentenceView(sentence, clauses, periods)

    def _dates(
        self, text: str, span: Span, names: Sequence[Span], since: tuple[Anchor, PeriodMention | None]
    ) -> tuple[PeriodMention, ...]:
        """The periods of a sentence that are no part of a name."""
        anchor, told = since
        last = told.period if told else None
        periods = self._periods.find(text, anchor, span, last, is_announced=told is not None and told.is_announced)
        if not periods:
            return ()
        # The period of an account is that of the figures it tells: 2022年年度报告.
        titles = [each for each in names if not text.endswith(self._accounts, each.start, each.end)]
        return tuple(
            [
                each
                for each in periods
                if not _covered(each.span, titles)
                and not text.endswith(self._lasting, max(span.start, each.span.start - 4), each.span.start)
            ]
        )

    def _cut(self, text: str, clause: Span, names: Sequence[Span], rows: Sequence[Span]) -> list[Span]:
        """The clause at its gaps, except inside names and between two of them in quotation marks: “甲”“乙”."""
        spans: list[Span] = []
        start = clause.start
        gaps = [gap.span() for gap in self._gaps.finditer(text, clause.start, clause.end)]
        gaps += [(mark.start, mark.end) for mark in rows if clause.contains(mark)]
        for left, right in sorted(gaps):
            inside = any(name.start < right and left < name.end for name in names)
            if start < left and not inside and not _between(names, left, right):
                spans.append(Span(start, left))
                start = right
        # A dash may end the clause, and then nothing is left behind it.
        return [*spans, Span(start, clause.end)] if start < clause.end else spans

    def _parts(
        self,
        text: str,
        span: Span,
        figures: Sequence[QuantityMention],
        periods: Sequence[PeriodMention],
        mentions: Sequence[EntityMention],
    ) -> list[Clause]:
        """The clause without what it has in brackets, then each bracketed stretch."""
        held = _within(mentions, span)
        found = (Span(span.start + m.start(), span.start + m.end()) for m in self._brackets.finditer(span.of(text)))
        brackets = tuple(each for each in found if not any(_crosses(m.span, each) for m in held) and len(each) > 2)
        if not brackets:
            return [_whole(span, figures, periods, mentions)]
        open_ = tuple(each for each in held if not _covered(each.span, brackets))
        own = tuple(each for each in _in(figures, span) if not _covered(each.number, brackets))
        # The period of a figure in brackets is told there alone: 3亿元（2021年：2亿元）.
        apart = [each for each in brackets if _in(figures, each)]
        whens = tuple(each for each in _in(periods, span) if not _covered(each.span, apart))
        parts = [Clause(span, own, whens, open_, brackets)]
        for each in brackets:
            if inner := _in(figures, each):
                opened = text[each.start] in self._opening
                inside = Span(each.start + opened, each.end)
                parts.append(
                    Clause(
                        inside,
                        inner,
                        _in(periods, inside),
                        _within(mentions, inside),
                        (),
                        inside=True,
                        holder=parts[0],
                    )
                )
        return parts


def is_named(mention: EntityMention) -> bool:
    """Whether a mention refers by a name or kind, not by a word that stands for another."""
    return mention.mention.reference is not Reference.ANAPHORIC


def _whole(
    span: Span,
    figures: Sequence[QuantityMention],
    periods: Sequence[PeriodMention],
    mentions: Sequence[EntityMention],
) -> Clause:
    """The clause of a span with all that stands in it."""
    return Clause(span, _in(figures, span), _in(periods, span), _within(mentions, span))


def _within(mentions: Sequence[EntityMention], span: Span) -> tuple[EntityMention, ...]:
    if not mentions:
        return ()
    start, end = span.start, span.end
    return tuple([each for each in mentions if start <= each.span.start and each.span.end <= end])


def _in(items: Sequence[Item], span: Span) -> tuple[Item, ...]:
    if not items:  # as mostly
        return ()
    start, end = span.start, span.end
    return tuple([each for each in items if start <= each.span.start < end])


def _covered(span: Span, spans: Sequence[Span]) -> bool:
    return any(each.contains(span) for each in spans)


def _crosses(name: Span, bracket: Span) -> bool:
    """Whether a bracket belongs to a name, wholly or in part."""
    return name.overlaps(bracket) and not bracket.contains(name)


def _between(names: Sequence[Span], start: int, end: int) -> bool:
    """Whether a gap without width lies between two names in quotation marks."""
    if start != end:
        return False
    return any(name.end == start - 1 for name in names) and any(name.start == end + 1 for name in names)
