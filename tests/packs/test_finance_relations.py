"""The finance pack's own examples of relations: sentences with their facts, and near misses that state none.

The examples name what is in the text, so that they fail for relations only.
"""

import pytest
import yaml

from kg.extract.annotated import AnnotatedDocument
from kg.extract.relations.finder import RelationFinder
from kg.model.fact import Modality
from kg.ontology.pack import find_pack, load_pack
from kg.text.sentences import SentenceSplitter
from tests.builders import document, entity

PACK = load_pack("finance")
FINDER = RelationFinder(PACK)
SPLITTER = SentenceSplitter(PACK.language.punctuation)
FILES = {
    name: yaml.safe_load((find_pack("finance") / "examples" / f"{name}.yaml").read_text("utf-8"))
    for name in PACK.ontology.relations
}
EXAMPLES = [(name, each) for name, file in FILES.items() for each in file["examples"]]
NEAR_MISSES = [(name, each) for name, file in FILES.items() for each in file["near_misses"]]


def fact_of(relation, names):
    """A relation as the examples write it: 甲 > 乙, the office behind @, a modality but asserted behind a colon."""
    ends = [names[relation.subject], names[relation.object]]
    if PACK.ontology.relations[relation.predicate].symmetric:
        ends.sort()
    written = " > ".join(ends)
    if relation.role:
        written += f" @ {relation.role}"
    return written if relation.modality is Modality.ASSERTED else f"{written} : {relation.modality.value}"


def facts(predicate, example):
    """The asserted and planned relations of a predicate that are found in an example."""
    text = example["text"]
    entities = tuple(entity(text, f"e{n}", kind, name) for n, (name, kind) in enumerate(example["names"].items(), 1))
    names = {each.id: each.name for each in entities}
    found = FINDER.find(AnnotatedDocument(document(text), SPLITTER.split(text), entities))
    said = (Modality.ASSERTED, Modality.PLANNED)
    return {fact_of(each, names) for each in found if each.predicate == predicate and each.modality in said}


def sorted_ends(predicate, written):
    """A fact of a symmetric relation with its ends in order."""
    if not PACK.ontology.relations[predicate].symmetric:
        return written
    ends, colon, modality = written.partition(" : ")
    return " > ".join(sorted(ends.split(" > "))) + colon + modality


@pytest.mark.parametrize(("predicate", "example"), EXAMPLES, ids=[f"{name}-{each['text']}" for name, each in EXAMPLES])
def test_facts_of_a_sentence(predicate, example):
    assert facts(predicate, example) == {sorted_ends(predicate, each) for each in example["facts"]}


@pytest.mark.parametrize(
    ("predicate", "example"), NEAR_MISSES, ids=[f"{name}-{each['text']}" for name, each in NEAR_MISSES]
)
def test_a_near_miss_states_nothing(predicate, example):
    assert facts(predicate, example) == set()


@pytest.mark.parametrize("name", sorted(FILES))
def test_each_relation_has_its_examples(name):
    assert len(FILES[name]["examples"]) >= 12
    assert len(FILES[name]["near_misses"]) >= 6
