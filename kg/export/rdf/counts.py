"""How many triples the parts of a graph take: the figures by which leanness is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rdflib.namespace import RDF

from kg.export.rdf.describe import describe
from kg.export.rdf.resource import Kind, Resource
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.ontology.namespaces import CORE, OA
from kg.ontology.pack import Pack

_SELECTOR = OA.hasSelector.n3()
_MODALITY = CORE.modality.n3()
_ASSERTED = CORE.Asserted.n3()
_OBSERVATION = CORE.Observation.n3()
_TYPE = RDF.type.n3()
_REPORTS = CORE.reports.n3()


@dataclass(frozen=True, slots=True)
class TripleCounts:
    """Triples in all and by what they are for, and on the average.

    `a_statement` counts, for an asserted relation at one place, the direct triple, the statement and its selector;
    `an_observation` counts the figure, its reports and their selectors. A selector is shared by the facts stated at
    its place, each of which counts its part. `an_article` is all triples over all articles. Zero where there is none.
    """

    total: int
    by_kind: Mapping[str, int]
    a_statement: float
    an_observation: float
    an_article: float


def count_triples(graph: KnowledgeGraph, pack: Pack) -> TripleCounts:
    """The counts of a graph as it would be written.

    Raises:
        ExportError: the graph holds a type or relation that the pack does not define.
    """
    resources = tuple(describe(graph, pack))
    by_kind = Counter({kind.value: 0 for kind in Kind})
    for each in resources:
        by_kind[each.kind.value] += _size(each)
    shares = _shares(resources)
    total = by_kind.total()
    return TripleCounts(
        total,
        dict(sorted(by_kind.items())),
        _mean(_statements(resources, shares)),
        _mean(_observations(resources, shares)),
        round(total / len(graph.documents), 2) if graph.documents else 0.0,
    )


def told_counts(graph: KnowledgeGraph, pack: Pack, turtle: Path) -> dict[str, object]:
    """The counts as a report tells them, with the bytes a fact where the Turtle file is there."""
    counts = count_triples(graph, pack)
    told: dict[str, object] = {
        "triples": counts.total,
        "by_kind": dict(counts.by_kind),
        "an_asserted_relation": counts.a_statement,
        "an_observation": counts.an_observation,
        "an_article": counts.an_article,
    }
    facts = len(graph.relations) + len(graph.observations)
    if turtle.is_file() and facts:
        told["bytes_a_fact"] = round(turtle.stat().st_size / facts, 1)
    return told


def _size(resource: Resource) -> int:
    return sum(len(objects) for _, objects in resource.properties)


def _shares(resources: Iterable[Resource]) -> Mapping[str, float]:
    """The triples of a selector over the number of facts that are stated at its place."""
    places = [each for each in resources if each.kind in (Kind.STATEMENT, Kind.REPORT)]
    uses = Counter(_first(each, _SELECTOR) for each in places)
    return {each.subject: _size(each) / uses[each.subject] for each in resources if each.kind is Kind.SELECTOR}


def _statements(resources: Iterable[Resource], shares: Mapping[str, float]) -> list[float]:
    """For each asserted statement its triples, its part of its selector, and the direct triple."""
    return [
        1 + _size(each) + shares[_first(each, _SELECTOR)]
        for each in resources
        if each.kind is Kind.STATEMENT and _first(each, _MODALITY) == _ASSERTED
    ]


def _observations(resources: Iterable[Resource], shares: Mapping[str, float]) -> list[float]:
    """For each observation its triples, its reports and their parts of their selectors."""
    sizes: dict[str, float] = {}
    for each in resources:
        if each.kind is Kind.FIGURE and _first(each, _TYPE) == _OBSERVATION:
            sizes[each.subject] = _size(each)
        elif each.kind is Kind.REPORT and _first(each, _REPORTS) in sizes:
            sizes[_first(each, _REPORTS)] += _size(each) + shares[_first(each, _SELECTOR)]
    return list(sizes.values())


def _first(resource: Resource, predicate: str) -> str:
    return next((objects[0] for name, objects in resource.properties if name == predicate), "")


def _mean(sizes: list[float]) -> float:
    return round(sum(sizes) / len(sizes), 2) if sizes else 0.0
