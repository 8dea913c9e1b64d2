"""The series that a target is judged by, in the target's unit."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from paitou.model import Period
from paitou.report.assessment import assess
from paitou.report.records import record_of


@pytest.fixture
def record(tracked):
    def found(statement, day=dt.date(2026, 3, 1)):
        standing, cases = assess(tracked, day).of(statement)[0]
        return record_of(cases[0], standing)

    return found


def test_values_are_turned_into_the_unit_of_the_target(record):
    assert record("s1").at(Period.of_year(2023)).value == Decimal("2.7")


def test_one_value_a_period_the_one_that_holds(record):
    values = [one.value for one in record("s1").comparable()]
    assert values == [Decimal("2.5"), Decimal("2.7"), Decimal("2.6"), Decimal("2.7")]


def test_later_vintages_are_not_seen_before(record):
    held = record("s1", dt.date(2025, 2, 1)).at(Period.of_year(2024))
    assert held.value == Decimal("2.65")


def test_nothing_reported_is_nothing(record):
    assert record("s3").comparable() == ()
    assert record("s3").in_year(2024) is None
