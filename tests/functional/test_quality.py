"""The articles that the project brings along are read as well as it says."""

import json

from benchmarks import quality
from benchmarks.annotations import WRITTEN, half, read_annotated
from kg import pipeline


def test_no_figure_is_below_the_pinned_one():
    found = quality.pinned(quality.measure(WRITTEN, pipeline.load_pack()))
    expected = json.loads(quality.PINNED.read_text("utf-8"))[WRITTEN]
    assert {row: found[row] for row in expected if found[row] < expected[row]} == {}


def test_what_is_annotated_stands_in_its_text():
    records = read_annotated(WRITTEN)
    assert len(half(records, held=True)) > 50
    for record in records:
        spans = [mention for entity in record["entities"] for mention in entity["mentions"]]
        spans += [fact["evidence"] for fact in (*record["relations"], *record["observations"])]
        assert all(record["text"][each["start"] : each["end"]] == each["text"] for each in spans)
