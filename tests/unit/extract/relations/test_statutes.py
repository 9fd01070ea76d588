"""Sentences that quote rules."""

import pytest

from kg.extract.relations.statutes import StatuteReader
from tests.unit.extract.relations.builders import annotated

NAMES = {"安途财险": "Company", "《保险法》": "Policy"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("安途财险被罚。《保险法》第一百七十一条：保险公司违反规定的，处罚款。情节严重的，吊销许可证。", {1, 2}),
        ("安途财险被罚。《保险法》第八条第二款规定：保险公司应当报送报告。安途财险表示接受处罚。", {1}),
        ("安途财险被罚。《保险法》第八条：保险公司应当报送报告。2023年，多家公司受罚。", {1}),
        ("安途财险违反《保险法》第八条的规定，被罚款。", set()),
    ],
)
def test_what_a_rule_says_goes_on_until_the_article_does(finance, text, expected):
    assert StatuteReader(finance.language).quoted(annotated(finance, text, NAMES)) == expected


def test_the_next_line_is_no_rule(finance):
    text = "《保险法》第八条：保险公司应当报送报告。\n监管局开展检查。"
    assert StatuteReader(finance.language).quoted(annotated(finance, text, {"《保险法》": "Policy"})) == {0}
