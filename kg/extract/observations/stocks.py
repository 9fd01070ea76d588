"""Whether a kind of things is named with the stock of it that someone has: 存款余额."""

from __future__ import annotations

from kg.extract.annotated import EntityMention
from kg.extract.observations.situation import Situation
from kg.extract.observations.told import ToldReader
from kg.ontology.figures import Figures


class StockReader:
    """Marks such kinds."""

    def __init__(self, figures: Figures, told: ToldReader) -> None:
        self._told = told
        self._firms = frozenset(figures.acting_types) - frozenset(figures.speaker_types)
        self._speakers = frozenset(figures.speaker_types) - frozenset(figures.place_types)

    def marks(self, situation: Situation, mention: EntityMention, *, is_stock: bool | None = None) -> list[str]:
        """The mark of a kind named with its stock, unless who speaks tells it: then it is of all there is.

        `is_stock` is what is known already of the words behind it.
        """
        line, told = situation.line, self._told
        text, zone = situation.text, situation.zone
        if is_stock is None:
            is_stock = told.is_stock(text, mention)
        if not is_stock and not told.is_part(text, mention, zone, line.drafts):
            return []
        is_said = line.topic is not None and line.topic.mention.type in self._speakers
        is_had = bool(line.drafts) and line.drafts[-1].subject.mention.type in self._firms
        if not is_had and (is_said or any(told.speakers for told in line.told)):
            return []
        return [f"stock {mention.mention.type}"]
