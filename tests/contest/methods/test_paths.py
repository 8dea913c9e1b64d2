import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from paitou.contest.methods import aggregate, path_to_rank, path_to_score, rank
from paitou.model import UsageError


def test_the_cheapest_points_are_raised_first_up_to_their_top():
    path = path_to_score([90, 10], [0.5, 0.5], 60, top=100, costs=[1, 3])
    assert path.raises.tolist() == [10, 10]
    assert (path.cost, path.score) == (40, 60)


def test_what_cannot_be_reached_is_told():
    assert path_to_score([0, 0], [1, 1], 101) is None
    assert path_to_score([50, 50], [1, 1], 40).cost == 0


@given(st.integers(0, 10_000), st.integers(1, 6))
def test_a_path_leads_to_its_place(seed, place):
    points = np.random.default_rng(seed).random((6, 4)) * 100
    weights = [0.1, 0.2, 0.3, 0.4]
    path = path_to_rank(points, weights, 0, place)
    points[0] += path.raises
    points[0] *= 1 + 1e-12
    assert rank(aggregate(points, weights, "arithmetic"))[0] <= place


@settings(deadline=None)
@given(st.integers(0, 10_000))
def test_no_plan_is_cheaper(seed):
    chance = np.random.default_rng(seed)
    own, costs = chance.random(4) * 60, chance.random(4)
    shares = chance.dirichlet(np.ones(4))
    path = path_to_score(own, shares, 70, costs=costs)
    bounds = [(0, 100 - x) for x in own]
    wanted = linprog(costs, A_ub=[-shares], b_ub=[own @ shares - 70], bounds=bounds)
    assert path.cost == pytest.approx(wanted.fun, abs=1e-7)


def test_wrong_calls_are_refused():
    with pytest.raises(UsageError, match="行号"):
        path_to_rank([[1, 2]], [1, 1], 5, 1)
    with pytest.raises(UsageError, match="成本"):
        path_to_score([1, 2], [1, 1], 50, costs=-1)
