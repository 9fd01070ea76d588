"""A fact that several papers reprint is one fact; each piece of evidence says whether it repeats another."""

import datetime
from decimal import Decimal

from rdflib import Graph, URIRef
from rdflib.namespace import PROV

from kg.export.turtle import render_turtle
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.places import report_id, statement_id
from kg.model.document import Document
from kg.model.entity import Knowledge, Observation, Relation
from kg.model.quantity import Quantity
from kg.ontology.namespaces import INSTANCES
from tests.knowledge import source, thing

PASSAGE = (
    "记者从远山消费金融获悉，上半年该公司服务新市民三十万人，比去年同期多了许多，"
    "平均每笔借款不到五千元，大多在一年以内还清。"
)
FIRST = Document("b", PASSAGE, date=datetime.date(2023, 7, 1))
REPRINT = Document("a", f"据媒体报道，{PASSAGE}", date=datetime.date(2023, 7, 2))
OWN = Document("c", "远山消费金融在各地的网点越来越多，近年来服务新市民的办法也越来越多，办理贷款时不用再跑几趟。")


def node(name):
    return URIRef(INSTANCES + name)


def test_evidence_names_the_evidence_that_it_repeats(finance):
    papers = (FIRST, REPRINT, OWN)
    told, repeated, own = (source(each, "服务新市民") for each in papers)
    entities = (
        thing("grp_n", "CustomerGroup", "新市民", documents=papers),
        thing("org_f", "Company", "远山消费金融", documents=papers),
    )
    relation = Relation("rel_1", "org_f", "serves", "grp_n", (repeated, told, own))
    figure = Observation("obs_1", "org_f", "服务新市民", Quantity(Decimal(300000), "人"), (repeated, told))
    graph = KnowledgeGraph(Knowledge(entities, (relation,), (figure,)), papers)
    rdf = Graph().parse(data="".join(render_turtle(graph, finance)), format="turtle")
    assert set(rdf.subject_objects(PROV.wasDerivedFrom)) == {
        (node(statement_id("rel_1", repeated)), node(statement_id("rel_1", told))),
        (node(report_id("obs_1", repeated)), node(report_id("obs_1", told))),
    }
