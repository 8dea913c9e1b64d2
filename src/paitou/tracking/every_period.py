"""A target that every year must hold → held, broken once for all, or open."""

from __future__ import annotations

from typing import Unpack

from attrs import evolve, frozen

from paitou.figures.goal import Goal
from paitou.model import Attainment, Measure, Period, PeriodTest, Standing, WhyUnknown
from paitou.tracking import pending
from paitou.tracking.cases import Kind
from paitou.tracking.fact import Fact, decide_fact
from paitou.tracking.facts import Evidence
from paitou.tracking.judging import Told, standing
from paitou.tracking.pace import elapsed_share, growth_words, pace_of, pace_words
from paitou.tracking.quotas import quota_of
from paitou.tracking.wording import amount, asked, computed, inner, listed, points, said

METHOD = "every-year"


@frozen(kw_only=True)
class _Year:
    """One year of the target: its goal, what is known of it, and whether it held."""

    period: Period
    goal: Goal
    fact: Fact | None
    held: bool | None


def judge_every(evidence: Evidence, goal: Goal) -> Standing:
    """Return where a target stands that each of its years is tested for on its own.

    No averaging: one year that is known to fall short breaks it for good, and as long as
    a year is not published it is not met.
    """
    case = evidence.case
    years = [_year(evidence, goal, year) for year in range(case.first, case.last + 1)]
    broken = [year.period for year in years if year.held is False]
    open_years = [year for year in years if year.held is None]
    if broken:
        tail = f"{listed(broken)}未达到"
        # Of a single year nothing was kept up that could be broken.
        verdict = Attainment.BROKEN if len(years) > 1 else Attainment.MISSED
        return _told(evidence, goal, years, verdict, tail)
    if not open_years:
        return _told(evidence, goal, years, Attainment.MET, "各年均达到")
    return _open(evidence, goal, years, open_years)


def _year(evidence: Evidence, goal: Goal, year: int) -> _Year:
    wanted, period = _year_goal(evidence, goal, year), Period.of_year(year)
    match evidence.case.statement.measure:
        case Measure.GROWTH_EACH | Measure.GROWTH:
            fact = evidence.growth(period)
        case Measure.CHANGE:
            fact = evidence.change(period)
        case _ if evidence.case.kind is Kind.FLOW:
            fact = evidence.year(year)
        case _:
            fact = evidence.level(period)
    held = decide_fact(wanted, fact) if fact else None
    if held is False and fact and _is_about(evidence, wanted, fact):
        held = None
    return _Year(period=period, goal=wanted, fact=fact, held=held)


def _is_about(evidence: Evidence, goal: Goal, fact: Fact) -> bool:
    """Return whether a value just beyond a 左右 may still be called so; people decide.

    Where neither more nor less is better the plan does not say how far 左右 goes.
    """
    near = goal.nearness(fact.value)
    is_band = goal.low is not None and goal.high is not None
    return is_band and near is not None and near >= evidence.case.rules.nearly


def _year_goal(evidence: Evidence, goal: Goal, year: int) -> Goal:
    """Return the goal of a year: its quota where one was laid down."""
    quota = quota_of(evidence.case.quotas, year)
    if quota is None:
        return goal
    return goal.moved(quota * evidence.case.statement.unit.scale)


def _told(
    evidence: Evidence,
    goal: Goal,
    years: list[_Year],
    verdict: Attainment,
    tail: str,
    **told: Unpack[Told],
) -> Standing:
    """Return the standing; its reason names every year that is known, then the tail."""
    unit = evidence.case.statement.unit
    known = [(year, year.fact) for year in years if year.fact is not None]
    values = "，".join(f"{said(fact, unit)}{computed(fact)}" for _, fact in known)
    decisive = next((f for y, f in known if y.held is False), known[-1][1])
    told["fact"], told["method"] = decisive, METHOD
    told["figures"] = tuple(i for _, fact in known for i in fact.figures)
    told["required"], told["tests"] = goal.aim, _tests(evidence, years)
    told["inferred"] = any(fact.inferred for _, fact in known)
    words = f"要求每年{asked(goal, unit, evidence.case.statement)}"
    if len({year.goal.aim for year in years}) > 1:
        duties = (f"{y.period.label}{amount(y.goal.aim, unit)}" for y in years)
        words = f"各年任务{'、'.join(duties)}"
    return standing(evidence, verdict, f"{values}；{words}，{tail}", **told)


