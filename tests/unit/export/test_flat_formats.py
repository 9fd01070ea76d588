"""GraphML, GEXF, Cytoscape JSON and tables, read back: everything is there, every character is what it was."""

import csv
import io
import json
import re
from decimal import Decimal
from xml.etree import ElementTree

import networkx as nx
import pytest

from kg.export.cyjs import CytoscapeWriter, render_cyjs
from kg.export.flat_values import text_of
from kg.export.gexf import GexfWriter, render_gexf
from kg.export.graphml import GraphMLWriter, render_graphml
from kg.export.tables import TablesWriter, render_edges, render_nodes
from kg.export.xml_text import escape
from kg.graph.flatten import property_edges, property_nodes
from tests.unit.graph.graphs import AWKWARD, LABELS, TEXT, awkward_graph, entity, graph

COLOURS = {"Company": "#0072B2"}
XML = {
    "graphml": lambda of: "".join(render_graphml(of, LABELS)),
    "gexf": lambda of: "".join(render_gexf(of, LABELS, COLOURS)),
}
READ = {
    "graphml": lambda text: nx.parse_graphml(text, force_multigraph=True),
    "gexf": lambda text: nx.read_gexf(io.BytesIO(text.encode())),
}


@pytest.fixture(scope="module", params=sorted(XML))
def read(request):
    """The awkward graph as networkx reads it from a format."""
    return READ[request.param](XML[request.param](awkward_graph()))


def test_every_node_and_parallel_edge_comes_back_with_its_direction(read):
    expected = {(edge.source, edge.target, edge.id) for edge in property_edges(awkward_graph(), LABELS)}
    assert set(read.nodes) == {node.id for node in property_nodes(awkward_graph(), LABELS)}
    assert {(source, target, key) for source, target, key in read.edges(keys=True)} == expected


def test_every_character_of_names_and_quotes_comes_back(read):
    assert read.nodes["prd_2"]["label"] == AWKWARD
    assert read.edges["org_1", "prd_2", "rel_2"]["quote"] == TEXT


def test_every_value_comes_back_with_its_type(read):
    for node in property_nodes(awkward_graph(), LABELS):
        for name, value in node.values.items():
            back = read.nodes[node.id][name]
            expected = value if isinstance(value, bool | int | float) else text_of(value)
            assert back == (float(value) if isinstance(value, Decimal) else expected)
    planned = read.edges["prd_2", "org_1", "rel_3"]
    assert (planned["modality"], planned["role"], planned["confidence"]) == ("planned", "行长", 0.9)


@pytest.mark.parametrize("format_", sorted(XML))
def test_what_xml_cannot_hold_is_shown_one_for_one(format_):
    text = XML[format_](graph([entity("org_1", name="云\x00杉\x1b银\ufffe行\ud800\x7f\x85")]))
    assert READ[format_](text).nodes["org_1"]["label"] == "云␀杉␛银�行�\x7f\x85"


@pytest.mark.parametrize("format_", sorted(XML))
def test_an_empty_graph_is_well_formed(format_):
    assert len(READ[format_](XML[format_](graph([])))) == 0


def test_escaping_keeps_every_line_end_apart():
    text = "一\n二\r三\r\n四\t五\u2028六"
    assert ElementTree.fromstring(f'<a b="{escape(text)}"/>').get("b") == text
    assert ElementTree.fromstring(f"<a>{escape(text)}</a>").text == text


def test_graphml_edges_have_ids_of_their_own():
    ids = re.findall(r'<edge id="([^"]+)"', XML["graphml"](awkward_graph()))
    assert len(ids) == len(set(ids)) == 8


def test_gexf_gives_the_colours_of_the_pack_and_the_kinds_of_edges():
    text = XML["gexf"](awkward_graph())
    assert text.count('<viz:color r="0" g="114" b="178"/>') == 2
    assert 'id="rel_2" source="org_1" target="prd_2" label="服务" kind="serves"' in text


