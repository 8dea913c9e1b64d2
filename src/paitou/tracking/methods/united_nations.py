"""A series and a goal → the trend as the United Nations' progress charts class it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from paitou.tracking.methods.course import (
    SDG_BASE_YEAR,
    SDG_TARGET_YEAR,
    Course,
    find_course,
    percent,
    plain,
    target_fault,
)
from paitou.tracking.methods.method import Assessment, Goal, Method, Series

_POINTS = {"on_track": 3, "acceleration_needed": 2, "stagnation_or_regression": 1}
_WORDS_2023 = {
    "on_track": "已达到或有望达到",
    "acceleration_needed": "有进展，需加快",
    "stagnation_or_regression": "停滞或倒退",
}
_WORDS_2020 = {
    "on_track": "进展显著，有望达到",
    "acceleration_needed": "有进展，需加快",
    "limited_or_no_progress": "进展有限或没有进展",
    "deterioration": "倒退",
}


def judge_unsd_2023(series: Series, goal: Goal) -> Assessment:
    """Return how far the present growth would lead by the target year, and its class."""
    course = find_course(
        _until_target_year(series, goal),
        goal,
        base_year=_base_year_2023(series),
        target_year=SDG_TARGET_YEAR,
    )
    if isinstance(course, str):
        return Assessment.refused(course)
    if course.target is None:
        return _rate(course, growth_status_2023, _WORDS_2023)
    if course.direction and (course.is_met or _is_nearly_whole(series, course)):
        why = f"{course.story}；最近的值已达到（或离 0%、100% 的目标不到 1 个百分点）。"
        return Assessment(status="on_track", score=3, why=why)
    return _extrapolated(course)


def judge_unsd_2020(series: Series, goal: Goal) -> Assessment:
    """Return the ratio of growth rates or, without a target, the rate, and its class."""
    course = find_course(series, goal, base_year=SDG_BASE_YEAR, target_year=SDG_TARGET_YEAR)
    if isinstance(course, str):
        return Assessment.refused(course)
    if course.target is None:
        return _rate(course, growth_status_2020, _WORDS_2020)
    if fault := target_fault(course):
        return Assessment.refused(fault)
    ratio = course.growth_ratio
    if ratio is None:
        return Assessment.refused(f"{course.story}，有零值或正负不同，算不出年均增长率之比")
    status = ratio_status_2020(ratio)
    told = plain(round(ratio, 4))
    why = f"{course.growth_story}，比值 {told}，{_WORDS_2020[status]}。"
    return Assessment(status=status, value=ratio, why=why)


def reach_status_2023(reach: float) -> str:
    """Return the class of the change expected by the target year over the change needed."""
    if reach >= 0.95:
        return "on_track"
    return "acceleration_needed" if reach >= 0.1 else "stagnation_or_regression"


def growth_status_2023(rate: float) -> str:
    """Return the class of a growth rate that is positive the right way."""
    if rate >= 0.02:
        return "on_track"
    return "acceleration_needed" if rate >= 0.005 else "stagnation_or_regression"


def ratio_status_2020(ratio: float) -> str:
    """Return the class of actual growth over needed growth."""
    if ratio >= 0.95:
        return "on_track"
    if ratio >= 0.5:
        return "acceleration_needed"
    return "limited_or_no_progress" if ratio >= -0.1 else "deterioration"


def growth_status_2020(rate: float) -> str:
    """Return the class of a growth rate that is positive the right way."""
    if rate >= 0.01:
        return "on_track"
    if rate >= 0.005:
        return "acceleration_needed"
    return "limited_or_no_progress" if rate >= -0.01 else "deterioration"


def _base_year_2023(series: Series) -> int:
    """Return 2015, or the last year before it where too little was observed since."""
    since = [year for year, _ in series.points if year >= SDG_BASE_YEAR]
    before = [year for year, _ in series.points if year < SDG_BASE_YEAR]
    return max(before) if before and len(since) < 2 else SDG_BASE_YEAR


def _until_target_year(series: Series, goal: Goal) -> Series:
    """Return what was observed up to the target's year; a target has no later one."""
    if series.fault or goal.target is None:
        return series
    end = goal.target_year or SDG_TARGET_YEAR
    return Series(tuple(point for point in series.points if point[0] <= end))


def _is_nearly_whole(series: Series, course: Course) -> bool:
    """Return whether a share in percent is within a point of its target of 0 or 100."""
    if course.target not in (0, 100):
        return False
    is_share = all(0 <= value <= 100 for _, value in series.points)
    return is_share and abs(course.latest - course.target) <= 1


def _extrapolated(course: Course) -> Assessment:
    if fault := target_fault(course):
        return Assessment.refused(fault)
    reach = _reach(course)
    if reach is None:
        return Assessment.refused(f"{course.story}，有零值或正负不同，外推不出目标年份的值")
    status = reach_status_2023(reach)
    why = (
        f"{course.story}；照现在的年均变化外推，到目标年份完成应有变化的"
        f" {percent(reach)}，{_WORDS_2023[status]}。"
    )
    return Assessment(status=status, value=reach, score=_POINTS[status], why=why)


def _reach(course: Course) -> float | None:
    rate = course.growth
    if rate is None or course.target is None or course.target_year is None:
        return None
    try:
        expected = course.latest * (1 + rate) ** (course.target_year - course.year)
    except OverflowError:
        return None
    reach = (expected - course.base) / (course.target - course.base)
    return reach if math.isfinite(100 * reach) else None


def _rate(
    course: Course, status_of: Callable[[float], str], words: Mapping[str, str]
) -> Assessment:
    rate = course.wished_growth
    if course.direction == 0:
        return Assessment.refused("没有写明升好还是降好")
    if rate is None:
        return Assessment.refused(f"{course.story}，有零值或正负不同，算不出年均增长率")
    status = status_of(rate)
    why = f"{course.story}；朝期望方向年均 {percent(rate)}，{words[status]}。"
    score = _POINTS[status] if words is _WORDS_2023 else None
    return Assessment(status=status, value=rate, score=score, why=why)


UNSD_2023 = Method(
    id="unsd-2023",
    name="联合国统计司 2023 年进展图",
    formula=(
        "有目标：q=(v_e−v_b)/(v_T−v_b)，v_e=v_t·(1+CAGR_a)^(T−t)；q≥0.95 得 3 分、"
        "≥0.10 得 2 分、<0.10 得 1 分；最近的值已达目标，或离 0%、100% 的目标不到 1 个"
        "百分点，得 3 分。无目标：d·CAGR_a ≥2%、≥0.5%、<0.5%。缺省基期 2015、目标年份 2030"
    ),
    source="UNSD《Progress Chart Technical Note 2023》，据巴斯克统计局所刊方法说明",
    words=_WORDS_2023,
    function=judge_unsd_2023,
)
UNSD_2020 = Method(
    id="unsd-2020",
    name="联合国统计司 2020—2022 年进展图",
    formula=(
        "有目标：CR=CAGR_a/CAGR_r，≥0.95、≥0.5、≥−0.1、<−0.1 分四档。"
        "无目标：d·CAGR_a ≥1%、≥0.5%、≥−1%、<−1%。缺省基期 2015、目标年份 2030"
    ),
    source="UNSD《Progress Chart Technical Note》2020—2022（阈值未见原文）",
    words=_WORDS_2020,
    function=judge_unsd_2020,
)
