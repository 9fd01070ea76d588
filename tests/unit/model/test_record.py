"""The record says exactly what the extraction says, and refuses what its text does not hold."""

import datetime
import json
from decimal import Decimal

import pytest

from kg.errors import RecordError
from kg.model.extraction import Extraction
from kg.model.fact import Evidence, Modality, ObservationMention, Part, RelationMention
from kg.model.mention import NamedEntity, Reference
from kg.model.quantity import Bound, DateBasis, Period, Quantity
from kg.model.record import render_record, to_json
from kg.model.record_reader import from_json
from tests.builders import document, entity, mention, span

TEXT = "截至9月末，𠮷银消费金融😀累计发放贷款超24.5亿元。该公司服务新市民。"


def evidence(words, *parts):
    return Evidence(span(TEXT, words), "trigger", "serves/one", 0.75, parts)


@pytest.fixture
def extraction():
    firm = entity(TEXT, "e1", "Company", "𠮷银消费金融")
    firm = NamedEntity(
        "e1", "Company", firm.name, (*firm.mentions, mention(TEXT, "该公司", "Company", reference=Reference.ANAPHORIC))
    )
    group = entity(TEXT, "e2", "CustomerGroup", "新市民")
    relation = RelationMention(
        "e1",
        "serves",
        "e2",
        evidence("该公司服务新市民", (Part.SUBJECT, span(TEXT, "该公司")), (Part.CUE, span(TEXT, "服务"))),
        Modality.PLANNED,
    )
    figure = ObservationMention(
        "e1",
        "累计发放贷款",
        Quantity(Decimal("2450000000"), "元", Bound.OVER),
        evidence("截至9月末，𠮷银消费金融😀累计发放贷款超24.5亿元", (Part.NUMBER, span(TEXT, "超24.5亿元"))),
        Period(None, datetime.date(2022, 9, 30), DateBasis.INFERRED),
        ("e2",),
    )
    return Extraction(document(TEXT, date=datetime.date(2022, 11, 23)), (firm, group), (relation,), (figure,))


def quotes_of(row):
    if isinstance(row, dict):
        if {"start", "end", "text"} <= row.keys():
            yield row
        for value in row.values():
            yield from quotes_of(value)
    elif isinstance(row, list):
        for value in row:
            yield from quotes_of(value)


def test_every_quote_is_what_its_offsets_give(extraction):
    quotes = list(
        quotes_of(
            to_json(extraction)["entities"] + to_json(extraction)["relations"] + to_json(extraction)["observations"]
        )
    )
    assert len(quotes) == 7
    assert all(TEXT[each["start"] : each["end"]] == each["text"] for each in quotes)


def test_a_word_that_stands_for_another_is_no_surface_form(extraction):
    assert [each["text"] for each in to_json(extraction)["entities"][0]["mentions"]] == ["𠮷银消费金融"]


def test_reads_back_what_it_wrote(extraction):
    again = from_json(json.loads(render_record(extraction)))
    assert again.document == extraction.document
    assert again.relations == extraction.relations
    assert again.observations == extraction.observations
    assert render_record(again) == render_record(extraction)


def test_reads_a_record_that_says_only_what_the_schema_asks():
    row = {
        "id": "x",
        "text": "甲服务乙",
        "entities": [
            {"id": "a", "type": "Company", "name": "甲", "mentions": [{"start": 0, "end": 1, "text": "甲"}]},
            {"id": "b", "type": "CustomerGroup", "name": "乙", "mentions": [{"start": 3, "end": 4, "text": "乙"}]},
        ],
        "relations": [
            {
                "subject": "a",
                "predicate": "serves",
                "object": "b",
                "evidence": {"start": 0, "end": 4, "text": "甲服务乙"},
            }
        ],
        "observations": [],
    }
    relation = from_json(row).relations[0]
    assert (relation.modality, relation.evidence.extractor) == (Modality.ASSERTED, "record")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda row: row.pop("text"), "text"),
        (lambda row: row["relations"][0]["evidence"].update(start=1), "are not"),
        (lambda row: row["relations"][0].update(object="e9"), "e9"),
        (lambda row: row["relations"][0].update(modality="certain"), "certain"),
        (lambda row: row.update(date="2022-13-01"), "month"),
        (lambda row: row["observations"][0].update(value="many"), "no number that is reported"),
        (lambda row: row["observations"][0].update(value=float("nan")), "no number that is reported"),
        (lambda row: row["observations"][0].update(value="1e999999"), "no number that is reported"),
        (lambda row: row["relations"][0].update(confidence=7), "between 0 and 1"),
        (lambda row: row["entities"][0].update(name="\ud800"), r"entities\[0\]: .*half a character"),
        (lambda row: row["entities"].append(3), r"entities\[2\]: it is 3, which is not an object"),
        (lambda row: row.update(entities=3), "the field 'entities' is 3, which is not a list"),
    ],
)
def test_refuses_a_faulty_record_and_names_its_place(extraction, change, message):
    row = json.loads(render_record(extraction))
    change(row)
    with pytest.raises(RecordError, match=message) as caught:
        from_json(row, place="records.jsonl:3")
    assert str(caught.value).startswith("records.jsonl:3: ")


def fields_of(row, way=()):
    """The way to each field of a record."""
    if way:
        yield way
    for step in row if isinstance(row, dict) else range(len(row)) if isinstance(row, list) else ():
        yield from fields_of(row[step], (*way, step))


def test_a_field_of_any_other_form_is_refused_and_never_more(extraction):
    """Other extractors write records, too: what passes can be built, what cannot says so."""
    whole, refused = render_record(extraction), 0
    for way in fields_of(json.loads(whole)):
        for wrong in (None, 3, -1, True, "", "x", "\ud800", [], {}, [1], {"a": 1}, float("nan"), 1e400):
            row = json.loads(whole)
            *there, last = way
            holder = row
            for step in there:
                holder = holder[step]
            holder[last] = wrong
            try:
                render_record(from_json(row)).encode()
            except RecordError:
                refused += 1
    assert refused > 500
