"""Scores with standard errors → ranks that are sure, and tiers whose order is."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import frozen

from paitou.contest.analysis.findings import percent
from paitou.contest.analysis.matrix import INTERNAL, places
from paitou.contest.analysis.weighing import SEED
from paitou.contest.results import Scoreboard
from paitou.model import UsageError


@frozen(kw_only=True)
class ConfidentPlaces:
    """The ranks of each that the errors of the figures leave open, all at once.

    Attributes:
        errors: standard error of each score, in marks.
        tiers: the tier of each, the first is 1: everybody in a higher tier is surely
            ahead of everybody in a lower one; within a tier the order is open.
    """

    group: str
    orgs: tuple[str, ...]
    ranks: tuple[int, ...]
    best: tuple[int, ...]
    worst: tuple[int, ...]
    tiers: tuple[int, ...]
    errors: tuple[float, ...]
    level: Decimal
    replications: int
    seed: int
    how: str
    mark: str = INTERNAL


def confident_places(
    board: Scoreboard,
    errors: Mapping[str, float],
    group: str = "",
    *,
    level: Decimal = Decimal("0.95"),
    replications: int = 1000,
    seed: int = SEED,
) -> ConfidentPlaces:
    """Return the rank confidence sets of a group (Mogstad et al.; contest.md §8.3).

    Args:
        board: the group's exact scores are the estimates.
        errors: standard error of the score by organisation, declared or `revision_errors`.
        group: its id.
        level: how sure all sets together are to hold.
        replications: draws of the largest difference; `seed` gives the same again.
        seed: of the draws.

    Raises:
        UsageError: an error is missing or negative, or the level not between 0 and 1.
    """
    import numpy as np

    from paitou.contest.methods.confidence import rank_confidence

    if not 0 < level < 1:
        raise UsageError(f"置信水平应在0与1之间，现为{level}")
    scores = [(s.org, s.exact) for s in board.group(group) if s.exact is not None]
    orgs = tuple(org for org, _ in scores)
    se = _errors(orgs, errors)
    estimates = [float(exact) for _, exact in scores]
    best, worst = rank_confidence(
        np.array(estimates), np.array(se), float(level), replications, seed
    )
    low, high = tuple(int(rank) for rank in best), tuple(int(rank) for rank in worst)
    return ConfidentPlaces(
        group=group,
        orgs=orgs,
        ranks=places([exact for _, exact in scores]),
        best=low,
        worst=high,
        tiers=tiers(estimates, low),
        errors=tuple(se),
        level=level,
        replications=replications,
        seed=seed,
        how=_how(level, replications, seed),
    )


def _how(level: Decimal, replications: int, seed: int) -> str:
    return (
        f"按各单位得分的标准误差，以{percent(float(level))}的把握同时给出各家名次的范围"
        f"（两两比较，模拟{replications}次，随机种子{seed}）；上下两档之间的先后有把握，"
        "同一档之内没有把握"
    )


def tiers(scores: Sequence[float], best: Sequence[int]) -> tuple[int, ...]:
    """Return the tier of each from the best ranks that are open to it.

    A tier ends after place r where everybody below surely has at least r ahead of it.
    """
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    found, tier = [0] * len(order), 1
    for place, i in enumerate(order):
        below = order[place:]
        if place and min(best[j] for j in below) > place:
            tier += 1
        found[i] = tier
    return tuple(found)


def revision_errors(
    pairs: Sequence[tuple[Scoreboard, Scoreboard]], group: str = ""
) -> dict[str, float]:
    """Return a standard error for each of a group from how scores were revised.

    The root of the mean square of (last − first) over everybody and all pairs, less what
    moved all alike: one error for all, since each has few revisions of its own.

    Args:
        pairs: scored with the figures as first known, and as last known.
        group: its id.

    Raises:
        UsageError: nobody is scored in both boards of a pair.
    """
    squares: list[float] = []
    orgs: dict[str, None] = {}
    for first, last in pairs:
        old = {s.org: s.exact for s in first.group(group) if s.exact is not None}
        moved = {
            s.org: float(s.exact - old[s.org])
            for s in last.group(group)
            if s.exact is not None and s.org in old
        }
        orgs |= dict.fromkeys(moved)
        mean = math.fsum(moved.values()) / len(moved) if moved else 0.0
        squares += [(change - mean) ** 2 for change in moved.values()]
    if not squares:
        raise UsageError("没有前后两版都计分的单位，无法由修订推算误差")
    return dict.fromkeys(orgs, math.sqrt(math.fsum(squares) / len(squares)))


def _errors(orgs: tuple[str, ...], errors: Mapping[str, float]) -> list[float]:
    if absent := [org for org in orgs if org not in errors]:
        raise UsageError(f"缺少{'、'.join(absent)}的标准误差")
    if wrong := [org for org in orgs if not 0 <= errors[org] < math.inf]:
        raise UsageError(f"{'、'.join(wrong)}的标准误差不是非负数")
    return [errors[org] for org in orgs]
