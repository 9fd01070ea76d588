"""What the finder makes of findings: evidence, one relation for a pair, and what the schema refuses."""

import pytest

from kg.errors import OntologyError
from kg.extract.relations.finder import RelationFinder
from kg.model.fact import Modality, Part
from kg.model.mention import Reference
from tests.unit.extract.relations.builders import annotated, finder, found, pairs

NAMES = {"甲银行": "Company", "金桥计划": "Program"}
RULE = ("launches", "trigger", {"words": ["启动"]})


def test_evidence_is_the_run_of_whole_clauses_that_states_the_fact(finance):
    text = "近日，甲银行启动金桥计划，各界关注。"
    (relation,) = found(finance, text, NAMES, *RULE)
    assert relation.evidence.span.of(text) == "甲银行启动金桥计划"
    assert (relation.evidence.extractor, relation.evidence.pattern) == ("trigger", "launches/rule")
    parts = {part: place.of(text) for part, place in relation.evidence.parts}
    assert parts == {Part.SUBJECT: "甲银行", Part.CUE: "启动", Part.OBJECT: "金桥计划"}


def test_a_subject_carried_along_lies_outside_the_evidence(finance):
    text = "甲银行公布年报，随后启动金桥计划。"
    (relation,) = found(finance, text, NAMES, *RULE)
    assert relation.evidence.span.of(text) == "随后启动金桥计划"
    assert dict(relation.evidence.parts)[Part.SUBJECT].of(text) == "甲银行"


def test_one_relation_for_a_pair_by_the_best_evidence(finance):
    text = "甲银行公布年报，随后启动金桥计划。甲银行启动金桥计划。"
    (relation,) = found(finance, text, NAMES, *RULE)
    assert relation.evidence.span.start == text.rindex("甲银行")


def test_what_is_so_goes_before_what_may_be(finance):
    text = "甲银行有望启动金桥计划。甲银行公布年报，已经启动金桥计划。"
    (relation,) = found(finance, text, NAMES, *RULE)
    assert relation.modality is Modality.ASSERTED


def test_a_symmetric_relation_stands_once(finance):
    names = {"甲银行": "Company", "乙大学": "Organization"}
    rule = ("cooperatesWith", "companion", {"strong": ["携手"]})
    assert len(found(finance, "甲银行携手乙大学。乙大学携手甲银行。", names, *rule)) == 1


def test_the_schema_refuses_ends_of_other_types(finance):
    names = {"张明": "Person", "金桥计划": "Program"}
    assert found(finance, "张明启动金桥计划。", names, *RULE) == ()


def test_an_unnamed_subject_is_marked_and_carried(finance):
    names = {"消费金融公司": "Sector", "金桥计划": "Program"}
    text = "有消费金融公司响应号召，启动金桥计划。"
    document = annotated(finance, text, names)
    mentions = document.entities[0].mentions
    indefinite = [(each.span.of(text), "消费金融公司", Reference.INDEFINITE) for each in mentions]
    document = annotated(finance, text.replace("有", "", 1), names)
    named = finder(finance, RULE[0], RULE[1], **RULE[2]).find(document)
    assert [each.subject_unnamed for each in named] == [False]
    unnamed = found(finance, text, names, *RULE, anaphors=indefinite)
    assert pairs(unnamed, names) == {("消费金融公司", "金桥计划")}


def test_words_that_stand_for_a_name_are_subjects_of_what_they_stand_for(finance):
    text = "甲银行公布年报。该行启动金桥计划。"
    relations = found(finance, text, NAMES, *RULE, anaphors=[("该行", "甲银行", Reference.ANAPHORIC)])
    assert pairs(relations, NAMES) == {("甲银行", "金桥计划")}


def test_a_word_inside_a_name_says_nothing(finance):
    names = {"甲银行": "Company", "启动未来": "Program", "金桥计划": "Program"}
    assert found(finance, "甲银行看好启动未来与金桥计划。", names, *RULE) == ()


def test_a_document_without_names_has_no_relations(finance):
    assert RelationFinder(finance).find(annotated(finance, "今天天气很好，活动启动。", {})) == ()


@pytest.mark.parametrize(
    ("relation", "kind", "options", "reason"),
    [
        ("launches", "guess", {}, "no kind of rule"),
        ("knows", "trigger", {"words": ["认识"]}, "no relation of the schema"),
        ("launches", "trigger", {"words": ["启动"], "speed": 3}, "speed"),
        ("launches", "trigger", {}, "words"),
    ],
)
def test_a_faulty_rule_is_told_with_its_place(finance, relation, kind, options, reason):
    with pytest.raises(OntologyError, match=reason) as error:
        finder(finance, relation, kind, **options)
    assert error.value.place.endswith("pack.yaml:1")
