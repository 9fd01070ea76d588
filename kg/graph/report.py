"""What a build came to, in numbers and lists: counts, failures, contradictions, and what gave no fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.missing import Candidate, find_missing
from kg.graph.reprinted import Reprint, find_reprints
from kg.resolve.conflicts import Conflict, Series, find_conflicts, find_series


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be read, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one build.

    `entities`, `relations` and `modalities` count by type, by predicate and by modality, in the order of the names;
    `unnamed` counts actors that their article leaves unnamed (also among `entities`).
    """

    documents: int
    entities: Mapping[str, int]
    unnamed: int
    relations: Mapping[str, int]
    modalities: Mapping[str, int]
    observations: int
    failures: tuple[Failure, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    series: tuple[Series, ...] = ()
    reprints: tuple[Reprint, ...] = ()
    missing: tuple[Candidate, ...] = ()


def build_report(
    graph: KnowledgeGraph, failures: Iterable[Failure] = (), candidates: Iterable[Candidate] = ()
) -> Report:
    """The report of a graph.

    Args:
        graph: what was built.
        failures: inputs that could not be read.
        candidates: where numbers and quoted names stand in the documents.
    """
    observations = graph.observations.values()
    return Report(
        documents=len(graph.documents),
        entities=_counts(each.type for each in graph.entities.values()),
        unnamed=sum(each.unnamed for each in graph.entities.values()),
        relations=_counts(each.predicate for each in graph.relations.values()),
        modalities=_counts(each.modality.value for each in graph.relations.values()),
        observations=len(graph.observations),
        failures=tuple(sorted(failures, key=lambda each: (each.place, each.reason))),
        conflicts=find_conflicts(observations),
        series=find_series(observations),
        reprints=find_reprints(graph),
        missing=find_missing(graph, candidates),
    )


def _counts(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
