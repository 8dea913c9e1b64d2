"""Conflicts → lines for the terminal: each with its sum, then the least that mends it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from fractions import Fraction

from paitou.consistency import (
    Conflicts,
    Proof,
    Relaxation,
    System,
    TimeUp,
    proof_of,
    repairs,
)
from paitou.model import UsageError

_SHOWN, _SECONDS = 5, 20
#: How many signs of an exact number a person reads, and how many places of a rounded one.
_LONGEST, _PLACES = 16, 6
_INDENT = "  "
_SIDES = {"lo": "下限", "hi": "上限"}


def conflict_table(system: System, found: Conflicts) -> str:
    """Return the conflicts as lines that a person can check with a pocket calculator."""
    if not found.identities_hold:
        return "\n".join(("恒等关系不能同时成立：", *_sum(proof_of(system, ()))))
    if found.feasible:
        return "这些约束可以同时成立。"
    return "\n".join((*_conflicts(system, found), "", *_repairs(system)))


def _conflicts(system: System, found: Conflicts) -> Iterator[str]:
    total = f"{len(found.sets)}组" if found.complete else f"至少{len(found.sets)}组"
    yield f"这些约束不能同时成立，矛盾有{total}；每一组里放宽任何一条，这一组就能成立。"
    for place, names in enumerate(found.sets[:_SHOWN], start=1):
        yield ""
        yield f"{place}. {'、'.join(names)}"
        yield from _sum(proof_of(system, names))
    if rest := found.sets[_SHOWN:]:
        yield ""
        yield f"其余{len(rest)}组见 --format json。"


def _sum(proof: Proof) -> Iterator[str]:
    for line in proof.lines:
        side = "≥" if line.multiplier > 0 else "≤"
        times = number_text(abs(line.multiplier))
        yield f"{_INDENT}{line.name}（{side} {number_text(line.bound)}）× {times}"
    for variable, multiplier in proof.signs:
        yield f"{_INDENT}{variable} ≥ 0，× {number_text(multiplier)}"
    yield f"{_INDENT}“≤”两边变号后相加，变量全部消去，得 0 ≥ {number_text(proof.total)}"


def _repairs(system: System) -> Iterator[str]:
    try:
        found = repairs(system, seconds=_SECONDS)
    except (TimeUp, UsageError):
        yield "改动最小的办法没有算完，请先处理以上矛盾。"
        return
    if found.single:
        yield "只改一条就能成立的办法，改动小的在前："
        yield from map(_relaxation, found.single[:_SHOWN])
    else:
        yield "没有只改一条就能成立的办法；几条一起改，合计改动最小的是："
        yield from map(_relaxation, found.together)


def _relaxation(change: Relaxation) -> str:
    share = "" if change.share is None else f"，放宽 {float(change.share):.2%}"
    if change.factor is not None:
        factor = _rounded(change.factor, change.side)
        return f"{_INDENT}{change.name}：比例系数乘以 {factor}{share}"
    ends = f"{number_text(change.before)} 改为 {_rounded(change.after, change.side)}"
    return f"{_INDENT}{change.name}：{_SIDES[change.side]}由 {ends}{share}"


def number_text(number: Fraction) -> str:
    """Return an exact decimal or fraction where it is short, else about, with “约”."""
    exact = _decimal(number) or str(number)
    return exact if len(exact) <= _LONGEST else f"约 {float(number):.6g}"


def _rounded(number: Fraction, side: str) -> str:
    """Round to the side on which the change still mends."""
    exact = _decimal(number)
    if exact is not None and len(exact) <= _LONGEST:
        return exact
    rounding = ROUND_FLOOR if side == "lo" else ROUND_CEILING
    with localcontext(prec=_PLACES, rounding=rounding):
        return f"{Decimal(number.numerator) / Decimal(number.denominator):f}"


def _decimal(number: Fraction) -> str | None:
    """Write it as a decimal that ends within the places that a person would read."""
    for places in range(_LONGEST):
        scaled = number * 10**places
        if scaled.denominator == 1:
            return f"{Decimal(scaled.numerator).scaleb(-places):f}"
    return None
