import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from paitou.contest.methods import aggregate, contributions, gap, period_change
from paitou.model import UsageError

NAN = float("nan")
POINTS = arrays(np.float64, (3, 4), elements=st.floats(0.5, 100))
WEIGHTS = arrays(np.float64, 4, elements=st.floats(0.01, 1))


@given(POINTS, WEIGHTS)
def test_contributions_sum_to_the_score(points, weights):
    points[0, 0] = NAN
    parts = contributions(points, weights)
    assert parts[0, 0] == 0
    scores = aggregate(points, weights, "arithmetic")
    np.testing.assert_allclose(parts.sum(axis=1), scores, rtol=1e-12)


@given(POINTS, WEIGHTS)
def test_gaps_sum_to_the_difference(points, weights):
    points[1, 2] = NAN
    for method in ("arithmetic", "geometric"):
        scores = aggregate(points, weights, method)
        found = gap(points, weights, 0, 1, method).sum()
        assert found == pytest.approx(scores[0] - scores[1], abs=1e-11)


def test_a_geometric_gap_of_equal_scores_is_nought_in_all():
    found = gap([[2, 8], [8, 2]], [1, 1], 0, 1, "geometric")
    assert found[0] < 0 < found[1]
    assert found.sum() == pytest.approx(0, abs=1e-15)


def test_a_geometric_gap_needs_points_above_nought():
    with pytest.raises(UsageError, match="大于0"):
        gap([[0, 8], [8, 2]], [1, 1], 0, 1, "geometric")
    with pytest.raises(UsageError, match="shapley"):
        gap([[1, 8], [8, 2]], [1, 1], 0, 1, "harmonic")
    with pytest.raises(UsageError, match="行号"):
        gap([[1, 8], [8, 2]], [1, 1], 0, 2)


@given(arrays(np.float64, (3, 4), elements=st.floats(0, 100)), WEIGHTS, WEIGHTS)
def test_a_change_is_performance_bounds_and_rules(points, first, last):
    before, after, shown = points
    change = period_change(before, after, first, last, shown)
    wanted = aggregate([after], last, "arithmetic") - aggregate(
        [before], first, "arithmetic"
    )
    assert change.total == pytest.approx(wanted[0], abs=1e-11)


def test_without_new_rules_all_change_is_performance():
    change = period_change([10, 20], [20, 20], [1, 1])
    assert change.performance.tolist() == [5, 0]
    assert not change.bounds.any()
    assert not change.rules.any()
