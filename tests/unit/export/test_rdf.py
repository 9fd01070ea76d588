"""What the RDF says: facts, figures, evidence, concepts; and that every format says the same."""

import random
from decimal import Decimal

import pyoxigraph
import pytest
from rdflib import RDF, BNode, Dataset, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, PROV, SDO, SKOS, SOSA, XSD

from kg.errors import ExportError
from kg.export.jsonld import render_jsonld
from kg.export.nquads import render_nquads
from kg.export.rdf.counts import count_triples, told_counts
from kg.export.turtle import TurtleWriter, render_turtle
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.model.entity import Entity, Knowledge, Observation, Relation
from kg.model.quantity import Quantity
from kg.ontology.namespaces import CORE, INSTANCES, OA
from tests.knowledge import NEWS, REPRINT, sample_graph, sample_knowledge, source, thing

pytestmark = pytest.mark.filterwarnings("ignore:.*is deprecated:DeprecationWarning:rdflib")

FIN = "https://w3id.org/cnfinkg/finance#"
AWKWARD = [
    '“春芽”"行动"',
    "a[b]c",
    "<b>&amp;</b>",
    "𠮷野家😀",
    "末尾\\",
    "一行\n二行\r三\t四",
    "分隔\u2028行\u0007",
    "全　角",
    "x^^<urn:y>",
]


def node(name):
    return URIRef(INSTANCES + name)


def fin(name):
    return URIRef(FIN + name)


@pytest.fixture(scope="module")
def turtle(finance):
    return "".join(render_turtle(sample_graph(), finance))


@pytest.fixture(scope="module")
def graph(turtle):
    return Graph().parse(data=turtle, format="turtle")


def only(graph, subject, predicate):
    (value,) = graph.objects(subject, predicate)
    return value


def graph_of(*, entities=(), relations=(), observations=(), documents=(NEWS,)):
    return KnowledgeGraph(Knowledge(tuple(entities), tuple(relations), tuple(observations)), documents)


def test_an_asserted_relation_is_one_direct_triple_and_a_statement_a_place(graph):
    far, newcomers = node("org_far"), node("grp_newcomers")
    assert (far, fin("serves"), newcomers) in graph
    statements = [
        each for each in graph.subjects(CORE.subject, far) if only(graph, each, CORE.relation) == fin("serves")
    ]
    assert len(statements) == 2
    assert {only(graph, each, CORE.modality) for each in statements} == {CORE.Asserted}
    assert {only(graph, each, CORE.confidence).value for each in statements} == {Decimal("0.8"), Decimal("0.95")}
    assert len({only(graph, each, OA.hasSource) for each in statements}) == 2


def test_a_planned_relation_is_a_statement_only(graph):
    assert (node("org_far"), fin("uses"), None) not in graph
    planned = [
        each for each in graph.subjects(CORE.modality, CORE.Planned) if (each, RDF.type, CORE.Statement) in graph
    ]
    assert [only(graph, each, CORE.object) for each in planned] == [node("tec_chain")]


def test_a_figure_is_exact_and_says_unit_bound_period_and_words(graph):
    figure = node("obs_1")
    assert (figure, RDF.type, CORE.Observation) in graph
    assert only(graph, figure, SOSA.hasSimpleResult) == Literal("9641000", datatype=XSD.decimal)
    assert str(only(graph, only(graph, figure, CORE.unit), SKOS.notation)) == "人"
    assert only(graph, figure, CORE.bound) == CORE.Exact
    assert only(graph, figure, CORE.dimension) == node("grp_newcomers")
    assert only(graph, figure, CORE.periodEnd) == Literal("2022-09-30", datatype=XSD.date)
    assert list(graph.objects(figure, CORE.periodStart)) == []
    assert only(graph, figure, CORE.dateBasis) == CORE.YearStated
    metric = only(graph, figure, SOSA.observedProperty)
    assert only(graph, metric, SKOS.prefLabel) == Literal("累计服务新市民用户", lang="zh")
    (report,) = graph.subjects(CORE.reports, figure)
    assert only(graph, report, CORE.asWritten) == Literal("964.1万人", lang="zh")


