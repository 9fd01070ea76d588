"""The figures of tables: the name of the row, the head of the column and the caption tell what a cell alone does not.

A figure is drafted where one of them names a thing, one says what is counted and one the unit; else it is left.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.annotated import AnnotatedDocument, EntityMention
from kg.extract.observations.draft import Draft
from kg.extract.observations.table_cells import CellReader
from kg.extract.observations.table_heads import Head, TableHeadReader
from kg.extract.observations.when import NEVER, When
from kg.extract.observations.wording import Wording
from kg.model.fact import Modality
from kg.model.span import Span
from kg.ontology.figures import Figures
from kg.ontology.language import Language
from kg.ontology.metrics import Metrics
from kg.text.alternatives import any_of
from kg.text.period_context import Anchor
from kg.text.quantities import QuantityFinder
from kg.text.quantity_mention import QuantityMention
from kg.text.tables import Row, Table, find_tables
from kg.text.tokenizer import Tokenizer

_HEADS = 3
"""How many rows a head has at most."""

_NAMED, _CARRIED = 0.9, 0.7
"""How sure it is that a figure is of what its row or column names, or of what the caption or the text is about."""

_YEARS = range(1900, 2101)


class Grid(NamedTuple):
    """A table with its figures: how many rows are its head, and which columns hold figures."""

    table: Table
    heads: int
    columns: frozenset[int]

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows below the head."""
        return self.table.rows[self.heads :]


