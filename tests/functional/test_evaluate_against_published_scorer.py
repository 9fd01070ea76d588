"""Our figures equal the published scorer's to the last digit, on the gold records where they are at hand."""

import copy
import importlib.util
import random
from pathlib import Path

import pytest

from kg.evaluate.scores import evaluate
from kg.ontology.equivalences import Equivalences

EVAL = Path(__file__).parents[3] / "shared" / "eval"
EQUIVALENT = Equivalences(frozenset({"cooperatesWith"}), {("Company", "partOf"): "owns"})


def damaged(gold, seed):
    """The gold records with faults of every kind, the same for the same seed."""
    choose = random.Random(seed)
    records = copy.deepcopy([each for each in gold.values() if choose.random() > 0.05])
    for record in records:
        _damage_entities(record["entities"], choose)
        for relation in record["relations"]:
            _damage_relation(relation, record["relations"], choose)
        for figure in record["observations"]:
            _damage_figure(figure, record["observations"], choose)
        record["observations"] += [each for each in record["observations"] if choose.random() < 0.2]
        choose.shuffle(record["observations"])
    return {record["id"]: record for record in records}


def _damage_entities(entities, choose):
    entities[:] = [each for each in entities if choose.random() > 0.05]
    for entity in entities:
        if choose.random() < 0.1:
            entity["type"] = choose.choice(entities)["type"]
        for mention in entity["mentions"]:
            if choose.random() < 0.1:
                mention["end"] -= 1
                mention["text"] = choose.choice([mention["text"], mention["text"][:-1]])


def _damage_relation(relation, relations, choose):
    if choose.random() < 0.1:
        relation["subject"], relation["object"] = relation["object"], relation["subject"]
    if choose.random() < 0.1:
        relation["object"] = choose.choice(relations)["object"]
    if choose.random() < 0.1:
        relation["predicate"] = choose.choice(["cooperatesWith", "partOf", "owns"])
    if choose.random() < 0.1:
        relation["modality"] = choose.choice(["negated", "planned", "possible"])
    relation["evidence"]["start"] += choose.random() < 0.05


def _damage_figure(figure, figures, choose):
    for field in ("value", "metric", "unit", "period", "bound"):
        if choose.random() < 0.07:
            figure[field] = choose.choice(figures).get(field) or figure.get(field)
    figure["evidence"]["start"] += choose.random() < 0.05


@pytest.mark.parametrize("seed", range(4) if EVAL.is_dir() else ())
def test_figures_equal_the_published_scorers(seed):
    spec = importlib.util.spec_from_file_location("published_scorer", EVAL / "score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = scorer.load(EVAL / "dev")
    predicted = damaged(gold, seed)
    tallies, faults = scorer.score(gold, predicted)
    scores = evaluate(gold.values(), predicted.values(), EQUIVALENT)
    assert {name: tally.total.to_json() for name, tally in scores.tallies.items()} == {
        name: tally.row() for name, tally in tallies.items()
    }
    assert scores.faults == {name: number for name, number in faults.items() if number}
    for name, tally in tallies.items():
        for type_, figures in scores.tallies[name].by_type.items():
            assert figures.to_json() == tally.row({type_})
