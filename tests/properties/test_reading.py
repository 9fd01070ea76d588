"""Whatever bytes a file holds, reading gives documents or failures."""

import io

from hypothesis import given
from hypothesis import strategies as st

from kg.errors import KgError
from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.text.reading import Failure, Input, ReadOptions, distinct, read_documents, read_input
from kg.text.reading.registry import SUFFIXES

OPTIONS = ReadOptions(max_bytes=100_000)
CHINESE = st.text(st.sampled_from("江畔银行截至今年9月末，发放贷款38.4亿元。\r\n\u3000A𠮷😀"), max_size=60)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030", "big5")
MARKS = (
    *(b"%PDF-1.4\n", b"%%EOF", b"PK\x03\x04", b"<html><body><p>", b"</p>", b"---\n", b"title: ["),
    *(b'{"text": "', b'"}\n', b"id,text\n", b'"', b",", b"\n", b"[[[[", b'"entities": ['),
    *(b"\x00", b"\xff\xfe", b"\xed\xa0\x80"),
)
PIECES = st.one_of(
    st.binary(max_size=40),
    CHINESE.flatmap(lambda text: st.sampled_from(ENCODINGS).map(lambda name: text.encode(name, "ignore"))),
    st.sampled_from(MARKS),
)
BYTES = st.lists(PIECES, max_size=8).map(b"".join)


def check(results):
    for each in results:
        if isinstance(each, Failure):
            assert isinstance(each.error, KgError)
            assert each.error.reason
            assert str(each.error).startswith(each.place)
            assert str(each.error).endswith(".")
        else:
            document = each.document if isinstance(each, Extraction) else each
            assert isinstance(document, Document)
            assert document.text.strip()
            document.text.encode("utf-8")


@given(st.one_of(st.binary(), BYTES))
def test_any_bytes_named_txt(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    results = list(read_documents([str(path)], OPTIONS))
    assert len(results) == 1
    check(results)


@given(st.sampled_from(sorted(SUFFIXES)), BYTES)
def test_any_bytes_in_any_format(suffix, data):
    source = Input("-", "any", suffix)
    check(distinct(read_input(source, OPTIONS, io.BytesIO(data))))


@given(CHINESE.filter(str.strip), st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_text_in_utf_8_is_kept_to_the_last_sign(text, end):
    whole = f"{text}{end}"
    (document,) = distinct(read_input(Input("-", "any", ".txt"), OPTIONS, io.BytesIO(whole.encode("utf-8"))))
    assert document.text == whole
