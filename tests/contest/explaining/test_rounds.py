from decimal import Decimal
from fractions import Fraction

import pytest

from contest.explaining.played import RANGE, VALUES, field
from paitou.contest.explaining.rounds import (
    as_decimal,
    contestant,
    only,
    with_bounds,
    with_values,
    without,
    without_bounds,
)
from paitou.model import Fact, UsageError

FIELD = field(VALUES)


def test_one_value_is_replaced_and_nothing_else():
    changed = with_values(FIELD, "东溪区", {("i0", Fact.VALUE): Decimal(9)})
    reading = contestant(changed, "东溪区").reading("i0", Fact.VALUE)
    assert (reading.value, reading.where) == (9, "成绩.csv 第2行")
    assert contestant(changed, "西溪区") == contestant(FIELD, "西溪区")


def test_without_one_the_others_stay():
    assert [c.org for c in without(FIELD, "东溪区").contestants] == sorted(
        set(VALUES) - {"东溪区"}
    )
    with pytest.raises(UsageError, match="没有参加"):
        contestant(FIELD, "远溪区")


def test_bounds_are_fixed_and_freed_again():
    fixed = with_bounds(RANGE, {("i0", "", Fact.VALUE): (Fraction(9), Fraction(1))})
    assert fixed.item("i0").fixed("", Fact.VALUE) == (1, 9)
    assert without_bounds(fixed).item("i0").fixed("", Fact.VALUE) is None


def test_a_bound_whose_digits_never_end_is_not_fixed():
    assert as_decimal(Fraction(1, 3)) is None
    assert as_decimal(Fraction(-1, 8)) == Decimal("-0.125")
    fixed = with_bounds(RANGE, {("i0", "", Fact.VALUE): (Fraction(1, 3), Fraction(1))})
    assert fixed.item("i0").fixed("", Fact.VALUE) is None


def test_items_alone_have_nothing_above_them():
    assert [item.id for item in only(RANGE, {"i1"}).scored] == ["i1"]
