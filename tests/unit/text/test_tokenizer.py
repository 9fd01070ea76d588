"""Cutting text into words: offsets, listed words, and two engines that cut alike."""

import pytest

from kg.text.tokenizer import Tokenizer

SENTENCES = (
    "消费金融公司持续扩大对新市民的保障覆盖面",
    "截至今年9月末，累计服务新市民用户964.1万人",
    "为了更好地服务小微企业，银行推出了多款贷款产品",
    "中国人民银行发布了关于金融服务的通知",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_engines_cut_alike(sentence):
    compiled, plain = Tokenizer(), Tokenizer(compiled=False)
    assert [word.text for word in compiled.cut(sentence)] == [word.text for word in plain.cut(sentence)]


@pytest.mark.parametrize("compiled", [True, False])
def test_listed_words_are_kept_whole(compiled):
    words = Tokenizer(("云桥消费金融",), compiled=compiled).cut("云桥消费金融推出产品")
    assert words[0].text == "云桥消费金融"


@pytest.mark.parametrize("compiled", [True, False])
def test_listed_words_stay_with_their_tokenizer(compiled):
    Tokenizer(("云桥消费金融",), compiled=compiled).cut("云桥消费金融")
    assert not Tokenizer(compiled=compiled).knows("云桥消费金融")


def test_offsets_count_from_the_given_one():
    text = "前言。𠮷祥银行推出产品😀"
    words = Tokenizer().cut(text[3:], 3)
    assert [text[word.start : word.end] for word in words] == [word.text for word in words]


def test_words_are_found_by_offset():
    words = Tokenizer().cut("银行推出产品")
    assert words[words.at(3)].text == "推出"
    assert words.is_boundary(2)
    assert not words.is_boundary(3)
    assert words.is_boundary(6)


def test_an_empty_text_has_no_words():
    assert list(Tokenizer().cut("")) == []
