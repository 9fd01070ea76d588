"""Finding what figures a document reports: subject, metric, value, bound, period, with the place of each.

Goes through the sentences once and hands on what each is about; the clauses are read by `drafting`.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence, Set

from kg.extract.annotated import AnnotatedDocument
from kg.extract.observations.draft import Draft
from kg.extract.observations.drafting import Drafter
from kg.extract.observations.line import Line
from kg.extract.observations.merge import merged, without_title
from kg.extract.observations.outline import OutlineReader, title_end
from kg.extract.observations.ranking import PLAIN, Ranker
from kg.extract.observations.tables import TableReader
from kg.extract.observations.view import SentenceReader, SentenceView, is_named
from kg.extract.observations.when import NEVER
from kg.model.fact import Evidence, ObservationMention, Part
from kg.model.mention import Reference
from kg.model.span import Span
from kg.ontology.figures import load_figures
from kg.ontology.metrics import load_metrics
from kg.ontology.pack import Pack
from kg.text.alternatives import any_of
from kg.text.dates import PeriodMention
from kg.text.period_context import Anchor
from kg.text.period_roles import PeriodRole
from kg.text.tokenizer import Tokenizer

_AHEAD = 3
"""A sentence may give the subject of figures in so many sentences, itself included."""

_BY = 8
"""How many signs name that by which figures are broken down."""


class ObservationFinder:
    """Finds observations by the cues of one pack. Holds compiled rules only."""

    def __init__(self, pack: Pack) -> None:
        """Compile the pack's rules.

        Raises:
            OntologyError: figures.yaml or metrics.yaml of the pack has faults.
        """
        self._figures = load_figures(pack.files("figures.yaml"))
        metrics = load_metrics(pack.files("metrics.yaml"))
        self._reader = SentenceReader(pack.language, self._figures.acting_types)
        ranker = Ranker(self._figures.weights or PLAIN)
        tokenizer = Tokenizer(tuple(sorted(metrics.by_word)))
        self._drafter = Drafter(pack, self._figures, metrics, tokenizer, ranker)
        self._tables = TableReader(pack.language, self._figures, metrics, tokenizer)
        self._continuing = tuple(pack.language.reporting.continues)
        words, marks = pack.language.reporting, re.escape(pack.language.punctuation.clause)
        by = any_of(words.breakdown)
        self._breakdown = re.compile(rf"{by}[^{marks}]{{1,{_BY}}}{any_of(words.breakdown_ends)}[{marks}]")
        self._restarts = re.compile(rf"\W*{any_of(pack.language.reporting.restarts)}")
        self._same_event = re.compile(any_of(pack.language.reporting.same_event))
        self._outline = OutlineReader(self._figures, pack.language)

    def find(self, annotated: AnnotatedDocument) -> tuple[ObservationMention, ...]:
        """The observations of a document, in text order; a repeated figure is one."""
        if not annotated.entities:
            return ()
        text, anchor = annotated.document.text, self._reader.anchor(annotated)
        grids = self._tables.grids(text)
        drafts = list(self._tables.read(annotated, grids, anchor))
        views = self._views(annotated, anchor, self._tables.cells(text, grids))
        figured = [view.has_figures for view in views]
        if any(figured):
            drafts.extend(self._told(annotated, views, figured))
        elif not drafts:  # as mostly
            return ()
        ordered = sorted(merged(without_title(drafts, title_end(text))), key=lambda each: each.figure.span.start)
        rows: dict[tuple[Span | None, str], set[str]] = {}
        for draft in ordered:
            rows.setdefault((draft.metric_span, draft.metric), set()).add(draft.subject.entity)
        return tuple(_mention(draft, annotated, rows[draft.metric_span, draft.metric]) for draft in ordered)

    def _told(
        self, annotated: AnnotatedDocument, views: Sequence[SentenceView], figured: Sequence[bool]
    ) -> Iterator[Draft]:
        """The drafts of what sentences tell."""
        text = annotated.document.text
        most, titled = self._outline.subjects(annotated)
        line = Line(
            nations=self._outline.nations(annotated),
            most=most,
            titled=titled,
            credited=self._outline.credited(annotated),
            date=annotated.document.date,
        )
        line.main = self._outline.main(annotated)
        for number, view in enumerate(views):
            # What a sentence is about is asked only where figures follow soon.
            if any(figured[number : number + _AHEAD]):
                line = self._next(text, view, line)
                for index in range(len(view.clauses)):
                    self._drafter.read(text, view.clauses[: index + 1], line)
                yield from line.drafts

    def _views(self, annotated: AnnotatedDocument, anchor: Anchor, cells: Sequence[Span]) -> list[SentenceView]:
        """The sentences up to the last with a number, of those that no number follows soon the periods alone.

        Numbers of `cells` are none of a sentence.
        """
        text, sentences = annotated.document.text, annotated.sentences
        numbers = [self._reader.quantities(text, each) for each in sentences]
        if cells:
            numbers = [tuple(each for each in row if not _lies_in(each.number, cells)) for row in numbers]
        while numbers and not numbers[-1]:
            numbers.pop()
        views: list[SentenceView] = []
        told: PeriodMention | None = None
        for index, own in enumerate(numbers):
            near = any(numbers[index : index + _AHEAD])
            views.append(self._reader.read(annotated, index, own if near else None, anchor, told))
            told = next((each for each in reversed(views[-1].periods) if _is_told(each)), told)
        return views

    def _next(self, text: str, view: SentenceView, last: Line) -> Line:
        """What a sentence is handed by the one before."""
        start = view.sentence.span.start
        if self._restarts.match(text, start):
            last.last, last.drafts = None, ()
        if text.startswith(self._continuing, start) or self._breakdown.match(text, start):
            last.told, last.drafts = (), ()
            return last
        when = last.day if self._same_event.search(text, start, view.sentence.span.end) else NEVER
        past = last.drafts if last.drafts and "\n" not in text[last.drafts[-1].figure.span.end : start] else ()
        return last.next(start, when, past)


def _is_told(mention: PeriodMention) -> bool:
    """Whether words of time tell a period that later ones may go on with: none that is compared with."""
    period = mention.period
    return (
        mention.role is not PeriodRole.COMPARED
        and not mention.is_past
        and (period.start is not None or period.end is not None)
    )


def _mention(draft: Draft, annotated: AnnotatedDocument, row: Set[str]) -> ObservationMention:
    """The observation of a draft; a `row` of things that have the same words are no dimensions of each other."""
    entity = annotated.by_id[draft.subject.entity]
    parts = [(Part.SUBJECT, draft.subject.span), (Part.NUMBER, draft.figure.span)]
    if draft.metric_span is not None:
        parts.append((Part.METRIC, draft.metric_span))
    if draft.when.span is not None:
        parts.append((Part.PERIOD, draft.when.span))
    evidence = Evidence(draft.scope, "observation", f"observation/{draft.rule}", _confidence(draft), tuple(parts))
    unnamed = draft.subject.mention.reference is Reference.INDEFINITE
    return ObservationMention(
        entity.id,
        draft.metric,
        draft.quantity,
        evidence,
        draft.when.period,
        tuple(each for each in _dimensions(draft, annotated) if each not in row),
        draft.modality,
        unnamed,
    )


def _lies_in(number: Span, cells: Sequence[Span]) -> bool:
    """Whether a number lies in one of some cells, which are in text order."""
    at = bisect.bisect_right(cells, number.start, key=lambda each: each.start) - 1
    return at >= 0 and number.start < cells[at].end


def _confidence(draft: Draft) -> float:
    return round(draft.sure, 2)


def _dimensions(draft: Draft, annotated: AnnotatedDocument) -> tuple[str, ...]:
    """The things that the metric's words name besides the subject."""
    spans = [span for span in (draft.metric_span,) if span is not None]
    named = (each for span in spans for each in annotated.mentions_in(span) if is_named(each))
    return tuple(dict.fromkeys(each.entity for each in named if each.entity != draft.subject.entity))
