import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from paitou.contest.methods import rank, rank_within
from paitou.model import UsageError


def test_ties_share_the_better_place():
    assert rank([5, 9, 5, 1, -0.0, 0.0]).tolist() == [2, 1, 2, 4, 5, 5]


def test_a_rank_is_the_place_of_a_unit_not_the_unit_of_a_place():
    """One argsort where two are needed gives [2 3 5 1 4] elsewhere."""
    assert rank([-3, -1, -1.5, -4, -2]).tolist() == [4, 1, 2, 5, 3]


def test_a_missing_score_has_no_place():
    np.testing.assert_array_equal(rank([1, np.nan, 3]), [2, np.nan, 1])


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_a_rank_is_one_more_than_the_units_ahead(scores):
    wanted = [1 + sum(other > own for other in scores) for own in scores]
    assert rank(scores).tolist() == wanted


def test_ranks_inside_groups():
    groups = ["郊县", "主城", "郊县", "主城"]
    assert rank_within([1, 2, 3, 4], groups).tolist() == [2, 2, 1, 1]


@pytest.mark.parametrize("scores", [[], [[1.0]], [np.inf], ["甲"]])
def test_other_things_are_refused(scores):
    with pytest.raises(UsageError):
        rank(scores)


def test_groups_must_match():
    with pytest.raises(UsageError, match="一一对应"):
        rank_within([1, 2], ["甲"])