class TableReader:
    """Drafts the figures of tables."""

    def __init__(self, language: Language, figures: Figures, metrics: Metrics, tokenizer: Tokenizer) -> None:
        quantities = QuantityFinder(language)
        self._wording = Wording(language, tokenizer)
        self._heads = TableHeadReader(language, quantities, self._wording)
        self._cells = CellReader(language, metrics, quantities)
        self._metrics = metrics
        self._known = re.compile(any_of(metrics.by_word))
        self._types = frozenset(name for group in figures.subjects for name in group)
        self._actors = frozenset(figures.acting_types)
        self._firms = frozenset(figures.fallback_types[:1])
        self._things = frozenset(figures.product_types)
        self._kinds, self._unnamed = tuple(figures.kinds), tuple(figures.unnamed)

    def grids(self, text: str) -> tuple[Grid, ...]:
        """The tables of a text that hold figures."""
        found = (self._grid(text, table) for table in find_tables(text))
        return tuple(each for each in found if each is not None)

    def cells(self, text: str, grids: Sequence[Grid]) -> tuple[Span, ...]:
        """The cells of tables that are no more than a figure, in text order: prose around them says nothing of it."""
        rows = (row for grid in grids for row in grid.table.rows)
        return tuple(cell for row in rows for cell in row if cell and self._cells.is_figure(text, cell))

    def read(self, annotated: AnnotatedDocument, grids: Sequence[Grid], anchor: Anchor) -> Iterator[Draft]:
        """Draft the figures of tables."""
        for grid in grids:
            caption = self._caption(annotated, grid, anchor)
            about = self._about(annotated, caption)
            heads = self._columns(annotated, grid, anchor, caption)
            for row in grid.body:
                yield from self._row(annotated, row, heads, (caption, about), anchor)

    def _grid(self, text: str, table: Table) -> Grid | None:
        counted = [frozenset(self._figured(text, row, opens=not n)) for n, row in enumerate(table.rows)]
        heads = next((number for number, columns in enumerate(counted) if columns), _HEADS + 1)
        if heads > _HEADS:
            return None
        return Grid(table, heads, frozenset().union(*counted[heads:]))

    def _figured(self, text: str, row: Row, *, opens: bool) -> Iterator[int]:
        """The columns of a row's figures; a year in a table's first row is none, nor what the row begins with."""
        for column, cell in enumerate(row):
            if column and cell and self._cells.is_figure(text, cell) and not (opens and _is_year(cell.of(text))):
                yield column

    def _caption(self, annotated: AnnotatedDocument, grid: Grid, anchor: Anchor) -> Sequence[Head]:
        """The heads of the whole table, the nearest first: lines before it, rows of one cell at its top."""
        alone = [cell for row in grid.table.rows[: grid.heads] if _is_alone(row) for cell in row if cell]
        cells = [*grid.table.caption, *alone]
        return [self._heads.read(annotated, (each,), anchor) for each in reversed(cells)]

    def _columns(
        self, annotated: AnnotatedDocument, grid: Grid, anchor: Anchor, caption: Sequence[Head]
    ) -> dict[int, Head]:
        """The heads of the columns of figures; one that compares goes on with the one to its left."""
        rows = [row for row in grid.table.rows[: grid.heads] if row and not _is_alone(row)]
        rows = [*map(_spread, rows[:-1]), *rows[-1:]]
        found: dict[int, Head] = {}
        told = next((each.when.period for each in caption if each.when.is_stated), None)
        base = Head()
        for column in sorted(grid.columns):
            cells = [cell for row in rows if (cell := row[column]) is not None]
            head = self._heads.read(annotated, cells, anchor, told)
            if head.is_relative:
                when = head.when if head.when.is_stated else base.when
                head = head._replace(words=base.words + head.words, when=when)
            elif base.words != head.words or _ends(base.when) <= _ends(head.when):
                # Of 2023 | 2022 | 同比 the change is that of the later year.
                base = head
            told = head.when.period if head.when.is_stated else told
            found[column] = head
        return found

    def _about(self, annotated: AnnotatedDocument, caption: Sequence[Head]) -> EntityMention | None:
        """Whose figures those of a table are that names nobody: the one firm of its caption, title or text."""
        places = [each.span for each in caption if each.span]
        named = [[each for span in places for each in annotated.mentions_in(span)]]
        title = annotated.document.title or ""
        text = annotated.document.text
        named.append([each for each in annotated.mentions if title and each.span.of(text) in title])
        named.append(list(annotated.mentions))
        for mentions in named:
            firms = {each.entity: each for each in reversed(mentions) if each.mention.type in self._firms}
            if firms:
                return next(iter(firms.values())) if len(firms) == 1 else None
        return None

    def _row(
        self,
        annotated: AnnotatedDocument,
        row: Row,
        heads: dict[int, Head],
        around: tuple[Sequence[Head], EntityMention | None],
        anchor: Anchor,
    ) -> Iterator[Draft]:
        cells = [cell for cell in row if cell]
        text = annotated.document.text
        stubs = [cell for column, cell in enumerate(row) if cell and column not in heads]
        stubs = [cell for cell in stubs if _is_year(cell.of(text)) or not self._cells.is_bare(text, cell)]
        names = [self._heads.read(annotated, (cell,), anchor) for cell in stubs]
        if not names or any(each.is_idle for each in names):
            # A row without a name goes on with the one above, or sums it up.
            return
        for column, head in heads.items():
            cell = row[column]
            draft = self._draft(text, cell, (head, *names), around) if cell else None
            if draft is not None:
                yield dataclasses.replace(draft, scope=cells[0].through(cells[-1]))

    def _draft(
        self, text: str, cell: Span, heads: Sequence[Head], around: tuple[Sequence[Head], EntityMention | None]
    ) -> Draft | None:
        caption, about = around
        if heads[0].is_idle or heads[0].is_open:
            return None
        named = self._subject(text, heads)
        words = self._words(text, heads, named)
        subject = named or about
        if not words or self._wording.is_generic(words):
            known = [found[-1] for each in caption if (found := self._known.findall(each.words))]
            words = known[0] + words if known else ""
        figure = self._cells.figure(text, cell, words, heads, caption) if words and subject else None
        if figure is None or subject is None or (named is None and not self._counts(words, figure, heads)):
            return None
        when = next((each.when for each in (*heads, *caption) if each.when.is_stated), NEVER)
        planned = any(each.is_planned for each in heads)
        place = next((each.span for each in heads if each.words and each.subject is None), None)
        modality = Modality.PLANNED if planned else Modality.ASSERTED
        sure = _CARRIED if named is None else _NAMED
        return Draft(subject, words, figure.quantity, figure, when, cell, modality, sure, "table", place)

    def _counts(self, metric: str, figure: QuantityMention, heads: Sequence[Head]) -> bool:
        """Whether a figure may count what its words name: the name of a row may be that of one whom nothing finds."""
        concept = self._metrics.named_in(metric)
        names = [each.words for each in heads[1:] if each.words]
        if concept is None or not all(self._known.search(each) and not each.endswith(self._unnamed) for each in names):
            return False
        return heads[0].is_relative or self._cells.has_unit(figure, concept.unit)

    def _subject(self, text: str, heads: Sequence[Head]) -> EntityMention | None:
        """The thing that the row or the column names: one with a name of its own before a kind of things."""
        named = [each.subject for each in (*heads[1:], heads[0]) if each.subject]
        named = [each for each in named if each.mention.type in self._types and not self._is_kind(text, each)]
        things = [each for each in named if each.mention.type in self._things]
        actors = [each for each in named if each.mention.type in self._actors]
        # A group or a place is whom a row is about only where nothing stands before it: 安居分期 | 新市民 | 50万元.
        first = [each.subject for each in heads[:2]]
        return next(iter((*things, *actors, *(each for each in named if each in first))), None)

    def _is_kind(self, text: str, mention: EntityMention) -> bool:
        """Whether a row tells of a stock of things by their kind, which is of who has it: 消费贷款."""
        return mention.mention.type in self._things and text.endswith(self._kinds, mention.span.start, mention.span.end)

    def _words(self, text: str, heads: Sequence[Head], subject: EntityMention | None) -> str:
        """What is counted: the words of the row's name, then of the column's head, but none that name things."""
        parts = [
            each.words
            for each in (*heads[1:], heads[0])
            if each.words and not each.is_idle and (each.subject is None or self._is_kind(text, each.subject))
        ]
        if subject is not None and subject is not heads[0].subject:
            # What a row tells beside a name is no more than a remark.
            return heads[0].words if heads[0].subject is None else ""
        return "".join(parts)


def _ends(when: When) -> datetime.date:
    return when.period.end or datetime.date.min


def _is_year(words: str) -> bool:
    return words.isdecimal() and int(words) in _YEARS


def _is_alone(row: Row) -> bool:
    """Whether a row holds one cell only, as the title of a table does."""
    return len(row) > 1 and sum(cell is not None for cell in row) == 1


def _spread(row: Row) -> Row:
    """A row of heads in which each stands over all columns up to the next."""
    last: Span | None = None
    spread: list[Span | None] = []
    for cell in row:
        last = cell or last
        spread.append(last)
    return tuple(spread)
