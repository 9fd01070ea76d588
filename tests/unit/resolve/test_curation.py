"""What a curator says is done, marked and told; what cannot be done any more is told as lost."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from kg.model.curation import (
    Alias,
    Assert,
    CurationLine,
    FigureWords,
    Merge,
    Note,
    Quote,
    Reject,
    RelationWords,
    Retype,
    Split,
)
from kg.model.entity import Entity, Knowledge, Occurrence, Relation
from kg.model.fact import Modality, Part
from kg.ontology.equivalences import Equivalences
from kg.ontology.resolution import MetricOptions
from kg.resolve.curation import curate
from kg.resolve.facts import ordered
from kg.resolve.identifiers import observation_id, relation_id
from kg.resolve.metrics import MetricNames
from kg.resolve.workbench import World
from tests.builders import span
from tests.knowledge import NEWS, REPRINT, sample_knowledge, source, thing

DOCUMENTS = {each.id: each for each in (NEWS, REPRINT)}


def line(change, **known):
    return CurationLine(change, "林远山", datetime.date(2023, 9, 8), "核对过公告", **known)


def curated(*changes, knowledge=None, **world):
    lines = [each if isinstance(each, CurationLine) else line(each) for each in changes]
    return curate(knowledge or sample_knowledge(), lines, World(DOCUMENTS, **world))


def entities(done):
    return {each.id: each for each in done.knowledge.entities}


def stated(done):
    """Relations without their ids."""
    return {(each.subject, each.predicate, each.object) for each in done.knowledge.relations}


def lost(done):
    assert done.curation.applied == ()
    (only,) = done.curation.lost
    return only.why


def with_twin():
    """The sample, and a second node of its company that both its own and the same facts are stated of."""
    sample = sample_knowledge()
    twin = Entity("org_twin", "Company", "远山金融", ("远山",), (Occurrence(REPRINT.id, span(REPRINT.text, "远山")),))
    facts = (
        Relation("rel_5", "org_twin", "serves", "grp_newcomers", (source(REPRINT, "远山消费金融服务新市民"),)),
        Relation("rel_6", "org_twin", "launches", "prg_bud", (source(REPRINT, "放款超24亿元"),)),
    )
    both = (*sample.relations, *facts)
    return Knowledge((*sample.entities, twin), both, sample.observations)


def test_without_lines_nothing_changes():
    knowledge = sample_knowledge()
    assert curate(knowledge, ()).knowledge is knowledge


def test_merged_nodes_keep_one_id_and_the_names_places_and_facts_of_both():
    done = curated(Merge("远山消费金融", "远山金融"), knowledge=with_twin())
    merged = entities(done)["org_far"]
    assert "org_twin" not in entities(done)
    assert merged.aliases == ("远山", "远山消费金融有限公司", "远山消金", "远山金融")
    assert Occurrence(REPRINT.id, span(REPRINT.text, "远山")) in merged.occurrences
    launched = [each for each in done.knowledge.relations if each.predicate == "launches"]
    assert {each.subject for each in launched} == {"org_far"}
    (applied,) = done.curation.applied
    assert (applied.touched, applied.gone) == (("org_far",), ("org_twin",))


def resolved():
    """The sample with the ids that resolution gives."""
    sample = sample_knowledge()
    relations = [
        replace(
            each,
            id=relation_id(each.subject, each.predicate, each.object, each.modality.value, each.role),
            sources=ordered(set(each.sources)),
        )
        for each in sample.relations
    ]
    figures = [
        replace(
            each,
            id=observation_id(
                each.subject, each.metric, each.quantity, each.period, (each.dimensions, each.modality.value)
            ),
        )
        for each in sample.observations
    ]
    kinds = (tuple(sorted(kind, key=lambda each: each.id)) for kind in (sample.entities, relations, figures))
    return Knowledge(*kinds)


def test_a_fact_that_both_nodes_had_is_one_fact_with_all_sources():
    before = resolved()
    split = Split("远山消费金融", (REPRINT.id,), "远山小额贷款")
    apart, together = (
        curated(split, knowledge=before),
        curated(split, Merge("org_far", "远山小额贷款"), knowledge=before),
    )
    assert len(apart.knowledge.relations) == len(before.relations) + 1
    assert together.knowledge.relations == before.relations
    assert together.knowledge.observations == before.observations


def test_an_unnamed_actor_that_turns_out_to_be_known_gives_no_name():
    done = curated(Merge("远山消费金融", "sec_some"))
    assert "消费金融公司" not in entities(done)["org_far"].aliases
    assert "sec_some" not in entities(done)


def test_a_named_thing_is_not_merged_into_one_that_its_article_leaves_unnamed():
    assert "unnamed" in lost(curated(Merge("sec_some", "org_far")))


def test_a_fact_between_merged_nodes_goes_and_is_told():
    sample = sample_knowledge()
    between = Relation("rel_5", "org_far", "owns", "org_twin", (source(NEWS, "远山"),))
    twin = thing("org_twin", "Company", "远山金融", documents=())
    knowledge = Knowledge((*sample.entities, twin), (*sample.relations, between), sample.observations)
    done = curated(Merge("org_far", "org_twin"), knowledge=knowledge)
    assert done.curation.applied[0].gone == ("org_twin", "rel_5")
    assert "rel_5" not in {each.id for each in done.knowledge.relations}


def test_a_split_takes_what_the_named_documents_say():
    done = curated(Split("远山消费金融", (REPRINT.id,), "远山小额贷款"))
    old, (new,) = entities(done)["org_far"], [each for each in entities(done).values() if each.name == "远山小额贷款"]
    assert {each.document for each in old.occurrences} == {NEWS.id}
    assert {each.document for each in new.occurrences} == {REPRINT.id}
    assert new.aliases == ("远山消费金融",)
    assert new.identifiers == ()
    sources = {each.subject: each.sources for each in done.knowledge.relations if each.predicate == "serves"}
    assert [each.document for each in sources[new.id]] == [REPRINT.id]
    assert [each.document for each in sources["org_far"]] == [NEWS.id]
    assert {each.subject for each in done.knowledge.observations if each.metric == "放款"} == {new.id}
    assert set(done.curation.applied[0].touched) == {"org_far", new.id}


def test_a_split_of_which_a_document_is_gone_is_done_for_the_rest_and_told():
    done = curated(Split("远山消费金融", (REPRINT.id, "没有.txt"), "远山小额贷款"))
    assert len(done.curation.applied) == 1
    assert [each.why for each in done.curation.lost] == ["the document '没有.txt' does not name 远山消费金融"]


def test_a_split_of_which_all_documents_are_gone_is_lost():
    assert "none of the documents" in lost(curated(Split("远山消费金融", ("没有.txt",), "远山小额贷款")))


def test_an_alias_is_a_name_that_later_lines_may_use():
    done = curated(Alias("远山消费金融", "远山信贷"), Note("远山信贷", "2023年更名"))
    assert "远山信贷" in entities(done)["org_far"].aliases
    assert [each.touched for each in done.curation.applied] == [("org_far",)] * 2


def test_a_retyped_thing_keeps_its_id_and_its_facts():
    done = curated(Retype("春芽行动", "Product"))
    assert entities(done)["prg_bud"].type == "Product"
    assert ("org_far", "launches", "prg_bud") in stated(done)


def test_facts_that_the_new_type_does_not_allow_go_and_are_told(finance):
    done = curated(Retype("春芽行动", "CustomerGroup"), ontology=finance.ontology)
    assert ("org_far", "launches", "prg_bud") not in stated(done)
    assert done.curation.applied[0].gone == ("rel_1",)


def test_a_rejected_fact_goes_in_every_modality():
    done = curated(Reject(RelationWords("远山消费金融", "uses", "区块链")))
    assert ("org_far", "uses", "tec_chain") not in stated(done)
    assert done.curation.applied[0].gone == ("rel_3",)


def test_a_rejected_symmetric_relation_may_be_named_from_either_end():
    sample = sample_knowledge()
    other = thing("org_a", "Company", "云杉银行", documents=())
    joined = Relation("rel_5", "org_a", "cooperatesWith", "org_far", (source(NEWS, "远山"),))
    knowledge = Knowledge((*sample.entities, other), (*sample.relations, joined), sample.observations)
    same = Equivalences(frozenset({"cooperatesWith"}))
    words = RelationWords("远山消费金融", "cooperatesWith", "云杉银行")
    assert curated(Reject(words), knowledge=knowledge, equivalences=same).curation.applied[0].gone == ("rel_5",)


def test_a_fact_may_be_rejected_by_its_id():
    assert curated(Reject("obs_2")).curation.applied[0].gone == ("obs_2",)


@pytest.mark.parametrize(("value", "gone"), [(None, True), (Decimal(9641000), True), (Decimal(9641001), False)])
def test_figures_may_be_rejected_by_metric_and_value(value, gone):
    done = curated(Reject(FigureWords("远山消费金融", "累计服务新市民用户", value)))
    assert ("obs_1" not in {each.id for each in done.knowledge.observations}) is gone
    assert bool(done.curation.lost) is not gone


def test_a_figure_may_be_rejected_by_any_words_for_its_metric():
    names = MetricNames([MetricOptions(same=("累计服务新市民用户", "服务新市民"))])
    done = curated(Reject(FigureWords("远山消费金融", "服务新市民")), metrics=names)
    assert "obs_1" not in {each.id for each in done.knowledge.observations}


def test_a_rejected_entity_takes_its_facts_and_leaves_the_figures_of_others():
    done = curated(Reject("新市民"))
    assert not {"grp_newcomers", "sec_some"} & entities(done).keys()
    assert {each.predicate for each in done.knowledge.relations} == {"launches", "uses"}
    (figure,) = [each for each in done.knowledge.observations if each.metric == "累计服务新市民用户"]
    assert figure.dimensions == ()
    assert done.curation.applied[0].gone == ("grp_newcomers", "rel_2", "rel_4", "sec_some")


def test_an_asserted_relation_rests_on_its_quote():
    quote = Quote(NEWS.id, "远山消费金融推出“春芽行动”，服务新市民")
    done = curated(line(Assert("春芽行动", "serves", "新市民"), evidence=quote))
    (fact,) = [each for each in done.knowledge.relations if each.subject == "prg_bud"]
    (evidence,) = [each.evidence for each in fact.sources]
    assert evidence.span.of(NEWS.text) == quote.text
    assert [(part, place.of(NEWS.text)) for part, place in evidence.parts] == [
        (Part.SUBJECT, "春芽行动"),
        (Part.OBJECT, "新市民"),
    ]
    assert done.curation.applied[0].touched == (fact.id,)


def test_without_a_quote_the_curator_is_the_source():
    done = curated(Assert("远山消费金融", "uses", "区块链", Modality.NEGATED))
    (fact,) = [each for each in done.knowledge.relations if each.modality is Modality.NEGATED]
    assert fact.sources == ()


def test_a_mark_follows_a_fact_whose_end_is_merged():
    done = curated(
        Assert("远山金融", "uses", "区块链", Modality.POSSIBLE),
        Merge("远山消费金融", "远山金融"),
        knowledge=with_twin(),
    )
    (fact,) = [each for each in done.knowledge.relations if each.modality is Modality.POSSIBLE]
    assert done.curation.applied[0].touched == (fact.id,)
    assert fact.subject == "org_far"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Merge("远山消费金融", "云杉银行"), "nothing is called '云杉银行'"),
        (Merge("远山消费金融", "远山消金"), "one thing already"),
        (Alias("Program:远山消费金融", "远山"), "nothing is called"),
        (Reject(RelationWords("远山消费金融", "offers", "新市民")), "no document states"),
        (Note("rel_9", "…"), "nothing is called 'rel_9'"),
    ],
)
def test_a_line_whose_target_is_gone_is_lost(change, why):
    assert why in lost(curated(change))


@pytest.mark.parametrize(
    ("quote", "why"),
    [(Quote("没有.txt", "服务"), "is not there"), (Quote(NEWS.id, "服务老市民"), "does not say '服务老市民'")],
)
def test_a_line_whose_evidence_is_gone_is_lost(quote, why):
    assert why in lost(curated(line(Alias("远山消费金融", "远山"), evidence=quote)))


def test_an_assertion_that_the_ontology_refuses_is_lost(finance):
    assert "Technology" in lost(curated(Assert("区块链", "offers", "远山消费金融"), ontology=finance.ontology))


def test_words_that_mean_several_things_are_lost_until_one_is_named():
    sample = sample_knowledge()
    program = thing("prg_far", "Program", "远山消费金融", documents=())
    knowledge = Knowledge((*sample.entities, program), sample.relations, sample.observations)
    assert "several things: org_far (Company), prg_far (Program)" in lost(
        curated(Note("远山消费金融", "…"), knowledge=knowledge)
    )
    for words in ("prg_far", "Program:远山消费金融"):
        assert curated(Note(words, "…"), knowledge=knowledge).curation.applied[0].touched == ("prg_far",)


def test_what_is_left_is_sorted_by_id():
    done = curated(Split("远山消费金融", (REPRINT.id,), "远山小额贷款"), Merge("org_far", "春芽行动"))
    for kind in (done.knowledge.entities, done.knowledge.relations, done.knowledge.observations):
        assert [each.id for each in kind] == sorted(each.id for each in kind)
