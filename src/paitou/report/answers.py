"""A standing → the answer to “is it reached”, in one sentence; and the gap, in words."""

from __future__ import annotations

from decimal import Decimal

from paitou.figures import Ledger
from paitou.model import Attainment, Period, PeriodKind, Standing, Statement, WhyUnknown
from paitou.tracking.wording import listed, number, points

_OPEN = {
    WhyUnknown.NOT_PUBLISHED: "还无法评价：数据未发布",
    WhyUnknown.NOT_REPORTED: "还无法评价：数据未报送",
    WhyUnknown.UNVERIFIED: "还无法评价：只有未经确认的数据，待核",
    WhyUnknown.DEFINITION_OPEN: "还无法评价：口径待明确",
    WhyUnknown.DEFINITION_CHANGED: "无法评价：口径变化，前后不可比",
}
_ALIKE = Decimal("0.001")
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
    told = _missing(standing, missing)
    lag = standing.pace_pp
    is_growth = lag is not None and abs(abs(Decimal(lag)) - missing) < _ALIKE
    if lag is not None and lag < 0 and not (standing.unit == "%" and is_growth):
        behind = f"欠序时进度{points(lag)}"
        # A part of a year is no smaller year: its pace alone says how it stands.
        return behind if _is_part(standing.period) else f"{told}，{behind}"
    return told


def _missing(standing: Standing, missing: Decimal) -> str:
    if standing.unit.startswith("%"):
        words = points(missing)
    else:
        words = number(missing) + ("" if standing.unit.startswith(":") else standing.unit)
    period = standing.period
    when = period.label if period and period.kind is not PeriodKind.SPAN else ""
    return f"{when}离目标还差{words}"


def _is_part(period: Period | None) -> bool:
    return period is not None and period.is_from_january and period.months < 12


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
