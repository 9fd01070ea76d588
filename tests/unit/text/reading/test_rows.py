"""Formats of many documents a file."""

import datetime
import io
import json

import pytest

from kg.errors import DocumentError, RecordError
from kg.model.document import Document
from kg.model.extraction import Extraction
from kg.model.mention import NamedEntity
from kg.model.record import render_record
from kg.text.reading import csv_rows, json_lines
from kg.text.reading.options import ReadOptions
from kg.text.reading.results import Failure
from kg.text.reading.rows import Origin
from tests.builders import entity

OPTIONS = ReadOptions()
DAY = datetime.date(2023, 3, 15)


class Pipe(io.BytesIO):
    """A stream that cannot be read twice."""

    def seekable(self):
        return False


def jsonl(content, options=OPTIONS, stream=io.BytesIO):
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return list(json_lines.read(stream(data), Origin("n.jsonl", "n.jsonl"), options))


def csv(content, options=OPTIONS):
    data = content if isinstance(content, bytes) else content.encode()
    return list(csv_rows.read(io.BytesIO(data), Origin("n.csv", "n.csv"), options))


def failures(results):
    return [str(each.error) for each in results if isinstance(each, Failure)]


def contents(results):
    return [each.content for each in results if not isinstance(each, Failure)]


def line(**fields):
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_a_line_is_a_document_with_exactly_its_text():
    text = "  江畔银行\r\n\n升级小店贷。 "
    (found,) = jsonl(line(id="a", title="升级", date="2023-03-15", source="江畔日报", text=text, url="x"))
    assert (found.place, found.content) == ("n.jsonl:1", Document("a", text, "升级", DAY, "江畔日报"))


def test_a_line_without_an_id_is_known_by_its_number():
    results = jsonl("\n" + line(text="甲。") + line(id=7, text="乙。", title="", date=None))
    assert contents(results) == [Document("n.jsonl#2", "甲。"), Document("7", "乙。")]


def test_the_head_of_a_field_is_not_searched():
    (found,) = jsonl(line(text="升级\n2023-03-15 来源：江畔日报\n\n正文。"))
    assert (found.content.title, found.content.date, found.content.source) == (None, None, None)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        ('{"id": "b", "text":\n', "n.jsonl:2: the line is no JSON at character 20"),
        ("[" * 100_000 + "\n", "n.jsonl:2: the line is no JSON"),
        ('{"text": 1' + "0" * 5000 + "}\n", "n.jsonl:2: the line is no JSON that can be read"),
        ("[1, 2]\n", "n.jsonl:2: the line is no JSON object; write one JSON object a line."),
        ('{"id": "b"}\n', "n.jsonl:2: the field 'text' is missing; give the article's text under that name."),
        ('{"text": 5}\n', "n.jsonl:2: the field 'text' is no text"),
        ('{"text": " \\n"}\n', "n.jsonl:2: holds no text; leave it out, or give the article's text."),
        ('{"text": "甲", "id": [1]}\n', "n.jsonl:2: the field 'id' is no text"),
        ('{"text": "甲", "title": {}}\n', "n.jsonl:2: the field 'title' is no text; give a text, or leave it out."),
        ('{"text": "甲", "date": "2023-02-30"}\n', "n.jsonl:2: the date '2023-02-30' is none; write it as 2022-11-23."),
        ('{"text": "甲\\ud800"}\n', "n.jsonl:2: character 1 of its text is U+D800, which cannot be written"),
        ('{"text": "甲", "id": "a\\u0000"}\n', "n.jsonl:2: character 1 of its id is U+0000"),
    ],
)
def test_a_broken_line_is_told_and_the_others_are_read(broken, told):
    results = jsonl(line(id="a", text="甲。") + broken + line(id="c", text="丙。"))
    assert [each.id for each in contents(results)] == ["a", "c"]
    assert [message.startswith(told) for message in failures(results)] == [True]


def test_a_line_in_another_encoding_is_told_and_the_others_are_read():
    data = line(text="甲。").encode() + line(text="江畔银行").encode("gb18030") + line(text="丙。").encode()
    results = jsonl(data)
    assert [each.text for each in contents(results)] == ["甲。", "丙。"]
    assert failures(results)[0].startswith("n.jsonl:2: byte 10 cannot be read as utf-8; save it in one encoding")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_lines_are_read_in_every_encoding(encoding):
    content = (line(text="江畔银行升级小店贷，额度提高到30万元。") * 3).encode(encoding)
    for stream in (io.BytesIO, Pipe):
        assert {each.text for each in contents(jsonl(content, stream=stream))} == {
            "江畔银行升级小店贷，额度提高到30万元。"
        }


def test_a_line_over_the_limit_is_told_and_the_others_are_read():
    results = jsonl(line(text="甲" * 100) + line(text="乙。"), ReadOptions(max_bytes=50))
    assert failures(results) == [
        "n.jsonl:1: the line is longer than the limit of 50 bytes; split it, or raise the limit."
    ]
    assert contents(results) == [Document("n.jsonl#2", "乙。")]


def test_what_is_no_text_at_all_is_refused():
    with pytest.raises(DocumentError, match="is a picture and no text"):
        jsonl(b"\x89PNG\r\n\x1a\n")


