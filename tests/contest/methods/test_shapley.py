import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.contest.methods import aggregate, shapley
from paitou.model import UsageError

WEIGHTS = [0.1, 0.2, 0.3, 0.4]


@given(st.integers(0, 10_000))
def test_what_pillars_add_sums_to_the_gap(seed):
    own, other = np.random.default_rng(seed).random((2, 4)) * 100
    found = shapley(lambda rows: aggregate(rows, WEIGHTS, "geometric"), own, other)
    scores = aggregate([own, other], WEIGHTS, "geometric")
    assert found.sum() == pytest.approx(scores[0] - scores[1], abs=1e-10)


def test_a_sum_is_shared_out_as_it_adds_up():
    found = shapley(lambda rows: rows @ np.array(WEIGHTS), [10, 10, 10, 10], [0, 0, 0, 0])
    np.testing.assert_allclose(found, [1, 2, 3, 4], rtol=1e-12)


def test_pillars_that_play_the_same_part_get_the_same():
    assert shapley(lambda rows: rows.min(axis=1), [4, 4], [0, 0]).tolist() == [2, 2]


def test_too_many_pillars_are_refused():
    with pytest.raises(UsageError, match="12"):
        shapley(lambda rows: rows.sum(axis=1), np.ones(13), np.zeros(13))
