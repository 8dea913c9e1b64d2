"""A reported value and a number beside it → how they differ, in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from paitou.figures import same_kind
from paitou.model import Figure, Unit
from paitou.office.reporting.asks import Beside

_TENTH = Decimal("0.1")
_POINTS = frozenset({"%", "‰", "个百分点"})
#: A value that moved further than this in a year deserves a look before it is approved.
MUCH = Decimal(30)


def change(figure: Figure, beside: Beside | None) -> Decimal | None:
    """Return the change since a number: per cent of it, of a rate its points.

    None where either is no number, or they do not measure the same.
    """
    pair = _pair(figure, beside)
    if pair is None:
        return None
    now, then = pair
    if figure.unit.base in _POINTS:
        return now - then
    return None if then <= 0 else (now / then - 1) * 100


def change_words(figure: Figure, beside: Beside | None) -> str:
    """Return the change since a number in words: 增长3.1%, 下降0.4个百分点, 持平."""
    found = change(figure, beside)
    if found is None:
        return ""
    size = _rounded(abs(found))
    if not size:
        return "持平"
    if figure.unit.base in _POINTS:
        return f"{'提高' if found > 0 else '降低'}{size}个百分点"
    return f"{'增长' if found > 0 else '下降'}{size}%"


def share_words(figure: Figure, quota: Beside | None) -> str:
    """Return how much of a quota a value is: 全年任务的45.2%; of a rate its distance."""
    pair = _pair(figure, quota)
    if pair is None or quota is None:
        return ""
    now, wanted = pair
    whose = "本期任务" if quota.period == figure.period else "全年任务"
    if figure.unit.base in _POINTS:
        gap = _rounded(now - wanted)
        if not gap:
            return f"等于{whose}"
        return f"{'高' if gap > 0 else '低'}于{whose}{abs(gap)}个百分点"
    return f"{whose}的{_rounded(now / wanted * 100)}%" if wanted > 0 else ""


def _pair(figure: Figure, beside: Beside | None) -> tuple[Decimal, Decimal] | None:
    if beside is None or not isinstance(figure.value, Decimal) or figure.value_high:
        return None
    amount = beside.amount
    if amount is None or not same_kind(figure.unit, Unit.parse(beside.unit)):
        return None
    return figure.value * figure.unit.scale, amount


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_TENTH, ROUND_HALF_UP)
