import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from paitou.contest.methods import (
    acceptability,
    aggregate,
    any_weights,
    central_weights,
    drawn_ranks,
    rank,
    rank_entropy,
    win_shares,
)
from paitou.model import UsageError

NAN = float("nan")
CELLS = st.sampled_from([-2.0, 0.0, 1.0, 2.5, 3.0, NAN])


@given(arrays(np.float64, (7, 4), elements=CELLS), st.integers(0, 99))
def test_drawn_ranks_are_those_of_each_draw_alone(points, seed):
    """Small whole numbers and missing cells make many ties."""
    points = np.column_stack([points, np.ones(7)])
    draws = np.random.default_rng(seed).integers(1, 4, (5, 5)) / 10
    found = drawn_ranks(points, draws)
    for own, weights in zip(found, draws, strict=True):
        assert own.tolist() == rank(aggregate(points, weights, "arithmetic")).tolist()


def test_many_units_with_duplicates_and_gaps():
    chance = np.random.default_rng(8)
    points = chance.random((300, 6))
    points[40:60] = points[3]
    points[chance.random(points.shape) < 0.05] = NAN
    points = points[~np.isnan(points).all(axis=1)]
    draws = any_weights(6, 260, 1)
    found = drawn_ranks(points, draws)
    for own, weights in zip(found[::20], draws[::20], strict=True):
        assert own.tolist() == rank(aggregate(points, weights, "arithmetic")).tolist()


def test_shares_count_the_draws_of_every_batch():
    points, draws = np.random.default_rng(1).random((20, 5)), any_weights(5, 2500, 3)
    shares, ranks = acceptability(points, draws), drawn_ranks(points, draws)
    for place in range(20):
        wanted = (ranks == place + 1).sum(axis=0) / 2500
        assert shares[:, place].tolist() == wanted.tolist()
    np.testing.assert_allclose(shares.sum(axis=0), 1, rtol=1e-12)
    np.testing.assert_allclose(shares.sum(axis=1), 1, rtol=1e-12)


def test_units_that_tie_share_the_better_place():
    assert acceptability([[1, 2], [1, 2], [0, 0]], [[1, 1], [2, 1]]).tolist() == [
        [1, 0, 0],
        [1, 0, 0],
        [0, 0, 1],
    ]


def test_who_beats_whom_and_ties_make_up_all_draws():
    points, draws = np.random.default_rng(2).integers(0, 3, (6, 3)), any_weights(3, 200, 5)
    ranks, wins = drawn_ranks(points, draws), win_shares(points, draws)
    ties = (ranks[:, :, None] == ranks[:, None, :]).mean(axis=0)
    np.testing.assert_allclose(wins + wins.T + ties, 1, rtol=1e-12)


def test_central_weights_favour_their_unit():
    points = [[9, 0], [0, 9], [1, 1]]
    central = central_weights(points, any_weights(2, 500, 1))
    assert central[0, 0] > 0.7
    assert central[1, 1] > 0.7
    assert np.isnan(central[2]).all()


def test_entropy_is_nought_for_a_sure_place():
    assert rank_entropy([[1, 0], [0.5, 0.5]]).tolist() == [0, 1]


@pytest.mark.parametrize(
    ("points", "draws", "told"),
    [
        ([[1, 2]], [[1, 2, 3]], "每组须有2个"),
        ([[1, 2]], [[0, 0]], "之和为0"),
        ([[1, 2]], [[1, -1]], "负数"),
        ([[1, 2]], [1, 1], "二维"),
        ([[1, 2], [NAN, NAN]], [[1, 1]], "第2个单位"),
        ([[1, 2], [NAN, 2]], [[1, 0]], "之和为0"),
        ([[1, np.inf]], [[1, 1]], "无穷大"),
    ],
)
def test_wrong_calls_are_refused(points, draws, told):
    with pytest.raises(UsageError, match=told):
        acceptability(points, draws)
