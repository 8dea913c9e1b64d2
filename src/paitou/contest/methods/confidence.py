"""Estimates with standard errors → the places that each unit may really hold."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import (
    Floats,
    Integers,
    Truths,
    count,
    proportion,
    vector,
)
from paitou.model import UsageError

#: Replications that are worked on at once, so that they stay in the cache.
_DRAWS = 128


def rank_confidence(
    estimates: npt.ArrayLike,
    se: npt.ArrayLike,
    level: float = 0.95,
    replications: int = 1000,
    seed: int = 0,
) -> tuple[Integers, Integers]:
    """Return (best, worst) places that hold for all units at once with this confidence.

    best = 1 + units significantly better, worst = n − units significantly worse. Mogstad,
    Romano, Shaikh, Wilhelm: Inference for ranks (2024); R package csranks.
    """
    beats = significant(estimates, se, level, replications, seed)
    best = 1 + beats.sum(axis=0, dtype=np.int64)
    worst = len(beats) - beats.sum(axis=1, dtype=np.int64)
    return best, worst


def significant(
    estimates: npt.ArrayLike,
    se: npt.ArrayLike,
    level: float = 0.95,
    replications: int = 1000,
    seed: int = 0,
) -> Truths:
    """Return where the unit of the row is significantly better than that of the column.

    θ_i ≤ θ_j is rejected where (θ̂_i − θ̂_j)/σ_ij exceeds the quantile of the largest such
    ratio among the pairs tested. Stepping down removes a rejected pair, not its reverse.
    """
    found = vector(estimates, "估计值")
    errors = vector(se, "标准误", found.size)
    if (errors < 0).any():
        raise UsageError("标准误不得为负。")
    chance = proportion(level, "置信水平", ends=False)
    # Chance is dealt out by place, so that the order of the units given is no matter.
    order = np.lexsort((errors, -found))
    draws = count(replications, "模拟次数")
    noise = np.random.default_rng(seed).standard_normal((draws, found.size)).T
    noise *= errors[order, None]
    beats = np.zeros((found.size, found.size), dtype=np.bool_)
    sorted_beats = _stepped(found[order], errors[order], noise, chance)
    beats[np.ix_(order, order)] = sorted_beats
    return beats


def _stepped(found: Floats, errors: Floats, noise: Floats, level: float) -> Truths:
    """Return the rejected pairs of units that are sorted from the best."""
    spread = np.hypot(errors[:, None], errors)
    exact = spread == 0
    np.divide(1.0, spread, out=spread, where=~exact)
    gaps = found[:, None] - found
    ratios = gaps * spread
    tested = np.triu(~exact, 1)
    # A reverse pair, worse against better, is never rejected and stays in every step.
    forward, reverse = _extremes(noise, spread, tested)
    beats = exact & (gaps > 0)
    while tested.any():
        quantile = np.quantile(np.maximum(forward, reverse), level)
        rejected = tested & (ratios > quantile)
        if not rejected.any():
            break
        beats |= rejected
        tested &= ~rejected
        forward, _ = _extremes(noise, spread, tested)
    return np.asarray(beats, dtype=np.bool_)


def _extremes(noise: Floats, inverse: Floats, tested: Truths) -> tuple[Floats, Floats]:
    """Return each replication's largest ratio of better − worse and of worse − better."""
    forward = np.full(noise.shape[1], -np.inf)
    reverse = forward.copy()
    pairs = [(row, np.flatnonzero(members)) for row, members in enumerate(tested)]
    for start in range(0, noise.shape[1], _DRAWS):
        block = slice(start, start + _DRAWS)
        some, ahead, behind = noise[:, block].copy(), forward[block], reverse[block]
        for row, others in pairs:
            if others.size:
                ratios = some[row] - some[others]
                ratios *= inverse[row, others, None]
                np.maximum(ahead, ratios.max(axis=0), out=ahead)
                np.maximum(behind, -ratios.min(axis=0), out=behind)
    return forward, reverse


def possibly_top(best: npt.ArrayLike, places: int) -> Truths:
    """Return the τ-best set: units that may be among the first so many places."""
    return np.asarray(vector(best, "最好名次") <= count(places, "名次"), dtype=np.bool_)


def surely_top(worst: npt.ArrayLike, places: int) -> Truths:
    """Return the units that are among the first so many places with confidence."""
    return np.asarray(vector(worst, "最差名次") <= count(places, "名次"), dtype=np.bool_)


def tiers(estimates: npt.ArrayLike, beats: npt.ArrayLike) -> Integers:
    """Return each unit's tier from 1: neighbours not told apart share one."""
    found = vector(estimates, "估计值")
    better = np.asarray(beats, dtype=np.bool_)
    if better.shape != (found.size, found.size):
        raise UsageError(f"显著优于的矩阵须为{found.size}×{found.size}。")
    order = np.argsort(-found, kind="stable")
    steps = better[order[:-1], order[1:]]
    places = np.empty(found.size, dtype=np.int64)
    places[order] = 1 + np.concatenate([[0], np.cumsum(steps)])
    return places
