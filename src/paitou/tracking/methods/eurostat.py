"""A series and a goal → the progress as Eurostat's SDG reports judge it."""

from __future__ import annotations

from paitou.tracking.methods.course import (
    SDG_TARGET_YEAR,
    Course,
    find_course,
    percent,
    plain,
    target_fault,
)
from paitou.tracking.methods.method import Assessment, Goal, Method, Series

_WINDOW = 5
_WORDS = {
    "significant_progress": "进展显著",
    "moderate_progress": "进展适中",
    "insufficient_progress": "进展不足",
    "movement_away": "背离目标",
    "no_progress": "没有进展",
    "moderate_movement_away": "适度背离",
    "significant_movement_away": "显著背离",
}


def judge_eurostat(series: Series, goal: Goal) -> Assessment:
    """Return the ratio of growth rates or, without a target, the rate, and its class."""
    latest = max((year for year, _ in series.points), default=0)
    course = find_course(
        series, goal, base_year=latest - _WINDOW, target_year=SDG_TARGET_YEAR
    )
    if isinstance(course, str):
        return Assessment.refused(course)
    return _rate(course) if course.target is None else _ratio(course)


def ratio_status(ratio: float) -> str:
    """Return the class of actual growth over needed growth."""
    if ratio >= 0.95:
        return "significant_progress"
    if ratio >= 0.6:
        return "moderate_progress"
    return "insufficient_progress" if ratio >= 0 else "movement_away"


def rate_status(rate: float) -> str:
    """Return the class of a growth rate that is positive the right way."""
    if rate >= 0.01:
        return "significant_progress"
    if rate >= 0.0005:
        return "moderate_progress"
    if rate > -0.0005:
        return "no_progress"
    return "moderate_movement_away" if rate > -0.01 else "significant_movement_away"


def _ratio(course: Course) -> Assessment:
    if fault := target_fault(course):
        return Assessment.refused(fault)
    ratio = course.growth_ratio
    if ratio is None:
        return Assessment.refused(f"{course.story}，有零值或正负不同，算不出年均增长率之比")
    status = ratio_status(ratio)
    told = plain(round(ratio, 4))
    why = f"{course.growth_story}，比值 {told}，{_WORDS[status]}。"
    return Assessment(status=status, value=ratio, why=why)


def _rate(course: Course) -> Assessment:
    rate = course.wished_growth
    if course.direction == 0:
        return Assessment.refused("没有写明升好还是降好")
    if rate is None:
        return Assessment.refused(f"{course.story}，有零值或正负不同，算不出年均增长率")
    status = rate_status(rate)
    why = f"{course.story}；朝期望方向年均 {percent(rate)}，{_WORDS[status]}。"
    return Assessment(status=status, value=rate, why=why)


EUROSTAT = Method(
    id="eurostat",
    name="欧盟统计局 SDG 评价",
    formula=(
        "有目标：CAGR_a/CAGR_r，CAGR_a=(y/y0)^(1/(t−t0))−1，CAGR_r=(yT/y0)^(1/(T−t0))−1；"
        "≥0.95 显著、≥0.6 适中、≥0 不足、<0 背离。"
        "无目标：d·CAGR_a ≥1% 显著、≥0.05% 适中、±0.05% 以内没有进展、"
        "≤−0.05% 适度背离、≤−1% 显著背离。没有写基期时取最近 5 年（短期窗口）"
    ),
    source=(
        "Eurostat《Sustainable development in the European Union》监测报告（阈值未见原文）"
    ),
    words=_WORDS,
    function=judge_eurostat,
)
