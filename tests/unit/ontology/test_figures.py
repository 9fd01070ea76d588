"""Whose figures a pack reports."""

import pytest

from kg.errors import OntologyError
from kg.ontology.figures import NO_FIGURES, load_figures
from kg.ontology.pack import load_pack

WHOLE = """
subjects: [[Insurer], [Region]]
product_types: [Policy]
product_words: [费率]
topic_types: [Insurer]
fallback_types: [Insurer]
"""


def test_a_pack_without_the_file_takes_any_type():
    assert load_figures([]) is NO_FIGURES


def test_the_last_file_holds(tmp_path):
    for name, text in (("a.yaml", WHOLE), ("b.yaml", WHOLE.replace("Insurer", "Broker"))):
        (tmp_path / name).write_text(text, "utf-8")
    assert load_figures([tmp_path / "a.yaml", tmp_path / "b.yaml"]).subjects[0] == ("Broker",)


def test_a_fault_is_told_with_its_place(tmp_path):
    path = tmp_path / "figures.yaml"
    path.write_text(WHOLE + "colour: red\n", "utf-8")
    with pytest.raises(OntologyError, match="colour"):
        load_figures([path])


def test_every_type_that_the_pack_names_is_one_of_its_types():
    pack = load_pack()
    figures = load_figures(pack.files("figures.yaml"))
    groups = (*figures.subjects, figures.product_types, figures.topic_types)
    more = (figures.opening_types, figures.place_types, figures.speaker_types, figures.holder_types)
    named = {name for group in (*groups, *more, figures.fallback_types, figures.fine.subjects) for name in group}
    assert named <= set(pack.ontology.types)


def test_weights_end_with_types_of_the_pack_or_with_none():
    pack = load_pack()
    weights = load_figures(pack.files("figures.yaml")).weights
    types = {sign.split()[-1] for sign in weights if sign.split()[-1][0].isupper()}
    assert weights
    assert types <= set(pack.ontology.types)