def test_gexf_names_no_date_of_writing():
    assert "lastmodified" not in XML["gexf"](awkward_graph())


def test_cytoscape_json_keeps_lists_numbers_and_ends():
    data = json.loads("".join(render_cyjs(awkward_graph(), LABELS)))
    nodes = {each["data"]["id"]: each["data"] for each in data["elements"]["nodes"]}
    edges = {each["data"]["id"]: each["data"] for each in data["elements"]["edges"]}
    assert nodes["org_1"]["aliases"] == ["云杉", "云杉;银行"]
    assert (nodes["prd_2"]["name"], nodes["obs_2"]["value"], nodes["obs_2"]["value_to"]) == (AWKWARD, 0.125, 26.67)
    assert (edges["rel_3"]["source"], edges["rel_3"]["target"]) == ("prd_2", "org_1")
    assert (edges["rel_3"]["interaction"], edges["rel_3"]["label"], edges["rel_3"]["quote"]) == ("offers", "提供", TEXT)
    assert len(nodes) == 6
    assert len(edges) == 8


def rows(chunks):
    return list(csv.DictReader(io.StringIO("".join(chunks), newline="")))


def test_tables_have_the_headers_of_the_import_tool():
    nodes, edges = rows(render_nodes(awkward_graph(), LABELS)), rows(render_edges(awkward_graph(), LABELS))
    assert {"id:ID", ":LABEL", "name:string", "value:double", "period_end:date", "unnamed:boolean"} <= nodes[0].keys()
    assert list(edges[0])[:3] == [":START_ID", ":END_ID", "id:string"]
    assert {":TYPE", "confidence:double", "start:int"} <= edges[0].keys()


def test_tables_keep_every_row_and_character():
    nodes = {row["id:ID"]: row for row in rows(render_nodes(awkward_graph(), LABELS))}
    edges = {row["id:string"]: row for row in rows(render_edges(awkward_graph(), LABELS))}
    assert nodes["prd_2"]["name:string"] == AWKWARD
    assert nodes["org_1"][":LABEL"] == "Entity;Company"
    assert nodes["obs_1"][":LABEL"] == "Observation"
    assert (nodes["obs_2"]["value:double"], nodes["obs_2"]["value_to:double"]) == ("0.125", "26.67")
    assert nodes["org_1"]["value:double"] == ""
    assert edges["rel_2"]["quote:string"] == TEXT
    assert (edges["rel_3"][":START_ID"], edges["rel_3"][":TYPE"], edges["rel_3"]["role:string"]) == (
        "prd_2",
        "offers",
        "行长",
    )
    assert len(edges) == 8


def test_a_list_sign_inside_a_member_gives_way_to_its_full_width_twin():
    (row,) = (row for row in rows(render_nodes(awkward_graph(), LABELS)) if row["id:ID"] == "org_1")
    assert row["aliases:string[]"].split(";") == ["云杉", "云杉；银行"]


def test_cells_that_look_like_formulas_stay_as_they_are():
    (row,) = rows(render_nodes(graph([entity("org_1", name="=1+1")]), LABELS))
    assert row["name:string"] == "=1+1"


@pytest.mark.parametrize("writer", [GraphMLWriter(), GexfWriter(), CytoscapeWriter(), TablesWriter()])
def test_writers_make_the_files_they_name_and_always_the_same_bytes(writer, finance, tmp_path):
    folders = tmp_path / "one", tmp_path / "two"
    for folder in folders:
        folder.mkdir()
        writer.write(awkward_graph(), finance, folder)
        assert sorted(path.name for path in folder.iterdir()) == sorted(writer.filenames)
    for name in writer.filenames:
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()


def test_labels_are_those_of_the_pack(finance, tmp_path):
    TablesWriter().write(awkward_graph(), finance, tmp_path)
    label = finance.ontology.relations["offers"].labels["zh"]
    assert label in (tmp_path / "edges.csv").read_text("utf-8")
