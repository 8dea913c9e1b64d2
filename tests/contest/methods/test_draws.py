import numpy as np
import pytest

from paitou.contest.methods import (
    any_weights,
    box_weights,
    concentrated_weights,
    ordered_weights,
)
from paitou.model import UsageError

WEIGHTS = np.array([0.5, 0.3, 0.2, 0.0])


@pytest.mark.parametrize(
    "draw",
    [
        lambda seed: any_weights(4, 500, seed),
        lambda seed: concentrated_weights(WEIGHTS, 50, 500, seed),
        lambda seed: box_weights(WEIGHTS, 0.25, 500, seed),
        lambda seed: ordered_weights([2, 1, 4, 3], 500, seed),
    ],
)
def test_draws_are_weights_and_come_again_with_the_seed(draw):
    found = draw(3)
    assert found.shape == (500, 4)
    assert (found >= 0).all()
    np.testing.assert_allclose(found.sum(axis=1), 1, rtol=1e-12)
    assert found.tolist() == draw(3).tolist()
    assert found.tolist() != draw(4).tolist()


def test_a_box_is_kept_and_filled():
    found = box_weights(WEIGHTS, 0.25, 2000, 1)
    assert (np.abs(found - WEIGHTS) <= 0.25 * WEIGHTS + 1e-12).all()
    assert found[:, 0].max() > 0.6
    np.testing.assert_allclose(found.mean(axis=0), WEIGHTS, atol=0.01)


def test_importance_orders_the_weights():
    found = ordered_weights([2, 1, 3], 200, 1)
    assert ((found[:, 1] >= found[:, 0]) & (found[:, 0] >= found[:, 2])).all()


def test_draws_gather_round_the_weights():
    close = concentrated_weights(WEIGHTS, 1000, 500, 1)
    np.testing.assert_allclose(close.mean(axis=0), WEIGHTS, atol=0.01)
    assert (close[:, 3] == 0).all()


def test_wrong_calls_are_refused():
    for call in (
        lambda: any_weights(0, 5, 1),
        lambda: any_weights(3, 0, 1),
        lambda: box_weights([1, 1], 2, 5, 1),
        lambda: concentrated_weights([1, 1], 0, 5, 1),
        lambda: ordered_weights([1, 1], 5, 1),
    ):
        with pytest.raises(UsageError):
            call()
