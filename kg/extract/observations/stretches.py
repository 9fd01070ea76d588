"""Times within which something is done, which count nothing by themselves: 三年内放款10亿元."""

from __future__ import annotations

from kg.extract.observations.metric_text import MetricText
from kg.extract.observations.zones import Zone
from kg.ontology.language import Language
from kg.ontology.units import UnitKind


class StretchReader:
    """Knows such times by one language's cues."""

    def __init__(self, language: Language) -> None:
        self._units = frozenset(language.reporting.stretches)
        self._inner = language.bounds.inner

    def is_stretch(self, text: str, zone: Zone, words: MetricText) -> bool:
        """Whether a figure of years or months only tells within which time is done what stands behind it."""
        figure = zone.figure
        if words.before or figure.kind is not UnitKind.TIME or figure.quantity.unit not in self._units:
            return False
        return text.endswith(self._inner, figure.span.start, figure.span.end)
