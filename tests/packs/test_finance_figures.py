"""The finance pack's own examples of reported figures."""

from decimal import Decimal

import pytest
import yaml

from kg.extract.annotated import AnnotatedDocument
from kg.extract.observations.finder import ObservationFinder
from kg.ontology.pack import find_pack, load_pack
from kg.text.sentences import SentenceSplitter
from tests.builders import document, entity

PACK = load_pack()
FINDER = ObservationFinder(PACK)
SPLITTER = SentenceSplitter(PACK.language.punctuation)
EXAMPLES = yaml.safe_load((find_pack("finance") / "examples" / "figures.yaml").read_text("utf-8"))["figures"]


def read(example):
    """What the finder tells of an example whose names are given."""
    text = example.get("prefix", "") + example["text"]
    names = [(words, kind) for words, kind in example["names"].items() if words in text]
    entities = tuple(entity(text, f"e{i}", kind, words) for i, (words, kind) in enumerate(names))
    annotated = AnnotatedDocument(document(text, date=example.get("date")), SPLITTER.split(text), entities)
    return [told(each, annotated) for each in FINDER.find(annotated)]


def told(observation, annotated):
    quantity, period = observation.quantity, observation.period
    return {
        "subject": annotated.by_id[observation.subject].name,
        "metric": observation.metric,
        "value": quantity.value if quantity.value_to is None else [quantity.value, quantity.value_to],
        "unit": quantity.unit,
        "bound": quantity.bound.value,
        "start": period.start,
        "end": period.end,
        "modality": observation.modality.value,
    }


def expected(row):
    value = row["value"]
    exact = [Decimal(str(each)) for each in value] if isinstance(value, list) else Decimal(str(value))
    plain = {"bound": "exact", "start": None, "end": None, "modality": "asserted"}
    return plain | row | {"value": exact}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["text"])
def test_figures_of_a_sentence(example):
    assert read(example) == [expected(row) for row in example["figures"]]
