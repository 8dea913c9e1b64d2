"""Numbers for the cells of forms, from the example's own figures."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from paitou.model import Period
from paitou.office.demo.values import Simulated
from paitou.office.reporting.forms import derive_forms

OUTPUT = "规模以上工业总产值"


def asks(book, period, opened):
    forms = derive_forms(book, Period.parse(period), dt.date.fromisoformat(opened))
    return {(form.org, ask.name): ask for form in forms.forms for ask in form.asks}


@pytest.fixture(scope="module")
def coming(yunze):
    return asks(yunze, "2026Q1", "2026-04-01")


def test_a_quarter_that_the_example_has_is_taken_over(yunze):
    known = asks(yunze, "2025Q1", "2025-04-01")
    typed = Simulated(yunze).typed(known["YZ01", OUTPUT])
    assert typed.text == "107.6"


def test_a_quarter_to_come_follows_from_the_year_before(yunze, coming):
    ask = coming["YZ01", OUTPUT]
    value = Decimal(Simulated(yunze).typed(ask).text)
    assert Decimal("0.9") < value / Decimal(ask.year_ago.value) < Decimal("1.2")


def test_parts_still_add_up_to_the_whole(yunze, coming):
    simulated = Simulated(yunze)
    values = {
        org: Decimal(simulated.typed(ask).text)
        for (org, name), ask in coming.items()
        if name == OUTPUT
    }
    whole = values.pop("YZ44")
    assert abs(sum(values.values()) - whole) <= Decimal("0.5")


def test_a_year_grows_and_does_not_shrink_from_quarter_to_quarter(yunze):
    simulated = Simulated(yunze)
    quarters = (
        ("2026Q1", "2026-04-01"),
        ("2026Q2", "2026-07-01"),
        ("2026Q3", "2026-10-01"),
    )
    told = [simulated.typed(asks(yunze, *q)["YZ01", OUTPUT]).text for q in quarters]
    assert told == sorted(told, key=Decimal)


def test_a_yearly_number_is_told_to_be_none(yunze, coming):
    typed = Simulated(yunze).typed(coming["YZ44", "全社会研发经费投入强度"])
    assert (typed.text, typed.note) == ("/", "年度指标，季度没有数")


def test_the_same_seed_gives_the_same_numbers(yunze, coming):
    def numbers(seed):
        return [Simulated(yunze, seed).typed(ask).text for ask in coming.values()]

    assert numbers(1) == numbers(1)
    assert numbers(1) != numbers(2)
