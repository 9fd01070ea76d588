"""What an expression looks back at, told apart by length, matches where it matched before."""

import re

import pytest
import regex

from kg.extract.mentions.expressions import compiled
from kg.extract.mentions.lookbehind import apart


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("(?<=甲|乙丙)丁", "甲丁乙丙丁丙丁"),
        ("(?<!甲|乙丙)丁", "甲丁乙丙丁丙丁"),
        ("(?<=(?:甲|乙丙)(?:了|的)?)丁", "甲丁乙丙的丁丙丁的丁甲了丁"),
        ("(?<=^|[，。])丁", "丁，丁甲丁"),
        ("(?<=第[一二]{1,2}届(?!丁丁))丁", "第一届丁甲第一二届丁丁第三届丁"),
        ("(?<=甲(?<!乙甲))丁", "乙甲丁甲丁"),
        ("甲(?<=甲|乙)丁?", "甲丁乙甲"),
    ],
)
def test_the_same_is_found(pattern, text):
    found = [each.span() for each in re.finditer(apart(pattern), text)]
    assert found == [each.span() for each in regex.finditer(pattern, text)]


@pytest.mark.parametrize("pattern", ["(?<=甲+)丁", "(?<=(?:甲|乙丙){2})丁", "(?<=(甲))丁", "(?<=甲{2,})丁"])
def test_what_has_no_certain_length_is_left_to_another_engine(pattern):
    with pytest.raises(ValueError, match="looks back at"):
        apart(pattern)
    assert isinstance(compiled(pattern), regex.Pattern)


def test_a_name_that_several_groups_share_is_numbered():
    assert dict(compiled("(?<name>甲)|(?<name>乙)丁").groupindex) == {"name": 1, "name2": 2}