def test_over_is_never_stored_as_the_number_alone(graph):
    assert only(graph, node("obs_2"), CORE.bound) == CORE.Over
    assert only(graph, node("obs_2"), CORE.dateBasis) == CORE.YearOpen


def test_a_planned_figure_is_no_observation(graph):
    assert set(graph.objects(node("obs_3"), RDF.type)) == {CORE.Projection}
    assert only(graph, node("obs_3"), CORE.modality) == CORE.Planned
    assert only(graph, node("obs_3"), CORE.valueTo) == Literal("30.5", datatype=XSD.decimal)


def test_evidence_quotes_its_article(graph):
    documents = {NEWS.id: NEWS.text, REPRINT.id: REPRINT.text}
    places = set(graph.subjects(OA.hasSource, None))
    assert len(places) == 8
    for place in places:
        text = documents[str(only(graph, only(graph, place, OA.hasSource), DCTERMS.identifier))]
        selector = only(graph, place, OA.hasSelector)
        start, end = only(graph, selector, OA.start).value, only(graph, selector, OA.end).value
        assert text[start:end] == str(only(graph, selector, OA.exact))


def test_an_article_is_described(graph):
    article = graph.value(None, DCTERMS.identifier, Literal(NEWS.id))
    assert {CORE.Article, SDO.NewsArticle} == set(graph.objects(article, RDF.type))
    assert only(graph, article, DCTERMS.title) == Literal(NEWS.title, lang="zh")
    assert only(graph, only(graph, article, DCTERMS.publisher), SKOS.prefLabel) == Literal("金融日报", lang="zh")
    assert node("org_far") in set(graph.objects(article, SDO.mentions))


def test_concepts_stand_in_the_scheme_of_their_class(graph):
    assert only(graph, node("grp_newcomers"), SKOS.inScheme) == fin("customerGroups")
    assert (node("grp_newcomers"), RDF.type, SKOS.Concept) in graph
    assert (node("org_far"), SKOS.inScheme, None) not in graph


def test_a_metric_stands_under_the_concept_that_its_words_name(finance):
    entities = (thing("org_far", "Company", "远山消费金融"),)
    counted = [
        Observation(
            f"obs_{number}", "org_far", words, Quantity(Decimal(1), "元"), (source(NEWS, "累计服务新市民用户"),)
        )
        for number, words in enumerate(("远山消费金融绿色贷款余额", "净利润", "吹泡泡数"))
    ]
    graph = Graph().parse(
        data="".join(render_turtle(graph_of(entities=entities, observations=counted), finance)), format="turtle"
    )
    at = {str(label): metric for metric, label in graph.subject_objects(SKOS.prefLabel)}
    wider = {
        name: [str(graph.value(each, SKOS.prefLabel)) for each in graph.objects(at[name], SKOS.broader)] for name in at
    }
    assert wider["远山消费金融绿色贷款余额"] == ["绿色贷款余额"]
    assert wider["绿色贷款余额"] == ["贷款余额"]
    assert wider["净利润"] == ["利润"]
    assert wider["吹泡泡数"] == wider["贷款余额"] == []
    assert Literal("信贷余额", lang="zh") in set(graph.objects(at["贷款余额"], SKOS.altLabel))
    assert graph.value(at["净利润"], SKOS.scopeNote).language == "zh"
    scheme = {graph.value(at[name], SKOS.inScheme) for name in ("吹泡泡数", "利润", "绿色贷款余额")}
    assert scheme == {fin("metrics")}


def test_an_unnamed_actor_belongs_to_its_article(graph):
    assert (node("sec_some"), RDF.type, CORE.UnnamedAgent) in graph
    article = graph.value(None, DCTERMS.identifier, Literal(NEWS.id))
    assert only(graph, node("sec_some"), PROV.wasDerivedFrom) == article


