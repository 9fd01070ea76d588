"""What deserves a look is found, the most useful first."""

import datetime
from dataclasses import replace
from decimal import Decimal

from kg.graph.knowledge_graph import KnowledgeGraph
from kg.graph.review import Concern, review_graph
from kg.model.document import Document
from kg.model.entity import Knowledge, Observation, Occurrence
from kg.model.quantity import Period, Quantity
from kg.model.span import Span
from kg.resolve.candidates import MergeCandidate
from tests.builders import span
from tests.knowledge import NEWS, REPRINT, sample_graph, sample_knowledge, source, thing


def of(rows, concern):
    return [each for each in rows if each.concern is concern]


def graph_of(knowledge, documents=(NEWS, REPRINT)):
    return KnowledgeGraph(knowledge, documents)


def test_near_names_come_first_and_those_of_many_facts_before_others():
    near = [MergeCandidate("prg_bud", "tec_chain", 0.9), MergeCandidate("grp_newcomers", "org_far", 0.8)]
    rows = review_graph(sample_graph(), near)
    assert [each.ids for each in rows[:2]] == [("grp_newcomers", "org_far"), ("prg_bud", "tec_chain")]
    assert rows[0].words == "新市民 | 远山消费金融 (CustomerGroup)"
    ranks = [list(Concern).index(each.concern) for each in rows]
    assert ranks == sorted(ranks)


def test_a_fact_is_unsure_where_no_source_is_sure():
    sample = sample_knowledge()
    weak, strong = source(NEWS, "服务新市民", confidence=0.3), source(REPRINT, "服务新市民", confidence=0.9)
    facts = [replace(sample.relations[1], sources=(weak,)), replace(sample.relations[0], sources=(weak, strong))]
    rows = of(review_graph(graph_of(Knowledge(sample.entities, tuple(facts)))), Concern.CONFIDENCE)
    assert [(each.ids, each.words) for each in rows] == [(("rel_2",), "远山消费金融 serves 新市民 (0.30)")]
    assert rows[0].place == (NEWS.id, weak.evidence.span)


def test_a_fact_on_a_curators_word_is_sure():
    sample = sample_knowledge()
    facts = (replace(sample.relations[0], sources=()),)
    assert of(review_graph(graph_of(Knowledge(sample.entities, facts))), Concern.CONFIDENCE) == []


def test_figures_that_contradict_each_other_are_told_together():
    day = Period(None, datetime.date(2022, 9, 30))
    figures = tuple(
        Observation(id_, "org_far", "客户", Quantity(Decimal(value), "人"), (source(document, "远山"),), day)
        for id_, value, document in (("obs_a", 12345, NEWS), ("obs_b", 54321, REPRINT))
    )
    (row,) = of(review_graph(graph_of(Knowledge(sample_knowledge().entities, (), figures))), Concern.CONFLICT)
    assert row.ids == ("obs_a", "obs_b")
    assert row.words == "远山消费金融 客户 2022-09-30: 12345人 | 54321人"


def test_an_open_year_is_told():
    (row,) = of(review_graph(sample_graph()), Concern.YEAR)
    assert (row.ids, row.words) == (("obs_2",), "远山消费金融 放款 >2400000000元")


def test_an_unnamed_actor_is_told_with_those_that_do_the_same():
    (row,) = of(review_graph(sample_graph()), Concern.UNNAMED)
    assert row.ids == ("sec_some", "org_far")
    assert row.words == "消费金融公司: 远山消费金融"


def test_an_unnamed_actor_without_candidates_is_left_aside():
    sample = sample_knowledge()
    knowledge = Knowledge(sample.entities, sample.relations[3:], ())
    assert of(review_graph(graph_of(knowledge)), Concern.UNNAMED) == []


def test_a_sentence_that_names_things_and_states_nothing_is_told():
    text = "远山消费金融与区块链。远山消费金融推出春芽行动。区块链好。"
    document = Document("c", text)
    entities = [
        thing(id_, type_, name, documents=(document,))
        for id_, type_, name in (
            ("org_far", "Company", "远山消费金融"),
            ("tec_chain", "Technology", "区块链"),
            ("prg_bud", "Program", "春芽行动"),
        )
    ]
    second = Occurrence("c", span(text, "远山消费金融", 2))
    entities[0] = replace(entities[0], occurrences=(*entities[0].occurrences, second))
    fact = replace(sample_knowledge().relations[0], sources=(source(document, "推出春芽行动"),))
    whole = graph_of(Knowledge(tuple(entities), (fact,)), (document,))
    sentences = [
        ("c", span(text, words)) for words in ("远山消费金融与区块链。", "远山消费金融推出春芽行动。", "区块链好。")
    ]
    (row,) = of(review_graph(whole, (), sentences), Concern.SENTENCE)
    assert row.place == ("c", Span(0, 11))
    assert row.ids == ("org_far", "tec_chain")
