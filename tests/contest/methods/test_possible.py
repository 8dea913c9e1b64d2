import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from paitou.contest.methods import (
    aggregate,
    box_weights,
    least_margin,
    possible_ranks,
    rank,
)
from paitou.model import UsageError


@settings(deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([0.0, 0.1, 0.5, 1.0]))
def test_the_least_margin_is_that_of_a_linear_programme(seed, fraction):
    chance = np.random.default_rng(seed)
    lead, shares = chance.normal(size=5), chance.dirichlet(np.ones(5))
    bounds = [((1 - fraction) * w, (1 + fraction) * w) for w in shares]
    wanted = linprog(lead, A_eq=np.ones((1, 5)), b_eq=[1], bounds=bounds).fun
    assert least_margin(lead[None], shares, fraction)[0] == pytest.approx(wanted, abs=1e-9)


def test_ranges_hold_for_any_weights_drawn():
    points = np.random.default_rng(3).random((12, 5))
    weights = np.array([0.3, 0.1, 0.2, 0.2, 0.2])
    best, worst = possible_ranks(points, weights, 0.25)
    for drawn in box_weights(weights, 0.25, 300, 1):
        own = rank(aggregate(points, drawn, "arithmetic"))
        assert ((best <= own) & (own <= worst)).all()


def test_without_reach_the_range_is_the_rank():
    points = np.random.default_rng(4).random((9, 4))
    best, worst = possible_ranks(points, [4, 3, 2, 1], 0)
    own = rank(aggregate(points, [4, 3, 2, 1], "arithmetic"))
    assert best.tolist() == worst.tolist() == own.tolist()


def test_equal_units_may_stand_either_way():
    best, worst = possible_ranks([[1, 2], [1, 2], [0, 0]], [1, 1], 1)
    assert best.tolist() == [1, 1, 3]
    assert worst.tolist() == [2, 2, 3]


def test_a_lead_that_some_weights_take_away_is_not_sure():
    assert possible_ranks([[1, 0], [0, 0]], [1, 1], 1)[0].tolist() == [1, 1]
    assert possible_ranks([[1, 0], [0, 0]], [1, 1], 0.99)[0].tolist() == [1, 2]


def test_wrong_calls_are_refused():
    for points, fraction in (([[1, 2]], 1.1), ([[1, 2]], -0.1), ([[1, np.nan]], 0.1)):
        with pytest.raises(UsageError):
            possible_ranks(points, [1, 1], fraction)
