"""What the figures of a domain count: metric concepts with the words for them, from the pack's `metrics.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.ontology.problem import Problem, refusal
from kg.ontology.source import Options, read_options


class MetricOptions(Options):
    """One concept: its key, labels, other names, words of what it covers, unit, a wider concept and a scope note."""

    key: str
    zh: str
    en: str
    words: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    unit: str | None = None
    broader: str | None = None
    note: str | None = None


class MetricFile(Options):
    """A file of metric concepts."""

    metrics: tuple[MetricOptions, ...]


@dataclass(frozen=True, slots=True)
class Metric:
    """A concept of what is counted. `unit` is the unit of its figures where a text gives none.

    `words` are other names of it; what `covers` names falls under it and is no name of it: 沪指 under 指数.
    """

    key: str
    labels: Mapping[str, str]
    words: tuple[str, ...]
    covers: tuple[str, ...] = ()
    unit: str | None = None
    broader: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Metrics:
    """All metric concepts of a pack."""

    concepts: tuple[Metric, ...] = ()

    @cached_property
    def by_word(self) -> Mapping[str, Metric]:
        """The concept of each word that names it or falls under it; of two claims the first holds."""
        words: dict[str, Metric] = {}
        for concept in self.concepts:
            for word in (concept.labels["zh"], *concept.words, *concept.covers):
                words.setdefault(word, concept)
        return words

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        ordered = sorted(self.by_word, key=lambda word: (-len(word), word))
        return re.compile("|".join(re.escape(word) for word in ordered) or "(?!)")

    def named_in(self, metric: str) -> Metric | None:
        """The concept that a metric's words name last, which is their head: 贷款余额 of 小微企业贷款余额."""
        found = None
        for match in self._pattern.finditer(metric):
            found = match.group()
        return self.by_word[found] if found else None


def load_metrics(paths: Iterable[Path]) -> Metrics:
    """The concepts of a pack's files, in their order.

    Raises:
        OntologyError: a file has faults, or a key or wider concept is not one; the first is told.
    """
    problems: list[Problem] = []
    metrics = read_metrics(paths, problems)
    if problems:
        raise refusal(problems)
    return metrics


def read_metrics(paths: Iterable[Path], problems: list[Problem]) -> Metrics:
    """The concepts of a pack's files, in their order; faults are appended to `problems`."""
    concepts: list[Metric] = []
    for path in paths:
        data = read_options(MetricFile, path, problems)
        for each in data.metrics if data else ():
            labels = {"zh": each.zh, "en": each.en}
            concepts.append(Metric(each.key, labels, each.words, each.covers, each.unit, each.broader, each.note))
        problems.extend(Problem(path, 0, fault) for fault in _faults(concepts))
    return Metrics(tuple(concepts))


def _faults(concepts: list[Metric]) -> list[str]:
    keys = [concept.key for concept in concepts]
    above = {each.key: each.broader for each in concepts}
    twice = sorted({key for key in keys if keys.count(key) > 1})
    lost = sorted({each.broader for each in concepts if each.broader and each.broader not in keys})
    faults = [f"key {key!r} stands twice" for key in twice] + [f"there is no wider concept {key!r}" for key in lost]
    return faults + [f"{key!r} is wider than itself" for key in sorted(above) if key in _chain(above, key)]


def _chain(above: Mapping[str, str | None], key: str) -> set[str]:
    """Everything that is wider than a concept."""
    chain: set[str] = set()
    wider = above[key]
    while wider is not None and wider not in chain:
        chain.add(wider)
        wider = above.get(wider)
    return chain
