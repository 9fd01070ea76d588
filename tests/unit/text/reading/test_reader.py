import datetime
import io
import json
import pickle
import tracemalloc
from pathlib import Path

import pytest

from kg.model.document import Document
from kg.text.reading import Failure, Found, ReadOptions, distinct, find_inputs, read_documents, read_input
from tests.unit.text.reading.files import ARTICLE, PARAGRAPHS, page, pdf, word

OPTIONS = ReadOptions()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": "b1", "text": "乙。"}\n', "utf-8")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "a.txt").write_text("丙。", "utf-8")
    return tmp_path


def read(*inputs, options=OPTIONS, stdin=b""):
    return list(read_documents(map(str, inputs), options, io.BytesIO(stdin)))


def only_failure(results):
    (failure,) = (each for each in results if isinstance(each, Failure))
    return str(failure.error)


def test_documents_come_in_the_order_of_their_files(folder):
    assert [each.id for each in read(folder)] == ["a.txt", "b1", "c/a.txt"]


def test_documents_come_one_by_one(folder):
    (folder / "a.txt").unlink()
    several = read_documents([str(folder), str(folder / "none.txt")])
    assert next(several).id == "b1"
    (folder / "c" / "a.txt").write_text("变了。", "utf-8")
    assert next(several).text == "变了。"


def test_what_the_caller_names_stands_for_every_document(folder):
    options = ReadOptions(title="题", source="报", date=datetime.date(2020, 1, 2))
    assert {(each.title, each.source, each.date) for each in read(folder, options=options)} == {
        ("题", "报", datetime.date(2020, 1, 2))
    }


def test_a_named_encoding_is_used(tmp_path):
    (tmp_path / "a.txt").write_bytes("正文。".encode("utf-16-be"))
    (document,) = read(tmp_path, options=ReadOptions(encoding="utf-16-be"))
    assert document.text == "正文。"


def test_the_second_of_one_id_is_refused_with_both_places(tmp_path):
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(f"{name}。", "utf-8")
    first, second = tmp_path / "x", tmp_path / "y"
    results = read(first, second)
    assert results[0] == Document("a.txt", "x。")
    told = f"{second}/a.txt: has the id 'a.txt', as {first}/a.txt has; give it an id of its own, or name one folder"
    assert only_failure(results).startswith(told)


def test_two_lines_of_one_id_are_told_apart():
    lines = '{"id": "a", "text": "甲。"}\n{"id": "a", "text": "乙。"}\n'
    assert only_failure(read("-", stdin=lines.encode())).startswith("-:2: has the id 'a', as -:1 has")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("正文。".encode(), "正文。"),
        (b'\n {"text": "\xe6\xad\xa3\xe6\x96\x87\xe3\x80\x82"}', "正文。"),
        (pdf(("正文。",)), "正文。"),
        (word("正文。"), "正文。"),
    ],
)
def test_standard_input_is_read_in_any_format(data, text):
    assert [each.text for each in read("-", stdin=data)] == [text]


def test_a_page_from_standard_input():
    (document,) = read("-", stdin=b"\xef\xbb\xbf\n" + page(f"<article>{PARAGRAPHS}</article>").encode())
    assert (document.id, document.text[:5]) == ("stdin", "江畔银行1")


def test_empty_inputs_are_refused(tmp_path):
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.jsonl").write_text("\n\n")
    failures = [str(each.error) for each in read(tmp_path)]
    assert failures == [
        f"{tmp_path}/a.txt: is empty; leave it out, or fill it.",
        f"{tmp_path}/b.jsonl: holds no document; leave it out, or fill it.",
    ]


def test_a_file_that_goes_away_is_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("正文。", "utf-8")
    (found,) = find_inputs([str(path)])
    path.unlink()
    (failure,) = read_input(found, OPTIONS)
    assert "cannot be read (No such file or directory)" in str(failure.error)


def test_inputs_options_and_results_travel_between_processes(folder):
    (folder / "d.txt").touch()
    results = []
    for found in pickle.loads(pickle.dumps(list(find_inputs([str(folder)])))):
        results += pickle.loads(pickle.dumps(list(read_input(found, pickle.loads(pickle.dumps(OPTIONS))))))
    assert [str(each) for each in distinct(results)] == [str(each) for each in read(folder)]
    assert {type(each) for each in results} == {Found, Failure}


@pytest.mark.parametrize(("name", "told"), [("a.txt", "is 200000000 bytes long"), ("a.jsonl", "the line is longer")])
def test_two_hundred_megabytes_on_a_line_take_no_memory(tmp_path, name, told):
    with (tmp_path / name).open("wb") as file:
        file.truncate(200_000_000)
    if name == "a.jsonl":
        with (tmp_path / name).open("ab") as file:
            file.write(b"\n" + json.dumps({"text": "后文。"}).encode() + b"\n")
    options = ReadOptions(max_bytes=1_000_000)
    tracemalloc.start()
    try:
        results = read(tmp_path, options=options)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert told in only_failure(results)
    assert [each.text for each in results if isinstance(each, Document)] == (["后文。"] if name == "a.jsonl" else [])
    assert peak < 12_000_000


def test_standard_input_over_the_limit_is_refused():
    told = only_failure(read("-", options=ReadOptions(max_bytes=100), stdin=b"x" * 101))
    assert told == "-: is larger, and the limit is 100 bytes a document; split it, or raise the limit."


def test_every_example_has_title_day_and_publisher():
    examples = Path(__file__).parents[4] / "examples"
    documents = read(examples)
    assert len(documents) >= 12
    assert [each for each in documents if isinstance(each, Failure)] == []
    assert [each.id for each in documents if not (each.title and each.date and each.source)] == []
    assert {Path(each.id).suffix for each in documents} >= {".txt", ".md", ".html", ".pdf", ".docx"}
