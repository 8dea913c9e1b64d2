"""A series and a goal → how much of the way is done, as three methods judge a share.

Shares are exact fractions of the numbers as written: a value that stands on the line is
not put below it by rounding.
"""

from __future__ import annotations

from fractions import Fraction

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

_CONSISTENCY_WORDS = {"ahead": "提前", "on_schedule": "如期", "behind": "滞后"}
_INDEX_WORDS = {
    "reached": "已达目标",
    "as_expected": "达到应有进度",
    "below_expected": "低于应有进度",
    "regressed": "倒退",
}
_SERVICE_WORDS = {"green": "绿", "yellow": "黄", "red": "红"}


def judge_target_consistency(series: Series, goal: Goal) -> Assessment:
    """Return the share done, held against the share of time that has passed."""
    found = _share(find_course(series, goal))
    if isinstance(found, str):
        return Assessment.refused(found)
    course, share = found
    time = course.time_share
    status = consistency_status(share, time)
    why = (
        f"{course.story}；完成进度 {percent(float(share))}，"
        f"时间进度 {percent(float(time))}，{_CONSISTENCY_WORDS[status]}。"
    )
    return Assessment(status=status, value=float(share), expected=float(time), why=why)


def judge_current_status(series: Series, goal: Goal) -> Assessment:
    """Return ESCAP's index: 0 at the base, 10 at the target."""
    course = find_course(series, goal, base_year=SDG_BASE_YEAR, target_year=SDG_TARGET_YEAR)
    found = _share(course)
    if isinstance(found, str):
        return Assessment.refused(found)
    course, share = found
    status = index_status(10 * share, 10 * course.time_share)
    index, expected = float(10 * share), float(10 * course.time_share)
    why = (
        f"{course.story}；现状指数 {plain(round(index, 4))}，"
        f"按时间应为 {plain(round(expected, 4))}，{_INDEX_WORDS[status]}。"
    )
    return Assessment(status=status, value=index, expected=expected, why=why)


def judge_service_share(series: Series, goal: Goal) -> Assessment:
    """Return the share done in percent and its colour, whatever time has passed."""
    found = _share(find_course(series, goal), dated=False)
    if isinstance(found, str):
        return Assessment.refused(found)
    course, share = found
    status = service_status(100 * share)
    value = float(100 * share)
    why = f"{course.story}；完成 {plain(round(value, 2))}%，{_SERVICE_WORDS[status]}。"
    return Assessment(status=status, value=value, why=why)


def consistency_status(share: Fraction, time: Fraction) -> str:
    """Return ahead where the target is reached early, else whether the share keeps pace."""
    if share >= 1 and time < 1:
        return "ahead"
    return "on_schedule" if share >= time else "behind"


def index_status(index: Fraction, expected: Fraction) -> str:
    """Return the class of the index, of which 10 is the target."""
    if index >= 10:
        return "reached"
    if index < 0:
        return "regressed"
    return "as_expected" if index >= expected else "below_expected"


def service_status(percentage: Fraction) -> str:
    """Return the colour of a percentage done."""
    if percentage >= 90:
        return "green"
    return "yellow" if percentage >= 75 else "red"


def _share(course: Course | str, *, dated: bool = True) -> tuple[Course, Fraction] | str:
    """Return (y - y0)/(yT - y0) with its course, or in Chinese why there is none."""
    if isinstance(course, str):
        return course
    if fault := target_fault(course, dated=dated):
        return fault
    base, latest, target = map(_exact, (course.base, course.latest, course.target))
    share = (latest - base) / (target - base)
    if abs(share) > 10**300:
        return f"{course.story}，数值过大"
    return course, share


def _exact(value: float | None) -> Fraction:
    return Fraction(repr(value))


TARGET_CONSISTENCY = Method(
    id="target-consistency",
    name="目标一致法",
    formula=(
        "完成进度 (y−y0)/(yT−y0) 对时间进度 (t−t0)/(T−t0)（到期后为 1）："
        "到期前已达目标为提前，完成进度≥时间进度为如期，否则为滞后。没有写基期时取第一年"
    ),
    source=(
        "“十一五”规划后期评估所用目标一致法（2005—2009 年，22 项指标）；"
        "发展改革委规划评估用语（没有公布的分档数值，阈值未见原文）"
    ),
    words=_CONSISTENCY_WORDS,
    function=judge_target_consistency,
)
CURRENT_STATUS = Method(
    id="escap-csi",
    name="亚太经社会现状指数（CSI）",
    formula=(
        "CSI=D·(y−y0)/|yT−y0|，D 升好为 10、降好为 −10；10 为已达目标，"
        "今天应为 10·(t−t0)/(T−t0)。缺省基期 2015、目标年份 2030"
    ),
    source="ESCAP《Progress assessment methodology》；UNICEF 中东北非区域办程序",
    words=_INDEX_WORDS,
    function=judge_current_status,
)
SERVICE_SHARE = Method(
    id="service-share",
    name="ServiceNow 式完成率",
    formula="(现值−起始值)/(目标值−起始值)×100：≥90 绿、≥75 黄、<75 红，不看时间",
    source="ServiceNow 产品文档，绩效分析的目标",
    words=_SERVICE_WORDS,
    function=judge_service_share,
)
