"""Ids of what stands in articles: the article itself, the places that state facts, the statements made there.

They follow from the characters as they are, so that they tell full-width from half-width forms apart, and have room for
billions of places. A fact's own id comes from `kg.resolve`.
"""

from __future__ import annotations

import hashlib

from kg.model.entity import Observation, Relation, Source


def exact_id(prefix: str, *parts: str) -> str:
    """An id of a place, a document, a wording: a prefix and 64 bits of a hash.

    >>> exact_id("art", "2022-11/新市民.txt")
    'art_e9c474affe6b9723'
    """
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}_{digest[:16]}"


def article_id(document: str) -> str:
    """The id of an article, from its document's id."""
    return exact_id("art", document)


def statement_id(relation: str, source: Source) -> str:
    """The id of one place that states a relation."""
    return _at_place("stm", source, relation)


def report_id(observation: str, source: Source) -> str:
    """The id of one place that reports a figure."""
    return _at_place("rep", source, observation)


def selector_id(source: Source) -> str:
    """The id of a place; all facts that are stated there share it."""
    return _at_place("sel", source)


def evidence_of(fact: Relation | Observation) -> list[Source]:
    """The places that state a fact, in order; of several finds at one place the surest."""
    surest: dict[tuple[str, int, int], Source] = {}
    for source in sorted(fact.sources, key=lambda each: (each.evidence.confidence, each.evidence.pattern)):
        surest[(source.document, source.evidence.span.start, source.evidence.span.end)] = source
    return [surest[place] for place in sorted(surest)]


def _at_place(prefix: str, source: Source, *fact: str) -> str:
    span = source.evidence.span
    return exact_id(prefix, *fact, source.document, str(span.start), str(span.end))
