"""A node with its triples, ready to be written in any RDF format."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass

Properties = tuple[tuple[str, tuple[str, ...]], ...]
"""Predicates with their objects, each a term as N-Triples writes it."""


class Kind(enum.StrEnum):
    """What a resource is for; the counts of triples go by it."""

    VOCABULARY = "vocabulary"
    ENTITY = "entity"
    FIGURE = "figure"
    ARTICLE = "article"
    STATEMENT = "statement"
    REPORT = "report"
    SELECTOR = "selector"
    CURATION = "curation"


@dataclass(frozen=True, slots=True)
class Resource:
    """A subject with its properties in the order in which they are written.

    `article` is the named graph that the triples belong to where a format has graphs, None for the default graph.
    """

    kind: Kind
    subject: str
    properties: Properties
    article: str | None = None

    def triples(self) -> Iterator[tuple[str, str, str]]:
        """Its triples, in order."""
        for predicate, objects in self.properties:
            for each in objects:
                yield self.subject, predicate, each


def given(*properties: tuple[str, tuple[str, ...]]) -> Properties:
    """The properties that have objects."""
    return tuple(each for each in properties if each[1])
