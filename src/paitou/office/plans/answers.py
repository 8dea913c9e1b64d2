"""A standing → the answer to “is it reached”, in one sentence; and the gap, in words."""

from __future__ import annotations

from decimal import Decimal

from paitou.figures import Ledger
from paitou.model import Attainment, Period, Standing, Statement, WhyUnknown
from paitou.tracking.wording import listed, number, points

_OPEN = {
    WhyUnknown.NOT_PUBLISHED: "还无法评价：数据未发布",
    WhyUnknown.NOT_REPORTED: "还无法评价：数据未报送",
    WhyUnknown.UNVERIFIED: "还无法评价：只有未经确认的数据，待核",
    WhyUnknown.DEFINITION_OPEN: "还无法评价：口径待明确",
    WhyUnknown.DEFINITION_CHANGED: "无法评价：口径变化，前后不可比",
}
_SAID = {
    Attainment.NEARLY: "基本完成目标",
    Attainment.ON_TRACK: "达到序时进度",
    Attainment.BEHIND: "滞后于序时进度",
    Attainment.UNLIKELY: "预计难以达到目标（测算，非统计数据）",
    Attainment.MISSED: "低于目标",
    Attainment.BROKEN: "未能每年达标",
    Attainment.NOT_DUE: "还没有到评价的时候",
}


def answer(statement: Statement, standing: Standing, ledger: Ledger) -> str:
    """Return whether the target is reached as one sentence."""
    name = statement.indicator
    if standing.verdict is Attainment.UNKNOWN:
        why = standing.why_unknown
        return f"{name}{_OPEN[why] if why else '还无法评价'}。"
    if standing.verdict is Attainment.MET:
        return f"{_since(standing, ledger)}{name}{_met(standing)}。"
    return f"{name}{_SAID[standing.verdict]}。"


def gap(standing: Standing) -> str:
    """Return how far it is from the target in words, empty where that has no number."""
    failed = [test.period for test in standing.tests if test.held is False]
    if failed:
        return f"{listed(failed)}未达到"
    value, required = standing.value, standing.required
    if not isinstance(value, Decimal) or not isinstance(required, Decimal):
        return ""
    missing = abs(required - value)
    if not missing:
        return "与目标持平"
    if standing.unit.startswith("%"):
        words = points(missing)
    else:
        words = f"{number(missing)}{standing.unit}"
    when = standing.period.label if standing.period else ""
    told = f"{when}离目标还差{words}"
    if standing.pace_pp is not None and standing.pace_pp < 0:
        told += f"，欠序时进度{points(standing.pace_pp)}"
    return told


def _since(standing: Standing, ledger: Ledger) -> str:
    """The period of the decisive figure, which is the first that reached the target."""
    if standing.method == "grade":
        return ""  # its figure is the latest, not the first
    first = ledger.get(standing.figures[0]) if standing.figures else None
    period: Period | None = first.period if first else standing.period
    return f"到{period.label}，" if period else ""


def _met(standing: Standing) -> str:
    if standing.tests:
        return "每年都达到目标"
    if standing.late:
        return "逾期达到目标"
    if standing.lapsed:
        return "曾达到目标，后又回落"
    return "已达到目标" + ("（测算）" if standing.inferred else "")
