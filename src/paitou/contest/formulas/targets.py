"""A value and its target, base or past → done, ratio, over, distance, improvement."""

from __future__ import annotations

from fractions import Fraction

from paitou.contest.formulas.case import Answer, Case, Lack, clipped, lacking
from paitou.contest.formulas.wording import (
    enclosed,
    less,
    percent,
    plus,
    result,
    rounded,
    said,
)
from paitou.contest.results import Working
from paitou.model import Fact

_ONE, _NIL, _HUNDRED = Fraction(1), Fraction(0), Fraction(100)


def done(case: Case) -> Answer:
    """Return full marks where the target is reached, else nothing (practice.md F_DONE)."""
    value, (name, target) = case.value, _aim(case)
    if value is None:
        return lacking(case)
    if target is None:
        return lacking(case, Fact.TARGET)
    reached = _reaches(value, target, case.direction)
    sign = ("≥" if reached else "＜") if case.direction > 0 else ("≤" if reached else "＞")
    words = f"{said(value)}{sign}{name}{said(target)}，{'已' if reached else '未'}达到"
    return Working(
        formula="done",
        share=_ONE if reached else _NIL,
        inputs=(("实际值", value), (name, target)),
        words=f"{words}，得{'满分' if reached else '零分'}",
    )


def ratio(case: Case) -> Answer:
    """Return the share of a target or base that is reached (practice.md F_RATIO).

    Against a target of zero or below there is no ratio. Where less is better it is target
    ÷ value, or 2 − value ÷ target (`reverse`).
    """
    value, (name, target) = case.value, _aim(case)
    if value is None:
        return lacking(case)
    if target is None:
        return lacking(case, Fact.TARGET)
    if target <= 0:
        return Lack(f"{name}{said(target)}不是正数，不能计算完成率")
    return _ratio(case, value, name, target)


def _ratio(case: Case, value: Fraction, name: str, target: Fraction) -> Answer:
    cap, floor = case.number("cap"), case.number("floor")
    if case.direction > 0:
        found, words = value / target, f"{said(value)}÷{said(target)}"
    elif case.word("reverse") == "two_minus":
        found, words = 2 - value / target, f"2−{enclosed(value)}÷{said(target)}"
    elif value > 0:
        found, words = target / value, f"{said(target)}÷{said(value)}"
    elif cap is None:
        return Lack(f"实际值{said(value)}不是正数，又没有封顶，不能作除数")
    else:
        words = f"实际值{said(value)}不是正数，按最高{percent(cap)}计"
        return _of_target(case, value, name, target, cap, words, is_clipped=True)
    share, limit = clipped(found, floor, cap)
    words += f"＝{percent(found)}" + (f"，按{limit}{percent(share)}计" if limit else "")
    return _of_target(case, value, name, target, share, words, is_clipped=bool(limit))


def _of_target(  # noqa: PLR0913 -- what a working is made of
    case: Case,
    value: Fraction,
    name: str,
    target: Fraction,
    share: Fraction,
    words: str,
    *,
    is_clipped: bool,
) -> Working:
    inputs = [("实际值", value), (name, target)]
    limits = (("封顶", case.number("cap")), ("保底", case.number("floor")))
    inputs += [(word, limit) for word, limit in limits if limit is not None]
    return Working(
        formula=case.formula.name,
        share=share,
        inputs=tuple(inputs),
        words=words,
        clipped=is_clipped,
    )


def over(case: Case) -> Answer:
    """Return the marks for a target over- or underfulfilled in steps (practice.md F_OVER).

    Points are those of each percentage point of the completion rate.
    """
    value, target = case.value, case.facts.get(Fact.TARGET)
    if value is None or target is None:
        return lacking(case, case.formula.on if value is None else Fact.TARGET)
    if target <= 0 or (case.direction < 0 and value <= 0):
        bad = f"目标值{said(target)}" if target <= 0 else f"实际值{said(value)}"
        return Lack(f"{bad}不是正数，不能计算完成率")
    rate = (value / target if case.direction > 0 else target / value) * _HUNDRED
    start = _start(case)
    change, words = _steps_over(case, rate)
    most = case.number("most")
    kept, limit = clipped(change, None if most is None else -most, most)
    marks = start + kept
    note = f"，加减分按最多{said(abs(kept))}分计" if limit else ""
    words = f"完成率{rounded(rate, 2)}%，{said(start)}{words}{result(start + change)}{note}"
    return Working(
        formula="over",
        share=marks / case.full,
        inputs=(("实际值", value), ("目标值", target), ("基础分", start), ("加减分", kept)),
        words=f"{words}，得{rounded(marks, 2)}分" if limit else f"{words}分",
        clipped=bool(limit),
    )


def _steps_over(case: Case, rate: Fraction) -> tuple[Fraction, str]:
    """Return what the completion rate adds, and the summands in words."""
    short, more = case.number("short") or _NIL, case.number("over") or _NIL
    beyond, until = case.number("beyond") or _NIL, case.number("until") or _HUNDRED
    if rate < _HUNDRED:
        words = f"−{said(short)}×（100−{rounded(rate, 2)}）"
        return -short * (_HUNDRED - rate), words
    first = min(rate, until) - _HUNDRED
    words = f"＋{said(more)}×{rounded(first, 2)}"
    if rate <= until:
        return more * first, words
    rest = rate - until
    return more * first + beyond * rest, f"{words}＋{said(beyond)}×{rounded(rest, 2)}"


