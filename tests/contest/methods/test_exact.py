from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from paitou.contest.methods.exact import exact_sums, simplest_fraction, whole_weights

CELLS = st.floats(-1e6, 1e6, allow_subnormal=False)


@given(arrays(np.float64, (4, 7), elements=CELLS), st.randoms(use_true_random=False))
def test_sums_are_rounded_once_from_the_exact_one(cells, chance):
    weights = np.array([0.1, 0.2, 0.3, 1 / 3, 1e-3, 7.0, 2.5])
    found = exact_sums(cells, weights)
    wanted = [
        float(sum(Fraction(x) * Fraction(w) for x, w in zip(row, weights, strict=True)))
        for row in cells.tolist()
    ]
    np.testing.assert_allclose(found, wanted, rtol=2.3e-16, atol=1e-290)
    order = list(range(7))
    chance.shuffle(order)
    assert exact_sums(cells[:, order], weights[order]).tolist() == found.tolist()


def test_many_rows_in_blocks_give_what_each_row_gives_alone():
    cells = np.random.default_rng(3).normal(size=(700, 40)) * 10.0 ** np.arange(-20, 20)
    weights = np.random.default_rng(4).random(40)
    alone = np.concatenate([exact_sums(row[None], weights) for row in cells])
    assert exact_sums(cells, weights).tolist() == alone.tolist()


@pytest.mark.parametrize(
    ("number", "wanted"),
    [(0.0, "0"), (0.1, "1/10"), (1 / 3, "1/3"), (5 / 49, "5/49"), (2.5, "5/2")],
)
def test_a_float_is_read_as_the_fraction_it_means(number, wanted):
    assert simplest_fraction(number) == Fraction(wanted)


@given(st.floats(1e-9, 1e9))
def test_the_fraction_rounds_back_to_the_float(number):
    assert float(simplest_fraction(number)) == number


def test_weights_become_whole_numbers_in_the_same_proportions():
    assert whole_weights(np.array([0.1, 0.2, 0.3])) == (1, 2, 3)
    assert whole_weights(np.full(9, 1 / 9)) == (1,) * 9
