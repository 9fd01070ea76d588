"""How names of a pack's types are compared across documents: `resolution.yaml`.

Knows the file's form. What follows from it for two names is decided by the resolver.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pydantic

from kg.ontology.problem import Problem
from kg.ontology.source import Options, read_options

PLACE = "{place}"
"""Stands for any listed place in a `forms` entry."""


class TradeOptions(Options):
    """One trade word of names (消费金融) and the words that say the same (消金).

    `unless_place` keeps them apart where nothing but a place stands before: 上海银行 is not 上海商业银行.
    """

    name: str = pydantic.Field(min_length=1)
    also: tuple[str, ...] = ()
    unless_place: bool = False


class NamingOptions(Options):
    """How names of some types are built: place + own part + trade + legal form, and branches after a head."""

    types: tuple[str, ...]
    legal_forms: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    trades: tuple[TradeOptions, ...] = ()
    branches: tuple[str, ...] = ()


class FormOptions(Options):
    """Forms of one name that differ by more than a word, `{place}` for a listed place; the first is the key's."""

    types: tuple[str, ...]
    same: tuple[str, ...] = pydantic.Field(min_length=2)


class ContextOptions(Options):
    """Types whose equal names are one thing only in equal context.

    The context is what the things are joined to by `relations`, if it is of one of the types `within`, or the same
    role in them. Names that end in one of `anonymous` (刘先生) never leave their document.
    """

    types: tuple[str, ...]
    relations: tuple[str, ...]
    within: tuple[str, ...]
    anonymous: tuple[str, ...] = ()


class LocalOptions(Options):
    """Names that tell nothing outside their document: 市政府, 《通知》, where no fuller name stands beside them."""

    types: tuple[str, ...]
    names: tuple[str, ...]


class PlaceOptions(Options):
    """The type whose listed names are places, and the endings they may have besides (浙江, 浙江省)."""

    type: str
    endings: tuple[str, ...] = ()


class MetricOptions(Options):
    """Words for one metric that say the same (总资产, 资产总额); the first is what the graph calls it."""

    same: tuple[str, ...] = pydantic.Field(min_length=2)


class ResolutionOptions(Options):
    """A `resolution.yaml`."""

    places: PlaceOptions | None = None
    names: tuple[NamingOptions, ...] = ()
    forms: tuple[FormOptions, ...] = ()
    context: tuple[ContextOptions, ...] = ()
    local: tuple[LocalOptions, ...] = ()
    metrics: tuple[MetricOptions, ...] = ()


def read_resolution(paths: Iterable[Path], problems: list[Problem]) -> ResolutionOptions:
    """The entries of all files together, the last file's places first; faults are appended to `problems`."""
    merged = ResolutionOptions()
    for path in paths:
        options = read_options(ResolutionOptions, path, problems)
        if options is not None:
            problems.extend(_check(options, path))
            merged = ResolutionOptions(
                places=options.places or merged.places,
                names=(*merged.names, *options.names),
                forms=(*merged.forms, *options.forms),
                context=(*merged.context, *options.context),
                local=(*merged.local, *options.local),
                metrics=(*merged.metrics, *options.metrics),
            )
    return merged


def _check(options: ResolutionOptions, path: Path) -> Iterable[Problem]:
    """The forms of one entry agree about holding a place, and no word is given for two things."""
    for entry in options.forms:
        for form in entry.same:
            if form.count(PLACE) != 1:
                yield Problem(path, _line_with(path, form), f"{form!r} needs {PLACE} once")
    trades = ((trade.name, *trade.also) for naming in options.names for trade in naming.trades)
    metrics = (metric.same for metric in options.metrics)
    for groups in (trades, metrics):
        owners: dict[str, str] = {}
        for words in groups:
            for word in words:
                other = owners.setdefault(word, words[0])
                if other != words[0]:
                    yield Problem(path, _line_with(path, word), f"{word!r} is given for {words[0]} and {other}")


def _line_with(path: Path, words: str) -> int:
    """The first line of a file that holds some words, 0 where none does."""
    return next((number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if words in line), 0)
