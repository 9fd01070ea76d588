"""What the cells of tables say: figures with a unit of their own, or numbers whose unit the heads tell."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from kg.extract.observations.table_heads import Head
from kg.model.span import Span
from kg.ontology.language import Language
from kg.ontology.metrics import Metrics
from kg.ontology.units import UnitKind
from kg.text.normalize import fold
from kg.text.quantities import QuantityFinder
from kg.text.quantity_mention import QuantityMention


class CellReader:
    """Reads cells by one language's cues."""

    def __init__(self, language: Language, metrics: Metrics, quantities: QuantityFinder) -> None:
        self._quantities, self._metrics = quantities, metrics
        self._money, self._money_ends = next(iter(language.units.money)), language.units.money_ends
        self._before = frozenset(("", "+", *language.bounds.ceiling, *language.bounds.floor))
        self._bare = re.compile(r"[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")

    def is_bare(self, text: str, cell: Span) -> bool:
        """Whether a cell is a number without a unit."""
        return self._bare.fullmatch(fold(cell.of(text))) is not None

    def is_figure(self, text: str, cell: Span) -> bool:
        """Whether a cell is a figure and no more."""
        return self.is_bare(text, cell) or self._whole(fold(cell.of(text))) is not None

    def figure(
        self, text: str, cell: Span, metric: str, heads: Sequence[Head], caption: Sequence[Head]
    ) -> QuantityMention | None:
        """The figure of a cell, None where nothing tells its unit.

        Args:
            text: the document's text.
            cell: where the cell stands.
            metric: what it counts.
            heads: the head of its column, then the names of its row.
            caption: what is told of the whole table.
        """
        words, form = fold(cell.of(text)), ""
        if self._bare.fullmatch(words):
            form = self._told(metric, heads, caption)
            if not form:
                return None
        found = self._whole(words.removeprefix("+") + form)
        if found is None:
            return None
        number = cell if form else Span(cell.start + found.number.start, cell.start + found.number.end)
        return dataclasses.replace(found, span=cell, number=number, unit=None)

    def has_unit(self, figure: QuantityMention, unit: str | None) -> bool:
        """Whether a figure has the unit of what it counts, or any money where that is money: 亿美元."""
        return figure.quantity.unit == unit or (figure.kind is UnitKind.MONEY and unit == self._money)

    def _whole(self, words: str) -> QuantityMention | None:
        """The figure that words are as a whole, with its own unit."""
        found = self._quantities.find(words)
        if len(found) != 1 or not found[0].quantity.unit or found[0].span.end != len(words):
            return None
        return found[0] if words[: found[0].span.start] in self._before else None

    def _told(self, metric: str, heads: Sequence[Head], caption: Sequence[Head]) -> str:
        """The unit that the nearest head tells; of several, and for the whole table, one that the metric has."""
        column = heads[0]
        own = next((each.units for each in heads if each.units), ())
        if len(own) == 1 and (column.units or not column.is_relative):
            return own[0]
        concept = self._metrics.named_in(metric)
        unit = concept.unit if concept else self._money if metric.endswith(self._money_ends) else None
        for form in own or next((each.units for each in caption if each.units), ()):
            found = self._whole(f"1{form}")
            fits = found and (found.kind is UnitKind.SHARE if column.is_relative else self.has_unit(found, unit))
            if fits:
                return form
        return ""
