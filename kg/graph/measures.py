"""What is measured on a graph: degrees, connected parts, shortest ways between two entities.

Directions are left aside: whoever offers and whoever is offered belong together. Communities are the page's matter
(`kg.export.html`), for they are part of its picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.entity import Relation


def degrees(graph: KnowledgeGraph) -> Mapping[str, int]:
    """How many relations each entity takes part in, by id; a loop counts twice."""
    return dict(graph.topology.degree())


def connected_parts(graph: KnowledgeGraph) -> tuple[tuple[str, ...], ...]:
    """The ids of the entities that relations join, the largest part first, equal ones by their first id."""
    import networkx as nx  # noqa: PLC0415 - slow to import

    parts = (tuple(sorted(part)) for part in nx.weakly_connected_components(graph.topology))
    return tuple(sorted(parts, key=lambda part: (-len(part), part)))


def shortest_way(graph: KnowledgeGraph, start: str, end: str) -> tuple[Relation, ...] | None:
    """The relations of a shortest way between two entities, in their order from the start.

    Of several shortest ways the one whose entities' ids come first, of parallel relations the one whose id does.

    Returns:
        None where no way joins the two, an empty tuple where they are one.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import

    if start not in graph.entities or end not in graph.entities:
        return None
    undirected = graph.topology.to_undirected(as_view=True)
    distances = nx.single_source_shortest_path_length(undirected, end)
    if start not in distances:
        return None
    way = [start]
    while way[-1] != end:
        nearer = (each for each in undirected[way[-1]] if distances.get(each) == distances[way[-1]] - 1)
        way.append(min(nearer))
    return tuple(_between(graph, *pair) for pair in pairwise(way))


def _between(graph: KnowledgeGraph, one: str, other: str) -> Relation:
    """The first of the relations between two entities, in either direction."""
    ends = {one, other}
    parallel = (each for each in graph.relations_of(one) if {each.subject, each.object} == ends)
    return min(parallel, key=lambda each: each.id)
