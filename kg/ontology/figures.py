"""Whose figures a domain reports and how it words them: the pack's `figures.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pydantic

from kg.errors import OntologyError
from kg.ontology.problem import Problem
from kg.ontology.source import Options, load_yaml, validate


class FineOptions(Options):
    """Fines: a figure of who is fined, with the metric `metric`.

    `money_before` stand right before the sum; `against` before who is fined, `causes` before what for; `subjects` are
    the types that can be.
    """

    metric: str
    money_before: tuple[str, ...]
    subjects: tuple[str, ...]
    causes: tuple[str, ...] = pydantic.Field(default=())
    against: tuple[str, ...]


class Figures(Options):
    """What the figures of a domain are about.

    `subjects` are groups of types, the earlier winning where a clause names several. Figures whose words hold one of
    `product_words` are of a thing of `product_types` where the clause names one, or one was named before and no word
    of `product_heads` stands by them. Things of `counted_types` that a number counts are its subject where nothing
    stands before. `opening_types` are subjects only where they open a clause; `place_types` yield to what the
    sentence is about already, unless that is of `speaker_types`, who rather report figures than have them;
    `bringer_types` bring the news. `topic_types` may be carried into the next sentences, `fallback_types` are looked
    for where nothing else gives a subject. Names of `holder_types` are no part of a metric. `undated` metrics take no
    carried period.
    """

    subjects: tuple[tuple[str, ...], ...]
    product_types: tuple[str, ...]
    product_words: tuple[str, ...]
    product_heads: tuple[str, ...] = ()
    fine: FineOptions | None = None
    counted_types: tuple[str, ...]
    opening_types: tuple[str, ...] = pydantic.Field(default=())
    place_types: tuple[str, ...] = pydantic.Field(default=())
    speaker_types: tuple[str, ...] = pydantic.Field(default=())
    holder_types: tuple[str, ...] = pydantic.Field(default=())
    bringer_types: tuple[str, ...] = pydantic.Field(default=())
    topic_types: tuple[str, ...]
    fallback_types: tuple[str, ...]
    undated: tuple[str, ...] = pydantic.Field(default=())


NO_FIGURES = Figures(
    subjects=(), product_types=(), product_words=(), counted_types=(), topic_types=(), fallback_types=()
)
"""What a pack without `figures.yaml` says: any type may be a subject."""


def read_figures(paths: Iterable[Path]) -> Figures:
    """The figures of the last of a pack's files, `NO_FIGURES` where there is none.

    Raises:
        OntologyError: a file has faults; the first is told.
    """
    figures = NO_FIGURES
    for path in paths:
        problems: list[Problem] = []
        read = validate(Figures, load_yaml(path), path, problems)
        if read is None:
            first = min(problems)
            raise OntologyError(first.message, place=f"{path}:{first.line}", remedy="mend the file")
        figures = read
    return figures
