"""In which period a figure holds, by all that was told: of its clause, its sentence, or the same series before it."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.annotated import EntityMention
from kg.extract.observations.draft import Draft
from kg.extract.observations.line import Line
from kg.extract.observations.merge import alike
from kg.extract.observations.view import Clause
from kg.extract.observations.when import LED, NEVER, When, when_of
from kg.ontology.figures import Figures
from kg.text.quantities import QuantityMention


class Topic(NamedTuple):
    """What a figure is of: its subject, its metric, and the figure whose metric it goes on with, if it does."""

    subject: EntityMention
    metric: str
    base: Draft | None


class Dater:
    """Finds the periods of figures."""

    def __init__(self, figures: Figures) -> None:
        self._undated = figures.undated

    def when(self, clause: Clause, figure: QuantityMention, topic: Topic, line: Line) -> When:
        """The period of a figure: its clause's, its base's, the one carried, or that of its series before."""
        carried = line.when
        # The level that a change led to holds when its sentence does: 较年初增长2%至3亿元.
        led = topic.base is not None and 0 < figure.span.start - topic.base.figure.span.end <= LED
        if topic.base is not None and topic.base.when.is_stated and not led:
            carried = topic.base.when
        elif topic.metric.endswith(self._undated):
            carried = NEVER
        own = when_of(clause, figure.span, carried)
        if own.is_stated:
            return own
        return next((each.when for each in line.past if _is_one_series(each, topic, figure)), own)


def _is_one_series(past: Draft, topic: Topic, figure: QuantityMention) -> bool:
    """Whether a figure tells more of what the sentence before told of it or another, in the same period then."""
    if past.quantity.unit != figure.quantity.unit:
        return False
    return alike(past.metric, topic.metric)
