"""Which figures contradict each other, and which make a series."""

import datetime
from decimal import Decimal

import pytest

from kg.model.quantity import Bound, Period, Quantity
from kg.resolve.conflicts import contradict, find_conflicts, find_contradicting, find_series
from kg.resolve.resolver import resolve
from tests.unit.resolve.records import figure, record, rules, thing

TEXT = "云杉银行"


def at(month):
    return Period(None, datetime.date(2022, month, 28))


def observations(*figures):
    things = thing("e1", "Company", "云杉银行")
    records = [record(TEXT, things, observations=[each], id_=f"d{number}") for number, each in enumerate(figures)]
    return resolve(records, rules()).knowledge.observations


def count(value, **more):
    return figure(TEXT, "e1", more.pop("metric", "服务客户"), value, **more)


def test_different_values_of_one_date_are_a_conflict_and_both_stay():
    found = observations(count("9641000", period=at(6)), count("9210000", period=at(6)))
    (conflict,) = find_conflicts(found)
    assert conflict.observations == tuple(each.id for each in found)
    assert (conflict.metric, conflict.unit, conflict.period) == ("服务客户", "人", at(6))


def test_every_figure_is_told_with_those_that_contradict_it():
    five, over, nine = observations(
        count("5", period=at(6)), count("4", bound=Bound.OVER, period=at(6)), count("9", period=at(6))
    )
    named = {each.quantity.value: each.id for each in (five, over, nine)}
    assert find_contradicting([five, over, nine]) == {named[5]: (named[9],), named[9]: (named[5],)}


def test_only_figures_that_contradict_another_are_named():
    found = observations(count("5", period=at(6)), count("4", bound=Bound.OVER, period=at(6)), count("9", period=at(6)))
    (conflict,) = find_conflicts(found)
    assert len(conflict.observations) == 2


def test_two_figures_of_one_document_are_no_conflict():
    both = [count("5", period=at(6)), count("9", period=at(6))]
    said = resolve(
        [record(TEXT, thing("e1", "Company", "云杉银行"), observations=both)], rules()
    ).knowledge.observations
    assert len(said) == 2
    assert find_conflicts(said) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"period": at(6)}, {"period": at(7)}),
        ({"period": at(6)}, {"period": at(6), "metric": "发放贷款"}),
        ({"period": at(6)}, {"period": at(6), "unit": "家"}),
        ({}, {}),
    ],
)
def test_other_dates_metrics_or_units_and_open_dates_are_none(first, second):
    assert find_conflicts(observations(count("5", **first), count("9", **second))) == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("2430000000", Bound.EXACT), ("2400000000", Bound.OVER), False),
        (("2390000000", Bound.EXACT), ("2450000000", Bound.OVER), True),
        (("95", Bound.EXACT), ("100", Bound.ABOUT), False),
        (("80", Bound.EXACT), ("100", Bound.ABOUT), True),
        (("9641000", Bound.EXACT), ("9640000", Bound.EXACT), False),
        (("9641000", Bound.EXACT), ("9650000", Bound.EXACT), True),
        (("12000000000", Bound.EXACT), ("12500000000", Bound.EXACT), True),
        (("5000", Bound.EXACT), ("4800", Bound.EXACT), True),
        (("26.67", Bound.EXACT), ("26.7", Bound.EXACT), False),
        (("10", Bound.UNDER), ("12", Bound.OVER), True),
        (("3", Bound.EXACT), ("4", Bound.EXACT), True),
        (("0", Bound.EXACT), ("1", Bound.EXACT), True),
        (("0", Bound.EXACT), ("0", Bound.EXACT), False),
        (("120000000", Bound.EXACT), ("110000000", Bound.EXACT), True),
        (("23", Bound.EXACT), ("24", Bound.OVER), True),
        (("24", Bound.EXACT), ("24", Bound.OVER), False),
    ],
)
def test_numbers_contradict_where_nothing_fits_both(one, other, expected):
    quantities = [Quantity(Decimal(value), "人", bound) for value, bound in (one, other)]
    assert contradict(*quantities) is expected
    assert contradict(*reversed(quantities)) is expected


def test_a_range_holds_what_lies_in_it():
    between = Quantity(Decimal(50000), "元", value_to=Decimal(200000))
    assert not contradict(between, Quantity(Decimal(120000), "元"))
    assert contradict(between, Quantity(Decimal(300000), "元"))


def test_one_metric_at_several_dates_is_a_series_in_their_order():
    found = observations(count("5", period=at(7)), count("3", period=at(5)), count("4", period=at(6)))
    (series,) = find_series(found)
    values = {each.id: each.quantity.value for each in found}
    assert [values[id_] for id_ in series.observations] == [3, 4, 5]


def test_one_date_makes_no_series():
    assert find_series(observations(count("5", period=at(6)), count("9", period=at(6)))) == ()
