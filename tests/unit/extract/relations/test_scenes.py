"""How a sentence is laid open: clauses, groups, and the words before them."""

import pytest

from kg.extract.relations.cues import CueIndex, Mark, Slot
from kg.extract.relations.groups import GroupFinder, ListTypes
from kg.extract.relations.scene_maker import SceneMaker
from tests.unit.extract.relations.builders import annotated

RULES = [{Slot.VERB: ["推出"]}, {Slot.VERB: ["推"], Slot.NOUN: ["推手"]}]


@pytest.fixture(scope="module")
def lay_open(finance):
    cues = CueIndex(finance.language.clauses, RULES, ["offers", "offers"])
    maker = SceneMaker(finance.language, GroupFinder(finance.language, ListTypes(finance.ontology)), cues)

    def make(text, names):
        return maker.make(annotated(finance, text, names), 0)

    return make


def words(scene):
    return [scene.text[hit.start : hit.end] for hit in scene.hits]


def groups(scene):
    return [[each.span.of(scene.text) for each in group.members] for group in scene.groups]


def test_a_mark_inside_a_name_or_a_short_quotation_cuts_no_clause(lay_open):
    scene = lay_open("甲银行开展“防风险，守底线”活动，效果好。", {"甲银行": "Company"})
    assert [each.of(scene.text) for each in scene.clauses] == ["甲银行开展“防风险，守底线”活动", "效果好"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲银行、乙银行和丙银行开会", [["甲银行", "乙银行", "丙银行"]]),
        ("甲银行（简称“甲”）、乙银行开会", [["甲银行", "乙银行"]]),
        ("甲银行、乙银行等5家大型丙银行开会", [["甲银行", "乙银行", "丙银行"]]),
        ("甲银行开会，乙银行开会", [["甲银行"], ["乙银行"]]),
        ("甲银行，以及乙银行开会", [["甲银行", "乙银行"]]),
        ("甲银行并推出乙银行", [["甲银行"], ["乙银行"]]),
    ],
)
def test_lists(lay_open, text, expected):
    names = {name: "Company" for name in ("甲银行", "乙银行", "丙银行") if name in text}
    assert groups(lay_open(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("为甲银行服务", Mark.PATIENT),
        ("认为甲银行很好", Mark.PIVOT),
        ("行为甲银行所不齿", Mark.NONE),
        ("推出甲银行", Mark.OBJECT),
        ("联合甲银行", Mark.COMPANION),
        ("在美上市的甲银行", Mark.NONE),
        ("甲银行", Mark.NONE),
    ],
)
def test_the_word_before_a_group_marks_it(lay_open, text, mark):
    (group,) = lay_open(text, {"甲银行": "Company"}).groups
    assert group.mark == mark


def test_a_modifier_that_holds_a_name_is_passed_over(lay_open):
    scene = lay_open("推出针对农户的丰收贷", {"农户": "CustomerGroup", "丰收贷": "Product"})
    assert [group.mark for group in scene.groups] == [Mark.PATIENT, Mark.OBJECT]


def test_longer_words_hide_the_shorter_ones_of_their_rule_or_family(lay_open):
    assert words(lay_open("甲银行推出好贷", {"甲银行": "Company"})) == ["推出", "推"]
    assert words(lay_open("甲银行是推手", {"甲银行": "Company"}))[-1:] == ["推手"]


def test_names_hide_words(lay_open):
    assert "推出" not in words(lay_open("甲银行看好推出行动", {"甲银行": "Company", "推出行动": "Program"}))


def test_who_only_reports_stands_aside(lay_open):
    scene = lay_open("甲报北京7月1日讯 记者张明获悉", {"甲报": "Organization", "张明": "Person"})
    assert [group.aside for group in scene.groups] == [True, True]


def test_another_name_in_brackets_is_no_member_of_a_list(lay_open):
    text = "甲银行（以下简称甲银行）与乙科技签约"
    assert groups(lay_open(text, {"甲银行": "Company", "乙科技": "Company"})) == [["甲银行", "乙科技"]]


def test_a_colon_behind_a_word_that_announces_ends_no_clause(lay_open):
    scene = lay_open("丙银行前三大股东为：甲集团、乙集团", {"甲集团": "Company", "乙集团": "Company"})
    assert len(scene.clauses) == 1


def test_clauses_without_a_subject(lay_open):
    scene = lay_open("甲银行走进社区，切实提高防骗能力，社会各界的关心很多", {"甲银行": "Company"})
    assert scene.is_bare(1)
    assert not scene.is_bare(2)
