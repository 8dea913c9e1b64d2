"""A series and a goal → Statistics Canada's progress measure, as Open SDG 2.4 has it."""

from __future__ import annotations

import math

from attrs import evolve, frozen

from paitou.tracking.methods.course import (
    SDG_BASE_YEAR,
    SDG_TARGET_YEAR,
    Course,
    percent,
    plain,
)
from paitou.tracking.methods.method import Assessment, Direction, Goal, Method, Series

_NEAR_ZERO = 0.001  # takes the place of a base or a target of zero
_CURVE = 4.44  # how sharply thresholds shrink as the base nears the limit
_WORDS = {
    "target_achieved": "已达目标",
    "substantial_progress": "进展显著",
    "moderate_progress": "有进展，需加快",
    "limited_progress": "进展有限",
    "deterioration": "倒退",
    "not_available": "数据不足",
}


@frozen(kw_only=True)
class _Bounds:
    high: float
    med: float
    low: float
    coefficient: float = 1

    def status(self, value: float) -> str:
        if value >= self.high:
            return "substantial_progress"
        if value >= self.med:
            return "moderate_progress"
        return "limited_progress" if value >= self.low else "deterioration"


def judge_open_sdg(series: Series, goal: Goal) -> Assessment:
    """Return the growth ratio R or, without a target, the growth rate, and its class."""
    if fault := series.fault or goal.fault:
        return Assessment.refused(fault)
    if not series.points:
        return _unavailable("没有数据")
    wanted = goal.base_year or SDG_BASE_YEAR
    start = series.first_since(wanted)
    if start is None:
        return Assessment.refused(f"{wanted} 年及以后没有数据")
    course = _course(series, goal, start)
    lacking = _lacking(course)
    if course.target is not None:
        return _against_target(course, goal, lacking)
    return _unavailable(lacking) if lacking else _without_target(course, goal)


def limit_coefficient(base: float, limit: float) -> float:
    """Return the factor that shrinks the thresholds of growth near a natural limit."""
    base, limit = abs(base), abs(limit)
    if base >= 2 * limit:
        return 1
    if base <= limit:
        return 1 - math.pow(base / limit, _CURVE)
    return 1 - math.pow((2 * limit - base) / limit, _CURVE)


def _course(series: Series, goal: Goal, start: int) -> Course:
    values = dict(series.ordered)
    end = max(values)
    direction = goal.direction or Direction.NEGATIVE
    return Course(
        base_year=start,
        base=values[start],
        year=end,
        latest=values[end],
        direction=direction.sign,
        target=_NEAR_ZERO if goal.target == 0 else goal.target,
        target_year=goal.target_year or SDG_TARGET_YEAR,
    )


def _lacking(course: Course) -> str:
    """Return which of the method's own requirements is not met; empty for none."""
    if course.year == course.base_year:
        return f"基期以来只有 {course.year} 年一个年份的数据"
    if min(course.base, course.latest) < 0 < max(course.base, course.latest):
        return f"{course.story}，首末值正负不同"
    return ""


def _from_zero(course: Course) -> Course:
    return evolve(course, base=_NEAR_ZERO) if course.base == 0 else course


def _against_target(course: Course, goal: Goal, lacking: str) -> Assessment:
    if lacking:
        return _achieved(course) if course.is_met else _unavailable(lacking)
    raised = _from_zero(course)
    if fault := _target_fault(raised):
        return Assessment.refused(fault)
    value = _ratio(raised)
    if course.is_met:
        return _achieved(course, value)
    if value is None:
        return Assessment.refused(f"{course.story}，算不出年均增长率之比")
    bounds = _bounds(goal, _Bounds(high=0.95, med=0.6, low=0))
    status = bounds.status(value)
    told = plain(round(value, 4))
    why = f"{raised.growth_story}，比值 R={told}，{_WORDS[status]}。"
    return Assessment(
        status=status, value=value, score=_target_score(value, bounds), why=why
    )