def test_a_line_with_entities_is_a_record():
    text = "江畔银行升级小店贷。"
    record = Extraction(Document("a", text, date=DAY), (entity(text, "e1", "Company", "江畔银行"),))
    (found,) = jsonl(render_record(record) + "\n", ReadOptions(title="别的"))
    assert isinstance(found.content, Extraction)
    assert [each.name for each in found.content.entities] == ["江畔银行"]
    assert found.document == record.document


def test_a_record_that_misquotes_its_text_is_refused():
    text = "江畔银行升级小店贷。"
    wrong = Extraction(
        Document("a", text),
        (NamedEntity("e1", "Company", "江畔银行", entity(text, "e1", "Company", "江畔银行").mentions),),
    )
    (failure,) = jsonl(render_record(wrong).replace('"start":0', '"start":1') + "\n")
    assert isinstance(failure.error, RecordError)
    assert failure.place == "n.jsonl:1"


def test_a_record_without_an_id_or_with_a_text_of_another_kind():
    fields = {"entities": [], "relations": [], "observations": []}
    results = jsonl(line(text="甲。", **fields) + line(text=["甲"], **fields) + line(text="甲", entities=[]))
    assert [each.document.id for each in contents(results)] == ["n.jsonl#1"]
    assert [message.split(": ")[0] for message in failures(results)] == ["n.jsonl:2", "n.jsonl:3"]


def test_a_row_is_a_document_and_other_columns_are_ignored():
    results = csv('ID,text,date,source,title,n\na,"第一行，\n第二行",2023/3/15,江畔日报,升级,9\n\nb,乙。,,,,\n')
    assert contents(results) == [Document("a", "第一行，\n第二行", "升级", DAY, "江畔日报"), Document("b", "乙。")]
    assert [each.place for each in results] == ["n.csv:2", "n.csv:5"]


def test_tables_that_spreadsheets_write_in_gb18030_are_read():
    content = "id,text\r\na,江畔银行升级小店贷，额度提高到30万元。\r\n"
    assert (
        contents(csv(content.replace("，", "、").encode("gb18030")))[0].text == "江畔银行升级小店贷、额度提高到30万元。"
    )


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("b\n", "n.csv:3: the row has 1 fields, the header 2; put a field with commas or quotes between quotes."),
        ("b,一,二\n", "n.csv:3: the row has 3 fields, the header 2"),
        ('b,"坏"了"\n', "n.csv:3: the row that begins in line 3 breaks"),
        ("b,\n", "n.csv:3: holds no text"),
    ],
)
def test_a_broken_row_is_told_and_the_others_are_read(row, told):
    results = csv("id,text\na,甲。\n" + row + "c,丙。\n")
    assert [each.id for each in contents(results)] == ["a", "c"]
    assert [message.startswith(told) for message in failures(results)] == [True]


def test_a_quote_that_never_ends_is_told():
    assert "breaks (unexpected end of data)" in failures(csv('id,text\na,"甲。\nb,乙。\n'))[0]


def test_articles_longer_than_the_csv_library_expects_are_read():
    assert len(contents(csv("id,text\na," + "甲" * 200_000 + "\n"))[0].text) == 200_000


@pytest.mark.parametrize("content", ["id,title\na,b\n", "\n"])
def test_a_table_without_texts_is_refused(content):
    with pytest.raises(
        DocumentError, match=r"there is no column 'text'.*; name the columns in the first line: id,title"
    ):
        csv(content)


def test_what_the_caller_names_goes_before_the_fields():
    (found,) = jsonl(line(text="甲。", title="一", date="2020-01-01"), ReadOptions(title="二", date=DAY, source="三"))
    assert found.content == Document("n.jsonl#1", "甲。", "二", DAY, "三")


@pytest.mark.parametrize(
    "content",
    [
        "id;title;date;text\na;升级;20230315;甲，乙。\n",
        "id\ttitle\tdate\ttext\na\t升级\t2023-03-15\t甲，乙。\n",
        "sep=|\nid|title|date|text\na|升级|2023-03-15|甲，乙。\n",
        "编号,标题,发布时间,正文\na,升级,2023-03-15 09:12:00,甲，乙。\n",
        "\ufeffid,title,publish_time,content\r\na,升级,2023年3月15日 09时12分,甲，乙。\r\n",
    ],
)
def test_columns_may_be_parted_and_called_otherwise(content):
    (document,) = contents(csv(content))
    assert document == Document("a", "甲，乙。", "升级", DAY)


def test_an_empty_file_and_one_of_carriage_returns_are_told():
    with pytest.raises(DocumentError, match=r"^n\.csv: is empty"):
        csv("")
    with pytest.raises(DocumentError, match=r"carriage return that ends no line; save the file with line feeds"):
        csv("id,text\ra,甲。\r")


def test_fields_of_json_may_be_called_otherwise_and_days_be_numbers():
    rows = [
        {"编号": "a", "标题": "升级", "内容": "甲。"},
        {"id": "b", "date": 20230315, "text": "乙。", "content": "丙。"},
    ]
    lines = "\n\ufeff".join(json.dumps(row, ensure_ascii=False) for row in rows)
    assert contents(jsonl(lines)) == [Document("a", "甲。", "升级"), Document("b", "乙。", None, DAY)]
