"""Reckoning with months and quarters."""

import datetime

import pytest

from kg.model.quantity import Period
from kg.text.periods import days_of, months_of, shifted, shifted_period

D = datetime.date


def test_months_run_to_the_last_day():
    assert months_of(2024, 1, 2) == Period(D(2024, 1, 1), D(2024, 2, 29))


@pytest.mark.parametrize(("first", "last"), [(30, 30), (20, 10), (0, 5)])
def test_days_that_a_month_has_not(first, last):
    assert days_of(2023, 2, first, last) is None


def test_zero_is_the_last_day():
    assert days_of(2023, 2, 21, 0) == Period(D(2023, 2, 21), D(2023, 2, 28))


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [(D(2023, 3, 31), -1, D(2023, 2, 28)), (D(2023, 1, 15), -12, D(2022, 1, 15)), (D(2023, 11, 30), 3, D(2024, 2, 29))],
)
def test_a_day_moves_by_months(day, months, moved):
    assert shifted(day, months) == moved


def test_a_last_day_stays_a_last_day():
    assert shifted_period(Period(None, D(2023, 2, 28)), 12) == Period(None, D(2024, 2, 29))
