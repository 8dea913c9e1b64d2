import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from paitou.contest.methods import (
    fewest_moves,
    nearest_weights,
    needed_rises,
    smallest_transfer,
)
from paitou.model import UsageError


def _pair(seed):
    chance = np.random.default_rng(seed)
    weights = chance.dirichlet(np.full(5, 0.5))
    one, other = chance.random((2, 5)) * 100
    if one @ weights < other @ weights:
        one, other = other, one
    return one, other, weights


@given(st.integers(0, 10_000))
def test_each_change_makes_the_two_level(seed):
    ahead, behind, weights = _pair(seed)
    lead = ahead - behind
    if lead.min() >= 0:
        assert smallest_transfer(ahead, behind, weights) is None
        assert nearest_weights(ahead, behind, weights) is None
        assert fewest_moves(ahead, behind, weights) is None
        return
    for found in (
        smallest_transfer(ahead, behind, weights).weights,
        nearest_weights(ahead, behind, weights),
        fewest_moves(ahead, behind, weights),
    ):
        assert found.min() >= -1e-15
        assert found.sum() == pytest.approx(1, abs=1e-12)
        assert found @ lead == pytest.approx(0, abs=1e-9)


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_the_sum_of_moves_is_that_of_a_linear_programme(seed):
    ahead, behind, weights = _pair(seed)
    lead = ahead - behind
    found = fewest_moves(ahead, behind, weights)
    if found is None:
        return
    rows = [np.concatenate([np.ones(5), -np.ones(5)]), np.concatenate([lead, -lead])]
    bounds = [(0, None)] * 5 + [(0, own) for own in weights]
    wanted = linprog(np.ones(10), A_eq=rows, b_eq=[0, -weights @ lead], bounds=bounds)
    assert np.abs(found - weights).sum() == pytest.approx(wanted.fun, abs=1e-8)


@given(st.integers(0, 10_000))
def test_no_other_level_weights_are_nearer(seed):
    ahead, behind, weights = _pair(seed)
    lead = ahead - behind
    found = nearest_weights(ahead, behind, weights)
    if found is None:
        return
    # The nearest point of a convex set makes a blunt angle with every other of its points.
    for other in (
        smallest_transfer(ahead, behind, weights).weights,
        fewest_moves(ahead, behind, weights),
    ):
        assert (weights - found) @ (other - found) <= 1e-9 * np.abs(lead).max()


def test_the_formulas_by_hand():
    transfer = smallest_transfer([10, 0, 5], [0, 8, 5], [0.5, 0.4, 0.1])
    assert (transfer.indicator, transfer.share) == (1, pytest.approx(1.8 / 9.8))
    moved = fewest_moves([10, 0, 5], [0, 8, 5], [0.5, 0.4, 0.1])
    assert np.abs(moved - [0.5, 0.4, 0.1]).sum() == pytest.approx(2 * 1.8 / 18)


def test_a_rise_past_the_top_is_impossible():
    rises = needed_rises([10, 0], [0, 8], [0.5, 0.5], top=[100, 8.5])
    assert rises.tolist() == [2, np.inf]
    assert needed_rises([10, 0], [0, 8], [1, 0]).tolist() == [10, np.inf]


def test_the_order_of_the_two_matters():
    with pytest.raises(UsageError, match="交换"):
        smallest_transfer([0, 0], [1, 1], [1, 1])
