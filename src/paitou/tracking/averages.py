"""An average growth over years → the level that it leads to, or the growth of each year."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from paitou.figures.goal import Goal
from paitou.model import Attainment, Bound, Period, Standing
from paitou.tracking import pending
from paitou.tracking.by_deadline import CLOSE_POINTS, Aim, judge_by, root
from paitou.tracking.fact import Fact, decide_fact
from paitou.tracking.facts import Evidence
from paitou.tracking.judging import standing
from paitou.tracking.wording import asked, computed, listed, number, said

_HUNDRED = Decimal(100)
METHOD = "growth-average"


def judge_average(evidence: Evidence, goal: Goal) -> Standing:
    """Return where an average growth stands (水平法: (end ÷ base)^(1/n) − 1).

    In this order: the average as published; the level that it leads to from the base year,
    where growth may be computed from levels; the yearly growths multiplied up.
    """
    case = evidence.case
    span = Period.of_years(case.first, case.last)
    if published := _published(evidence, span):
        return _judged(evidence, goal, published)
    base = evidence.base() if case.derives_growth else None
    if base is not None and base.value > 0 and base.bound is Bound.EXACT:
        return judge_by(evidence, _level_aim(evidence, goal, base))
    if base is not None and base.bound is not Bound.EXACT:
        found = pending.unknown(evidence, METHOD)
        reason = f"只公布了{said(base, case.statement_unit)}，不能作比较基数"
        return evolve(found, reason=reason)
    return _compounded(evidence, goal)


def _published(evidence: Evidence, span: Period) -> Fact | None:
    figure = evidence.averages.at(span)
    if figure is None or not figure.is_published or not isinstance(figure.value, Decimal):
        return None
    return Fact(
        value=figure.value, period=span, bound=figure.bound, figures=(figure.id,),
        qualifier=figure.qualifier,
    )  # fmt: skip


def _level_aim(evidence: Evidence, goal: Goal, base: Fact) -> Aim:
    """Return the level at the end that the growth leads to from the base."""
    case = evidence.case
    years = case.last - case.base_year
    factor = (1 + goal.aim / _HUNDRED) ** years
    level = base.value * factor
    unit = case.statement_unit
    low = level if goal.is_floor else None
    words = (
        f"目标年均增长{asked(goal, case.statement.unit, case.statement)}，"
        f"即从{said(base, unit)}{computed(base)}到{case.last}年达到"
        f"{number(level / unit.scale)}{unit.text}（测算）"
    )
    return Aim(
        goal=Goal(
            low=low,
            high=None if goal.is_floor else level,
            is_strict=goal.is_strict,
            more_is_better=goal.is_floor,
        ),
        unit=unit,
        words=words,
        base=base,
        rate=1 + goal.aim / _HUNDRED,
        is_of_the_end=True,
        method="growth-level",
    )


def _judged(evidence: Evidence, goal: Goal, fact: Fact) -> Standing:
    unit = evidence.case.statement.unit
    held = decide_fact(goal, fact)
    if held is None:
        return pending.unknown(evidence, METHOD, latest=fact)
    gap = fact.value - goal.aim if goal.is_floor else goal.aim - fact.value
    near = not held and -gap <= CLOSE_POINTS
    verdict = Attainment.MET if held else Attainment.NEARLY if near else Attainment.MISSED
    words = "已达到" if held else f"差{number(-gap, Decimal('0.1'))}个百分点"
    goal_words = asked(goal, unit, evidence.case.statement)
    return standing(
        evidence, verdict,
        f"{said(fact, unit)}{computed(fact)}，目标年均{goal_words}，{words}",
        fact=fact, required=goal.aim, method=METHOD, pace_pp=float(gap),
    )  # fmt: skip


def _compounded(evidence: Evidence, goal: Goal) -> Standing:
    """Return the standing by the published growth of each year, multiplied up."""
    case = evidence.case
    years = [Period.of_year(year) for year in range(case.first, case.last + 1)]
    facts = {period: evidence.growth(period) for period in years}
    known = {period: fact for period, fact in facts.items() if fact is not None}
    if not known:
        return pending.unknown_growth(evidence, METHOD)
    only = list(known.values())
    average = only[0] if len(only) == 1 else _mean(only)
    if len(known) == len(years):
        return _judged(evidence, goal, average)
    missing = [period for period in years if period not in known]
    unit = case.statement.unit
    goal_words = asked(goal, unit, case.statement)
    mean = "平均" if len(only) > 1 else "增长"
    words = f"{average.period.label}{mean}{number(average.value)}%{computed(average)}"
    if any(period.last_day < evidence.as_of for period in missing):
        found = pending.unknown(evidence, METHOD)
        return evolve(
            found, figures=average.figures,
            reason=f"{words}，目标年均{goal_words}，{listed(missing)}数据未发布",
        )  # fmt: skip
    lead = average.value - goal.aim if goal.is_floor else goal.aim - average.value
    behind = lead < -case.rules.tolerance_pp
    side = "低于" if average.value < goal.aim else "不低于"
    return standing(
        evidence, Attainment.BEHIND if behind else Attainment.ON_TRACK,
        f"{words}，{side}年均目标{number(goal.aim)}%",
        fact=average, required=goal.aim, method=METHOD, pace_pp=float(lead),
        settles=f"{listed(missing)}增速",
    )  # fmt: skip


def _mean(facts: list[Fact]) -> Fact:
    product = Decimal(1)
    for fact in facts:
        product *= 1 + fact.value / _HUNDRED
    mean = (root(product, len(facts)) - 1) * _HUNDRED
    exact = all(fact.bound is Bound.EXACT for fact in facts)
    first, last = facts[0].period.year, facts[-1].period.year
    return Fact(
        value=mean.quantize(Decimal("0.0001")),
        period=Period.of_years(first, last),
        bound=Bound.EXACT if exact else Bound.ABOUT,
        figures=tuple(i for fact in facts for i in fact.figures),
        inferred=True,
        formula="各年增速连乘开方",
    )
