import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.made import figure
from paitou.figures import current, same_value
from paitou.model import FigureState

DAY = dt.date(2024, 1, 20)
STATES = st.sampled_from(sorted(FigureState))


def gdp(value=1, **more):
    return figure("地区生产总值", 2023, value, **more)


VINTAGES = st.lists(
    st.builds(
        gdp,
        value=st.sampled_from([None, "1", "1.5", "2"]),
        state=STATES,
        known_on=st.sampled_from([None, DAY, dt.date(2025, 1, 20)]),
        confidence=st.sampled_from(["", "high", "medium", "low"]),
    ),
    min_size=1,
    max_size=6,
)


@given(VINTAGES, st.randoms())
def test_the_order_does_not_matter(vintages, order) -> None:
    held = current(vintages)
    shuffled = list(vintages)
    order.shuffle(shuffled)
    assert current(shuffled) is held


@given(VINTAGES)
def test_the_further_revised_holds(vintages) -> None:
    held = current(vintages)
    with_value = [each for each in vintages if each.value is not None]
    if with_value:
        assert held.state.rank == max(each.state.rank for each in with_value)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"state": FigureState.FINAL}, {"known_on": dt.date(2026, 1, 1)}),
        ({"known_on": DAY}, {"confidence": "high"}),
        ({"confidence": "high"}, {"value": "7864.761"}),
        ({"value": "7864.76"}, {"value": 7864}),
        ({"id": "a1"}, {"id": "a2"}),
        ({"state": FigureState.UNVERIFIED}, {"value": None}),
    ],
)
def test_what_wins(better, worse) -> None:
    one, other = gdp(**better), gdp(**worse)
    assert current([one, other]) is current([other, one]) is one


def test_nothing_holds_of_nothing() -> None:
    assert current([]) is None


def test_values_agree_as_far_as_the_less_exact_says() -> None:
    assert same_value(gdp("99.7"), gdp("99.73"))
    assert not same_value(gdp("99.7"), gdp("99.79"))
    assert same_value(gdp("7864.76"), gdp("0.786476", unit="万亿元"))
    assert same_value(gdp(None), gdp(None))
    assert not same_value(gdp(None), gdp(0))


@given(st.decimals("0", "999", places=4), st.integers(0, 3))
def test_a_value_agrees_with_itself_rounded(value: Decimal, places: int) -> None:
    rounded = value.quantize(Decimal(1).scaleb(-places))
    assert same_value(gdp(value), gdp(rounded))
    assert same_value(gdp(rounded), gdp(value))
