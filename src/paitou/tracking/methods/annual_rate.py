"""A series and a goal → the average annual rate of change against the rate needed."""

from __future__ import annotations

import math
from collections.abc import Iterable

from paitou.tracking.methods.course import (
    Course,
    find_course,
    growth,
    percent,
    target_fault,
)
from paitou.tracking.methods.method import Assessment, Goal, Method, Series

_WORDS = {
    "on_course": "在轨",
    "off_course_some_progress": "偏离，有进展",
    "off_course_no_progress": "偏离，没有进展",
    "off_course_worsening": "偏离，恶化",
}


def judge_annual_rate(series: Series, goal: Goal) -> Assessment:
    """Return the present rate in the wished direction, and whether it is enough."""
    course = find_course(series, goal)
    if isinstance(course, str):
        return Assessment.refused(course)
    if fault := target_fault(course):
        return Assessment.refused(fault)
    needed = needed_rate(course)
    if needed is None:
        return Assessment.refused(f"{course.story}，有零值或负值，算不出所需的年均变化率")
    slope = log_slope(
        point for point in series.ordered if course.base_year <= point[0] <= course.year
    )
    rate = None if slope is None else _rate(slope, course.direction)
    if rate is None:
        return Assessment.refused(f"{course.story}，有零值或负值，取不了对数")
    status = rate_status(rate, needed, is_met=course.is_met)
    reached = "，最近的值已达目标" if course.is_met else ""
    why = (
        f"{course.story}；朝期望方向年均 {percent(rate)}，所需 {percent(needed)}{reached}，"
        f"{_WORDS[status]}。"
    )
    return Assessment(status=status, value=rate, expected=needed, why=why)


def needed_rate(course: Course) -> float | None:
    """Return 1 - (yT/y0)^(1/(T-t0)), with the other sign where up is better."""
    if course.target is None or course.target_year is None or course.base <= 0:
        return None
    rate = growth(course.target, course.base, course.target_year - course.base_year)
    return None if rate is None else course.direction * rate


def log_slope(points: Iterable[tuple[int, float]]) -> float | None:
    """Return the least-squares slope of ln y on the year; None for values not above 0."""
    rows = tuple(points)
    if len(rows) < 2 or any(value <= 0 for _, value in rows):
        return None
    middle = math.fsum(year for year, _ in rows) / len(rows)
    spread = math.fsum((year - middle) ** 2 for year, _ in rows)
    return math.fsum((year - middle) * math.log(value) for year, value in rows) / spread


def rate_status(rate: float, needed: float, *, is_met: bool) -> str:
    """Return the class of a rate against the one needed; what is met is on course."""
    if is_met or rate >= needed:
        return "on_course"
    if rate > 0.005:
        return "off_course_some_progress"
    return "off_course_no_progress" if rate >= -0.005 else "off_course_worsening"


def _rate(slope: float, direction: int) -> float | None:
    """Return 1 - exp(slope), with the other sign where up is better."""
    try:
        return direction * math.expm1(slope)
    except OverflowError:
        return None


ANNUAL_RATE = Method(
    id="aarr",
    name="世卫组织、儿基会年均下降率（AARR）",
    formula=(
        "现有 AARR=1−exp(b)，b 为 ln y 对年份的最小二乘斜率；"
        "所需 AARR=1−(yT/y0)^(1/(T−t0))；升好的指标两者变号。"
        "已达目标或现有≥所需为在轨；否则 >0.5% 有进展、±0.5% 以内没有进展、"
        "<−0.5% 恶化。没有写基期时取第一年"
    ),
    source=(
        "WHO/UNICEF 营养监测专家咨询组（TEAM）规则，AARR 技术说明"
        "（±0.5% 的分档阈值未见原文）"
    ),
    words=_WORDS,
    function=judge_annual_rate,
)
