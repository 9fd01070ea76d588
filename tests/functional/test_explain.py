"""Any fact can be walked back to its sentence, its words and its rule."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def records():
    lines = (ROOT / "output" / "records.jsonl").read_text("utf-8").splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


def explained(kg, asked):
    done = kg("explain", asked, "--json")
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def test_a_name_leads_to_every_fact_and_each_to_its_words(kg, records):
    (entity,) = explained(kg, "云岭消费金融")
    assert "云岭消金" in entity["entity"]["aliases"]
    assert len(entity["facts"]) > 3
    for fact in entity["facts"]:
        assert fact["passages"]
        for passage in fact["passages"]:
            text = records[passage["document"]]["text"]
            assert text[passage["start"] : passage["end"]] == passage["text"]
            assert all(text[mark["start"] : mark["end"]] == mark["text"] for mark in passage["marks"])
            assert passage["rule"]


def test_an_alias_an_iri_and_an_id_lead_to_the_same(kg):
    by_name = explained(kg, "云岭消费金融")
    id_ = by_name[0]["entity"]["id"]
    assert explained(kg, id_) == by_name
    assert explained(kg, f"https://w3id.org/cnfinkg/id/{id_}") == by_name
    assert explained(kg, "云岭消金") == by_name


def test_a_fact_leads_to_its_sentence(kg):
    fact = explained(kg, "云岭消费金融")[0]["facts"][0]
    assert explained(kg, fact["id"]) == [{"entity": None, "names_are_one": [], "facts": [fact]}]


def test_words_are_bracketed_where_there_is_no_colour(kg):
    assert "[云岭消金]" in kg("explain", "云岭消金").stdout.decode()


def test_an_unknown_name_is_refused(kg):
    done = kg("explain", "不存在的公司")
    assert done.returncode == 1
    assert "holds nothing named" in done.stderr.decode()
