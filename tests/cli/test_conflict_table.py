"""Numbers as a person reads them."""

from fractions import Fraction

import pytest

from paitou.cli.conflict_table import number_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(10500), "10500"),
        (Fraction(-7, 10), "-0.7"),
        (Fraction("4.1484"), "4.1484"),
        (Fraction(1, 3), "1/3"),
        (Fraction("5881.9800000000005"), "约 5881.98"),
        (Fraction(1, 10**40), "约 1e-40"),
    ],
)
def test_short_numbers_are_exact(number, text):
    assert number_text(number) == text
