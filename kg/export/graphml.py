"""GraphML, for networkx, igraph, yEd, Gephi and others.

Every edge has an id of its own: readers that follow the format refuse two edges of one id, as they are written
where the relation's name serves for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.export.files import write_text
from kg.export.flat_values import text_of
from kg.export.xml_text import escape
from kg.graph.flatten import Labels, labels_of, property_edges, property_nodes
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.property_graph import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Attribute, Value, ValueKind
from kg.ontology.pack import Pack

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_LABEL = Attribute("label")
_TYPES = {
    ValueKind.INTEGER: "int",
    ValueKind.RATIO: "double",
    ValueKind.DECIMAL: "double",
    ValueKind.FLAG: "boolean",
}
"""All other kinds are strings: GraphML has neither dates nor lists."""


def render_graphml(graph: KnowledgeGraph, labels: Labels) -> Iterator[str]:
    """The text of the graph in pieces, one line a node or edge."""
    yield _HEAD
    yield from _keys("node", "n", NODE_ATTRIBUTES)
    yield from _keys("edge", "e", EDGE_ATTRIBUTES)
    yield '<graph id="G" edgedefault="directed">\n'
    for node in property_nodes(graph, labels):
        yield f'<node id="{escape(node.id)}">{_data("n", node.label, node.values)}</node>\n'
    for edge in property_edges(graph, labels):
        ends = f'source="{escape(edge.source)}" target="{escape(edge.target)}"'
        yield f'<edge id="{escape(edge.id)}" {ends}>{_data("e", edge.label, edge.values)}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _keys(of: str, prefix: str, attributes: tuple[Attribute, ...]) -> Iterator[str]:
    for each in (_LABEL, *attributes):
        type_ = _TYPES.get(each.kind, "string")
        yield f'<key id="{prefix}_{each.name}" for="{of}" attr.name="{each.name}" attr.type="{type_}"/>\n'


def _data(prefix: str, label: str, values: Mapping[str, Value]) -> str:
    pairs = [("label", label), *((name, text_of(value)) for name, value in values.items())]
    return "".join(f'<data key="{prefix}_{name}">{escape(text)}</data>' for name, text in pairs)


class GraphMLWriter:
    """Writes `graph.graphml`."""

    name = "graphml"
    filenames = ("graph.graphml",)

    def write(self, graph: KnowledgeGraph, pack: Pack, folder: Path) -> None:
        """Write the graph into `graph.graphml` of the folder.

        Raises:
            ExportError: the file cannot be written.
        """
        write_text(folder / self.filenames[0], render_graphml(graph, labels_of(pack)))
