"""Scores → places, equal scores sharing the better one (1-2-2-4)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, Integers, floats
from paitou.model import UsageError


def rank(scores: npt.ArrayLike) -> Integers | Floats:
    """Return the place of each score, the largest first, ties "min".

    A missing score has no place: then the answer is of floats with nan in it.
    """
    found = floats(scores, "得分")
    if found.ndim != 1:
        raise UsageError(f"得分须为一维数组，现为{found.ndim}维。")
    missing = np.isnan(found)
    if not missing.any():
        return _places(found)
    ranks = np.full(found.shape, np.nan)
    ranks[~missing] = _places(found[~missing])
    return ranks


def _places(scores: Floats) -> Integers:
    order = np.argsort(-scores)
    ordered = scores[order]
    places = np.arange(1, len(scores) + 1)
    places[1:][ordered[1:] == ordered[:-1]] = 0
    ranks = np.empty(len(scores), dtype=np.int64)
    ranks[order] = np.maximum.accumulate(places)
    return ranks


def rank_within(scores: npt.ArrayLike, groups: Sequence[Hashable]) -> Integers | Floats:
    """Return the place of each score among the units of its own group."""
    found = floats(scores, "得分")
    if found.shape != (len(groups),):
        raise UsageError(f"分组须与得分一一对应：得分{found.size}个，分组{len(groups)}个。")
    ranks = np.empty(found.shape)
    for group in set(groups):
        members = [place for place, own in enumerate(groups) if own == group]
        ranks[members] = rank(found[members])
    return ranks if np.isnan(ranks).any() else ranks.astype(np.int64)
