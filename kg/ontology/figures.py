"""Whose figures a domain reports and how it words them: the pack's `figures.yaml`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pydantic

from kg.ontology.problem import Problem, refusal
from kg.ontology.source import Options, read_options


class FineOptions(Options):
    """Fines: a figure of who is fined, with the metric `metric`, or one of `own_metrics` that stands right before it.

    `money_before` stand right before the sum, but for the word of a `currency`; those whose names end with one of
    `judges` are never fined themselves; `against` before who is fined, `passive` behind, `causes` before what for;
    `subjects` are the types that can be. A name that nothing finds may stand between one of `whom` and one of `deeds`
    (对李某警告), but not one that begins with a word of `not_whom`, or those of `unnamed`, of whom a word of `shared`
    says that it holds of each (对2名责任人分别警告). `terms` stand right before the time that the same is sentenced to,
    or right behind it, and are its metric. A word of `together` behind a number with one of `several` tells that a sum
    is of more than one (两家合计被罚). A sign of `joined` behind a sum parts it from a further one
    (没收3万元并罚款).
    """

    metric: str
    own_metrics: tuple[str, ...] = pydantic.Field(default=())
    money_before: tuple[str, ...]
    currency: tuple[str, ...] = pydantic.Field(default=())
    subjects: tuple[str, ...]
    judges: tuple[str, ...] = pydantic.Field(default=())
    causes: tuple[str, ...] = pydantic.Field(default=())
    passive: tuple[str, ...]
    against: tuple[str, ...]
    whom: tuple[str, ...] = pydantic.Field(default=())
    not_whom: tuple[str, ...] = pydantic.Field(default=())
    deeds: tuple[str, ...] = pydantic.Field(default=())
    unnamed: tuple[str, ...] = pydantic.Field(default=())
    shared: tuple[str, ...] = pydantic.Field(default=())
    together: tuple[str, ...] = pydantic.Field(default=())
    several: tuple[str, ...] = pydantic.Field(default=())
    joined: str
    terms: tuple[str, ...] = pydantic.Field(default=())


class Figures(Options):
    """What the figures of a domain are about.

    `subjects` are groups of types, the earlier being the likelier grammatical subject where a clause names several.
    Figures whose words hold one of `product_words`, and times whose words hold one of `product_times`, are rates, terms
    and ceilings, which things of `product_types` have, but none whose names end with one of `channels`. `opening_types`
    are seldom subjects and so are `place_types` once another was told of; those of `speaker_types` rather report
    figures than have them, `bringer_types` bring the news, those of `voice_types` tell what a nation has that the text
    does not name. Of two names side by side the second is the head where the first is of `acting_types`. `topic_types`
    may be carried into the next sentences, `fallback_types` are what a document may be about as a whole. Names of
    `holder_types` are no part of a metric. Metrics that end with a word of `undated` take no carried period; those that
    hold one of `results`, and changes of all that holds none of `levels`, take the stretch that their paragraph gives
    account of. `unnamed` are nouns of actors that a clause may be about without a name, where none of
    `unnamed_not_before` follows. Things whose names end with one of `kinds` are kinds, whose stocks are told of who has
    them. Figures whose words hold one of `firm_words` are those of firms (but seldom of those of whom words of
    `stake_words` told before what they hold), with one of `deed_words` of who acts; `told_words` name further
    kinds of what figures tell, each by its words, for which things of some types speak more and others less. `weights`
    say how much each sign speaks for a thing as the subject of a figure.
    """

    subjects: tuple[tuple[str, ...], ...]
    product_types: tuple[str, ...]
    product_words: tuple[str, ...]
    product_times: tuple[str, ...] = pydantic.Field(default=())
    channels: tuple[str, ...] = pydantic.Field(default=())
    policy_words: tuple[str, ...] = pydantic.Field(default=())
    flow_words: tuple[str, ...] = pydantic.Field(default=())
    national_words: tuple[str, ...] = pydantic.Field(default=())
    firm_words: tuple[str, ...] = pydantic.Field(default=())
    stake_words: tuple[str, ...] = pydantic.Field(default=())
    held_words: tuple[str, ...] = pydantic.Field(default=())
    class_types: tuple[str, ...] = pydantic.Field(default=())
    deed_words: tuple[str, ...] = pydantic.Field(default=())
    told_words: dict[str, tuple[str, ...]] = pydantic.Field(default={})
    fine: FineOptions | None = None
    punished: tuple[str, ...] = pydantic.Field(default=())
    opening_types: tuple[str, ...] = pydantic.Field(default=())
    place_types: tuple[str, ...] = pydantic.Field(default=())
    acting_types: tuple[str, ...] = pydantic.Field(default=())
    speaker_types: tuple[str, ...] = pydantic.Field(default=())
    holder_types: tuple[str, ...] = pydantic.Field(default=())
    bringer_types: tuple[str, ...] = pydantic.Field(default=())
    voice_types: tuple[str, ...] = pydantic.Field(default=())
    national_rates: tuple[str, ...] = pydantic.Field(default=())
    topic_types: tuple[str, ...]
    fallback_types: tuple[str, ...]
    undated: tuple[str, ...] = pydantic.Field(default=())
    results: tuple[str, ...] = pydantic.Field(default=())
    levels: tuple[str, ...] = pydantic.Field(default=())
    unnamed: tuple[str, ...] = pydantic.Field(default=())
    unnamed_not_before: tuple[str, ...] = pydantic.Field(default=())
    founded: tuple[str, ...] = pydantic.Field(default=())
    kinds: tuple[str, ...] = pydantic.Field(default=())
    weights: dict[str, float] = pydantic.Field(default={})


NO_FIGURES = Figures(subjects=(), product_types=(), product_words=(), topic_types=(), fallback_types=())
"""What a pack without `figures.yaml` says: any type may be a subject."""


def load_figures(paths: Iterable[Path]) -> Figures:
    """The figures of the last of a pack's files, `NO_FIGURES` where there is none.

    Raises:
        OntologyError: a file has faults; the first is told.
    """
    problems: list[Problem] = []
    figures = read_figures(paths, problems)
    if problems:
        raise refusal(problems)
    return figures


def read_figures(paths: Iterable[Path], problems: list[Problem]) -> Figures:
    """The figures of the last of a pack's files; faults are appended to `problems`."""
    figures = NO_FIGURES
    for path in paths:
        figures = read_options(Figures, path, problems) or figures
    return figures
