"""Folding keeps every offset."""

from kg.text.normalize import fold


def test_full_width_digits_letters_and_signs_become_ascii():
    assert fold("２４亿，ＬＰＲ＋５５％～６．５") == "24亿，LPR+55%~6.5"


def test_punctuation_of_clauses_stays():
    assert fold("（甲）：乙；丙！丁？") == "（甲）：乙；丙！丁？"
