"""Numbers and places as a table shows them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from paitou.office.contests.numbers import (
    movement,
    points_words,
    signed_words,
    value_words,
)


def test_points_have_the_places_of_the_rulebook():
    assert points_words(Fraction(11086, 1000), 2) == "11.09"
    assert points_words(Decimal("-0.5"), 2) == "−0.50"


def test_values_have_the_places_they_were_reported_with():
    assert value_words(Decimal("8.20")) == "8.2"


@pytest.mark.parametrize(
    ("value", "told"), [("0.421", "+0.42"), ("-1.1", "−1.10"), ("0.001", "0.00")]
)
def test_differences_have_a_sign(value, told):
    assert signed_words(Decimal(value), 2) == told


@pytest.mark.parametrize(
    ("before", "now", "shape", "words"),
    [(3, 1, "▲", "上升2位"), (1, 2, "▼", "下降1位"), (2, 2, "", "持平"),
     (None, 2, "", ""), (2, None, "", "")],
)  # fmt: skip
def test_a_movement_has_shape_and_words(before, now, shape, words):
    found = movement(before, now)
    assert (found.shape, found.words) == (shape, words)
