"""The graph as flat nodes and edges: nothing that a fact says is lost."""

import datetime
import json
from decimal import Decimal

import pytest

from kg.graph.attributed import to_networkx
from kg.graph.flatten import property_edges, property_nodes
from kg.graph.property_graph import EDGE_ATTRIBUTES, NODE_ATTRIBUTES
from kg.model.document import Document
from kg.model.entity import Source
from kg.model.fact import Evidence
from tests.builders import span
from tests.unit.graph.graphs import AWKWARD, LABELS, TEXT, awkward_graph, entity, figure, graph, relation


@pytest.fixture(scope="module")
def nodes():
    return {node.id: node for node in property_nodes(awkward_graph(), LABELS)}


@pytest.fixture(scope="module")
def edges():
    return {edge.id: edge for edge in property_edges(awkward_graph(), LABELS)}


def test_entities_and_figures_are_nodes(nodes):
    assert set(nodes) == {"org_1", "prd_2", "grp_3", "org_4", "obs_1", "obs_2"}


def test_an_entity_keeps_what_is_known_of_it(nodes):
    assert nodes["org_1"].label == "云杉银行"
    assert nodes["org_1"].values == {
        "kind": "entity",
        "type": "Company",
        "type_label": "企业",
        "aliases": ("云杉", "云杉;银行"),
        "identifiers": ("lei:5493001KJTIIGC8Y1R12",),
        "unnamed": False,
        "mentions": 1,
        "documents": ("a1",),
    }
    assert nodes["org_4"].values["unnamed"] is True
    assert nodes["prd_2"].label == AWKWARD


def test_a_figure_keeps_number_bound_period_and_words(nodes):
    values = nodes["obs_1"].values
    assert (values["value"], values["unit"], values["bound"]) == (Decimal(35000), "人", "over")
    assert (values["period_end"], values["date_basis"]) == (datetime.date(2022, 6, 30), "publication")
    assert "period_start" not in values
    assert values["written"] == "超3.5万人"
    assert nodes["obs_1"].label == "服务客户 超3.5万人"
    assert nodes["obs_2"].values["value_to"] == Decimal("26.67")


def test_a_figure_whose_words_are_not_known_is_named_by_number_and_bound():
    (_, node) = property_nodes(graph([entity("org_1")], (), [figure("obs_1", "org_1", sources=())]), {})
    assert node.label == "服务客户 >35000人"


def test_a_figure_is_joined_to_its_subject_and_its_dimensions(edges):
    ends = {id_: (edge.source, edge.target, edge.type) for id_, edge in edges.items() if id_.startswith("obs")}
    assert ends == {
        "obs_1_subject": ("org_1", "obs_1", "observed"),
        "obs_1_grp_3": ("obs_1", "grp_3", "dimension"),
        "obs_2_subject": ("org_1", "obs_2", "observed"),
    }


def test_a_relation_keeps_direction_label_modality_role_and_evidence(edges):
    planned = edges["rel_3"]
    assert (planned.source, planned.target, planned.label, planned.type) == ("prd_2", "org_1", "提供", "offers")
    assert (planned.values["modality"], planned.values["role"]) == ("planned", "行长")
    assert "role" not in edges["rel_1"].values


def test_evidence_is_told_flat_and_in_full(edges):
    values = edges["rel_1"].values
    assert (values["document"], values["start"], values["end"], values["quote"]) == ("a1", 0, len(TEXT), TEXT)
    assert (values["sources"], values["origins"], values["confidence"]) == (2, 2, 0.9)
    told = json.loads(values["evidence"])
    assert [each["quote"] for each in told] == [TEXT, "云杉银行"]
    assert told[0] == {
        "document": "a1",
        "start": 0,
        "end": len(TEXT),
        "quote": TEXT,
        "title": "标题",
        "date": "2022-07-01",
        "confidence": 0.9,
        "extractor": "test",
        "pattern": "offers/1",
    }


def test_a_reprint_names_its_origin_and_does_not_count_as_another():
    text = "记者从云杉银行获悉，上半年该行服务的货车司机比去年多了许多，平均每笔借款不到五千元，大多在一年以内还清。"
    papers = [Document(id_, text, date=datetime.date(2022, 7, day)) for id_, day in (("a", 3), ("b", 2))]
    said = tuple(Source(each.id, Evidence(span(text, "服务的货车司机"), "test", "rule")) for each in papers)
    reprinted = graph(
        [entity("org_1")], [relation("rel_1", "org_1", "serves", "org_1", sources=said)], documents=papers
    )
    (edge,) = property_edges(reprinted, {})
    assert (edge.values["sources"], edge.values["origins"]) == (2, 1)
    assert [each.get("reprint_of") for each in json.loads(edge.values["evidence"])] == ["b", None]


def test_evidence_of_a_document_that_is_not_there_keeps_its_place():
    alone = graph([entity("org_1")], [relation("rel_1", "org_1", "serves", "org_1")], documents=[])
    (edge,) = property_edges(alone, {})
    assert edge.values["document"] == "a1"
    assert "quote" not in edge.values


def test_values_are_those_of_the_schema(nodes, edges):
    assert {name for node in nodes.values() for name in node.values} <= {each.name for each in NODE_ATTRIBUTES}
    assert {name for edge in edges.values() for name in edge.values} <= {each.name for each in EDGE_ATTRIBUTES}


def test_the_networkx_copy_has_all_of_it_and_is_the_users_own():
    whole = awkward_graph()
    copy = to_networkx(whole, LABELS)
    assert (len(copy), copy.number_of_edges()) == (6, 8)
    assert copy.edges["org_1", "prd_2", "rel_1"]["label"] == "提供"
    copy.remove_node("org_1")
    assert len(to_networkx(whole)) == 6
