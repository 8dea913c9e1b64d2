from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.figures.rounding import NOTE, ShareRounding, percentages
from paitou.model import UsageError

AMOUNTS = st.lists(st.decimals("0", "1e9", places=2), min_size=1, max_size=40).filter(sum)


@given(AMOUNTS, st.integers(0, 4))
def test_shares_add_up_and_none_moves_by_a_whole_unit(amounts, places) -> None:
    found = percentages(amounts, ShareRounding(places=places)).values
    assert sum(found) == 100
    unit, total = Decimal(1).scaleb(-places), sum(amounts)
    for share, amount in zip(found, amounts, strict=True):
        assert abs(share - amount * 100 / total) < unit
        assert share.as_tuple().exponent == -places


def test_the_largest_remainder_goes_up_and_the_earlier_of_two() -> None:
    thirds = percentages([Decimal(1)] * 3).values
    assert thirds == (Decimal("33.4"), Decimal("33.3"), Decimal("33.3"))
    parts = [Decimal(n) for n in (17, 10, 24, 9, 162)]
    assert [str(s) for s in percentages(parts).values] == [
        *("7.7", "4.5", "10.8", "4.0"),
        "73.0",
    ]


@given(AMOUNTS)
def test_left_as_they_are_says_so(amounts) -> None:
    found = percentages(amounts, ShareRounding(adjustment="leave"))
    total = sum(amounts)
    for share, amount in zip(found.values, amounts, strict=True):
        assert abs(share - amount * 100 / total) <= Decimal("0.05")
    assert (found.note == NOTE) == (sum(found.values) != 100)


def test_nothing_has_no_shares() -> None:
    assert percentages([]).values == ()
    found = percentages([Decimal(0), Decimal(0)])
    assert found.values == ()
    assert "合计为0" in found.note


def test_less_than_nothing_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match="负数"):
        percentages([Decimal(-1), Decimal(2)])
