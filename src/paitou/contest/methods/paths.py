"""Where a unit stands → the cheapest raises that take it to a score or a place."""

from __future__ import annotations

import attrs
import numpy as np
import numpy.typing as npt

from paitou.contest.methods.aggregation import aggregate
from paitou.contest.methods.checks import Floats, count, full_table, shares_for, vector
from paitou.model import UsageError


@attrs.frozen(kw_only=True, eq=False)
class Path:
    """The raises of each indicator in points, what they cost, and the score they reach."""

    raises: Floats
    cost: float
    score: float


def path_to_score(
    points: npt.ArrayLike,
    weights: npt.ArrayLike,
    goal: float,
    top: npt.ArrayLike = 100.0,
    costs: npt.ArrayLike = 1.0,
) -> Path | None:
    """Return the cheapest raises of one unit that reach a score; None if none can.

    A fractional knapsack: the most score for the cost first, each indicator up to its top.
    `costs` is for one point of each indicator.
    """
    own = vector(points, "得分")
    shares = shares_for(weights, own.size)
    prices = _each(costs, "成本", own.size)
    if (prices < 0).any():
        raise UsageError("每分成本不得为负。")
    room = np.maximum(_each(top, "满分", own.size) - own, 0)
    missing = float(goal) - float(own @ shares)
    raises = np.zeros(own.shape)
    with np.errstate(divide="ignore"):
        worth = np.where(shares > 0, shares / prices, -1.0)
    for place in np.argsort(-worth, kind="stable").tolist():
        if missing <= 0 or worth[place] < 0:
            break
        raises[place] = min(float(room[place]), missing / float(shares[place]))
        missing -= float(raises[place] * shares[place])
    score = float((own + raises) @ shares)
    if missing > 1e-12 * max(1.0, abs(float(goal))):
        return None
    return Path(raises=raises, cost=float(raises @ prices), score=score)


def path_to_rank(
    points: npt.ArrayLike,
    weights: npt.ArrayLike,
    unit: int,
    place: int,
    *,
    top: npt.ArrayLike = 100.0,
    costs: npt.ArrayLike = 1.0,
) -> Path | None:
    """Return the cheapest raises that bring a unit level with the holder of a place.

    The others stay where they are; a tie shares the better place. None if none can.
    """
    cells = full_table(points)
    if not 0 <= unit < len(cells):
        raise UsageError(f"单位的行号须在0与{len(cells) - 1}之间，现为{unit}。")
    wanted = count(place, "名次")
    scores = aggregate(cells, weights, "arithmetic")
    others = -np.sort(-np.delete(scores, unit))
    goal = float(others[wanted - 1]) if wanted <= others.size else float(scores[unit])
    return path_to_score(cells[unit], weights, goal, top, costs)


def _each(given: npt.ArrayLike, name: str, size: int) -> Floats:
    if np.ndim(np.asarray(given)) == 0:
        return np.full(size, float(np.asarray(given, dtype=np.float64)))
    return vector(given, name, size)
