"""A score that does not add up over its pillars → what each pillar fairly adds to a gap."""

from __future__ import annotations

from collections.abc import Callable
from math import factorial

import numpy as np
import numpy.typing as npt

from paitou.contest.methods.checks import Floats, vector
from paitou.model import UsageError

#: Above this the coalitions are too many to go through.
MOST_PILLARS = 12


def shapley(
    score: Callable[[Floats], npt.ArrayLike],
    own: npt.ArrayLike,
    other: npt.ArrayLike,
) -> Floats:
    """Return what each pillar adds to score(own) − score(other); sums to it exactly.

    `score` takes rows of pillars and returns a score a row. All 2^k mixtures of the two
    units are scored, k up to 12. Shapley (1953).
    """
    mine = vector(own, "本单位得分")
    theirs = vector(other, "对照单位得分", mine.size)
    size = mine.size
    if size > MOST_PILLARS:
        raise UsageError(f"精确计算最多支持{MOST_PILLARS}个一级指标，现有{size}个。")
    masks = np.arange(2**size)
    members = (masks[:, None] >> np.arange(size)) & 1 == 1
    values = vector(score(np.where(members, mine, theirs)), "评分函数的结果", 2**size)
    sizes = members.sum(axis=1)
    chances = np.array(
        [factorial(n) * factorial(size - n - 1) / factorial(size) for n in range(size)]
    )
    found = np.empty(size)
    for pillar in range(size):
        without = masks[~members[:, pillar]]
        gains = values[without | 1 << pillar] - values[without]
        found[pillar] = chances[sizes[without]] @ gains
    return found
