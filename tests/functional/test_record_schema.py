"""Records have the form that is published for extractors, where its JSON schema stands beside the project."""

import json
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).parents[2]
SCHEMAS = list((ROOT.parent / "shared" / "eval").glob("extraction.schema.json"))


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.name)
def test_every_record_of_the_examples_is_valid(schema):
    validator = jsonschema.Draft202012Validator(
        json.loads(schema.read_text("utf-8")), format_checker=jsonschema.FormatChecker()
    )
    for line in (ROOT / "output" / "records.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        assert [f"{record['id']}: {each.message}" for each in validator.iter_errors(record)] == []
