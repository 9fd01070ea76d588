"""Who is taken for the subject of a verb."""

import pytest

from tests.unit.extract.relations.builders import found, pairs

NAMES = {"甲银行": "Company", "乙银行": "Company", "丙协会": "Organization", "金桥计划": "Program", "张明": "Person"}
RULE = ("launches", "trigger", {"words": ["启动", "开展"]})


def subjects(pack, text):
    names = {name: kind for name, kind in NAMES.items() if name in text}
    return {subject for subject, _ in pairs(found(pack, text, names, *RULE), names)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲银行启动金桥计划。", {"甲银行"}),
        ("甲银行公布年报，并启动金桥计划。", {"甲银行"}),
        ("甲银行公布年报；随后，又启动金桥计划。", {"甲银行"}),
        ("甲银行公布年报。近日启动金桥计划。", {"甲银行"}),
        ("甲银行公布年报，乙银行启动金桥计划。", {"乙银行"}),
        ("甲银行、乙银行和丙协会启动金桥计划。", {"甲银行", "乙银行", "丙协会"}),
        ("甲银行联合乙银行启动金桥计划。", {"甲银行", "乙银行"}),
        ("甲银行支持乙银行启动金桥计划。", {"乙银行"}),
        ("甲银行向乙银行介绍情况后启动金桥计划。", {"甲银行"}),
        ("甲银行收购乙银行，启动金桥计划。", {"甲银行"}),
        ("由甲银行启动的金桥计划受到欢迎。", {"甲银行"}),
        ("记者从甲银行获悉，金桥计划结束。", set()),
    ],
)
def test_subjects_of_a_verb(finance, text, expected):
    assert subjects(finance, text) == expected


def test_nothing_is_carried_over_the_end_of_a_paragraph(finance):
    assert subjects(finance, "甲银行公布年报。\n近日启动金桥计划。") == set()


def test_nothing_is_carried_to_a_later_clause_of_the_next_sentence(finance):
    assert subjects(finance, "甲银行公布年报。市场回暖，信心恢复，随后启动金桥计划。") == set()


def test_a_byline_is_no_subject(finance):
    assert subjects(finance, "丙协会7月1日讯 近日，启动金桥计划。") == set()


def test_carrying_lowers_the_confidence(finance):
    names = {"甲银行": "Company", "金桥计划": "Program"}
    texts = ("甲银行启动金桥计划。", "甲银行公布年报，启动金桥计划。", "甲银行公布年报。近日启动金桥计划。")
    sure = [found(finance, text, names, *RULE)[0].evidence.confidence for text in texts]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == 3


def test_the_object_of_the_verb_before_may_be_what_is_spoken_of(finance):
    names = {"甲银行": "Company", "金桥计划": "Program", "农户": "CustomerGroup"}
    rule = ("targets", "trigger", {"words": ["惠及"], "topics": ["Program"]})
    text = "甲银行发布金桥计划，惠及农户。"
    assert pairs(found(finance, text, names, *rule), names) == {("金桥计划", "农户")}
    without = ("targets", "trigger", {"words": ["惠及"]})
    assert found(finance, text, names, *without) == ()