def test_there_are_no_blank_nodes_and_iris_are_ascii(graph):
    terms = {term for triple in graph for term in triple}
    assert not any(isinstance(term, BNode) for term in terms)
    assert all(str(term).isascii() for term in terms if isinstance(term, URIRef))


def test_the_formats_say_the_same_in_two_libraries(finance, turtle, graph):
    quads = "".join(render_nquads(sample_graph(), finance))
    jsonld = "".join(render_jsonld(sample_graph(), finance))
    union = Dataset(default_union=True).parse(data=quads, format="nquads")
    assert isomorphic(graph, Graph().parse(data=jsonld, format="json-ld"))
    assert set(graph) == {(s, p, o) for s, p, o, _ in union.quads()}
    formats = pyoxigraph.RdfFormat
    by_turtle = {each.triple for each in pyoxigraph.parse(turtle, format=formats.TURTLE)}
    by_quads = {each.triple for each in pyoxigraph.parse(quads, format=formats.N_QUADS)}
    by_json = {each.triple for each in pyoxigraph.parse(jsonld, format=formats.JSON_LD)}
    assert by_turtle == by_quads == by_json
    assert len(by_turtle) == len(graph)


def test_evidence_stands_in_the_graph_of_its_article_and_facts_in_the_default_graph(finance):
    quads = list(pyoxigraph.parse("".join(render_nquads(sample_graph(), finance)), format=pyoxigraph.RdfFormat.N_QUADS))
    default = pyoxigraph.DefaultGraph()
    graphs = {each.graph_name for each in quads}
    assert len(graphs) == 3
    for each in quads:
        evidence = each.subject.value.removeprefix(INSTANCES).startswith(("stm_", "rep_", "sel_"))
        assert (each.graph_name != default) == evidence
    sources = [each for each in quads if each.predicate.value == str(OA.hasSource)]
    assert all(each.object == each.graph_name for each in sources)


def test_the_order_in_which_things_are_known_changes_no_byte(finance, turtle):
    knowledge = sample_knowledge()
    for seed in range(3):
        shuffle = random.Random(seed)
        parts = [
            tuple(shuffle.sample(each, len(each)))
            for each in (knowledge.entities, knowledge.relations, knowledge.observations)
        ]
        documents = shuffle.sample([NEWS, REPRINT], 2)
        assert "".join(render_turtle(KnowledgeGraph(Knowledge(*parts), documents), finance)) == turtle


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_names_come_back_unchanged(finance, name):
    graph = graph_of(entities=[Entity("org_x", "Company", name, (f"{name}!",))])
    label = (node("org_x"), SKOS.prefLabel, Literal(name, lang="zh"))
    assert label in Graph().parse(data="".join(render_turtle(graph, finance)), format="turtle")
    assert label in Graph().parse(data="".join(render_jsonld(graph, finance)), format="json-ld")
    quads = pyoxigraph.parse("".join(render_nquads(graph, finance)), format=pyoxigraph.RdfFormat.N_QUADS)
    assert pyoxigraph.Literal(name, language="zh") in {each.object for each in quads}


def test_one_place_found_twice_is_one_statement_with_the_surer_confidence(finance):
    words = "远山消费金融推出“春芽行动”"
    twice = (source(NEWS, words, confidence=0.5, pattern="b"), source(NEWS, words, confidence=0.7, pattern="a"))
    entities = [thing("org_far", "Company", "远山消费金融"), thing("prg_bud", "Program", "春芽行动")]
    built = graph_of(entities=entities, relations=[Relation("rel_1", "org_far", "launches", "prg_bud", twice)])
    graph = Graph().parse(data="".join(render_turtle(built, finance)), format="turtle")
    (statement,) = graph.subjects(RDF.type, CORE.Statement)
    assert only(graph, statement, CORE.confidence).value == Decimal("0.7")


