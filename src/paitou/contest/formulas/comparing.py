"""A value among those of its group → efficacy, min-max, z, rank, percentile, Borda."""

from __future__ import annotations

from fractions import Fraction

from paitou.contest.formulas.case import Answer, Case, Lack, Peers, clipped, lacking
from paitou.contest.formulas.wording import less, percent, result, rounded, said
from paitou.contest.results import Working
from paitou.model import Flat

_ONE, _NIL, _HUNDRED = Fraction(1), Fraction(0), Fraction(100)
_FLAT = {
    Flat.FULL: (_ONE, "按满分计"),
    Flat.HALF: (Fraction(1, 2), "按满分的一半计"),
    Flat.ZERO: (_NIL, "按零分计"),
}


def efficacy(case: Case) -> Answer:
    """Return 60 + 40 × (x − min) ÷ (max − min) of 100 (practice.md F_EFF60, 江西 2012)."""
    base, span = case.number("base") or _NIL, case.number("span") or _NIL
    return _between(case, base, span)


def minmax(case: Case) -> Answer:
    """Return (x − min) ÷ (max − min) (contest.md §3.2)."""
    return _between(case, _NIL, _HUNDRED)


def _between(case: Case, base: Fraction, span: Fraction) -> Answer:
    value, peers = case.value, case.peers.get(case.formula.on)
    if value is None:
        return lacking(case)
    if peers is None:
        return Lack("本组没有可以比较的数")
    low, high = peers.bounds
    inputs = (("实际值", value), ("最高值", high), ("最低值", low))
    if not peers.width:
        return _level(case, inputs, f"最高值与最低值都是{said(low)}")
    # Unless bounds were fixed, the value itself is one of those that they are taken from.
    limits = peers.bounds if peers.is_fixed and case.is_on("clip") else (None, None)
    kept, edge = clipped(value, *limits)
    above = kept - low if case.direction > 0 else high - kept
    gap = less(kept, low) if case.direction > 0 else less(high, kept)
    found = base + span * above / peers.width
    words = f"{said(span)}×{gap}÷{peers.width_words}{result(found)}"
    words = f"{said(base)}＋{words}" if base else words
    if edge:
        words = f"{said(value)}超出事先确定的范围，按{edge}值{said(kept)}计，{words}"
    return Working(
        formula=case.formula.name,
        share=found / _HUNDRED,
        inputs=(*inputs, ("基础", base), ("系数", span)),
        words=words,
        clipped=bool(edge),
    )


def zscore(case: Case) -> Answer:
    """Return mean + spread × (x − average) ÷ deviation of 100 (contest.md §3.2)."""
    found = _compared(case)
    if isinstance(found, Lack):
        return found
    value, peers = found
    mean, spread = case.number("mean") or _NIL, case.number("spread") or _NIL
    inputs = (("实际值", value), ("平均数", peers.mean), ("标准差", peers.deviation))
    if not peers.deviation:
        return _level(case, inputs, "各家的数相同，没有离差")
    ahead = (value - peers.mean) * case.direction
    marks = mean + spread * ahead / peers.deviation
    gap = less(value, peers.mean) if case.direction > 0 else less(peers.mean, value)
    words = f"{said(mean)}＋{said(spread)}×{gap}÷{said(peers.deviation)}{result(marks)}"
    return Working(
        formula="zscore",
        share=marks / _HUNDRED,
        inputs=(*inputs, ("均分", mean), ("系数", spread)),
        words=words,
    )


def rank(case: Case) -> Answer:
    """Return full marks less a step for each place (practice.md F_RANK).

    Equal values share the better place.
    """
    found = _compared(case)
    if isinstance(found, Lack):
        return found
    value, peers = found
    place = peers.better(value, case.direction) + 1
    tie = "（并列）" if peers.equal(value) > 1 else ""
    inputs = (("实际值", value), ("位次", Fraction(place)), ("家数", Fraction(peers.count)))
    head = f"{said(value)}在{peers.count}家中居第{place}位{tie}"
    if steps := case.numbers("steps"):
        share = steps[place - 1] if place <= len(steps) else case.number("least") or _NIL
        words = f"{head}，得满分的{percent(share)}"
        return Working(formula="rank", share=share, inputs=inputs, words=words)
    step, least = case.number("step") or _NIL, case.number("least") or _NIL
    found_share = 1 - step * (place - 1)
    share, limit = clipped(found_share, least, None)
    words = f"{head}，1−{said(step)}×（{place}−1）＝{percent(found_share)}"
    return Working(
        formula="rank",
        share=share,
        inputs=(*inputs, ("每位递减", step), ("最低", least)),
        words=words + (f"，按最低{percent(share)}计" if limit else ""),
        clipped=bool(limit),
    )


def percentile(case: Case) -> Answer:
    """Return the share of the others that are not better (contest.md §3.2)."""
    found = _compared(case)
    if isinstance(found, Lack):
        return found
    value, peers = found
    place, count = peers.better(value, case.direction) + 1, peers.count
    inputs = (("实际值", value), ("位次", Fraction(place)), ("家数", Fraction(count)))
    if count == 1:
        return _level(case, inputs, "只有一家有数")
    share = Fraction(count - place, count - 1)
    return Working(
        formula="percentile",
        share=share,
        inputs=inputs,
        words=f"{said(value)}居第{place}位，（{count}−{place}）÷（{count}−1）＝{percent(share)}",
    )


def borda(case: Case) -> Answer:
    """Return marks for each that it beats, half of them for one that it equals."""
    found = _compared(case)
    if isinstance(found, Lack):
        return found
    value, peers = found
    others = peers.count - 1
    level = peers.equal(value) - 1
    won = Fraction(others - level - peers.better(value, case.direction))
    beaten = won + Fraction(level, 2)
    inputs = (("实际值", value), ("胜出家数", beaten), ("其余家数", Fraction(others)))
    each = case.number("each")
    if each is None and not others:
        return _level(case, inputs, "只有一家有数")
    share = each * beaten / case.full if each is not None else beaten / others
    tie = f"、平{level}家（各算半家）" if level else ""
    words = f"{said(value)}胜{said(won)}家{tie}，"
    if each is not None:
        words += f"{said(beaten)}×{said(each)}＝{rounded(each * beaten, 2)}分"
    else:
        words += f"{said(beaten)}÷{others}＝{percent(share)}"
    return Working(formula="borda", share=share, inputs=inputs, words=words)


def _compared(case: Case) -> tuple[Fraction, Peers] | Lack:
    value, peers = case.value, case.peers.get(case.formula.on)
    if value is None:
        return lacking(case)
    return (value, peers) if peers and peers.values else Lack("本组没有可以比较的数")


def _level(case: Case, inputs: tuple[tuple[str, Fraction], ...], why: str) -> Working:
    share, words = _FLAT[case.flat]
    return Working(
        formula=case.formula.name, share=share, inputs=inputs, words=f"{why}，{words}"
    )
