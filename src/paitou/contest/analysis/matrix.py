"""A group of a scoreboard → shares of full marks and weights that give its scores back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from paitou.contest.results import OrgScore, Scoreboard
from paitou.model import Rulebook, UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: What stands on everything of this room: it is no part of the official board.
INTERNAL = "测算，供内部参考"


@frozen(kw_only=True)
class Matrix:
    """A group as numbers: the score of a row is `full` × Σ weight × share.

    Attributes:
        shares: by organisation and item, of full marks. Weights sum to 1, so what comes on
            top of them is in every cell of a row; what does not count has the row's mean.
        weights: of the group, summing to 1.
        notes: where a cell is not what was scored.
    """

    group: str
    orgs: tuple[str, ...]
    items: tuple[str, ...]
    shares: tuple[tuple[Fraction, ...], ...]
    weights: tuple[Fraction, ...]
    full: Fraction
    notes: tuple[str, ...] = ()

    @property
    def scores(self) -> tuple[Fraction, ...]:
        """Return the exact scores, in the order of the organisations."""
        return tuple(self.full * weighed(self.weights, row) for row in self.shares)

    def arrays(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return shares and weights as arrays of floats."""
        import numpy as np

        return np.array(self.shares, dtype=float), np.array(self.weights, dtype=float)


def weighed(weights: Iterable[Fraction], row: Iterable[Fraction]) -> Fraction:
    """Return the sum of products."""
    products = (w * z for w, z in zip(weights, row, strict=True))
    return sum(products, Fraction(0))


def matrix(board: Scoreboard, group: str = "") -> Matrix:
    """Return the group as numbers, the highest rank first.

    Raises:
        UsageError: fewer than two of the group are scored.
    """
    scores = [score for score in board.group(group) if score.exact is not None]
    if len(scores) < 2:
        raise UsageError(f"“{group or '全部'}”组计分的单位不足两家，无法分析")
    marks = group_weights(board.rulebook, group)
    if not (full := sum(marks.values(), Fraction(0))):
        raise UsageError(f"“{group or '全部'}”组各项满分合计为零，无法分析")
    absent = [s.org for s in scores if any(p.points is None for p in s.points)]
    note = f"{'、'.join(absent)}有不计分的指标，按其余指标的平均得分率计"
    return Matrix(
        group=group,
        orgs=tuple(score.org for score in scores),
        items=tuple(marks),
        shares=tuple(_row(score, marks, full) for score in scores),
        weights=tuple(weight / full for weight in marks.values()),
        full=full,
        notes=(note,) if absent else (),
    )


def group_weights(rulebook: Rulebook, group: str) -> dict[str, Fraction]:
    """Return the full marks of the items that count for a group, but those on top."""
    found = next((each for each in rulebook.groups if each.id == group), None)
    weights = {
        item.id: Fraction(rulebook.weight(item, found))
        for item in rulebook.scored
        if not item.is_on_top
    }
    return {item: weight for item, weight in weights.items() if weight}


def places(scores: Iterable[Fraction | float]) -> tuple[int, ...]:
    """Return the rank of each score, ties 1-2-2-4."""
    listed = list(scores)
    first: dict[Fraction | float, int] = {}
    for place, score in enumerate(sorted(listed, reverse=True), start=1):
        first.setdefault(score, place)
    return tuple(first[score] for score in listed)


def _row(
    score: OrgScore, marks: Mapping[str, Fraction], full: Fraction
) -> tuple[Fraction, ...]:
    known = {
        p.item: p.points / p.full for p in score.points if p.points is not None and p.full
    }
    counted = {item: known[item] for item in marks if item in known}
    total = sum((marks[item] for item in counted), Fraction(0))
    mean = _mean(counted, marks, total)
    row = [counted.get(item, mean) for item in marks]
    # Bonuses, caps and rounding of weights: whatever the shares do not give.
    assert score.exact is not None  # noqa: S101 (only those that are scored come here)
    rest = score.exact / full - weighed((w / full for w in marks.values()), row)
    return tuple(share + rest for share in row)


def _mean(
    shares: Mapping[str, Fraction], marks: Mapping[str, Fraction], total: Fraction
) -> Fraction:
    points = sum((marks[item] * share for item, share in shares.items()), Fraction(0))
    return points / total if total else Fraction(0)
