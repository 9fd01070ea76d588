"""What an article is about stands for the subject that a clause leaves out."""

import pytest

from tests.unit.extract.relations.builders import found, pairs

RULE = ("serves", "trigger", {"words": ["提高"], "focus": ["Company"], "back": 1})
NAMES = {"星海银行": "Company", "老年人": "CustomerGroup"}


@pytest.mark.parametrize(
    "clause", ["切实提高老年人防骗能力。", "通过海报、折页，提高老年人防骗能力。", "一是持续提高老年人防骗能力。"]
)
def test_a_clause_without_a_subject_is_about_whom_the_article_is_about(finance, clause):
    text = "星海银行开展宣传。现场气氛热烈。" + clause
    assert pairs(found(finance, text, NAMES, *RULE), NAMES) == {("星海银行", "老年人")}


def test_a_clause_with_a_subject_of_its_own_is_not(finance):
    text = "星海银行开展宣传。现场气氛热烈。社会各界的关心提高老年人防骗能力。"
    assert not found(finance, text, NAMES, *RULE)


def test_an_article_about_several_is_about_none(finance):
    names = {**NAMES, "长河集团": "Company"}
    text = "星海银行开展宣传。长河集团也来了。现场气氛热烈。切实提高老年人防骗能力。"
    assert not pairs(found(finance, text, names, *RULE), names) & {("星海银行", "老年人")}


def test_a_rule_that_does_not_ask_for_it_has_no_such_subject(finance):
    rule = ("serves", "trigger", {"words": ["提高"]})
    text = "星海银行开展宣传。现场气氛热烈。通过海报、折页，切实提高老年人防骗能力。"
    assert not found(finance, text, NAMES, *rule)
