"""What a method of judging progress is given, and what it gives back."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import TypeAlias

from attrs import frozen

NOT_ASSESSABLE = "not_assessable"
_YEARS = range(1, 10_000)


class Direction(StrEnum):
    """Which way is better: up or down."""

    POSITIVE = "positive"
    NEGATIVE = "negative"

    @property
    def sign(self) -> int:
        """Return 1 where up is better, else -1."""
        return 1 if self is Direction.POSITIVE else -1


@frozen
class Series:
    """Values by year, in any order."""

    points: tuple[tuple[int, float], ...]

    @cached_property
    def ordered(self) -> tuple[tuple[int, float], ...]:
        """Return the points from the first year to the last."""
        return tuple(sorted(self.points))

    @property
    def fault(self) -> str:
        """Return in Chinese why nothing can be computed from it; empty where it can."""
        years = [year for year, _ in self.ordered]
        repeated = sorted({a for a, b in pairwise(years) if a == b})
        if repeated:
            return f"{repeated[0]} 年有不止一个数值"
        if outside := [year for year in years if year not in _YEARS]:
            return f"年份 {outside[0]} 不是四位以内的公元年份"
        if odd := [year for year, value in self.ordered if not math.isfinite(value)]:
            return f"{odd[0]} 年的数值不是有限的数"
        return ""

    def first_since(self, year: int) -> int | None:
        """Return the first year with data that is not before `year`."""
        return next((at for at, _ in self.ordered if at >= year), None)


@frozen(kw_only=True)
class Thresholds:
    """Bounds to use in place of a method's own; None keeps the method's."""

    high: float | None = None
    med: float | None = None
    low: float | None = None


@frozen(kw_only=True)
class Goal:
    """Where a series should go; None where the plan does not say.

    Attributes:
        limit: the value that cannot be passed by nature, as 100 of a share in percent.
        thresholds: read by Open SDG's method alone, which allows for them.
    """

    direction: Direction | None = None
    target: float | None = None
    base_year: int | None = None
    target_year: int | None = None
    limit: float | None = None
    thresholds: Thresholds = Thresholds()

    @property
    def fault(self) -> str:
        """Return in Chinese why nothing can be judged by it; empty where it can."""
        bounds = (self.thresholds.high, self.thresholds.med, self.thresholds.low)
        named = {"目标值": self.target, "极限值": self.limit}
        named |= dict(zip(("阈值 high", "阈值 med", "阈值 low"), bounds, strict=True))
        for name, value in named.items():
            if value is not None and not math.isfinite(value):
                return f"{name}不是有限的数"
        for name, year in (("基期", self.base_year), ("目标年份", self.target_year)):
            if year is not None and year not in _YEARS:
                return f"{name} {year} 不是四位以内的公元年份"
        return ""


@frozen(kw_only=True)
class Assessment:
    """What a method says of one series.

    Attributes:
        status: a key of the method's `words`, or "not_assessable".
        value: the quantity that the method's formula gives.
        score: points, where the method gives points.
        expected: what the value should be today, where the method says so.
        why: one Chinese sentence that names the inputs.
    """

    status: str
    why: str
    value: float | None = None
    score: float | None = None
    expected: float | None = None

    @classmethod
    def refused(cls, why: str) -> Assessment:
        """Return that the series cannot be assessed, and why."""
        return cls(status=NOT_ASSESSABLE, why=f"无法评价：{why}。")


Judge: TypeAlias = Callable[[Series, Goal], Assessment]


@frozen(kw_only=True)
class Method:
    """A published method; `function` answers whatever numbers it is given.

    Attributes:
        name, formula, source: for people; `source` says where a threshold was not read
            in the original.
        words: each status in Chinese.
    """

    id: str
    name: str
    formula: str
    source: str
    words: Mapping[str, str]
    function: Judge
