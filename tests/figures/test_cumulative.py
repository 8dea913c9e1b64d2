from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.made import CITY, figure, view
from paitou.figures.cumulative import restated
from paitou.model import Bound, FigureState, Period

FLOW = "社会消费品零售总额"
MONTHLY = st.lists(st.decimals("0.01", "9999", places=2), min_size=12, max_size=12)


def asked(period: str, indicator: str = "retail-sales") -> tuple[str, str, Period]:
    return indicator, CITY, Period.parse(period)


@pytest.mark.parametrize(
    ("known", "wanted", "value", "formula"),
    [
        (
            "2023H1 30|2023Q1 14",
            "2023Q2",
            "16",
            "2023年上半年{}30亿元 − 2023年一季度{}14亿元",
        ),
        ("2023M01-10 40|2023M01-09 35", "2023-10", "5", ""),
        ("2023Q1 1|2023Q2 2|2023Q3 3|2023Q4 4", "2023", "10", ""),
        ("2023 10|2023H1 3", "2023H2", "7", ""),
        ("2023H1 3|2023-07 1|2023-08 2", "2023M01-08", "6", ""),
        ("2023 10|2024 11|2025 12", "2023-2025", "33", ""),
        ("2023 10|2023Q1 2|2023Q2 2|2023Q3 2", "2023Q4", "4", ""),
    ],
)
def test_periods_follow_from_others(known, wanted, value, formula) -> None:
    figures = [figure(FLOW, *each.split()) for each in known.split("|")]
    found = restated(view(*figures), *asked(wanted))
    assert found.value == Decimal(value)
    assert found.formula.startswith(formula.replace("{}", FLOW))
    assert restated(view(*figures[::-1]), *asked(wanted)) == found
    assert set(found.inputs) == {each.id for each in figures}


def test_the_way_with_the_fewest_figures_is_taken() -> None:
    months = [figure(FLOW, f"2023-{month:02d}", 1) for month in range(1, 13)]
    halves = [figure(FLOW, "2023H1", 6), figure(FLOW, "2023H2", 6)]
    assert len(restated(view(*months, *halves), *asked("2023")).inputs) == 2
    assert len(restated(view(*months), *asked("2023")).inputs) == 12


@pytest.mark.parametrize(
    ("whole", "less", "bound"),
    [
        (Bound.AT_LEAST, Bound.EXACT, Bound.AT_LEAST),
        (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST),
        (Bound.AT_MOST, Bound.EXACT, Bound.AT_MOST),
        (Bound.ABOUT, Bound.EXACT, Bound.ABOUT),
        (Bound.AT_LEAST, Bound.AT_LEAST, None),
    ],
)
def test_bounds_turn_round_in_differences(whole, less, bound) -> None:
    figures = (
        figure(FLOW, "2023H1", 30, bound=whole),
        figure(FLOW, "2023Q1", 14, bound=less),
    )
    found = restated(view(*figures), *asked("2023Q2"))
    assert (found and found.bound) == bound


def test_states_that_differ_are_told() -> None:
    figures = (
        figure(FLOW, 2023, 100, state=FigureState.CENSUS_REVISED),
        figure(FLOW, "2023H1", 40, state=FigureState.PRELIMINARY),
    )
    found = restated(view(*figures), *asked("2023H2"))
    assert "初步核算、普查修订" in found.notes[0]
    assert found.state is FigureState.PRELIMINARY


def test_what_is_no_flow_is_never_added() -> None:
    for name in ("常住人口", "常住人口城镇化率"):
        months = [figure(name, f"2023-{month:02d}", 50) for month in range(1, 13)]
        book = view(*months)
        assert restated(book, *asked("2023", months[0].indicator_id)) is None


def test_a_stock_is_taken_at_the_end() -> None:
    months = [figure("常住人口", f"2023-{month:02d}", month) for month in range(1, 13)]
    found = view(*months).figure("resident-population", CITY, Period.of_year(2023))
    assert found is months[-1]


def test_a_missing_month_is_no_nought() -> None:
    months = [figure(FLOW, f"2023-{month:02d}", 1) for month in range(1, 12)]
    assert restated(view(*months), *asked("2023")) is None


def test_a_fall_between_revisions_is_no_value() -> None:
    figures = figure(FLOW, "2023H1", 30), figure(FLOW, "2023Q1", 40)
    assert restated(view(*figures), *asked("2023Q2")) is None


def test_other_definitions_and_money_stay_apart() -> None:
    half = figure(FLOW, "2023H1", 30)
    for odd in ({"definition": "限上"}, {"unit": "亿美元"}):
        book = view(half, figure(FLOW, "2023Q1", 14, **odd))
        assert restated(book, *asked("2023Q2")) is None


def test_a_span_may_be_an_average_and_is_no_step() -> None:
    figures = figure(FLOW, "2023-2025", 30), figure(FLOW, "2023-2024", 20)
    assert restated(view(*figures), *asked("2025")) is None


@given(MONTHLY, st.randoms())
def test_to_date_to_single_to_date_is_the_same(
    months: list[Decimal], order: Random
) -> None:
    totals = [sum(months[: last + 1]) for last in range(12)]
    figures = [
        figure(FLOW, Period.to_date(2023, month), total)
        for month, total in enumerate(totals, start=1)
    ]
    order.shuffle(figures)
    singles = [restated(view(*figures), *asked(f"2023-{m:02d}")) for m in range(2, 13)]
    assert [each.value for each in singles] == months[1:]
    assert all(each.bound is Bound.EXACT for each in singles)
    back = [figure(FLOW, f"2023-{m:02d}", value) for m, value in enumerate(months, 1)]
    for month in range(2, 13):
        to_date = str(Period.to_date(2023, month))
        assert restated(view(*back), *asked(to_date)).value == totals[month - 1]


@given(MONTHLY)
def test_what_adds_up_never_falls(months: list[Decimal]) -> None:
    book = view(*(figure(FLOW, f"2023-{m:02d}", v) for m, v in enumerate(months, 1)))
    found = [
        restated(book, *asked(str(Period.to_date(2023, m)))).value for m in range(2, 13)
    ]
    assert found == sorted(found)
