"""Straight quotation marks are read as the language's own where they stand in pairs around its words."""

import pytest

from kg.text.marks import MarkReader

READER = MarkReader(("“”", "《》"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ('推出"鹭青卡"和"乐业贷"。', "推出“鹭青卡”和“乐业贷”。"),
        ("推出＂鹭青卡＂。", "推出“鹭青卡”。"),
        ('名为"Pay"的"快付"', '名为"Pay"的“快付”'),
        ('5"屏幕的"甲"手机', '5"屏幕的"甲"手机'),
        ('一行"没有完\n又一行"甲"', '一行"没有完\n又一行“甲”'),
        ("没有", "没有"),
        ("", ""),
    ],
)
def test_reads_pairs_of_a_line(text, plain):
    assert READER.plain(text) == plain
    assert len(plain) == len(text)


def test_a_language_without_marks_reads_as_it_stands():
    assert MarkReader(()).plain('"甲"') == '"甲"'
