"""Metric concepts: what a pack says and what it may not say."""

import pytest

from kg.errors import OntologyError
from kg.ontology.metrics import load_metrics
from kg.ontology.pack import find_pack

GOOD = """
metrics:
  - {key: loan_balance, zh: 贷款余额, en: outstanding loans, words: [信贷余额], covers: [按揭], unit: 元}
  - {key: green_loan_balance, zh: 绿色贷款余额, en: outstanding green loans, unit: 元, broader: loan_balance}
  - {key: users, zh: 用户数, en: users, unit: 人}
"""


@pytest.fixture
def read(tmp_path):
    def metrics(text):
        path = tmp_path / "metrics.yaml"
        path.write_text(text, "utf-8")
        return load_metrics([path])

    return metrics


def test_a_metric_is_the_concept_that_its_words_name(read):
    metrics = read(GOOD)
    assert metrics.named_in("各项信贷余额").key == "loan_balance"
    assert metrics.named_in("本外币绿色贷款余额").key == "green_loan_balance"


def test_the_head_of_a_metric_stands_last(read):
    assert read(GOOD).named_in("贷款余额覆盖用户数").key == "users"


def test_what_a_concept_covers_falls_under_it_and_is_no_name_of_it(read):
    metrics = read(GOOD)
    assert metrics.named_in("存量按揭").key == "loan_balance"
    assert metrics.named_in("存量按揭").words == ("信贷余额",)


def test_words_that_name_nothing(read):
    assert read(GOOD).named_in("占地") is None


def test_a_pack_without_metrics_has_none():
    assert load_metrics([]).named_in("贷款余额") is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("metrics:\n  - {key: a, zh: 甲}\n", "en"),
        ("metrics:\n  - {key: a, zh: 甲, en: a}\n  - {key: a, zh: 乙, en: b}\n", "stands twice"),
        ("metrics:\n  - {key: a, zh: 甲, en: a, broader: b}\n", "no wider concept"),
        ("metrics:\n  - {key: a, zh: 甲, en: a, broader: b}\n  - {key: b, zh: 乙, en: b, broader: a}\n", "than itself"),
    ],
)
def test_faults_are_told_with_their_place(read, text, fault):
    with pytest.raises(OntologyError, match=fault) as raised:
        read(text)
    assert "metrics.yaml" in str(raised.value)


def test_the_field_has_its_concepts_with_labels_in_both_languages():
    metrics = load_metrics([find_pack("finance") / "metrics.yaml"])
    assert len(metrics.concepts) >= 150
    assert all(concept.labels["zh"] and concept.labels["en"] for concept in metrics.concepts)
    assert {metrics.by_word[word].key for word in ("营业收入", "净利润", "不良贷款率", "资本充足率")} == {
        "revenue",
        "net_profit",
        "npl_ratio",
        "capital_adequacy",
    }


def test_every_concept_has_a_name_of_its_own():
    concepts = load_metrics([find_pack("finance") / "metrics.yaml"]).concepts
    for language in ("zh", "en"):
        names = [concept.labels[language] for concept in concepts]
        assert sorted(names) == sorted(set(names))


def test_a_name_names_one_concept_and_is_more_than_a_sign():
    concepts = load_metrics([find_pack("finance") / "metrics.yaml"]).concepts
    labels = {each.labels["zh"] for each in concepts}
    for concept in concepts:
        others = {*concept.words, *concept.covers}
        assert len(others) == len(concept.words) + len(concept.covers), concept.key
        assert not others & labels, concept.key
        assert all(len(word) > 1 for word in concept.words), concept.key
