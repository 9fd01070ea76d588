"""graphology and Cytoscape read the flat formats: every node, parallel edge, direction and character."""

import pytest

from kg.export.cyjs import CytoscapeWriter
from kg.export.gexf import GexfWriter
from kg.export.graphml import GraphMLWriter
from kg.graph.flatten import property_edges, property_nodes
from tests.unit.graph.graphs import AWKWARD, TEXT, awkward_graph


@pytest.fixture(scope="module")
def read(node, finance, tmp_path_factory):
    folder = tmp_path_factory.mktemp("graphs")
    for writer in (GraphMLWriter(), GexfWriter(), CytoscapeWriter()):
        writer.write(awkward_graph(), finance, folder)
    return node("read_graphs.mjs", folder / "graph.graphml", folder / "graph.gexf", folder / "graph.cyjs")


@pytest.mark.parametrize("format_", ["graphml", "gexf", "cyjs"])
def test_every_node_and_edge_is_read(read, format_):
    assert set(read[format_]["nodes"]) == {each.id for each in property_nodes(awkward_graph(), {})}
    assert set(read[format_]["edges"]) == {each.id for each in property_edges(awkward_graph(), {})}


@pytest.mark.parametrize("format_", ["graphml", "gexf", "cyjs"])
def test_every_character_is_read(read, format_):
    assert read[format_]["nodes"]["prd_2"]["label"] == AWKWARD
    assert read[format_]["edges"]["rel_2"]["quote"] == TEXT


@pytest.mark.parametrize("format_", ["graphml", "gexf", "cyjs"])
def test_numbers_are_numbers(read, format_):
    assert read[format_]["nodes"]["obs_2"]["value"] == 0.125
    assert read[format_]["edges"]["rel_1"]["confidence"] == 0.9


@pytest.mark.parametrize("format_", ["graphml", "gexf"])
def test_edges_keep_their_direction(read, format_):
    ends = {id_: tuple(edge["ends"]) for id_, edge in read[format_]["edges"].items()}
    assert ends == {each.id: (each.source, each.target) for each in property_edges(awkward_graph(), {})}
