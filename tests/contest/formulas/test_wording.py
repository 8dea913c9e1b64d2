"""How exact numbers are written."""

from fractions import Fraction

import pytest

from paitou.contest.formulas.wording import half_up, percent, rounded, said


@pytest.mark.parametrize(
    ("value", "words"),
    [("8.20", "8.2"), ("-3", "−3"), ("100", "100"), ("1/3", "0.3333"), ("0", "0"),
     ("0.000001", "0.000001"), ("-2/3", "−0.6667")],
)  # fmt: skip
def test_a_number_is_exact_where_it_can_be(value, words):
    assert said(Fraction(value)) == words


def test_halves_go_away_from_zero():
    assert [half_up(Fraction(v), 0) for v in ("0.5", "-0.5", "1.4999")] == [1, -1, 1]
    assert rounded(Fraction("92.375"), 2) == "92.38"
    assert percent(Fraction(1, 3)) == "33.33%"
