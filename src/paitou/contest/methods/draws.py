"""What is known of the weights → many sets of weights drawn from it, by seed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, count, proportion, shares_for, vector
from paitou.model import UsageError


def any_weights(indicators: int, draws: int, seed: int) -> Floats:
    """Return draws from all weights that sum to 1, all equally likely (Dirichlet)."""
    size = count(indicators, "指标数")
    generator = np.random.default_rng(seed)
    return generator.dirichlet(np.ones(size), count(draws, "抽样次数"))


def concentrated_weights(
    weights: npt.ArrayLike, concentration: float, draws: int, seed: int
) -> Floats:
    """Return Dirichlet draws around weights; the larger the concentration, the closer."""
    given = vector(weights, "权重")
    shares = shares_for(given, given.size)
    if not 0 < concentration < np.inf:
        raise UsageError("集中程度须为大于0的有限数值。")
    found = np.zeros((count(draws, "抽样次数"), shares.size))
    used = shares > 0
    generator = np.random.default_rng(seed)
    found[:, used] = generator.dirichlet(concentration * shares[used], len(found))
    return found


def box_weights(weights: npt.ArrayLike, fraction: float, draws: int, seed: int) -> Floats:
    """Return draws from all weights within ± a fraction of each that sum to 1.

    All such weights are equally likely: all but the largest weight are drawn freely, the
    largest closes the sum, and a set in which it leaves its range is drawn again.
    """
    given = vector(weights, "权重")
    shares = shares_for(given, given.size)
    reach = proportion(fraction, "权重浮动幅度", ends=True)
    wanted, largest = count(draws, "抽样次数"), int(np.argmax(shares))
    generator = np.random.default_rng(seed)
    kept: list[Floats] = []
    while sum(map(len, kept)) < wanted:
        moves = generator.uniform(-reach, reach, (wanted, shares.size)) * shares
        moves[:, largest] = 0
        moves[:, largest] = -moves.sum(axis=1)
        within = np.abs(moves[:, largest]) <= reach * shares[largest]
        kept.append(shares + moves[within])
    return np.concatenate(kept)[:wanted]


def ordered_weights(importance: Sequence[int], draws: int, seed: int) -> Floats:
    """Return draws from all weights that fall in this order of importance, 1 the greatest.

    Sorted Dirichlet draws are equally likely among the ordered ones.
    """
    places = vector(list(importance), "重要性次序")
    if not np.array_equal(np.sort(places), np.arange(1, places.size + 1)):
        raise UsageError(f"重要性次序须为1到{places.size}各一次。")
    sorted_draws = -np.sort(-any_weights(places.size, draws, seed), axis=1)
    return np.asarray(sorted_draws[:, places.astype(np.int64) - 1], dtype=np.float64)
