"""Explanations lead from names, IRIs and facts to sentences."""

import pytest

from kg.errors import QueryError
from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.places import article_id, report_id, selector_id, statement_id
from kg.model.entity import Knowledge
from kg.model.fact import Part
from kg.ontology.namespaces import INSTANCES
from kg.query.explain import explain
from kg.resolve.reasons import Because, MergeReason, MergeRule
from tests.knowledge import NEWS, REPRINT, sample_graph, thing


@pytest.fixture(scope="module")
def graph():
    return sample_graph()


@pytest.fixture
def only(graph, finance):
    def only(asked, **known):
        (found,) = explain(graph, finance, asked, **known)
        return found

    return only


@pytest.mark.parametrize(
    "asked", ["远山消费金融", "远山消金", "org_far", "id:org_far", f"<{INSTANCES}org_far>", f" {INSTANCES}org_far "]
)
def test_an_entity_is_found_by_name_alias_id_and_iri(only, asked):
    found = only(asked)
    assert found.entity.id == "org_far"
    assert {each.fact.id for each in found.facts} == {"rel_1", "rel_2", "rel_3", "obs_1", "obs_2"}


def test_a_fact_has_every_sentence_behind_it(only):
    (fact,) = only("rel_2").facts
    assert (fact.subject.name, fact.object.name) == ("远山消费金融", "新市民")
    assert {each.document.id for each in fact.passages} == {NEWS.id, REPRINT.id}
    assert all(each.span.of(each.document.text) == each.text for each in fact.passages)
    news = next(each for each in fact.passages if each.document is NEWS)
    assert news.text == "远山消费金融推出“春芽行动”，服务新市民。"
    assert news.evidence.of(news.text) == "服务新市民"
    assert (news.pattern, news.confidence) == ("test/rule", 0.8)


def test_words_that_count_are_marked(only):
    (fact,) = only("obs_1").facts
    (passage,) = fact.passages
    assert [(part, span.of(passage.text)) for part, span in passage.highlights] == [(Part.NUMBER, "964.1万人")]
    assert passage.outside == ()


def test_the_ids_of_the_rdf_lead_back(graph, only):
    relation, figure = graph.relations["rel_1"], graph.observations["obs_1"]
    assert [each.fact for each in only(statement_id("rel_1", relation.sources[0])).facts] == [relation]
    assert [each.fact for each in only(report_id("obs_1", figure.sources[0])).facts] == [figure]
    at_place = only(selector_id(relation.sources[0]))
    assert {each.fact.id for each in at_place.facts} == {"rel_1", "obs_3"}
    in_article = only(article_id(REPRINT.id))
    assert {each.fact.id for each in in_article.facts} == {"rel_2", "obs_2"}
    assert all(passage.document is REPRINT for each in in_article.facts for passage in each.passages)


def test_the_reasons_for_names_are_those_of_the_entity(only):
    reasons = tuple(MergeReason(id_, "远山消金", Because(MergeRule.LISTED, "x")) for id_ in ("org_far", "prg_bud"))
    assert only("远山消费金融", reasons=reasons).reasons == reasons[:1]


def test_what_is_not_there_is_told_with_what_is_near(graph, finance):
    with pytest.raises(QueryError) as caught:
        explain(graph, finance, "远山消费金触")
    assert "远山消费金融" in caught.value.remedy


def test_two_things_of_one_name_are_both_explained(finance):
    twins = [thing(id_, type_, "春芽") for id_, type_ in (("prg_1", "Program"), ("prd_1", "Product"))]
    graph = KnowledgeGraph(Knowledge(tuple(twins)), ())
    assert [each.entity.id for each in explain(graph, finance, "春芽")] == ["prd_1", "prg_1"]