def _ratio(course: Course) -> float | None:
    observed, needed = course.wished_growth, course.needed_growth
    if observed is None or not needed or not math.isfinite(observed / abs(needed)):
        return None
    return observed / abs(needed)


def _target_fault(course: Course) -> str:
    if course.target == course.base:
        return f"目标值等于基期值 {plain(course.base)}，所需增长率为零，不能作除数"
    if course.target_year is None or course.target_year <= course.base_year:
        return f"目标年份 {course.target_year} 不晚于基期 {course.base_year}"
    return ""


def _without_target(course: Course, goal: Goal) -> Assessment:
    value = _from_zero(course).wished_growth
    if value is None:
        return Assessment.refused(f"{course.story}，算不出年均增长率")
    bounds = _bounds(goal, _Bounds(high=0.015, med=0.005, low=0))
    if goal.limit is not None:
        bounds = _shrunk(bounds, limit_coefficient(course.base, goal.limit))
    status = bounds.status(value)
    near = (
        f"，阈值因接近极限乘以 {bounds.coefficient:.4g}" if bounds.coefficient < 1 else ""
    )
    why = f"{course.story}；朝期望方向年均 {percent(value)}{near}，{_WORDS[status]}。"
    return Assessment(
        status=status, value=value, score=_growth_score(value, bounds), why=why
    )


def _bounds(goal: Goal, own: _Bounds) -> _Bounds:
    given = goal.thresholds
    return _Bounds(
        high=own.high if given.high is None else given.high,
        med=own.med if given.med is None else given.med,
        low=own.low if given.low is None else given.low,
    )


def _shrunk(bounds: _Bounds, factor: float) -> _Bounds:
    return _Bounds(
        high=bounds.high * factor,
        med=bounds.med * factor,
        low=bounds.low * factor,
        coefficient=factor,
    )


def _target_score(value: float, bounds: _Bounds) -> float:
    """Return -5 to 5; the lines are those of the default thresholds, whichever hold."""
    if value >= bounds.high or value >= bounds.med:
        return min(7.1429 * value - 4.2857, 5)
    return max(4.1667 * value - 2.5, -5)


def _growth_score(value: float, bounds: _Bounds) -> float:
    if value < bounds.low:
        return max(125 * value - 2.5, -5)
    if bounds.coefficient == 0:  # at its limit, and not falling away from it
        return 5
    if value >= bounds.high:
        return min(500 * value / bounds.coefficient - 5, 5)
    if value >= bounds.med:
        return 250 * value / bounds.coefficient - 1.25
    return 500 * value / bounds.coefficient - 2.5


def _achieved(course: Course, value: float | None = None) -> Assessment:
    why = f"{course.story}；最近的值已达目标，不看趋势。"
    return Assessment(status="target_achieved", value=value, score=5, why=why)


def _unavailable(lacking: str) -> Assessment:
    return Assessment(status="not_available", why=f"数据不足：{lacking}。")


OPEN_SDG = Method(
    id="open-sdg",
    name="加拿大统计局进展测度（Open SDG 2.4）",
    formula=(
        "有目标：R=d·sgn(y0)·CAGR/|CAGR_T|，CAGR=(y/y0)^(1/(t−t0))−1，"
        "CAGR_T=(yT/y0)^(1/(T−t0))−1；已达目标为已达，R≥0.95、≥0.6、≥0、<0 分四档。"
        "无目标：d·sgn(y0)·CAGR 对 1.5%·C、0.5%·C、0；"
        "C 为接近极限 L 时的系数，y0≤L 时 1−(y0/L)^4.44，L<y0<2L 时 1−((2L−y0)/L)^4.44，"
        "否则为 1。缺省基期 2015、目标年份 2030、方向为降；零以 0.001 代"
    ),
    source="加拿大统计局《Progress Measurement Methodology》，Open SDG 2.4 文档及程序",
    words=_WORDS,
    function=judge_open_sdg,
)
