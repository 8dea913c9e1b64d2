"""A series and its goal → where it started, where it is, where it should be."""

from __future__ import annotations

import math
from fractions import Fraction

from attrs import frozen

from paitou.tracking.methods.method import Goal, Series

SDG_BASE_YEAR, SDG_TARGET_YEAR = 2015, 2030
"""The years of the 2030 Agenda, which its methods take where no others are given."""


@frozen(kw_only=True)
class Course:
    """The two ends of what was observed, and the target.

    Attributes:
        direction: 1 where up is better, -1 where down is, 0 where nobody said.
    """

    base_year: int
    base: float
    year: int
    latest: float
    direction: int
    target: float | None = None
    target_year: int | None = None

    @property
    def is_met(self) -> bool:
        """Return whether the latest value has reached the target."""
        if self.target is None:
            return False
        return self.direction * self.latest >= self.direction * self.target

    @property
    def growth(self) -> float | None:
        """Return the compound annual growth observed; None where there is none."""
        return growth(self.latest, self.base, self.year - self.base_year)

    @property
    def needed_growth(self) -> float | None:
        """Return the compound annual growth from the base to the target."""
        if self.target is None or self.target_year is None:
            return None
        return growth(self.target, self.base, self.target_year - self.base_year)

    @property
    def wished_growth(self) -> float | None:
        """Return the growth observed, positive where it goes the right way."""
        rate = self.growth
        return (
            None if rate is None else self.direction * (1 if self.base > 0 else -1) * rate
        )

    @property
    def growth_ratio(self) -> float | None:
        """Return observed over needed growth; None where there is none."""
        actual, needed = self.growth, self.needed_growth
        if actual is None or not needed or self.target == 0:
            return None
        return actual / needed if math.isfinite(actual / needed) else None

    @property
    def growth_story(self) -> str:
        """Return the inputs and the two rates of growth in words."""
        actual, needed = percent(self.growth or 0), percent(self.needed_growth or 0)
        return f"{self.story}；年均变化 {actual}，所需 {needed}"

    @property
    def time_share(self) -> Fraction:
        """Return how much of the time has passed, 1 at most; 0 without a target year."""
        if self.target_year is None or self.target_year <= self.base_year:
            return Fraction(0)
        passed, whole = self.year - self.base_year, self.target_year - self.base_year
        return min(Fraction(passed, whole), Fraction(1))

    @property
    def story(self) -> str:
        """Return the inputs in words."""
        told = (
            f"{self.base_year} 年 {plain(self.base)}，{self.year} 年 {plain(self.latest)}"
        )
        if self.target is None:
            return told
        by = f" {self.target_year} 年" if self.target_year is not None else ""
        return f"{told}，目标{by} {plain(self.target)}"


def find_course(
    series: Series,
    goal: Goal,
    *,
    base_year: int | None = None,
    target_year: int | None = None,
) -> Course | str:
    """Return the course, or in Chinese why there is none.

    Args:
        series: what was observed.
        goal: where it should go.
        base_year: the method's own, where the goal has none; None is the first year. A
            base year without data gives way to the next that has some.
        target_year: the method's own, where the goal has none.
    """
    if fault := series.fault or goal.fault or ("" if series.points else "没有数据"):
        return fault
    values = dict(series.ordered)
    wanted = goal.base_year or base_year or min(values)
    start, end = series.first_since(wanted), max(values)
    if start is None:
        return f"{wanted} 年及以后没有数据，最近的数据是 {end} 年的"
    if start == end:
        return f"{wanted} 年以来只有 {end} 年一个年份的数据"
    return Course(
        base_year=start,
        base=values[start],
        year=end,
        latest=values[end],
        direction=_direction(goal, values[start]),
        target=goal.target,
        target_year=goal.target_year or target_year,
    )


def target_fault(course: Course, *, dated: bool = True) -> str:
    """Return why the course cannot be held against its target; empty where it can."""
    if course.target is None:
        return "没有目标值"
    if dated and course.target_year is None:
        return "没有写明目标年份"
    if dated and course.target_year is not None and course.target_year <= course.base_year:
        return f"目标年份 {course.target_year} 不晚于基期 {course.base_year}"
    if course.target == course.base:
        return (
            f"目标值等于 {course.base_year} 年的值 {plain(course.base)}，没有要完成的变化"
        )
    if (course.target > course.base) != (course.direction > 0):
        return (
            f"{course.base_year} 年的值 {plain(course.base)} 已经达到目标"
            f" {plain(course.target)}，没有要完成的变化"
        )
    return ""


def growth(value: float, base: float, years: int) -> float | None:
    """Return the compound annual growth rate, (value/base)^(1/years) - 1.

    None where it is not defined: a base of zero, a change of sign, no time between.
    """
    if base == 0 or years <= 0 or min(value, base) < 0 < max(value, base):
        return None
    rate = (value / base) ** (1 / years) - 1
    return rate if math.isfinite(100 * rate) else None  # told in percent


def plain(value: float) -> str:
    """Return a number as people write it."""
    return f"{value:.12g}"


def percent(rate: float) -> str:
    """Return a rate as people write it."""
    return f"{rate * 100:.4g}%"


def _direction(goal: Goal, base: float) -> int:
    if goal.direction is not None:
        return goal.direction.sign
    if goal.target is None or goal.target == base:
        return 0
    return 1 if goal.target > base else -1
