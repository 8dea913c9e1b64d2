"""Totals of districts: of what the catalogue knows to add up, and of what was done."""

from __future__ import annotations

import datetime as dt

import pytest

from paitou.model import Period
from paitou.office.plans.sums import sum_of
from paitou.report.records import record_of
from paitou.tracking import Tracker

DAY = dt.date(2025, 12, 1)
PERIOD = Period.to_date(2025, 9)


@pytest.fixture(scope="module")
def tracker(yunze):
    return Tracker.of(yunze)


@pytest.fixture
def total(tracker):
    def of(indicator, period=PERIOD):
        standings = tracker.standings(DAY)
        pairs = zip(standings, tracker.cases, strict=True)
        standing, (case, *_) = next(
            pair for pair in pairs if pair[1][0].statement.indicator == indicator
        )
        return sum_of(record_of(case, standing), period)

    return of


def test_what_adds_up_is_added(total):
    assert total("规模以上工业总产值").words == "各单位之和与云泽市的数一致。"


def test_what_was_done_adds_up_though_the_catalogue_does_not_know_it(total):
    assert total("规模以上工业企业").value == "33"


def test_a_difference_is_shown_and_not_smoothed(total):
    told = total("一般公共预算收入", Period.of_year(2024))
    assert told.words == "各单位之和比云泽市的数少12.3亿元。"


def test_tourists_are_counted_twice_and_make_no_total(total):
    assert total("旅游总人数") is None
