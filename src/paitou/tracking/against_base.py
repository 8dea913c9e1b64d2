"""A change, a relative change or a multiple → the level that it leads to from its base."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from paitou.figures import same_kind
from paitou.figures.goal import Goal
from paitou.model import Attainment, Bound, Measure, Period, Standing, WhyUnknown
from paitou.tracking import pending
from paitou.tracking.by_deadline import Aim, judge_by
from paitou.tracking.fact import Fact
from paitou.tracking.facts import Evidence
from paitou.tracking.judging import standing
from paitou.tracking.wording import (
    amount,
    asked,
    computed,
    difference,
    listed,
    number,
    said,
)

_HUNDRED = Decimal(100)
_PLACES = Decimal("0.0001")
_METHODS = {
    Measure.CHANGE: "change",
    Measure.CHANGE_RATE: "change-rate",
    Measure.MULTIPLE: "multiple",
}


def judge_against_base(evidence: Evidence, goal: Goal) -> Standing:
    """Return where a change against a base stands; without its base it cannot be judged."""
    case = evidence.case
    method = _METHODS[case.statement.measure]
    if direct := _published_change(evidence, goal):
        return direct
    if case.statement.base and not _is_year(case.statement.base):
        found = pending.unknown(evidence, method)
        settles = f"需要“{case.statement.base}”的数值，才能判定"
        return evolve(found, settles=settles)
    if not case.derives_growth and case.statement.measure is Measure.CHANGE_RATE:
        return _compounded(evidence, goal)
    base = evidence.base()
    if base is None or base.value == 0:
        found = pending.unknown(evidence, method)
        what = "为0，不能作比较基数" if base else "未发布"
        reason = f"比较基数{case.base_year}年的数据{what}"
        if found.why_unknown is WhyUnknown.UNVERIFIED:
            reason = f"{found.reason}；{reason}"
        return evolve(found, reason=reason)
    if base.value < 0 and case.statement.measure is not Measure.CHANGE:
        found = pending.unknown(evidence, method)
        reason = f"{said(base, case.statement_unit)}，基数为负，不能按倍数（增幅）比较"
        return evolve(found, reason=reason)
    if base.bound is not Bound.EXACT:
        found = pending.unknown(evidence, method)
        reason = f"只公布了{said(base, case.statement_unit)}，不能作比较基数"
        return evolve(found, reason=reason)
    return judge_by(evidence, _level_aim(evidence, goal, base, method))


def _compounded(evidence: Evidence, goal: Goal) -> Standing:
    """Return a change at constant prices by the published growth of every year since."""
    case = evidence.case
    years = [Period.of_year(y) for y in range(case.base_year + 1, case.last + 1)]
    facts = [evidence.growth(year) for year in years]
    known = [fact for fact in facts if fact is not None]
    if len(known) < len(years) or any(f.bound is not Bound.EXACT for f in known):
        found = pending.unknown(evidence, "change-rate")
        missing = listed([y for y, f in zip(years, facts, strict=True) if f is None])
        tail = f"，缺{missing}增速" if missing else ""
        why = f"{case.base_year}年以来的增速没有公布齐全{tail}"
        reason = f"{why}（总量按现价或样本不同，不能直接相除）"
        return evolve(found, reason=reason)
    product = Decimal(1)
    for fact in known:
        product *= 1 + fact.value / _HUNDRED
    change = Fact(
        value=((product - 1) * _HUNDRED).quantize(_PLACES),
        period=Period.of_years(years[0].year, years[-1].year),
        figures=tuple(i for fact in known for i in fact.figures),
        inferred=True,
        formula="各年增速连乘",
    )
    return _told(evidence, goal, change, bool(goal.decide(change.value)))


def _level_aim(evidence: Evidence, goal: Goal, base: Fact, method: str) -> Aim:
    case = evidence.case
    unit = case.statement_unit
    level = _level(case.statement.measure, goal.aim, base.value)
    is_floor = goal.is_floor
    words = (
        f"{_asked(evidence, goal)}，即从{said(base, unit)}{computed(base)}"
        f"到{case.last}年{'不低于' if is_floor else '不高于'}{amount(level, unit)}（测算）"
    )
    return Aim(
        goal=Goal(
            low=level if is_floor else None,
            high=None if is_floor else level,
            is_strict=goal.is_strict,
            more_is_better=is_floor,
        ),
        unit=unit,
        words=words,
        base=base,
        is_ratio=case.statement.measure is Measure.MULTIPLE,
        method=method,
    )


def _level(measure: Measure, aim: Decimal, base: Decimal) -> Decimal:
    if measure is Measure.CHANGE:
        return base + aim
    if measure is Measure.MULTIPLE:
        return base * aim
    return base * (1 + aim / _HUNDRED)


def _asked(evidence: Evidence, goal: Goal) -> str:
    statement = evidence.case.statement
    since = f"{evidence.case.base_year}年"
    if statement.measure is Measure.MULTIPLE:
        return f"目标为{since}的{number(goal.aim)}倍"
    return f"目标比{since}变动{asked(goal, statement.unit, statement)}"


def _is_year(words: str) -> bool:
    return words.strip()[:4].isdecimal()


def _published_change(evidence: Evidence, goal: Goal) -> Standing | None:
    """Return the standing by a change that was published as such, for just these years."""
    case = evidence.case
    if case.statement.measure is Measure.MULTIPLE:
        return None
    span = Period.of_years(min(case.base_year + 1, case.last), case.last)
    figure = evidence.changes.at(span) or evidence.growths.at(span)
    if figure is None or not figure.is_published or not isinstance(figure.value, Decimal):
        return None
    if not same_kind(figure.unit, case.statement.unit):
        return None
    fact = Fact(
        value=figure.value * figure.unit.scale, period=figure.period, bound=figure.bound,
        figures=(figure.id,),
    )  # fmt: skip
    held = goal.decide(fact.value, fact.bound, figure.qualifier)
    return None if held is None else _told(evidence, goal, fact, held)


def _told(evidence: Evidence, goal: Goal, fact: Fact, held: bool) -> Standing:
    case, unit = evidence.case, evidence.case.statement.unit
    words = "已达到" if held else f"差{difference(fact.value - goal.aim, unit)}"
    share = fact.value / goal.aim if goal.aim else None
    is_near = share is not None and share >= case.rules.nearly
    short = Attainment.NEARLY if is_near else Attainment.MISSED
    return standing(
        evidence,
        Attainment.MET if held else short,
        f"{case.last}年比{case.base_year}年变动{amount(fact.value, unit)}{computed(fact)}，"
        f"目标{asked(goal, unit, case.statement)}，{words}",
        fact=fact,
        required=goal.aim,
        share=None if share is None else float(share),
        method=_METHODS[case.statement.measure],
    )
