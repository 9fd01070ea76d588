"""The graph as a plain attributed networkx graph: the user's own copy, for algorithms and formats of others.

Attributes are text, numbers and flags only, for networkx's own writers take nothing else.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.graph.flatten import Labels, property_edges, property_nodes
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.property_graph import Value

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(graph: KnowledgeGraph, labels: Labels | None = None) -> nx.MultiDiGraph[str]:
    """A copy with entities and figures as nodes and relations as edges, keyed by their unique ids.

    Numbers are floats, dates ISO texts, lists JSON texts.

    Args:
        graph: what to copy.
        labels: what types and relations are called; their names where left out.
    """
    import networkx as nx  # noqa: PLC0415 - slow to import

    copy: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in property_nodes(graph, labels or {}):
        copy.add_node(node.id, label=node.label, **_plain(node.values))
    for edge in property_edges(graph, labels or {}):
        copy.add_edge(edge.source, edge.target, key=edge.id, label=edge.label, **_plain(edge.values))
    return copy


def _plain(values: Mapping[str, Value]) -> dict[str, str | int | float | bool]:
    return {name: _plain_value(value) for name, value in values.items()}


def _plain_value(value: Value) -> str | int | float | bool:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value
