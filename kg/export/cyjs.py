"""Cytoscape JSON (`.cyjs`), for Cytoscape and cytoscape.js."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.export.files import write_text
from kg.export.flat_values import json_of
from kg.graph.flatten import Labels, labels_of, property_edges, property_nodes
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.property_graph import PropertyEdge, PropertyNode
from kg.ontology.pack import Pack


def render_cyjs(graph: KnowledgeGraph, labels: Labels) -> Iterator[str]:
    """The text of the graph in pieces, one line a node or edge."""
    yield '{"format_version":"1.0","target_cytoscapejs_version":"~3.0","data":{"name":"kg"},"elements":{"nodes":[\n'
    yield from _lines(_node(node) for node in property_nodes(graph, labels))
    yield '],"edges":[\n'
    yield from _lines(_edge(edge) for edge in property_edges(graph, labels))
    yield "]}}\n"


def _lines(elements: Iterator[dict[str, Any]]) -> Iterator[str]:
    """Elements of a JSON list, one a line."""
    before = ""
    for data in elements:
        yield before + json.dumps({"data": data}, ensure_ascii=False, separators=(",", ":"))
        before = ",\n"
    yield "\n"


def _node(node: PropertyNode) -> dict[str, Any]:
    # Cytoscape shows the column `name`, cytoscape.js pages mostly use `label`.
    return {"id": node.id, "name": node.label, "label": node.label} | _values(node)


def _edge(edge: PropertyEdge) -> dict[str, Any]:
    ends = {"id": edge.id, "source": edge.source, "target": edge.target}
    return ends | {"name": edge.label, "label": edge.label, "interaction": edge.type} | _values(edge)


def _values(of: PropertyNode | PropertyEdge) -> dict[str, Any]:
    return {name: json_of(value) for name, value in of.values.items()}


class CytoscapeWriter:
    """Writes `graph.cyjs`."""

    name = "cyjs"
    filenames = ("graph.cyjs",)

    def write(self, graph: KnowledgeGraph, pack: Pack, folder: Path) -> None:
        """Write the graph into `graph.cyjs` of the folder.

        Raises:
            ExportError: the file cannot be written.
        """
        write_text(folder / self.filenames[0], render_cyjs(graph, labels_of(pack)))
