"""Leaving out facts that are less sure than somebody wants."""

from __future__ import annotations

import dataclasses

from kg.model.extraction import Extraction


def at_least(extraction: Extraction, confidence: float) -> Extraction:
    """The extraction with only the relations and observations of at least that confidence (0 to 1); entities stay."""
    if confidence <= 0:
        return extraction
    return dataclasses.replace(
        extraction,
        relations=tuple(each for each in extraction.relations if each.evidence.confidence >= confidence),
        observations=tuple(each for each in extraction.observations if each.evidence.confidence >= confidence),
    )
