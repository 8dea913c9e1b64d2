"""Scoreboards of several quarters → how far one quarter, or four, tells districts apart."""

from __future__ import annotations

import math
from collections.abc import Sequence

from attrs import frozen

from paitou.contest.analysis.matrix import INTERNAL
from paitou.contest.results import Scoreboard
from paitou.model import UsageError


@frozen(kw_only=True)
class Reliability:
    """How much of the variance of scores lies between organisations and stays.

    Attributes:
        between, within: variance of lasting differences, and of what changes by quarter.
        one: λ of one quarter, 0 to 1; `four` of the mean of four.
        tau: rank correlation (Kendall) to expect between one quarter and what lasts.
        several: λ of the mean of as many quarters as were given.
    """

    group: str
    orgs: tuple[str, ...]
    quarters: int
    between: float
    within: float
    one: float
    four: float
    several: float
    tau: float
    notes: tuple[str, ...] = ()
    how: str = (
        "各季得分减去当季平均后，单位之间的方差与同一单位各季之间的方差相比"
        "（双因素方差分析），四季按斯皮尔曼—布朗公式 4λ÷（1＋3λ）"
    )
    mark: str = INTERNAL


def reliability(boards: Sequence[Scoreboard], group: str = "") -> Reliability:
    """Return how reliable the scores of a group are, from those scored in every board.

    λ = σ²_between ÷ (σ²_between + σ²_within) by two-way analysis of variance; k quarters
    kλ ÷ (1 + (k − 1)λ); E τ = (2/π)·asin √λ: contest.md §8.3.

    Raises:
        UsageError: fewer than two boards, or fewer than three organisations in all.
    """
    rows = _rows(boards, group)
    if len(boards) < 2 or len(rows) < 3:
        raise UsageError("测算可靠性至少要两期成绩、三家各期都计分的单位")
    between, within = _variances(list(rows.values()))
    total = between + within
    one = max(between, 0.0) / total if total > 0 else 0.0
    notes = []
    if between <= 0:
        notes.append("各期之间的波动盖过了单位之间的差别，按可靠性为零计")
    return Reliability(
        group=group,
        orgs=tuple(rows),
        quarters=len(boards),
        between=max(between, 0.0),
        within=within,
        one=one,
        four=spearman_brown(one, 4),
        several=spearman_brown(one, len(boards)),
        tau=2 / math.pi * math.asin(math.sqrt(one)),
        notes=tuple(notes),
    )


def spearman_brown(one: float, times: int) -> float:
    """Return the reliability of the mean of several quarters."""
    return times * one / (1 + (times - 1) * one)


def _rows(boards: Sequence[Scoreboard], group: str) -> dict[str, list[float]]:
    scores = [
        {s.org: float(s.exact) for s in board.group(group) if s.exact is not None}
        for board in boards
    ]
    everywhere = set(scores[0]).intersection(*scores[1:]) if scores else set()
    return {org: [score[org] for score in scores] for org in sorted(everywhere)}


def _variances(rows: list[list[float]]) -> tuple[float, float]:
    n, m = len(rows), len(rows[0])
    columns = [math.fsum(row[t] for row in rows) / n for t in range(m)]
    centred = [[x - c for x, c in zip(row, columns, strict=True)] for row in rows]
    means = [math.fsum(row) / m for row in centred]
    residual = math.fsum(
        (x - mean) ** 2 for row, mean in zip(centred, means, strict=True) for x in row
    )
    within = residual / ((n - 1) * (m - 1))
    spread = m * math.fsum(mean**2 for mean in means) / (n - 1)
    return (spread - within) / m, within
