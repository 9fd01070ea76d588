"""Records are written as they can be read again."""

import json

import pytest

from kg.errors import ExportError
from kg.export.records import render_records, write_records
from kg.model.record_reader import from_json
from tests.unit.resolve.records import company


def test_records_come_back_in_the_order_given(tmp_path):
    records = [company("b", "云杉银行"), company("a", "青禾𠮷银行\r\n")]
    write_records(records, tmp_path / "records.jsonl")
    lines = (tmp_path / "records.jsonl").read_bytes().decode().split("\n")
    assert lines[-1] == ""
    assert [from_json(json.loads(line)).document for line in lines[:-1]] == [each.document for each in records]


def test_records_are_rendered_one_by_one():
    first = next(iter(render_records(iter([company("a", "云杉银行")]))))
    assert first.endswith("\n")
    assert first.count("\n") == 1


def test_a_path_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(ExportError, match=r"records\.jsonl"):
        write_records([], tmp_path / "nowhere" / "records.jsonl")
