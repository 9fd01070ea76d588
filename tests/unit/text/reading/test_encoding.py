import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import DocumentError
from kg.text.reading.encoding import decode, find_encoding, find_line_encoding

SIMPLIFIED = "截至今年9月末，江畔银行累计服务新市民12.6万人，发放贷款38.4亿元，较上年末增长两成。"
TRADITIONAL = "截至今年九月底，江畔銀行累計服務新市民十二萬人，發放貸款三十八億元，較去年底增長兩成。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED + "𠮷", "gb18030"),
        (TRADITIONAL, "big5"),
    ],
)
def test_the_encodings_of_chinese_are_told_from_the_bytes(text, encoding):
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_few_words_are_enough():
    assert decode("江畔银行昨日升级产品。".encode("gbk"), "a.txt") == "江畔银行昨日升级产品。"


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1))
def test_whatever_is_utf_8_is_read_as_such(text):
    assert decode(text.encode(), "a.txt") == text


def test_line_ends_are_kept():
    assert decode("一。\r\n二。\r三。\n".encode(), "a.txt") == "一。\r\n二。\r三。\n"


def test_the_encoding_is_told_in_the_log(caplog):
    with caplog.at_level(logging.INFO):
        decode(SIMPLIFIED.encode("gb18030"), "a.txt")
    assert caplog.messages == ["a.txt: read as gb18030"]


def test_a_named_encoding_is_tried_alone():
    assert decode(SIMPLIFIED.encode("utf-16-le"), "a.txt", forced="UTF-16LE") == SIMPLIFIED
    with pytest.raises(DocumentError, match=r"^a\.txt: byte 0 cannot be read as ascii; save it in one encoding"):
        decode(SIMPLIFIED.encode(), "a.txt", forced="ascii")


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "a\x00b"])
def test_what_is_no_encoding_is_refused(name):
    with pytest.raises(DocumentError, match=r"there is no encoding .*; name one such as utf-8"):
        decode(b"abc", "a.txt", forced=name)


def test_a_declared_gb2312_reads_signs_that_gb2312_lacks():
    assert decode("朱镕基与𠮷野家。".encode("gb18030"), "a.html", declared="gb2312") == "朱镕基与𠮷野家。"


def test_a_wrong_declaration_does_no_harm():
    assert decode(SIMPLIFIED.encode("gb18030"), "a.html", declared="utf-8") == SIMPLIFIED
    assert decode(SIMPLIFIED.encode(), "a.html", declared="gb2312") == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gb18030"), "a.html", declared="nonsense") == SIMPLIFIED


def test_mixed_encodings_are_refused_at_the_first_byte_that_breaks():
    first = SIMPLIFIED.encode()
    with pytest.raises(DocumentError) as told:
        decode(first + SIMPLIFIED.encode("gb18030"), "a.txt")
    assert told.value.place == "a.txt"
    assert told.value.reason == f"mixes encodings: byte {len(first)} is not UTF-8, as the text before it is"


def test_utf_8_behind_another_encoding_is_refused_where_it_begins():
    first = "江畔银行：".encode("gb18030")
    with pytest.raises(DocumentError, match=f"byte {len(first)} begins words in UTF-8"):
        find_encoding(first + "江畔银行宣布升级产品。".encode(), "a.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4 ...", "a PDF document"),
        (b"PK\x03\x04rest", "a zip archive"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x7fELF\x02", "a program"),
        (b"\x00\x01\x02\x03" * 50, "no text|no encoding"),
        (bytes(range(256)) * 4, "no text"),
        ("正文".encode() + b"\x00", "control characters stand in it, the first at character 2"),
        (b"\x01\x02\x03 ab", "control characters stand in it, the first at character 0"),
    ],
)
def test_what_is_no_text_is_refused(data, kind):
    with pytest.raises(DocumentError, match=kind):
        decode(data, "a.txt")


def test_a_sample_that_ends_inside_a_sign_is_still_told():
    assert find_line_encoding(SIMPLIFIED.encode()[:-1], "a.jsonl") == "utf-8"
    assert find_line_encoding((SIMPLIFIED + "\n" + SIMPLIFIED).encode("gb18030")[:-3], "a.csv") == "gb18030"


def test_lines_of_a_mixed_file_count_as_utf_8():
    assert find_line_encoding(SIMPLIFIED.encode() + b"\n" + SIMPLIFIED.encode("gb18030"), "a.jsonl") == "utf-8"


@pytest.mark.parametrize("text", ["云杉银行", "增资3亿元"])
def test_a_few_signs_of_gbk_are_none_of_utf_16(text):
    assert decode(text.encode("gbk"), "a.txt") == text
