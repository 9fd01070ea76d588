"""The graph as a plain attributed networkx graph: the user's own copy, for algorithms and formats of others."""

from __future__ import annotations

import networkx as nx

from kg.graph.flatten import Labels, property_edges, property_nodes
from kg.graph.knowledge_graph import KnowledgeGraph


def to_networkx(graph: KnowledgeGraph, labels: Labels | None = None) -> nx.MultiDiGraph[str]:
    """A copy with entities and figures as nodes and relations as edges, keyed by their unique ids.

    Args:
        graph: what to copy.
        labels: what types and relations are called; their names where left out.
    """
    copy: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in property_nodes(graph, labels or {}):
        copy.add_node(node.id, label=node.label, **node.values)
    for edge in property_edges(graph, labels or {}):
        copy.add_edge(edge.source, edge.target, key=edge.id, label=edge.label, **edge.values)
    return copy
