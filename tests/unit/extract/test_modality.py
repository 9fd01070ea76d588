"""Whether a clause says that something is so."""

import pytest

from kg.extract.modality import ModalityReader
from kg.model.fact import Modality
from kg.model.span import Span
from tests.builders import span


@pytest.mark.parametrize(
    ("clause", "verb", "expected", "cue"),
    [
        ("甲银行推出好贷", "推出", Modality.ASSERTED, None),
        ("甲银行拟推出好贷", "推出", Modality.PLANNED, "拟"),
        ("甲银行将于下月推出好贷", "推出", Modality.PLANNED, "将"),
        ("甲银行预计年底前推出好贷", "推出", Modality.PLANNED, "预计"),
        ("甲银行有望推出好贷", "推出", Modality.POSSIBLE, "有望"),
        ("银行应当推出好贷", "推出", Modality.POSSIBLE, "应当"),
        ("若甲银行推出好贷", "推出", Modality.POSSIBLE, "若"),
        ("甲银行没有推出好贷", "推出", Modality.NEGATED, "没有"),
        ("甲银行从未推出好贷", "推出", Modality.NEGATED, "从未"),
        ("甲银行落实工作要求推出好贷", "推出", Modality.ASSERTED, None),
        ("监管部门要求银行推出好贷", "推出", Modality.POSSIBLE, "要求"),
        ("甲银行不断推出好贷", "推出", Modality.ASSERTED, None),
        ("甲银行满足需求推出好贷", "推出", Modality.ASSERTED, None),
        ("甲银行将大数据作为抓手推出好贷", "推出", Modality.ASSERTED, None),
        ("甲银行推出好贷拟扩大规模", "推出", Modality.ASSERTED, None),
        ("甲银行不满足现状而推出好贷", "推出", Modality.ASSERTED, None),
        ("甲银行回应称已推出好贷", "推出", Modality.ASSERTED, None),
        ("甲银行因地制宜推出好贷", "推出", Modality.ASSERTED, None),
        ("甲银行不久前推出好贷", "推出", Modality.ASSERTED, None),
        ("甲银行做到应贷尽贷推出好贷", "推出", Modality.ASSERTED, None),
    ],
)
def test_modality_of_a_verb(finance, clause, verb, expected, cue):
    modality, place = ModalityReader(finance.language).of(clause, Span(0, len(clause)), clause.index(verb))
    assert (modality, place.of(clause) if place else None) == (expected, cue)


def test_a_cue_inside_a_name_is_none(finance):
    clause = "启明计划推出好贷"
    reader = ModalityReader(finance.language)
    whole, verb = Span(0, len(clause)), clause.index("推出")
    assert reader.of(clause, whole, verb)[0] is Modality.PLANNED
    assert reader.of(clause, whole, verb, [span(clause, "启明计划")])[0] is Modality.ASSERTED


def test_only_the_clause_is_read(finance):
    text = "乙银行拟增资，甲银行推出好贷"
    clause = span(text, "甲银行推出好贷")
    assert ModalityReader(finance.language).of(text, clause, text.index("推出")) == (Modality.ASSERTED, None)


def test_a_cue_that_ends_its_clause_is_a_noun(finance):
    text = "由于经营需要，甲银行推出好贷"
    clause = span(text, "由于经营需要")
    assert ModalityReader(finance.language).of(text, clause, clause.end) == (Modality.ASSERTED, None)


def test_plans_are_carried_and_denials_are_not(finance):
    reader = ModalityReader(finance.language)
    assert reader.is_carried(Modality.PLANNED)
    assert not reader.is_carried(Modality.NEGATED)
