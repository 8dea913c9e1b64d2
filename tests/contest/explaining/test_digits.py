from decimal import Decimal
from fractions import Fraction

from paitou.contest.explaining.digits import mark_words, plain, printed


def test_halves_go_up_and_away_from_zero():
    assert printed(Fraction(1, 8), 2) == Decimal("0.13")
    assert printed(Fraction(-1, 8), 2) == Decimal("-0.13")
    assert str(printed(Fraction(5), 2)) == "5.00"


def test_needless_zeros_go_and_the_minus_is_a_minus():
    assert plain(Fraction(5, 2)) == "2.5"
    assert plain(Fraction(-1, 4)) == "−0.25"
    assert plain(Fraction(-1, 10**9)) == "0"
    assert plain(Decimal(100)) == "100"


def test_next_to_nothing_is_not_nothing():
    assert mark_words(Fraction(1, 1000)) == "不到0.01分"
    assert mark_words(Fraction(0)) == "0分"
