"""Marks of judges, sides or voters → satisfaction, mutual marks, a jury."""

from __future__ import annotations

from fractions import Fraction

from paitou.contest.formulas.case import Answer, Case, Lack
from paitou.contest.formulas.wording import enclosed, percent, result, rounded, said
from paitou.contest.results import Working

_NIL, _HUNDRED = Fraction(0), Fraction(100)


def satisfaction(case: Case) -> Answer:
    """Return the mean of the levels by votes, of 100 (practice.md F_SAT, NBS 2009)."""
    levels, votes = case.numbers("levels"), case.marks
    if len(votes) != len(levels):
        return Lack(f"票数应有{len(levels)}档，现有{len(votes)}档")
    if min(votes) < 0 or not sum(votes):
        return Lack("票数是负数" if min(votes) < 0 else "没有有效票")
    total = sum(votes, _NIL)
    marks = sum((v * level for v, level in zip(votes, levels, strict=True)), _NIL) / total
    summands = "＋".join(
        f"{said(v)}×{enclosed(level)}" for v, level in zip(votes, levels, strict=True)
    )
    return Working(
        formula="satisfaction",
        share=marks / _HUNDRED,
        inputs=tuple((f"{said(at)}分票数", v) for v, at in zip(votes, levels, strict=True)),
        words=f"（{summands}）÷{said(total)}{result(marks)}",
    )


def peer(case: Case) -> Answer:
    """Return the marks of each side by its share (practice.md F_PEER)."""
    shares, marks = case.numbers("shares"), case.marks
    if len(marks) != len(shares):
        return Lack(f"应有{len(shares)}方评分，现有{len(marks)}方")
    of = case.number("of") or _HUNDRED
    found = sum((m * share for m, share in zip(marks, shares, strict=True)), _NIL)
    summands = "＋".join(
        f"{enclosed(m)}×{percent(s)}" for m, s in zip(marks, shares, strict=True)
    )
    return Working(
        formula="peer",
        share=found / of,
        inputs=(*((f"第{n}方评分", m) for n, m in enumerate(marks, 1)), ("满分", of)),
        words=f"{summands}{result(found)}，满分{said(of)}",
    )


def jury(case: Case) -> Answer:
    """Return the mean of the judges without the highest and lowest marks (观摩点评).

    Nothing is dropped where nobody would be left.
    """
    of = case.number("of") or _HUNDRED
    high, low = int(case.number("drop_high") or 0), int(case.number("drop_low") or 0)
    marks = sorted(case.marks)
    if not marks:
        return Lack("没有评委打分")
    is_enough = len(marks) > high + low
    kept = marks[low : len(marks) - high] if is_enough else marks
    mean = sum(kept, _NIL) / len(kept)
    words = f"{len(marks)}位评委"
    if high + low:
        dropped = f"去掉{high}个最高分、{low}个最低分"
        words += f"，{dropped}" if is_enough else f"，人数不足，不{dropped}"
    words += f"，（{'＋'.join(map(said, kept))}）÷{len(kept)}＝{rounded(mean, 2)}"
    return Working(
        formula="jury",
        share=mean / of,
        inputs=(*((f"评委{n}", m) for n, m in enumerate(case.marks, 1)), ("满分", of)),
        words=f"{words}，满分{said(of)}",
        clipped=is_enough and high + low > 0,
    )
