"""GEXF 1.3, for Gephi: written by hand, because networkx's is refused by Gephi's own schema.

Nodes have the colours of the pack. Edges name their relation as their kind too: Gephi keeps parallel edges apart by
it. The date of writing is left out, so that the same graph gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.export.files import write_text
from kg.export.flat_values import text_of
from kg.export.xml_text import escape
from kg.graph.flatten import Labels, labels_of, property_edges, property_nodes
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.property_graph import EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Attribute, PropertyEdge, PropertyNode, ValueKind
from kg.ontology.pack import Pack

Colours = Mapping[str, str]
"""The colour of each type, as `#rrggbb`."""

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    '<graph defaultedgetype="directed" idtype="string">\n'
)
_TYPES = {
    ValueKind.INTEGER: "integer",
    ValueKind.RATIO: "double",
    ValueKind.DECIMAL: "double",
    ValueKind.FLAG: "boolean",
}
"""All other kinds are strings: the format's lists are written differently by its readers."""


def render_gexf(graph: KnowledgeGraph, labels: Labels, colours: Colours) -> Iterator[str]:
    """The text of the graph in pieces, one line a node or edge."""
    yield _HEAD
    yield from _attributes("node", NODE_ATTRIBUTES)
    yield from _attributes("edge", EDGE_ATTRIBUTES)
    yield f'<nodes count="{len(graph.entities) + len(graph.observations)}">\n'
    for node in property_nodes(graph, labels):
        yield _node(node, colours)
    yield "</nodes>\n<edges>\n"
    for edge in property_edges(graph, labels):
        yield _edge(edge)
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(of: str, attributes: tuple[Attribute, ...]) -> Iterator[str]:
    yield f'<attributes class="{of}">\n'
    for each in attributes:
        type_ = _TYPES.get(each.kind, "string")
        yield f'<attribute id="{each.name}" title="{each.name}" type="{type_}"/>\n'
    yield "</attributes>\n"


def _node(node: PropertyNode, colours: Colours) -> str:
    colour = _colour(colours.get(str(node.values["type"])))
    return f'<node id="{escape(node.id)}" label="{escape(node.label)}">{_values(node)}{colour}</node>\n'


def _edge(edge: PropertyEdge) -> str:
    ends = f'source="{escape(edge.source)}" target="{escape(edge.target)}"'
    names = f'label="{escape(edge.label)}" kind="{escape(edge.type)}"'
    return f'<edge id="{escape(edge.id)}" {ends} {names}>{_values(edge)}</edge>\n'


def _values(of: PropertyNode | PropertyEdge) -> str:
    values = "".join(f'<attvalue for="{name}" value="{escape(text_of(value))}"/>' for name, value in of.values.items())
    return f"<attvalues>{values}</attvalues>"


def _colour(colour: str | None) -> str:
    if colour is None:
        return ""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


class GexfWriter:
    """Writes `graph.gexf`."""

    name = "gexf"
    filenames = ("graph.gexf",)

    def write(self, graph: KnowledgeGraph, pack: Pack, folder: Path) -> None:
        """Write the graph into `graph.gexf` of the folder.

        Raises:
            ExportError: the file cannot be written.
        """
        colours = {name: look.colour for name, look in pack.appearance.items()}
        write_text(folder / self.filenames[0], render_gexf(graph, labels_of(pack), colours))
