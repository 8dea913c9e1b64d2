"""How an outlook came about → the words that say how far to trust it."""

from __future__ import annotations

from paitou.outlook.path import Path
from paitou.outlook.plan.histories import History

#: With fewer figures no chance is told (docs/outlook.md).
ENOUGH = 4
_SOME, _MANY = 8, 16
_FAR = 3
_KINDS = {1: "年度", 4: "季度"}


def reliability(history: History | None, years: float) -> str:
    """Return how far to trust an outlook so many years ahead."""
    if history is None:
        return "没有可用的数，无从推算"
    count = history.count
    if count < ENOUGH:
        return f"很弱：只有{count}个数，不给达到的可能性，只给区间和需要的增速"
    grade = "较弱" if count < _SOME else "一般" if count < _MANY else "较好"
    far = "，离期末较远" if years > _FAR else ""
    return f"{grade}：有{count}个数{far}"


def basis(history: History | None, path: Path | None) -> str:
    """Return what was computed from what."""
    if history is None or path is None:
        return "按已知情况没有发布或报送过可用的数"
    first = history.period_at(history.first).label
    last = history.period_at(history.last).label
    span = first if first == last else f"{first}至{last}"
    told = [f"{span}{history.count}个{_KINDS[history.period]}数", path.basis]
    if history.open_share:
        told.append("最近一期未满，按已有部分推算")
    if history.bounded:
        told.append("含“突破”“近”一类约数")
    if history.preliminary:
        told.append("最近的数为初步核算数，可能修订")
    if history.count < len(history.values):
        told.append("缺的期按前后连线")
    return "；".join(told)
