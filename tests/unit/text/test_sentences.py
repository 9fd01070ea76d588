"""Sentences and clauses keep their offsets and lose no word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ontology.punctuation import Punctuation
from kg.text.sentences import SentenceSplitter

MARKS = Punctuation(
    sentence="。！？!?…",
    points=".．",
    clause="，,；;：:｜|",
    list="、",
    brackets=("（）", "“”", "《》"),
    quotes=("“”", "《》"),
)
SPLITTER = SentenceSplitter(MARKS)


def sentences(text):
    return [each.span.of(text) for each in SPLITTER.split(text)]


def clauses(text):
    return [clause.of(text) for each in SPLITTER.split(text) for clause in each.clauses]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲行开业。乙行停业！", ["甲行开业。", "乙行停业！"]),
        ("他说：“很好。”随后离开。", ["他说：“很好。”", "随后离开。"]),
        ("标题没有句号\n正文有。", ["标题没有句号", "正文有。"]),
        ("标题\r\n\r\n正文。\r\n", ["标题", "正文。"]),
        ("涨幅为3.5%。", ["涨幅为3.5%。"]),
        ("甲行开业.乙行停业．涨3.5%.", ["甲行开业.", "乙行停业．", "涨3.5%."]),
        ("甲行与K.K.公司、Corp．合作", ["甲行与K.K.公司、Corp．合作"]),
        ("　　甲行开业……　乙行停业", ["甲行开业……", "乙行停业"]),
        ("要闻：1、甲行开业2、乙行停业3、丙行获批", ["要闻：", "1、甲行开业", "2、乙行停业", "3、丙行获批"]),
        ("2、3月和4、5月", ["2、3月和4、5月"]),
        ("甲行1、乙行3、丙行2、丁行均开业", ["甲行1、乙行3、丙行2、丁行均开业"]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_cuts_sentences(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至9月末,甲行放款3,000万元；服务2万人。", ["截至9月末", "甲行放款3,000万元", "服务2万人"]),
        ("会议于14:30开始，17：00结束", ["会议于14:30开始", "17：00结束"]),
        ("甲、乙和丙推出产品", ["甲、乙和丙推出产品"]),
        ("头条｜甲行开业", ["头条", "甲行开业"]),
        ("他说：“很好！”", ["他说", "“很好！”"]),
    ],
)
def test_cuts_clauses_and_leaves_numbers_whole(text, expected):
    assert clauses(text) == expected


@pytest.mark.parametrize("mark", ["，", "、", " "])
def test_cuts_what_is_too_long_to_be_prose(mark):
    text = f"甲行贷款3亿元{mark}" * 2000 + "乙行停业。"
    parts = sentences(text)
    assert len(parts) > 10
    assert max(map(len, parts)) <= 1200
    assert "".join(parts).count("甲行贷款3亿元") == 2000


def test_cuts_no_prose():
    text = "甲行贷款3亿元，" * 100 + "乙行停业。"
    assert sentences(text) == [text]


def test_counts_the_lines_that_hold_text_as_paragraphs():
    assert [each.paragraph for each in SPLITTER.split("一。二。\n\n三。\n四。")] == [0, 0, 1, 2]


@given(st.text(alphabet=st.sampled_from("甲乙，。；：,.3 \n\r\t“”《》！…𠮷😀")))
def test_every_word_lies_in_one_clause(text):
    covered = [
        index for each in SPLITTER.split(text) for clause in each.clauses for index in range(clause.start, clause.end)
    ]
    assert covered == sorted(set(covered))
    words = {index for index, character in enumerate(text) if character in "甲乙3𠮷😀"}
    assert words <= set(covered)
    for each in SPLITTER.split(text):
        assert all(each.span.contains(clause) for clause in each.clauses)
        assert not each.span.of(text)[0].isspace()
