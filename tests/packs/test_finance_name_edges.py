"""Where the names of unlisted firms begin and end, beside everything that may stand there."""

import pytest
import yaml

from kg.extract.mentions.finder import EntityFinder
from kg.ontology.pack import find_pack, load_pack
from kg.text.sentences import SentenceSplitter
from tests.builders import document

PACK = load_pack()
FINDER = EntityFinder(PACK)
SPLITTER = SentenceSplitter(PACK.language.punctuation)
EDGES = yaml.safe_load((find_pack("finance") / "examples" / "edges.yaml").read_text("utf-8"))


def is_found(name, text):
    found = FINDER.find(document(text), SPLITTER.split(text))
    return any(each.type == "Company" and each.name == name for each in found)


@pytest.mark.parametrize("name", EDGES["names"])
def test_what_stands_before_a_firm_is_none_of_its_name(name):
    assert [each for each in EDGES["before"] if not is_found(name, f"{each}{name}推出新服务。")] == []


@pytest.mark.parametrize("name", EDGES["names"])
def test_what_stands_behind_a_firm_is_none_of_its_name(name):
    assert [each for each in EDGES["behind"] if not is_found(name, f"{name}{each}。")] == []


@pytest.mark.parametrize("kind", EDGES["kinds"])
def test_a_kind_of_firms_names_none_whatever_stands_before_it(kind):
    named = {}
    for before in (*EDGES["before"], *EDGES["nobody"]):
        text = f"{before}{kind}推出新服务，客户在{before}{kind}办理贷款。"
        for each in FINDER.find(document(text), SPLITTER.split(text)):
            if each.type == "Company":
                named[before] = each.name
    assert named == {}
