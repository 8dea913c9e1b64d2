"""A value by itself → goalposts, points by amount or by steps, control, a given score."""

from __future__ import annotations

from fractions import Fraction

from paitou.contest.formulas.case import Answer, Case, Lack, clipped, lacking
from paitou.contest.formulas.wording import enclosed, less, percent, rounded, said
from paitou.contest.results import Working
from paitou.model import Fact

_ONE, _NIL = Fraction(1), Fraction(0)


def goalposts(case: Case) -> Answer:
    """Return the way between two fixed posts that is gone (contest.md §3.2)."""
    value, low, high = case.value, case.number("low"), case.number("high")
    if value is None:
        return lacking(case)
    if low is None or high is None or low == high:
        return Lack("没有两个不同的阈值")
    low, high = sorted((low, high))
    found = (value - low if case.direction > 0 else high - value) / (high - low)
    gap = less(value, low) if case.direction > 0 else less(high, value)
    share, limit = clipped(found, _NIL, _ONE) if case.is_on("clip") else (found, "")
    words = f"{gap}÷{less(high, low)}＝{percent(found)}"
    return Working(
        formula="goalposts",
        share=share,
        inputs=(("实际值", value), ("上限", high), ("下限", low)),
        words=words + (f"，按{limit}{percent(share)}计" if limit else ""),
        clipped=bool(limit),
    )


def control(case: Case) -> Answer:
    """Return full marks less points for each event, never below nothing (F_CONTROL)."""
    events, each = _counted(case), case.number("each") or _NIL
    if events is None:
        return lacking(case)
    if events < 0:
        return Lack(f"件数{said(events)}是负数")
    marks = case.full - each * events
    kept, limit = clipped(marks, _NIL, None)
    words = f"{said(case.full)}−{said(each)}×{said(events)}＝{rounded(marks, 2)}分"
    return Working(
        formula="control",
        share=kept / case.full,
        inputs=(("件数", events), ("每起扣分", each), ("满分", case.full)),
        words="未发生，得满分" if not events else words + ("，扣完为止" if limit else ""),
        clipped=bool(limit),
    )


def count(case: Case) -> Answer:
    """Return points for each unit of the value, up to the most (practice.md §5.2 延安)."""
    value, each, most = _counted(case), case.number("each") or _NIL, case.number("most")
    if value is None:
        return lacking(case)
    marks = each * value
    kept, limit = clipped(marks, None, most)
    words = f"{said(value)}×{enclosed(each)}＝{rounded(marks, 2)}分"
    return Working(
        formula="count",
        share=kept / case.full,
        inputs=(("数量", value), ("每个得分", each)),
        words=words + (f"，按最高{said(kept)}分计" if limit else ""),
        clipped=bool(limit),
    )


def steps(case: Case) -> Answer:
    """Return the points of the highest step that the value reaches; nothing below all."""
    value = _counted(case)
    if value is None:
        return lacking(case)
    rungs = sorted(zip(case.numbers("from"), case.numbers("points"), strict=False))
    reached = [rung for rung in rungs if rung[0] <= value]
    start, marks = reached[-1] if reached else (None, _NIL)
    words = f"低于最低一档{said(rungs[0][0])}，得零分" if rungs else "没有分档"
    if start is not None:
        words = f"{said(value)}在{said(start)}以上一档，得{said(marks)}分"
    else:
        words = f"{said(value)}{words}"
    return Working(
        formula="steps",
        share=marks / case.full,
        inputs=(("实际值", value), ("本档得分", marks)),
        words=words,
    )


def given(case: Case) -> Answer:
    """Return a score that was given already, of 100 or what `of` says."""
    value, of = case.value, case.number("of") or Fraction(100)
    if value is None:
        return lacking(case)
    share = value / of
    return Working(
        formula="given",
        share=share,
        inputs=(("评分", value), ("满分", of)),
        words=f"{said(value)}÷{said(of)}＝{percent(share)}",
    )


def _counted(case: Case) -> Fraction | None:
    """Return the value, or the number of events where only they were counted."""
    return case.facts.get(Fact.COUNT) if case.value is None else case.value
