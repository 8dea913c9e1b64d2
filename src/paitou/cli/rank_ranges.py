"""A scoreboard → between which places each could be if weights moved; for analysis only."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from paitou.contest.results import Scoreboard
from paitou.model import UsageError

#: By how much each weight may move: 25 % up and down (contest.md §4, as audits do).
FRACTION = 0.25
#: All pairs are looked at, so that a group of more would take minutes.
_MOST = 600


@frozen(kw_only=True)
class RankRange:
    """The best and the worst place; those of one tier cannot be told apart."""

    low: int
    high: int
    tier: int


def rank_ranges(board: Scoreboard) -> dict[str, RankRange]:
    """Return the range of each that is scored; nothing where numpy is not installed."""
    found: dict[str, RankRange] = {}
    for group in dict.fromkeys(score.group for score in board.scores):
        scored = [s.org for s in board.group(group) if s.exact is not None]
        if len(scored) == 1:
            found[scored[0]] = RankRange(low=1, high=1, tier=1)
        elif len(scored) <= _MOST:
            found |= _of_group(board, group)
    return found


def _of_group(board: Scoreboard, group: str) -> dict[str, RankRange]:
    try:
        from paitou.contest.analysis.matrix import matrix
        from paitou.contest.methods import possible_ranks

        table = matrix(board, group)
        shares, weights = table.arrays()
    except (ModuleNotFoundError, UsageError):
        return {}
    best, worst = possible_ranks(shares, weights, FRACTION)
    ranges = [(int(low), int(high)) for low, high in zip(best, worst, strict=True)]
    return {
        org: RankRange(low=low, high=high, tier=tier)
        for org, (low, high), tier in zip(table.orgs, ranges, tiers_of(ranges), strict=True)
    }


def tiers_of(ranges: Sequence[tuple[int, int]]) -> list[int]:
    """Return the tier of each range: ranges that overlap, one after another, are one."""
    tiers = [0] * len(ranges)
    tier, reach = 0, 0
    for i in sorted(range(len(ranges)), key=lambda i: ranges[i]):
        low, high = ranges[i]
        if low > reach:
            tier += 1
        reach = max(reach, high)
        tiers[i] = tier
    return tiers
