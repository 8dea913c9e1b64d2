from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.made import figure
from paitou.figures.intervals import Interval, half_place, mean, rest, total
from paitou.model import Bound

NUMBERS = st.decimals("0.01", "1000", places=2)


@st.composite
def reaches(draw):
    """An interval, perhaps without an end, and a value in it."""
    low, inside, high = sorted((draw(NUMBERS), draw(NUMBERS), draw(NUMBERS)))
    ends = draw(st.sampled_from([(low, high), (low, None), (None, high), (None, None)]))
    return Interval(*ends), inside


def holds(reach: Interval, value: Decimal) -> bool:
    slack = Decimal("1e-15")
    return (reach.low is None or reach.low - slack <= value) and (
        reach.high is None or value <= reach.high + slack
    )


@given(reaches(), reaches())
def test_what_is_computed_holds_for_every_value_inside(one, other) -> None:
    (a, x), (b, y) = one, other
    assert holds(a + b, x + y)
    assert holds(a - b, x - y)
    assert holds(a * b, x * y)
    assert holds(a / b, x / y)
    assert holds(mean([a, b]), (x + y) / 2)
    assert holds(rest([total([a, b]), b]), x)


@pytest.mark.parametrize(
    ("bound", "ends", "sure"),
    [
        (Bound.EXACT, (9900, 9900), (9850, 9950)),
        (Bound.AT_LEAST, (9900, None), (9850, None)),
        (Bound.AT_MOST, (None, 9900), (None, 9950)),
        (Bound.ABOUT, (9900, 9900), (None, None)),
    ],
)
def test_a_figure_says_where_its_value_lies(bound, ends, sure) -> None:
    found = figure("经营主体", 2023, "0.99", "万户", bound=bound)
    assert Interval.of(found) == Interval(*ends)
    assert Interval.surely(found) == Interval(*sure)


def test_a_range_has_both_its_ends() -> None:
    found = figure("经营主体", 2023, 1, "万户", value_high=Decimal(3))
    assert Interval.of(found) == Interval(10_000, 30_000)


def test_words_and_nothing_have_no_place() -> None:
    assert Interval.of(figure("滇池水质", 2023, None)) is None
    assert Interval.surely(figure("滇池水质", 2023, None, bound=Bound.ABOUT)) is None


def test_intervals_meet_unless_one_is_below() -> None:
    low, high = Interval(Decimal(1), Decimal(2)), Interval(Decimal(2), None)
    assert low.meets(high)
    assert Interval(None, Decimal(1)).is_below(high)
    assert not Interval(None, None).is_below(high)


def test_half_a_place() -> None:
    assert half_place(Decimal("99.7")) == Decimal("0.05")
    assert half_place(Decimal(3)) == Decimal("0.5")
    assert half_place(Decimal("1E+2")) == 50


def test_what_was_counted_was_not_rounded() -> None:
    counted = figure("PCT国际专利申请量", 2023, 183, "件")
    assert Interval.surely(counted) == Interval(Decimal(183), Decimal(183))
    thousands = figure("经营主体", 2023, 183, "万户")
    assert Interval.surely(thousands).low == 1_825_000
