from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from contest.methods.reference import number, rows, table
from paitou.contest.methods import copeland, normalise, outrank
from paitou.contest.methods.exact import simplest_fraction
from paitou.model import UsageError

NAN = float("nan")
POINTS = arrays(np.float64, (6, 5), elements=st.sampled_from([0.0, 1.0, 2.0, NAN]))
WEIGHTS = st.lists(
    st.sampled_from([0.1, 0.2, 0.3, 1 / 3, 1 / 6, 0.5]), min_size=5, max_size=5
)


def _exactly(points, weights):
    """Copeland by the definition, in fractions."""
    found = []
    for own in points:
        score = 0
        for other in points:
            cells = zip(own.tolist(), other.tolist(), weights, strict=True)
            balance = sum(w * ((a > b) - (a < b)) for a, b, w in cells)
            score += (balance > 0) - (balance < 0)
        found.append(score)
    return found


@given(POINTS, WEIGHTS)
def test_scores_are_those_of_exact_arithmetic(points, weights):
    exact = [Fraction(w).limit_denominator(1000) for w in weights]
    assert copeland(points, weights).tolist() == _exactly(points, exact)


@given(arrays(np.float64, (5, 4), elements=st.floats(0, 1)), st.data())
def test_any_weights_are_exact(points, data):
    weights = data.draw(arrays(np.float64, 4, elements=st.floats(0.01, 1)))
    exact = [simplest_fraction(w) for w in weights.tolist()]
    assert copeland(points, weights).tolist() == _exactly(points, exact)


@given(POINTS, WEIGHTS, st.permutations(range(6)))
def test_the_order_of_rows_is_no_matter_with_missing_cells(points, weights, order):
    """Filling the lower triangle as 1 − upper changes scores when rows are reversed."""
    once, again = copeland(points, weights), copeland(points[order], weights)
    assert again.tolist() == once[order].tolist()
    np.testing.assert_array_equal(
        outrank(points[order], weights), outrank(points, weights)[np.ix_(order, order)]
    )


@given(POINTS, WEIGHTS)
def test_a_comparison_and_its_reverse_sum_to_one(points, weights):
    shares = outrank(points, weights)
    both = (shares + shares.T)[~np.eye(6, dtype=bool)]
    np.testing.assert_allclose(both[~np.isnan(both)], 1, rtol=1e-15)
    assert (np.diag(shares) == 0).all()


def test_reversing_the_published_example_changes_nothing():
    _, indicators, raw = table("step_raw.csv")
    told = {row["iCode"]: number(row["Direction"]) for row in rows("input_iMeta.csv")}
    points = normalise(raw, "rank", [told[one] for one in indicators])
    scores = copeland(points, np.ones(len(indicators)))
    assert (
        copeland(points[::-1], np.ones(len(indicators)))[::-1].tolist() == scores.tolist()
    )
    assert scores.sum() == 0


def test_true_ties_of_the_published_example_are_ties():
    """Rounding noise gives Australia 20 where nine equal weights give 27."""
    _, indicators, points = table("step_normalised.csv")
    social = [row["iCode"] for row in rows("input_iMeta.csv") if row["Parent"] == "Social"]
    own = points[:, [indicators.index(one) for one in social]]
    ninths = np.full(len(social), 1 / len(social))
    assert copeland(own, ninths).tolist() == _exactly(own, [1] * len(social))
    assert copeland(own, ninths).tolist() == copeland(own, np.ones(len(social))).tolist()


def test_nothing_to_compare_is_missing_and_no_win():
    points = [[1, NAN], [NAN, 2], [0, 0]]
    assert np.isnan(outrank(points, [1, 1])[0, 1])
    assert copeland(points, [1, 1]).tolist() == [1, 1, -2]


def test_wrong_calls_are_refused():
    for points, weights in (([1, 2], [1]), ([[1, 2]], [1]), ([[1, np.inf]], [1, 1])):
        with pytest.raises(UsageError):
            copeland(points, weights)
