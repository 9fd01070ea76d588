"""Two tables, `nodes.csv` and `edges.csv`, with the headers that neo4j-admin imports; other engines skip them.

    neo4j-admin database import full --nodes=nodes.csv --relationships=edges.csv --multiline-fields=true

Cells are never guarded against spreadsheets (a name that begins with = stays as it is): these are import files, a
guard would change the names, and no spreadsheet runs anything in a file whose import asks for text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.export.files import write_text
from kg.export.flat_values import text_of
from kg.graph.flatten import Labels, labels_of, property_edges, property_nodes
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.property_graph import (
    EDGE_ATTRIBUTES,
    NODE_ATTRIBUTES,
    Attribute,
    Kind,
    PropertyEdge,
    PropertyNode,
    Value,
    ValueKind,
)
from kg.ontology.pack import Pack

BETWEEN = ";"
"""Between the members of a list, as neo4j-admin reads them. In a member its full-width twin stands instead: names
are compared with width folded, so it is the same name."""

_ROW_END = "\r\n"
"""By this the writer knows that a cell with either sign has to stand in quotes; rows end with the second."""

_TYPES = {
    ValueKind.TEXT: "string",
    ValueKind.TEXTS: "string[]",
    ValueKind.INTEGER: "int",
    ValueKind.RATIO: "double",
    ValueKind.DECIMAL: "double",
    ValueKind.FLAG: "boolean",
    ValueKind.DATE: "date",
}


def render_nodes(graph: KnowledgeGraph, labels: Labels) -> Iterator[str]:
    """The rows of `nodes.csv`, the header first. A node has its kind and its type as labels."""
    yield _row(["id:ID", "name:string", *_columns(NODE_ATTRIBUTES), ":LABEL"])
    for node in property_nodes(graph, labels):
        yield _row([node.id, node.label, *_cells(node, NODE_ATTRIBUTES), _node_labels(node)])


def render_edges(graph: KnowledgeGraph, labels: Labels) -> Iterator[str]:
    """The rows of `edges.csv`, the header first."""
    yield _row([":START_ID", ":END_ID", "id:string", "label:string", *_columns(EDGE_ATTRIBUTES), ":TYPE"])
    for edge in property_edges(graph, labels):
        yield _row([edge.source, edge.target, edge.id, edge.label, *_cells(edge, EDGE_ATTRIBUTES), edge.type])


def _columns(attributes: Iterable[Attribute]) -> list[str]:
    return [f"{each.name}:{_TYPES[each.kind]}" for each in attributes]


def _cells(of: PropertyNode | PropertyEdge, attributes: Iterable[Attribute]) -> list[str]:
    return [_cell(of.values.get(each.name)) for each in attributes]


def _cell(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return BETWEEN.join(member.replace(BETWEEN, "\N{FULLWIDTH SEMICOLON}") for member in value)
    return text_of(value)


def _node_labels(node: PropertyNode) -> str:
    kind, type_ = str(node.values["kind"]), str(node.values["type"])
    return type_ if kind == Kind.OBSERVATION else f"{kind.capitalize()}{BETWEEN}{type_}"


def _row(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator=_ROW_END).writerow(cells)
    return line.getvalue().removesuffix(_ROW_END) + "\n"


class TablesWriter:
    """Writes `nodes.csv` and `edges.csv`."""

    name = "csv"
    filenames = ("nodes.csv", "edges.csv")

    def write(self, graph: KnowledgeGraph, pack: Pack, folder: Path) -> None:
        """Write the graph into both tables of the folder.

        Raises:
            ExportError: a file cannot be written.
        """
        labels = labels_of(pack)
        write_text(folder / self.filenames[0], render_nodes(graph, labels))
        write_text(folder / self.filenames[1], render_edges(graph, labels))
