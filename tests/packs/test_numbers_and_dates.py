"""The language's own examples: what is a figure, what a period, and what each is worth."""

import datetime
from decimal import Decimal

import pytest
import yaml

from kg.model.quantity import DateBasis
from kg.ontology.language import read_language
from kg.ontology.pack import packs_folder
from kg.text.dates import PeriodFinder
from kg.text.period_context import Anchor
from kg.text.quantities import QuantityFinder

FOLDER = packs_folder() / "zh"
LANGUAGE = read_language(FOLDER, [])
QUANTITIES = QuantityFinder(LANGUAGE)
PERIODS = PeriodFinder(LANGUAGE)
NUMBERS = yaml.safe_load((FOLDER / "examples" / "numbers.yaml").read_text("utf-8"))["numbers"]
DATES = yaml.safe_load((FOLDER / "examples" / "dates.yaml").read_text("utf-8"))


def told(mention):
    quantity = mention.quantity
    value = [quantity.value, quantity.value_to] if quantity.value_to is not None else quantity.value
    bound = [] if quantity.bound.value == "exact" else [quantity.bound.value]
    return [value, quantity.unit, *bound]


def expected(row):
    value, *rest = row
    exact = [Decimal(str(each)) for each in value] if isinstance(value, list) else Decimal(str(value))
    return [exact, *rest]


@pytest.mark.parametrize("example", NUMBERS, ids=lambda each: each["text"])
def test_figures_of_a_phrase(example):
    found = [told(each) for each in QUANTITIES.find(example["text"])]
    assert found == [expected(row) for row in example["figures"]]


def periods(text, anchor):
    rows = []
    for each in PERIODS.find(text, anchor):
        role = [] if each.role.value == "when" else [each.role.value]
        rows.append([each.period.start, each.period.end, *role])
    return rows


@pytest.mark.parametrize("example", DATES["dates"], ids=lambda each: each["text"])
def test_periods_of_a_dated_article(example):
    day = DATES["date"]
    assert periods(example["text"], Anchor(day.year, day, DateBasis.PUBLICATION)) == example["periods"]


@pytest.mark.parametrize("example", DATES["undated"]["dates"], ids=lambda each: each["text"])
def test_periods_of_an_article_that_only_names_a_year(example):
    anchor = Anchor(DATES["undated"]["year"], None, DateBasis.INFERRED)
    assert periods(example["text"], anchor) == example["periods"]


@pytest.mark.parametrize("example", DATES["unanchored"], ids=lambda each: each["text"])
def test_periods_with_nothing_to_count_from(example):
    assert periods(example["text"], Anchor()) == example["periods"]


def test_the_basis_says_what_a_year_rests_on():
    dated = Anchor(2022, datetime.date(2022, 11, 23), DateBasis.PUBLICATION)
    bases = [PERIODS.find(text, dated)[0].period.basis for text in ("截至2022年7月", "今年上半年")]
    assert bases == [DateBasis.STATED, DateBasis.PUBLICATION]
    assert PERIODS.find("今年上半年", Anchor())[0].period.basis is DateBasis.OPEN
