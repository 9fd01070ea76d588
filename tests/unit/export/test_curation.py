"""What curators did is marked in the RDF with PROV, told in the report, and valid."""

import datetime
import json

import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, PROV, SKOS, XSD

from kg.export.cyjs import CytoscapeWriter
from kg.export.jsonld import render_jsonld
from kg.export.registry import find_writers, writers
from kg.export.report import render_report
from kg.export.turtle import TurtleWriter, render_turtle
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.report import build_report
from kg.model.curation import Alias, Assert, CurationLine, Merge, Note, Quote, Reject
from kg.ontology.namespaces import CORE, INSTANCES, OA
from kg.query.shapes import validate
from kg.resolve.curation import curate
from kg.resolve.workbench import World
from tests.knowledge import NEWS, REPRINT, sample_knowledge

pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning:rdflib")

DOCUMENTS = {each.id: each for each in (NEWS, REPRINT)}
DAY = datetime.date(2023, 9, 8)

ALIAS = CurationLine(Alias("远山消费金融", "远山信贷"), "林", DAY, "见“公告”", line=1)
NOTE = CurationLine(Note("远山消费金融", "2023年更名"), "何", DAY, "见公告", line=5)
WORD = CurationLine(Assert("春芽行动", "targets", "新市民"), "林", DAY, "本人核实", line=9)
QUOTED = CurationLine(
    Assert("春芽行动", "uses", "区块链"), "林", DAY, "见报道", Quote(NEWS.id, "推出“春芽行动”"), line=14
)
GONE = CurationLine(Reject("obs_2"), "林", DAY, "误报", line=19)
LOST = CurationLine(Merge("云杉银行", "云杉"), "林", DAY, "同一家", line=23)
LINES = (ALIAS, NOTE, WORD, QUOTED, GONE, LOST)


@pytest.fixture(scope="module")
def curated():
    done = curate(sample_knowledge(), LINES, World(DOCUMENTS))
    return KnowledgeGraph(done.knowledge, DOCUMENTS.values(), done.curation)


@pytest.fixture(scope="module")
def rdf(curated, finance):
    return Graph().parse(data="".join(render_turtle(curated, finance)), format="turtle")


def node(name):
    return URIRef(INSTANCES + name)


def only(rdf, *pattern):
    (found,) = rdf.subjects(*pattern)
    return found


def activity(rdf, line):
    return only(rdf, RDFS.label, Literal(" ".join(line.words)))


def test_a_line_is_an_activity_with_author_date_and_reason(rdf):
    made = activity(rdf, ALIAS)
    assert set(rdf.objects(made, RDF.type)) == {CORE.Curation, PROV.Activity}
    assert rdf.value(made, CORE.action) == Literal("alias")
    assert rdf.value(made, DCTERMS.description) == Literal("见“公告”")
    assert rdf.value(made, DCTERMS.date) == Literal("2023-09-08", datatype=XSD.date)
    curator = rdf.value(made, PROV.wasAssociatedWith)
    assert (curator, RDF.type, PROV.Agent) in rdf
    assert rdf.value(curator, RDFS.label) == Literal("林")


def test_what_a_line_made_names_its_activity(rdf):
    assert set(rdf.objects(node("org_far"), PROV.wasGeneratedBy)) == {activity(rdf, ALIAS), activity(rdf, NOTE)}
    assert rdf.value(node("org_far"), SKOS.editorialNote) == Literal("2023年更名")


def test_a_relation_on_a_curators_word_is_a_statement_without_a_place(rdf):
    statement = only(rdf, PROV.wasGeneratedBy, activity(rdf, WORD))
    assert rdf.value(statement, CORE.object) == node("grp_newcomers")
    assert rdf.value(statement, OA.hasSource) is None
    assert (node("prg_bud"), rdf.value(statement, CORE.relation), node("grp_newcomers")) in rdf


def test_a_relation_with_a_quote_is_marked_at_its_place(rdf):
    statement = only(rdf, PROV.wasGeneratedBy, activity(rdf, QUOTED))
    assert rdf.value(rdf.value(statement, OA.hasSelector), OA.exact) == Literal("推出“春芽行动”")


def test_what_was_rejected_is_told_by_its_line_only(rdf):
    assert (node("obs_2"), None, None) not in rdf
    assert activity(rdf, GONE)


def test_a_lost_line_leaves_no_activity(rdf):
    assert len(set(rdf.subjects(RDF.type, CORE.Curation))) == len(LINES) - 1


def test_json_ld_says_the_same(curated, finance, rdf):
    other = Graph().parse(data="".join(render_jsonld(curated, finance)), format="json-ld")
    assert set(other) == set(rdf)


def test_every_format_can_be_written(curated, finance, tmp_path):
    for writer in find_writers(writers()):
        writer.write(curated, finance, tmp_path)
    assert (tmp_path / CytoscapeWriter.filenames[0]).exists()


def test_the_curated_graph_is_valid(curated, finance, tmp_path):
    TurtleWriter().write(curated, finance, tmp_path)
    found = validate(tmp_path / "graph.ttl", finance, DOCUMENTS)
    assert found == ()


def test_the_report_lists_what_holds_and_what_is_lost(curated):
    told = json.loads(render_report(build_report(curated), curated))["curation"]
    assert (told["applied"]["count"], told["lost"]["count"]) == (5, 1)
    assert told["applied"]["list"][0] == {
        "line": 1,
        "action": "alias",
        "words": ["远山消费金融", "远山信贷"],
        "author": "林",
        "date": "2023-09-08",
        "reason": "见“公告”",
        "touched": ["org_far"],
        "gone": [],
    }
    assert told["applied"]["list"][-1]["gone"] == ["obs_2"]
    assert told["lost"]["list"][0]["why"] == "nothing is called '云杉银行'"
