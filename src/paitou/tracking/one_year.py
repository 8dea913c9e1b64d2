"""A target for one year → its figure judged, or the year so far."""

from __future__ import annotations

from paitou.figures.goal import Goal
from paitou.model import Attainment, Period, Standing
from paitou.tracking import pending
from paitou.tracking.by_deadline import CLOSE_POINTS, Aim, judge_by
from paitou.tracking.fact import Fact, decide_fact
from paitou.tracking.facts import Evidence
from paitou.tracking.judging import standing
from paitou.tracking.wording import amount, asked, computed, points, said


def judge_growth(evidence: Evidence, goal: Goal) -> Standing:
    """Return where a growth target of one year stands, in the year by the growth so far."""
    case = evidence.case
    fact = evidence.growth(Period.of_year(case.last))
    held = decide_fact(goal, fact) if fact else None
    if fact is not None and held is not None:
        return _judged(evidence, goal, fact, held=held)
    running = evidence.growth_so_far(case.last)
    if running is None or evidence.is_over:
        return pending.unknown_growth(evidence, "growth-year", latest=running)
    return _so_far(evidence, goal, running)


def judge_level_of_year(evidence: Evidence, goal: Goal) -> Standing:
    """Return where a level stands that is asked for in one year."""
    aim = Aim(goal=goal, unit=evidence.case.statement.unit, method="level-year")
    return judge_by(evidence, aim)


def _judged(evidence: Evidence, goal: Goal, fact: Fact, *, held: bool) -> Standing:
    """Return met, nearly or missed.

    The share of a growth is no measure of nearness (0.2 % of 0.4 % is half of it and 0.2
    points short), so within half a point it is 基本完成, as in reconciling.
    """
    unit = evidence.case.statement.unit
    gap = abs(fact.value - goal.aim)
    near = not held and gap <= CLOSE_POINTS
    verdict = Attainment.MET if held else Attainment.NEARLY if near else Attainment.MISSED
    told = f"{said(fact, unit)}{computed(fact)}，"
    told += f"目标{asked(goal, unit, evidence.case.statement)}，"
    side = "低于" if goal.is_floor else "高于"
    told += "已达到" if held else f"{side}目标{points(gap)}"
    lead = fact.value - goal.aim if goal.is_floor else goal.aim - fact.value
    return standing(
        evidence, verdict, told, fact=fact, required=goal.aim, method="growth-year",
        pace_pp=float(lead),
    )  # fmt: skip


def _so_far(evidence: Evidence, goal: Goal, running: Fact) -> Standing:
    unit = evidence.case.statement.unit
    lead = running.value - goal.aim if goal.is_floor else goal.aim - running.value
    behind = lead < -evidence.case.rules.tolerance_pp
    side = "高于" if running.value > goal.aim else "低于"
    told = "与目标增速持平" if lead == 0 else f"{side}目标增速{points(lead)}"
    return standing(
        evidence,
        Attainment.BEHIND if behind else Attainment.ON_TRACK,
        f"{said(running, unit)}，全年目标{amount(goal.aim, unit)}，{told}",
        fact=running, required=goal.aim, method="growth-year", pace_pp=float(lead),
        settles=f"{evidence.case.last}年全年增速",
    )  # fmt: skip
