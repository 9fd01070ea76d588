"""What an expression cannot match without, however it is written; what it may do without is not asked for."""

import pytest

from kg.extract.mentions.needs import needs


def sources(pattern, known=()):
    return [each.pattern for each in needs(pattern, known)]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("甲乙.丙", ["甲乙", "丙"]),
        ("甲?乙*丙{0,3}丁", ["丁"]),
        ("甲{2}乙+丙", ["甲", "乙", "丙"]),
        ("(?:甲|乙丙)+丁", ["乙丙|甲", "丁"]),
        ("(?:甲|)(?:乙)?丙", ["丙"]),
        (r"(?<name>\p{Han}{2,4}公司)(?=发布|\s公告)(?!甲)(?<=乙)", ["公司", "公告|发布"]),
        (r"[A-Z][a-z]{2,}\.\d", ["[A-Z][a-z]", r"\.\d"]),
        (r"[^甲]第[\p{Han}A-Z]\u4e00届", ["第", "届"]),
    ],
)
def test_what_is_needed(pattern, needed):
    assert sources(pattern) == needed


def test_of_alternatives_the_need_of_each_that_tells_most():
    assert sources("(?:甲.乙丙丁|戊)") == ["乙丙丁|戊"]
    assert sources(r"(?:甲乙|\p{Han})") == []


def test_what_all_known_words_have_is_not_asked_for():
    assert sources("(?:举办|召开)了?大会", ["举办了", "召开"]) == ["大会"]


def test_an_expression_with_a_kind_of_group_that_is_not_known_needs_nothing():
    assert sources("(?i)abc") == []
    assert sources("(?:甲)(?P=name)") == []


def test_what_is_looked_back_at_may_stand_before_the_text():
    assert sources("(?<=甲|乙丙)丁(?<!戊)") == ["丁"]
    assert [each.pattern for each in needs("(?<=甲|乙丙)丁(?<!戊)", behind=True)] == ["乙丙|甲", "丁"]
    assert [each.pattern for each in needs("(?<=甲+乙)丁", behind=True)] == ["丁"]
