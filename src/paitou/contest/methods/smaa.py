"""Points and many sets of weights → which weights favour whom, and who beats whom."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.acceptability import drawn_ranks
from paitou.contest.methods.checks import Floats, floats


def central_weights(points: npt.ArrayLike, weight_draws: npt.ArrayLike) -> Floats:
    """Return units × indicators: the mean of the weights under which the unit is first.

    nan for a unit that is never first: no weights speak for it.
    """
    draws = floats(weight_draws, "权重抽样")
    first = (drawn_ranks(points, draws) == 1).astype(np.float64)
    wins = first.sum(axis=0)
    shares = draws / draws.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        return np.asarray(first.T @ shares / wins[:, None], dtype=np.float64)


def win_shares(points: npt.ArrayLike, weight_draws: npt.ArrayLike) -> Floats:
    """Return p_ij, the share of draws in which i scores more than j, ties left out."""
    ranks = drawn_ranks(points, weight_draws)
    wins = np.zeros((ranks.shape[1], ranks.shape[1]), dtype=np.int64)
    for own in ranks:
        wins += own[:, None] < own
    return np.asarray(wins / len(ranks), dtype=np.float64)


def rank_entropy(acceptabilities: npt.ArrayLike) -> Floats:
    """Return how undecided each unit's place is, in bits: 0 if it is always the same."""
    shares = floats(acceptabilities, "名次接受度")
    logs = np.log2(np.where(shares > 0, shares, 1.0))
    return np.asarray(-(shares * logs).sum(axis=1) + 0.0, dtype=np.float64)
