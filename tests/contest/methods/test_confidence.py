import numpy as np
import pytest

from contest.methods.reference import number, rows
from paitou.contest.methods import (
    possibly_top,
    rank,
    rank_confidence,
    significant,
    surely_top,
    tiers,
)
from paitou.model import UsageError


def _plainly(estimates, errors, level, noise):
    """Step-down over all ordered pairs, one by one; removes only the pair rejected."""
    n = len(estimates)
    tested = {(i, j) for i in range(n) for j in range(n) if i != j}
    spread = np.hypot(errors[:, None], errors)
    beats = np.zeros((n, n), dtype=bool)
    while True:
        largest = np.max([(noise[i] - noise[j]) / spread[i, j] for i, j in tested], axis=0)
        quantile = np.quantile(largest, level)
        gone = {
            (i, j)
            for i, j in tested
            if (estimates[i] - estimates[j]) / spread[i, j] > quantile
        }
        if not gone:
            return beats
        for pair in gone:
            beats[pair] = True
        tested -= gone


def test_the_fast_way_is_the_plain_way():
    chance = np.random.default_rng(5)
    for _ in range(5):
        estimates, errors = chance.normal(size=7) * 3, 0.3 + chance.random(7)
        order = np.lexsort((errors, -estimates))
        noise = np.random.default_rng(9).standard_normal((400, 7)).T * errors[order, None]
        own = np.empty((7, 400))
        own[order] = noise
        found = significant(estimates, errors, 0.9, 400, 9)
        np.testing.assert_array_equal(found, _plainly(estimates, errors, 0.9, own))


def test_sets_cover_all_true_ranks_at_once():
    truth = np.linspace(0, 6, 8)
    ranks, errors = rank(truth), np.full(8, 0.6)
    chance = np.random.default_rng(11)
    covered = 0
    for seed in range(300):
        best, worst = rank_confidence(
            truth + chance.normal(0, 0.6, 8), errors, 0.95, 400, seed
        )
        covered += bool(((best <= ranks) & (ranks <= worst)).all())
    assert covered / 300 >= 0.94


def test_the_published_survey():
    given = [row for row in rows("input_pisa.csv") if row["math_score"] != "NA"]
    scores = np.array([number(row["math_score"]) for row in given])
    errors = np.array([number(row["math_se"]) for row in given])
    best, worst = rank_confidence(scores, errors, 0.95, 2000, 1)
    own = rank(scores)
    assert ((best <= own) & (own <= worst)).all()
    assert (best.min(), worst.max()) == (1, len(given))
    named = [
        row["jurisdiction"]
        for row, one in zip(given, possibly_top(best, 1), strict=True)
        if one
    ]
    assert {"Japan", "Korea"} <= set(named)
    assert surely_top(worst, len(given)).all()


def test_the_order_of_units_is_no_matter():
    chance = np.random.default_rng(2)
    estimates, errors = chance.normal(size=9), 0.2 + chance.random(9) / 5
    order = chance.permutation(9)
    best, worst = rank_confidence(estimates, errors, 0.9, 300, 4)
    again = rank_confidence(estimates[order], errors[order], 0.9, 300, 4)
    assert again[0].tolist() == best[order].tolist()
    assert again[1].tolist() == worst[order].tolist()


def test_without_error_the_sets_are_the_ranks():
    best, worst = rank_confidence([3, 1, 2, 2], np.zeros(4), 0.95, 100, 0)
    assert best.tolist() == [1, 4, 2, 2]
    assert worst.tolist() == [1, 4, 3, 3]


def test_tiers_part_where_neighbours_are_told_apart():
    estimates = [10.0, 1.0, 9.9, 0.9]
    beats = significant(estimates, np.full(4, 0.2), 0.95, 500, 0)
    assert tiers(estimates, beats).tolist() == [1, 2, 1, 2]


@pytest.mark.parametrize(
    ("estimates", "errors", "level", "replications"),
    [
        ([1, 2], [1, -1], 0.95, 100),
        ([1, 2], [1], 0.95, 100),
        ([1, np.nan], [1, 1], 0.95, 100),
        ([1, 2], [1, 1], 1.0, 100),
        ([1, 2], [1, 1], 95, 100),
        ([1, 2], [1, 1], 0.95, 0),
    ],
)
def test_wrong_calls_are_refused(estimates, errors, level, replications):
    with pytest.raises(UsageError):
        rank_confidence(estimates, errors, level, replications, 0)
