import numpy as np
import pytest

from paitou.contest.methods import aggregate, alternative, normalise, sensitivity
from paitou.model import UsageError


def _ishigami(rows):
    x = np.pi * (2 * rows - 1)
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def _known():
    spread = 49 / 8 + 0.1 * np.pi**4 / 5 + 0.01 * np.pi**8 / 18 + 0.5
    first = np.array([0.5 * (1 + 0.1 * np.pi**4 / 5) ** 2, 49 / 8, 0]) / spread
    both = 0.01 * np.pi**8 * (1 / 18 - 1 / 50) / spread
    return first, first + np.array([both, 0, both])


def test_indices_are_near_the_known_ones():
    """Not centred and on plain random numbers, the error is 0.041."""
    first, total = _known()
    found = [sensitivity(_ishigami, "abc", 1024, seed) for seed in range(20)]
    off = [one.first - first for one in found]
    assert np.sqrt(np.mean(np.square(off))) <= 0.010
    assert np.sqrt(np.mean(np.square([one.total - total for one in found]))) <= 0.010


def test_results_of_several_units_have_indices_each():
    found = sensitivity(lambda rows: np.column_stack([rows[:, 0], rows.sum(axis=1)]), "ab")
    np.testing.assert_allclose(found.first, [[1, 0.5], [0, 0.5]], atol=0.01)


def test_a_step_that_does_not_act_is_an_error():
    """Elsewhere a step that was asked for is skipped without a word."""
    with pytest.raises(UsageError, match="“合成方法”不起作用"):
        sensitivity(lambda rows: rows[:, 0], ["权重", "合成方法"], 64)
    with pytest.raises(UsageError, match="不随任何环节变化"):
        sensitivity(lambda rows: np.ones(len(rows)), ["权重"], 64)


def test_alternatives_are_cut_on_the_whole_range():
    """Cut on the range of the sample, four draws of two are never all equal."""
    draws = np.random.default_rng(1).random((2000, 4))
    equal = (np.ptp(alternative(draws, 2), axis=1) == 0).mean()
    assert equal == pytest.approx(0.125, abs=0.03)
    assert alternative([0, 0.5, 0.999], 2).tolist() == [0, 1, 1]


def test_a_contest_with_uncertain_steps():
    values = np.random.default_rng(5).random((9, 4)) + 0.1

    def mean_places_moved(rows):
        found = []
        for weight, kind in rows:
            method = ("arithmetic", "geometric")[int(alternative(kind, 2))]
            weights = [1 + weight, 1, 1, 1]
            found.append(aggregate(normalise(values, "minmax", l=1), weights, method)[0])
        return found

    found = sensitivity(mean_places_moved, ["权重", "合成方法"], 64)
    assert (found.total > 0).all()


def test_models_must_answer_every_row():
    with pytest.raises(UsageError, match="不得有缺数"):
        sensitivity(lambda rows: rows[:3, 0], ["权重"], 64)
    with pytest.raises(UsageError):
        alternative([1.0], 2)