def _tests(evidence: Evidence, years: list[_Year]) -> tuple[PeriodTest, ...]:
    scale = evidence.case.statement.unit.scale
    return tuple(
        PeriodTest(
            period=year.period,
            held=year.held,
            value=year.fact.value / scale if year.fact else None,
            figures=year.fact.figures if year.fact else (),
        )
        for year in years
    )


def _open(
    evidence: Evidence, goal: Goal, years: list[_Year], open_years: list[_Year]
) -> Standing:
    """Return the standing where no year broke it, and some are not known."""
    due = [y.period for y in open_years if evidence.is_due(y.period.year)]
    held = [year.period for year in years if year.held]
    if not due and (running := _running(evidence, goal, years)):
        return running
    if not held:
        found = pending.unknown(evidence, METHOD)
        wanted = listed([year.period for year in years])
        name = inner(evidence.case.statement.indicator)
        found = evolve(found, settles=f"{wanted}的“{name}”都经确认后即可判定")
        required = goal.aim / evidence.case.statement.unit.scale
        return evolve(found, tests=_tests(evidence, years), required=required)
    if not due:
        later = listed([year.period for year in open_years])
        tail = f"{listed(held)}达到，{later}还没有到期"
        return _told(
            evidence, goal, years, Attainment.ON_TRACK, tail, settles=f"{later}数据"
        )
    case = evidence.case
    guess = evidence.unverified(case.first, case.last)
    why = WhyUnknown.UNVERIFIED if guess else WhyUnknown.NOT_PUBLISHED
    state = "只有未经确认的数据，待核" if guess else "未发布"
    partial = next((y.fact for y in open_years if y.fact and y.fact.is_partial), None)
    if partial is not None:
        verb = "未报送" if case.quotas else "未发布"
        state = f"只有{partial.period.label}的累计数，全年{verb}"
        why = WhyUnknown.NOT_REPORTED if case.quotas else why
    elif any(year.fact for year in open_years):
        state = "在界线附近或只有上下限，需人工认定"
    return _told(
        evidence,
        goal,
        years,
        Attainment.UNKNOWN,
        f"{listed(held)}达到，{listed(due)}{state}",
        why_unknown=why,
        settles=f"{listed(due)}数据经确认后即可判定",
    )


def _running(evidence: Evidence, goal: Goal, years: list[_Year]) -> Standing | None:
    """Return how the year that is under way goes; None where nothing is known of it."""
    now = next((year for year in years if year.held is None), None)
    if now is None:
        return None
    tolerance = evidence.case.rules.tolerance_pp
    if evidence.case.statement.measure is Measure.PER_YEAR:
        fact = now.fact
        if fact is None or not fact.is_partial or now.goal.aim <= 0:
            return None
        elapsed = elapsed_share(now.period, fact.period.last_month)
        pace = pace_of(fact.value / now.goal.aim, elapsed, tolerance)
        lead, words, share = pace.lead_pp, pace_words(pace), float(pace.done)
    else:
        fact = evidence.growth_so_far(now.period.year)
        if fact is None:
            return None
        lead, share = fact.value - now.goal.aim, None
        lead = lead if now.goal.is_floor else -lead
        words = growth_words(fact.value - now.goal.aim)
        if not now.goal.is_floor:
            words = "在上限以内" if lead >= 0 else f"高于上限{points(lead)}"
        years = [evolve(y, fact=fact) if y is now else y for y in years]
    behind = lead < -tolerance
    verdict = Attainment.BEHIND if behind else Attainment.ON_TRACK
    return _told(
        evidence, goal, years, verdict, words,
        pace_pp=float(lead), share=share, settles=f"{now.period.label}全年数据",
    )  # fmt: skip
