"""The finance pack's own examples of names."""

import pytest
import yaml

from kg.extract.mentions.finder import EntityFinder
from kg.model.mention import Reference
from kg.ontology.pack import find_pack, load_pack
from kg.text.sentences import SentenceSplitter
from tests.builders import document

PACK = load_pack()
FINDER = EntityFinder(PACK)
SPLITTER = SentenceSplitter(PACK.language.punctuation)
EXAMPLES = yaml.safe_load((find_pack("finance") / "examples" / "names.yaml").read_text("utf-8"))["names"]


def forms(text):
    """The surface forms that a text is found to use, by type."""
    found = {}
    for entity in FINDER.find(document(text), SPLITTER.split(text)):
        surfaces = {each.span.of(text) for each in entity.mentions if each.reference is not Reference.ANAPHORIC}
        found.setdefault(entity.type, set()).update(surfaces)
    return found


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["text"])
def test_names_of_a_sentence(example):
    found = forms(example["text"])
    missing = {
        kind: set(names) - found.get(kind, set())
        for kind, names in example.get("names", {}).items()
        if set(names) - found.get(kind, set())
    }
    wrong = {
        kind: found.get(kind, set()) & set(names) if names else found.get(kind, set())
        for kind, names in example.get("none", {}).items()
        if (found.get(kind, set()) & set(names) if names else found.get(kind, set()))
    }
    assert (missing, wrong) == ({}, {})
