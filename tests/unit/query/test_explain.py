"""Explanations lead from names, IRIs and facts to sentences."""

import pytest

from kg.graph.flatten import labels_of
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.places import article_id, report_id, selector_id, statement_id
from kg.model.entity import Knowledge
from kg.model.fact import Part
from kg.ontology.namespaces import INSTANCES
from kg.query.explain import Explainer, names_near
from kg.resolve.reasons import Because, MergeReason, MergeRule
from kg.text.sentences import SentenceSplitter
from tests.knowledge import NEWS, REPRINT, sample_graph, thing

REASONS = tuple(MergeReason(id_, "远山消金", Because(MergeRule.LISTED, "x")) for id_ in ("org_far", "prg_bud"))
GRAPH = sample_graph()


@pytest.fixture
def explainer(finance):
    def explainer(graph=GRAPH):
        return Explainer(graph, labels_of(finance), SentenceSplitter(finance.language.punctuation), REASONS)

    return explainer


@pytest.fixture
def only(explainer):
    def only(asked):
        (found,) = explainer().explain(asked)
        return found

    return only


def ids(explanation):
    return {each.id for each in explanation.facts}


@pytest.mark.parametrize(
    "asked", ["远山消费金融", "远山消金", "org_far", "id:org_far", f"<{INSTANCES}org_far>", f" {INSTANCES}org_far "]
)
def test_an_entity_is_found_by_name_alias_id_and_iri(only, asked):
    found = only(asked)
    assert found.entity.id == "org_far"
    assert ids(found) == {"rel_1", "rel_2", "rel_3", "obs_1", "obs_2"}


def test_a_fact_is_told_in_words_with_every_sentence_behind_it(only):
    (fact,) = only("rel_2").facts
    assert fact.words == "远山消费金融 —服务→ 新市民 (asserted)"
    assert {each.document.id for each in fact.passages} == {NEWS.id, REPRINT.id}
    assert all(each.span.of(each.document.text) == each.text for each in fact.passages)
    news = next(each for each in fact.passages if each.document is NEWS)
    assert news.text == "远山消费金融推出“春芽行动”，服务新市民。"
    assert news.evidence.of(NEWS.text) == "服务新市民"
    assert (news.rule, news.confidence) == ("test/rule", 0.8)


def test_words_that_count_are_marked(only):
    (fact,) = only("obs_1").facts
    (passage,) = fact.passages
    assert [(part, span.of(NEWS.text)) for part, span in passage.marks] == [(Part.NUMBER, "964.1万人")]


def test_the_ids_of_the_rdf_lead_back(only):
    relation, figure = GRAPH.relations["rel_1"], GRAPH.observations["obs_1"]
    assert ids(only(statement_id("rel_1", relation.sources[0]))) == {"rel_1"}
    assert ids(only(f"<{INSTANCES}{report_id('obs_1', figure.sources[0])}>")) == {"obs_1"}
    assert ids(only(selector_id(relation.sources[0]))) == {"rel_1", "obs_3"}
    in_article = only(article_id(REPRINT.id))
    assert ids(in_article) == {"rel_2", "obs_2"}
    assert all(passage.document is REPRINT for each in in_article.facts for passage in each.passages)


def test_the_reasons_for_names_are_those_of_the_entity(only):
    assert only("远山消费金融").reasons == REASONS[:1]
    assert only("rel_1").reasons == ()


@pytest.mark.parametrize("asked", ["远山消费金触", "rel_99", "stm_0000000000000000"])
def test_what_is_not_there_gives_nothing(explainer, asked):
    assert explainer().explain(asked) == ()


def test_what_is_near_is_suggested():
    things = [thing("org_1", "Company", "远山消费金融"), thing("org_2", "Company", "远山消费金融研究院")]
    graph = KnowledgeGraph(Knowledge(tuple(things)), ())
    assert names_near(graph, "远山消费金触") == ("远山消费金融", "远山消费金融研究院")
    assert names_near(graph, "消费")[0] == "远山消费金融"
    assert names_near(graph, "毫不相干") == names_near(graph, "") == ()


def test_a_type_and_a_name_mean_the_thing_of_that_type(explainer):
    twins = [thing(id_, type_, "春芽") for id_, type_ in (("prg_1", "Program"), ("prd_1", "Product"))]
    found = explainer(KnowledgeGraph(Knowledge(tuple(twins)), ())).explain("Program:春芽")
    assert [each.entity.id for each in found] == ["prg_1"]


def test_two_things_of_one_name_are_both_explained(explainer):
    twins = [thing(id_, type_, "春芽") for id_, type_ in (("prg_1", "Program"), ("prd_1", "Product"))]
    found = explainer(KnowledgeGraph(Knowledge(tuple(twins)), ())).explain("春芽")
    assert [each.entity.id for each in found] == ["prd_1", "prg_1"]
