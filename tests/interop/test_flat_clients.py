"""igraph reads GraphML, Gephi's rules hold for GEXF, an embedded Cypher engine imports the tables."""

import csv
from collections import Counter
from pathlib import Path

import igraph
import ladybug
import networkx as nx
import pytest
from lxml import etree

from kg.export.gexf import GexfWriter
from kg.export.graphml import GraphMLWriter
from kg.export.tables import TablesWriter
from kg.graph.attributed import to_networkx
from tests.unit.graph.graphs import AWKWARD, TEXT, awkward_graph

RULES = Path(__file__).parent / "gexf13.rng"


@pytest.fixture(scope="module")
def folder(finance, tmp_path_factory):
    folder = tmp_path_factory.mktemp("flat")
    for writer in (GraphMLWriter(), GexfWriter(), TablesWriter()):
        writer.write(awkward_graph(), finance, folder)
    return folder


def test_igraph_reads_graphml(folder):
    read = igraph.Graph.Read_GraphML(str(folder / "graph.graphml"))
    copy = to_networkx(awkward_graph())
    assert read.is_directed()
    assert sorted(read.vs["id"]) == sorted(copy)
    ends = Counter((read.vs[edge.source]["id"], read.vs[edge.target]["id"]) for edge in read.es)
    assert ends == Counter((source, target) for source, target in copy.edges())
    assert read.vs.find(id="prd_2")["label"] == AWKWARD
    assert {edge["quote"] for edge in read.es.select(type="serves")} == {TEXT}
    assert read.vs.find(id="obs_2")["value"] == 0.125


def test_gexf_keeps_the_rules_of_its_version(folder):
    rules = etree.RelaxNG(etree.parse(RULES))
    rules.assertValid(etree.parse(folder / "graph.gexf"))


def test_the_rules_of_gexf_refuse_what_gephi_refuses(tmp_path):
    nx.write_gexf(to_networkx(awkward_graph()), tmp_path / "graph.gexf", version="1.3")
    assert not etree.RelaxNG(etree.parse(RULES)).validate(etree.parse(tmp_path / "graph.gexf"))


def columns(path):
    """The columns of a table as Cypher declares them."""
    types = {
        "string": "STRING",
        "int": "INT64",
        "double": "DOUBLE",
        "boolean": "BOOL",
        "date": "DATE",
        "string[]": "STRING",
    }
    with path.open(encoding="utf-8", newline="") as file:
        names = [name for name in next(csv.reader(file)) if name not in {":START_ID", ":END_ID"}]
    for name in names:
        column, _, type_ = name.partition(":")
        plain = {"id:ID": ("id", "string"), ":LABEL": ("labels", "string"), ":TYPE": ("reltype", "string")}
        column, type_ = plain.get(name, (column, type_))
        yield f"`{column}` {types[type_]}"


@pytest.fixture(scope="module")
def cypher(folder):
    """Runs a query on an embedded engine that imported both tables."""
    connection = ladybug.Connection(ladybug.Database(":memory:"))
    options = "(HEADER=true, PARALLEL=false, ESCAPE='\"')"
    connection.execute(f"CREATE NODE TABLE Node({', '.join(columns(folder / 'nodes.csv'))}, PRIMARY KEY(id))")
    connection.execute(f"CREATE REL TABLE Edge(FROM Node TO Node, {', '.join(columns(folder / 'edges.csv'))})")
    connection.execute(f"COPY Node FROM '{folder / 'nodes.csv'}' {options}")
    connection.execute(f"COPY Edge FROM '{folder / 'edges.csv'}' {options}")
    return lambda query: [tuple(row) for row in connection.execute(query)]


def test_the_tables_are_imported_whole(cypher):
    assert cypher("MATCH (n:Node) RETURN count(*)") == [(6,)]
    assert cypher("MATCH (:Node)-[e:Edge]->(:Node) RETURN count(*)") == [(8,)]


def test_a_question_in_cypher_is_answered(cypher):
    asked = "MATCH (a:Node)-[e:Edge {reltype: 'offers'}]->(b:Node) RETURN a.name, e.modality, b.name ORDER BY e.id"
    assert cypher(asked) == [("云杉银行", "asserted", AWKWARD), (AWKWARD, "planned", "云杉银行")]


def test_figures_come_with_subject_number_and_dimension(cypher):
    asked = (
        "MATCH (a:Node)-[:Edge {reltype: 'observed'}]->(o:Node)-[:Edge {reltype: 'dimension'}]->(d:Node) "
        "RETURN a.name, o.value, o.bound, o.period_end, d.name, o.quote"
    )
    ((subject, value, bound, end, dimension, quote),) = cypher(asked)
    assert (subject, value, bound, dimension) == ("云杉银行", 35000, "over", "货车司机")
    assert end.isoformat() == "2022-06-30"
    assert quote == "服务\t货车司机超3.5万人"


def test_quotes_and_line_ends_survive_the_import(cypher):
    assert cypher("MATCH ()-[e:Edge {id: 'rel_2'}]->() RETURN e.quote") == [(TEXT,)]
