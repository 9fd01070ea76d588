"""Words that begin soon behind an offset."""

import pytest

from kg.extract.soon import Soon


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("某报讯，今天", True),
        ("某报北京快讯", True),
        ("某报北京某日专访讯", False),
        ("某报通讯录", False),
        ("某报讯息", False),
    ],
)
def test_a_word_follows_soon_but_not_as_a_part_of_another(text, follows):
    assert Soon(["讯"], 3, {"讯": "通"}, {"讯": "息"}).follows(text, 2, len(text)) is follows


def test_no_word_is_cut_by_the_end():
    assert not Soon(["快讯"], 3).follows("某报快讯", 2, 3)
