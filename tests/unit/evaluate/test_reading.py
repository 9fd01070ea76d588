"""Records to be measured are read from files, and what is none is told with its place."""

import json

import pytest

from kg.errors import RecordError
from kg.evaluate.reading import load_records

RECORD = {"id": "a", "text": "甲银行\u2028服务新市民。", "entities": [], "relations": [], "observations": []}


def test_a_line_is_what_ends_with_a_line_feed(tmp_path):
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps(RECORD, ensure_ascii=False) + "\n\n", "utf-8")
    assert load_records(path) == [RECORD]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.jsonl", b'{"id": "a"}\n[3]\n', "a.jsonl:2: is no record"),
        ("a.json", b'{"counts": 3}', "a.json: is no record: it has no field 'id'"),
        ("a.json", b"{", "a.json: is not JSON"),
        ("a.json", b"\xff\xfe", "a.json: is not UTF-8"),
        ("a.json", b"[]", "a.json: holds no records"),
    ],
)
def test_what_is_no_record_is_told_with_its_place(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(RecordError) as told:
        load_records(tmp_path / name)
    assert message in str(told.value)


def test_what_is_not_there_is_told(tmp_path):
    with pytest.raises(RecordError, match="No such file"):
        load_records(tmp_path / "nowhere.json")