def test_facts_of_one_place_share_its_selector(graph):
    selectors = set(graph.objects(None, OA.hasSelector))
    assert len(selectors) == 7
    assert len(set(graph.subjects(OA.hasSelector, None))) == 8


@pytest.mark.parametrize(
    ("identifiers", "predicate", "value"),
    [
        ((("site", "https://www.example.cn/"),), SDO.url, URIRef("https://www.example.cn/")),
        ((("site", "例子.cn"),), DCTERMS.identifier, Literal("site:例子.cn")),
        ((("uscc", "91350000158142711F"),), CORE.unifiedSocialCreditCode, Literal("91350000158142711F")),
        ((("isin", "CNE1"),), DCTERMS.identifier, Literal("isin:CNE1")),
    ],
)
def test_identifiers(finance, identifiers, predicate, value):
    built = graph_of(entities=[Entity("org_x", "Company", "甲", identifiers=identifiers)])
    graph = Graph().parse(data="".join(render_turtle(built, finance)), format="turtle")
    assert (node("org_x"), predicate, value) in graph


def test_a_unit_that_no_vocabulary_lists_has_a_node_of_its_own(finance):
    figure = Observation("obs_1", "org_x", "存量", Quantity(Decimal("1E+3"), "麻袋"), (source(NEWS, "推出"),))
    built = graph_of(entities=[Entity("org_x", "Company", "甲")], observations=[figure])
    graph = Graph().parse(data="".join(render_turtle(built, finance)), format="turtle")
    unit = only(graph, node("obs_1"), CORE.unit)
    assert str(unit).startswith(INSTANCES)
    assert only(graph, unit, SKOS.notation) == Literal("麻袋")
    assert only(graph, node("obs_1"), SOSA.hasSimpleResult) == Literal("1000", datatype=XSD.decimal)


def test_a_term_that_the_pack_does_not_define_is_refused(finance):
    with pytest.raises(ExportError, match="Spaceship"):
        list(render_turtle(graph_of(entities=[Entity("x", "Spaceship", "神舟")]), finance))


def test_a_fact_that_quotes_an_absent_article_is_refused(finance):
    relation = sample_knowledge().relations[0]
    with pytest.raises(ExportError, match="远山"):
        list(render_turtle(graph_of(relations=[relation], documents=(REPRINT,)), finance))


def test_the_graph_is_lean(finance):
    """A relation at one place of its own takes 12 triples; a figure as of a day takes 16, its dimensions apart."""
    words = "远山消费金融推出“春芽行动”"
    entities = [thing("org_far", "Company", "远山消费金融"), thing("prg_bud", "Program", "春芽行动")]
    relation = Relation("rel_1", "org_far", "launches", "prg_bud", (source(NEWS, words),))
    assert count_triples(graph_of(entities=entities, relations=[relation]), finance).a_statement == 12
    figure = sample_knowledge().observations[0]
    knowledge = sample_knowledge()
    counts = count_triples(graph_of(entities=knowledge.entities, observations=[figure]), finance)
    assert counts.an_observation - len(figure.dimensions) == 16


def test_the_counts_are_those_of_the_file(finance, graph):
    counts = count_triples(sample_graph(), finance)
    assert counts.total == sum(counts.by_kind.values()) == len(graph)


def test_a_report_tells_the_counts_and_the_bytes_a_fact(finance, tmp_path):
    TurtleWriter().write(sample_graph(), finance, tmp_path)
    told = told_counts(sample_graph(), finance, tmp_path / "graph.ttl")
    facts = len(sample_graph().relations) + len(sample_graph().observations)
    assert told["bytes_a_fact"] == round((tmp_path / "graph.ttl").stat().st_size / facts, 1)
    assert told["triples"] == sum(told["by_kind"].values())
    assert "bytes_a_fact" not in told_counts(sample_graph(), finance, tmp_path / "absent.ttl")