def distance(case: Case) -> Answer:
    """Return how much of the way from a base to the target is gone (contest.md §3.2)."""
    start = case.number("from")
    target = case.facts.get(Fact.TARGET)
    if start is None or target is None:
        return Lack("缺少起点值") if start is None else lacking(case, Fact.TARGET)
    return _way(case, ("起点值", start), ("目标值", target), case.number("cap"))


def improvement(case: Case) -> Answer:
    """Return how much of what was still open it has gained (contest.md §8.4)."""
    best, past = case.number("best"), case.facts.get(Fact.PREVIOUS)
    if best is None or past is None:
        return Lack("缺少最好值") if best is None else lacking(case, Fact.PREVIOUS)
    return _way(case, ("上期值", past), ("最好值", best), _ONE)


def _way(
    case: Case,
    origin: tuple[str, Fraction],
    goal: tuple[str, Fraction],
    cap: Fraction | None,
) -> Answer:
    value, (first, start), (last, end) = case.value, origin, goal
    if value is None:
        return lacking(case)
    inputs = (("实际值", value), origin, goal)
    if (end - start) * case.direction <= 0:
        reached = _reaches(value, end, case.direction)
        words = f"{first}{said(start)}已不差于{last}{said(end)}，本期{said(value)}"
        words += "仍达到，得满分" if reached else "没有达到，得零分"
        share = _ONE if reached else _NIL
        return Working(formula=case.formula.name, share=share, inputs=inputs, words=words)
    found = (value - start) / (end - start)
    share, limit = clipped(found, case.number("floor"), cap)
    words = f"{less(value, start)}÷{less(end, start)}＝{percent(found)}"
    words += f"，按{limit}{percent(share)}计" if limit else ""
    return Working(
        formula=case.formula.name,
        share=share,
        inputs=inputs,
        words=words,
        clipped=bool(limit),
    )


def versus_city(case: Case) -> Answer:
    """Return marks by how far the value is above the city's (practice.md F_VS_CITY)."""
    value, city = case.value, _city(case)
    if value is None or city is None:
        return lacking(case, case.formula.on if value is None else Fact.CITY)
    start, each = _start(case), case.number("per_point") or _NIL
    ahead = (value - city) * case.direction
    marks = start + each * ahead
    kept, limit = clipped(marks, case.number("least"), case.number("most"))
    gap = less(value, city) if case.direction > 0 else less(city, value)
    words = f"{said(start)}＋{said(each)}×{gap}{result(marks)}分"
    return Working(
        formula="versus_city",
        share=kept / case.full,
        inputs=(
            ("实际值", value), ("全市值", city), ("基础分", start), ("每单位", each),
        ),
        words=words + (f"，按{limit}{said(kept)}分计" if limit else ""),
        clipped=bool(limit),
    )  # fmt: skip


def taper(case: Case) -> Answer:
    """Return marks that taper off band by band above the city's (practice.md F_TAPER).

    A shortfall is the mirror image; what lies beyond the last band counts as in it.
    """
    value, city = case.value, _city(case)
    if value is None or city is None:
        return lacking(case, case.formula.on if value is None else Fact.CITY)
    start, band = _start(case), case.number("band") or _NIL
    divisors = case.numbers("divisors")
    if band <= 0 or not divisors or not all(each > 0 for each in divisors):
        return Lack("档宽和各档的除数必须是正数")
    ahead = (value - city) * case.direction
    sign = 1 if ahead >= 0 else -1
    pieces = _pieces(abs(ahead), band, len(divisors))
    each = [
        sign * piece * start / divisor
        for piece, divisor in zip(pieces, divisors, strict=False)
    ]
    mark = "＋" if sign > 0 else "−"
    words = "".join(
        f"{mark}{said(piece)}×{said(start)}÷{said(divisor)}"
        for piece, divisor in zip(pieces, divisors, strict=False)
    )
    marks = start + sum(each, _NIL)
    return Working(
        formula="taper",
        share=marks / case.full,
        inputs=(("实际值", value), ("全市值", city), ("基础分", start), ("档宽", band)),
        words=f"比全市{plus(ahead)}，{said(start)}{words}{result(marks)}分",
    )


def _pieces(length: Fraction, band: Fraction, bands: int) -> list[Fraction]:
    """Return how much of a length falls into each band; the last has no end."""
    pieces: list[Fraction] = []
    while length > 0:
        piece = length if len(pieces) == bands - 1 else min(length, band)
        pieces.append(piece)
        length -= piece
    return pieces


def _aim(case: Case) -> tuple[str, Fraction | None]:
    """Return the target, or the base that the rulebook gives everybody instead."""
    base = case.number("base")
    if base is not None:
        return "基准值", base
    return "目标值", case.facts.get(Fact.TARGET)


def _city(case: Case) -> Fraction | None:
    """Return the city's value of the same fact, else the one that the row has."""
    found = case.city.get(case.formula.on)
    return case.facts.get(Fact.CITY) if found is None else found


def _start(case: Case) -> Fraction:
    start = case.number("start")
    return case.full if start is None else start


def _reaches(value: Fraction, target: Fraction, direction: int) -> bool:
    return value >= target if direction > 0 else value <= target
