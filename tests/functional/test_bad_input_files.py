"""A folder full of files that cannot be read: each tells one sentence, and the good ones are read."""

import re

import pytest
from fpdf import FPDF

from kg.model.document import Document
from kg.text.reading import Failure, read_documents
from tests.unit.text.reading.files import pdf, word, zip_bomb

GOOD = "江畔银行宣布升级小店贷。"


def encrypted():
    document = FPDF()
    document.add_page()
    document.set_encryption(owner_password="a", user_password="b")
    return bytes(document.output())


BAD = {
    "binary.txt": (bytes(range(256)) * 20, "is in no encoding that is known, or is no text"),
    "bomb.docx": (zip_bomb(100_000_000), "unpacks to 1000000"),
    "broken.jsonl": (b'{"id": "j1", "text": "\xe7\x94\xb2"}\n{"id": \n', "the line is no JSON"),
    "broken.csv": (b"id,text\nc1,a\nc2\n", "the row has 1 fields"),
    "cut.docx": (word(GOOD)[:3000], "is damaged or no Word document"),
    "cut.pdf": (pdf((GOOD,))[:-200], "is cut off: its end is missing"),
    "empty.txt": (b"", "is empty"),
    "locked.pdf": (encrypted(), "is protected by a password"),
    "mixed.txt": ((GOOD.encode() + GOOD.encode("gb18030")), "mixes encodings: byte 36 is not UTF-8"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(50), "is a picture and no text"),
    "same.jsonl": (b'{"id": "j1", "text": "\xe4\xb9\x99"}\n', "has the id 'j1', as "),
    "shell.html": (b"<html><body><script>x</script></body></html>", "holds no main text"),
}


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bad")
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    (folder / "zz.txt").write_text(GOOD, "utf-8")
    return list(read_documents([str(folder), str(folder / "missing.txt")]))


@pytest.mark.parametrize("name", sorted(BAD))
def test_each_bad_file_tells_one_sentence_with_place_and_remedy(results, name):
    told = [str(each.error) for each in results if isinstance(each, Failure) and f"/{name}" in each.place]
    assert len(told) == 1
    assert re.fullmatch(rf"/[^ ]*/{re.escape(name)}(:\d+)?: [^\n]+; [^\n]+\.", told[0])
    assert BAD[name][1] in told[0]


def test_a_file_of_two_hundred_megabytes_and_a_missing_one_are_told(results):
    told = " ".join(str(each.error) for each in results if isinstance(each, Failure))
    assert "huge.txt: is 200000000 bytes long, and the limit is 52428800 bytes a document; split it" in told
    assert "missing.txt: cannot be read (No such file or directory)" in told


def test_everything_else_is_read(results):
    assert [each.id for each in results if isinstance(each, Document)] == ["c1", "j1", "zz.txt"]
