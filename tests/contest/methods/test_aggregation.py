import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from paitou.contest.methods import aggregate, normalise, rank
from paitou.model import UsageError

NAN = float("nan")
KINDS = [("arithmetic", {}), ("geometric", {}), ("harmonic", {}), ("power", {"p": 2})]
POINTS = arrays(np.float64, (5, 4), elements=st.integers(1, 100).map(float))


@pytest.mark.parametrize(
    ("method", "parameters", "wanted"),
    [
        ("arithmetic", {}, 5.0),
        ("geometric", {}, 4.0),
        ("harmonic", {}, 3.2),
        ("power", {"p": 2}, np.sqrt(34)),
        ("power", {"p": 0.5}, ((np.sqrt(2) + np.sqrt(8)) / 2) ** 2),
        ("power", {"p": 1}, 5.0),
        ("power", {"p": 0}, 4.0),
        ("power", {"p": -1}, 3.2),
        ("power", {"p": 1e-9}, 4.0),
        ("power", {"p": 900}, 8 * 0.5 ** (1 / 900)),
        ("power", {"p": -900}, 2 * 0.5 ** (-1 / 900)),
    ],
)
def test_the_means(method, parameters, wanted):
    found = aggregate([[2, 8], [2, 8]], [3, 3], method, **parameters)
    assert found.tolist() == pytest.approx([wanted, wanted], rel=1e-8)


@pytest.mark.parametrize(("method", "parameters"), KINDS)
def test_a_missing_cell_takes_its_weight_with_it(method, parameters):
    """One missing cell makes every score, or its own, undefined elsewhere."""
    points = np.array([[4, NAN, 16], [1, 2, 3.0]])
    found = aggregate(points, [1, 5, 2], method, **parameters)
    alone = aggregate(points[:1, [0, 2]], [1, 2], method, **parameters)
    assert found[0] == alone[0]
    assert np.isfinite(found).all()


def test_zero_pulls_the_geometric_and_harmonic_mean_to_zero():
    for method, parameters in [*KINDS[1:3], ("power", {"p": -2})]:
        assert aggregate([[0, 9], [9, 9]], [1, 1], method, **parameters)[0] == 0
    assert aggregate([[0, 9]], [0, 1], "harmonic").tolist() == pytest.approx([9])
    assert aggregate([[0, 0]], [1, 1], "power", p=3).tolist() == [0]


@pytest.mark.parametrize(
    ("points", "weights", "method", "parameters", "told"),
    [
        ([[-1, 2]], [1, 1], "harmonic", {}, "为负"),
        ([[-1, 2]], [1, 1], "geometric", {}, "为负"),
        ([[-1, 2]], [1, 1], "power", {"p": 2}, "为负"),
        ([[1, np.inf]], [1, 1], "arithmetic", {}, "无穷大"),
        ([[1, 2], [NAN, NAN]], [1, 1], "arithmetic", {}, "第2个单位"),
        ([[1, NAN]], [0, 1], "arithmetic", {}, "缺数"),
        ([[1, 2]], [1, -1], "arithmetic", {}, "第2个权重为负"),
        ([[1, 2]], [0, 0], "arithmetic", {}, "大于0"),
        ([[1, 2]], [1], "arithmetic", {}, "2个"),
        ([[1, 2]], [1, NAN], "arithmetic", {}, "缺数"),
        ([1, 2], [1, 1], "arithmetic", {}, "二维"),
        ([[1, 2]], [1, 1], "median", {}, "没有名为"),
        ([[1, 2]], [1, 1], "power", {}, "须给出参数p"),
        ([[1, 2]], [1, 1], "power", {"p": np.inf}, "无穷大"),
        ([[1, 2]], [1, 1], "arithmetic", {"p": 2}, "没有参数p"),
        ([[1e308, 1e308]], [1, 1], "arithmetic", {}, "数值范围"),
    ],
)
def test_what_has_no_answer_is_refused(points, weights, method, parameters, told):
    with pytest.raises(UsageError, match=told):
        aggregate(points, weights, method, **parameters)


def test_equal_sums_tie_although_plain_sums_would_differ():
    points = np.array([[3.0, 3.0], [1.0, 5.0]])
    weights = [0.1, 0.1]
    assert 0.1 * 3 + 0.1 * 3 != 0.1 * 1 + 0.1 * 5
    assert rank(aggregate(points, weights, "arithmetic")).tolist() == [1, 1]


@given(POINTS, st.randoms(use_true_random=False))
def test_neither_order_changes_a_rank(points, chance):
    units, columns = list(range(5)), list(range(4))
    chance.shuffle(units)
    chance.shuffle(columns)
    weights = np.array([0.1, 0.2, 0.3, 0.7])
    for method, parameters in KINDS:
        once = rank(aggregate(points, weights, method, **parameters))
        moved = points[np.ix_(units, columns)]
        again = rank(aggregate(moved, weights[columns], method, **parameters))
        assert again.tolist() == once[units].tolist()


@given(POINTS, st.integers(0, 4), st.integers(0, 3), st.floats(0.5, 20))
def test_a_better_cell_never_lowers_a_score_or_a_rank(points, unit, column, rise):
    better = points.copy()
    better[unit, column] += rise
    for method, parameters in KINDS:
        before = aggregate(points, [1, 2, 3, 4], method, **parameters)
        after = aggregate(better, [1, 2, 3, 4], method, **parameters)
        assert after[unit] >= before[unit]
        assert rank(after)[unit] <= rank(before)[unit]


@given(POINTS, st.integers(1, 1000))
def test_only_proportions_of_weights_count(points, factor):
    weights = np.array([1.0, 2.0, 3.0, 4.0])
    for method, parameters in KINDS:
        np.testing.assert_allclose(
            aggregate(points, weights * factor, method, **parameters),
            aggregate(points, weights, method, **parameters),
            rtol=1e-13,
        )


@given(POINTS, st.integers(0, 4))
def test_with_fixed_posts_leaving_changes_no_other_score(values, gone):
    def scores(x):
        return aggregate(normalise(x, "goalposts", a=0, b=100), [1, 2, 3, 4], "arithmetic")

    others = np.delete(values, gone, axis=0)
    assert scores(others).tolist() == np.delete(scores(values), gone).tolist()


@given(POINTS, st.integers(0, 4))
def test_a_duplicate_ties_with_its_original(points, unit):
    for method, parameters in KINDS:
        scores = aggregate(
            np.vstack([points, points[unit]]), [1, 2, 3, 4], method, **parameters
        )
        assert rank(scores)[unit] == rank(scores)[-1]
