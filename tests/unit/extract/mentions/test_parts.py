"""The parts below the rules: naming, overlaps, lists, definitions."""

import pytest

from kg.extract.mentions.candidate import Candidate
from kg.extract.mentions.lists import ListReader
from kg.extract.mentions.naming import NameParts, NameReader, is_short_for
from kg.extract.mentions.overlap import keep_best
from kg.ontology.forms import NameForms

FORMS = NameForms(
    type="Company",
    tails=("有限公司", "集团", "控股"),
    families=(("消费金融", "消金"), ("金融控股", "金控")),
    leads=("中国",),
)
READER = NameReader(FORMS, ["成都"])
RANK = {"Company": 0, "Region": 1, "Product": 2}


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("云桥消费金融有限公司", NameParts("", "云桥", 0)),
        ("云桥消金", NameParts("", "云桥", 0)),
        ("成都青穗金融控股集团有限公司", NameParts("成都", "青穗", 1)),
        ("青穗金控", NameParts("", "青穗", 1)),
        ("云桥集团", NameParts("", "云桥", None)),
        ("青穗（成都）有限公司", NameParts("", "青穗", None)),
        ("集团", NameParts("", "集团", None)),
    ],
)
def test_names_come_apart_into_place_core_and_family(name, parts):
    assert READER.parts(name) == parts


def test_shorter_forms_keep_a_core():
    assert "消费金融" not in READER.shorter_forms("成都消费金融有限公司")
    assert {"云桥消费金融", "云桥消金"} <= set(READER.shorter_forms("云桥消费金融有限公司"))


def candidate(start, end, kind="Company", **known):
    return Candidate(start, end, kind, "test", **known)


def test_the_longer_name_wins():
    assert keep_best([candidate(0, 2, "Region", strength=8), candidate(0, 6, strength=6)], RANK) == (
        candidate(0, 6, strength=6),
    )


def test_what_is_sure_wins_over_what_is_longer():
    sure = candidate(2, 6, strength=9)
    assert keep_best([candidate(0, 9, strength=8), sure], RANK) == (sure,)


def test_a_name_inside_another_is_kept_where_it_is_held():
    outer = candidate(0, 6, "Product", holds=frozenset(("Company",)))
    assert keep_best([outer, candidate(0, 4)], RANK) == (outer, candidate(0, 4))


def test_names_that_cross_are_not_both_kept():
    outer = candidate(0, 5, holds=frozenset(("Company",)))
    assert keep_best([outer, candidate(3, 7)], RANK) == (outer,)


def test_the_type_listed_first_wins_a_tie():
    assert keep_best([candidate(0, 4, "Product"), candidate(0, 4)], RANK) == (candidate(0, 4),)


def test_lists_are_cut_at_marks_and_conjunctions_but_not_inside_words(finance):
    text = "签订合同、办理抵押和放款。"
    members = ListReader(finance.language).read(text, {"合同"}.__contains__)
    assert [[each.of(text) for each in run] for run in members] == [["签订合同", "办理抵押", "放款"]]


@pytest.mark.parametrize(
    ("short", "full", "is_one"), [("云桥消金", "云桥消费金融有限公司", True), ("公司甲", "云桥公司", False)]
)
def test_a_short_form_is_made_of_the_full_one_in_order(short, full, is_one):
    assert is_short_for(short, full) is is_one
