"""A total over the years of a plan → what was added up so far against it."""

from __future__ import annotations

from decimal import Decimal
from typing import Unpack

from attrs import evolve, frozen

from paitou.figures import same_kind
from paitou.figures.goal import Goal
from paitou.model import Attainment, Bound, Period, PeriodKind, Standing, Unit
from paitou.tracking import pending
from paitou.tracking.by_deadline import Aim, done_words
from paitou.tracking.fact import Fact, decide_fact
from paitou.tracking.facts import Evidence
from paitou.tracking.judging import Told, standing
from paitou.tracking.pace import Pace, elapsed_share, pace_of, pace_words
from paitou.tracking.pacing import year_pace, year_quota
from paitou.tracking.wording import amount, asked, listed

METHOD = "total"


@frozen(kw_only=True)
class _Done:
    """What was done; `missing` are years gone by of which nothing is known."""

    fact: Fact
    missing: list[Period]
    last_month: int


def judge_total(evidence: Evidence, goal: Goal) -> Standing:
    """Return where a total stands; its own years count, whatever the plan's are.

    A published total of the whole span goes before the sum of its years. Years that are
    not known are not zero: a sum with a gap is a lower bound, and can reach but not miss.
    """
    done = _done(evidence)
    if done is None:
        return pending.unknown(evidence, METHOD, aim=_aim(evidence, goal))
    held = decide_fact(goal, done.fact)
    if held and (goal.is_floor or done.fact.bound is Bound.EXACT):
        return _told(evidence, goal, done, Attainment.MET, "已达到")
    if held is False:
        return _short(evidence, goal, done)
    if evidence.is_over:
        unit = evidence.case.statement.unit
        found = pending.unknown(evidence, METHOD, aim=_aim(evidence, goal))
        gap = f"，{listed(done.missing)}数据未发布" if done.missing else ""
        if done.missing:
            found = evolve(found, settles=f"{listed(done.missing)}数据经确认后即可判定")
        return _reworded(
            found, f"{_sum_words(done, unit)}，{_goal(evidence, goal)}{gap}", done
        )
    return _pace(evidence, goal, done)


def _aim(evidence: Evidence, goal: Goal) -> Aim:
    return Aim(goal=goal, unit=evidence.case.statement.unit, method=METHOD)


def _done(evidence: Evidence) -> _Done | None:
    """Return the total so far: as published for the span, else the sum of its years."""
    case = evidence.case
    span = _published_span(evidence)
    if span is not None and span.period.last == case.last:
        return _Done(fact=span, missing=[], last_month=span.period.last_month)
    if span is None and case.stock and not case.levels:
        return _risen(evidence)
    first = span.period.last + 1 if span else case.first
    years = range(first, case.last + 1)
    parts = [evidence.year(year) for year in years]
    there = [part for part in (span, *parts) if part is not None]
    if not there:
        return None
    missing = [
        Period.of_year(year)
        for year, part in zip(years, parts, strict=True)
        if part is None and Period.of_year(year).last_day < evidence.as_of
    ]
    is_whole = None not in parts and not any(part.is_partial for part in there)
    return _Done(
        fact=_added_up(there, is_whole=is_whole),
        missing=missing,
        last_month=there[-1].period.last_month,
    )


def _added_up(parts: list[Fact], *, is_whole: bool) -> Fact:
    """Return the sum of parts in order; a lower bound where some are missing."""
    exact = is_whole and all(part.bound is Bound.EXACT for part in parts)
    high = None
    if any(part.high is not None for part in parts):
        high = sum((part.high or part.value for part in parts), Decimal(0))
    first, last = parts[0].period, parts[-1].period
    return Fact(
        value=sum((part.value for part in parts), Decimal(0)),
        period=first if len(parts) == 1 else Period.of_years(first.year, last.last),
        unit=parts[0].unit,
        bound=Bound.EXACT if exact else Bound.AT_LEAST,
        high=high,
        until=parts[-1].last_month,
        step=parts[-1].rhythm,
        figures=tuple(i for part in parts for i in part.figures),
        inferred=len(parts) > 1,
        formula=f"{len(parts)}期相加",
    )


def _risen(evidence: Evidence) -> _Done | None:
    """Return by how much a stock has risen since the base year.

    What was added is that much at least; what was added on balance (净增) is just that.
    """
    case = evidence.case
    known = case.stock.known(evidence.as_of)
    base = known.at(Period.of_year(case.base_year))
    latest = known.latest(
        lambda f: f.is_published and f.bound is Bound.EXACT,
        first=case.first * 12,
        until=case.last * 12 + 11,
    )
    if base is None or latest is None or not base.is_published:
        return None
    if not isinstance(base.value, Decimal) or not isinstance(latest.value, Decimal):
        return None
    if base.bound is not Bound.EXACT or not same_kind(base.unit, latest.unit):
        return None
    is_net = "净增" in case.statement.quote
    ends = latest.period.last_month == case.last * 12 + 11
    rise = latest.value * latest.unit.scale - base.value * base.unit.scale
    fact = Fact(
        value=rise,
        period=Period.of_years(case.first, latest.period.year),
        bound=Bound.EXACT if is_net and ends else Bound.AT_LEAST,
        figures=(latest.id, base.id),
        inferred=True,
        formula=f"{latest.period.label}数−{base.period.label}数",
    )
    return _Done(fact=fact, missing=[], last_month=latest.period.last_month)


def _published_span(evidence: Evidence) -> Fact | None:
    """Return the total that was published from the first year on, the longest one."""
    case = evidence.case
    if case.first == case.last:
        return None
    for figure in evidence.levels.backwards(case.last * 12 + 11):
        period = figure.period
        if period.kind is PeriodKind.SPAN and period.year == case.first:
            fact = evidence.level(period)
            if fact is not None:
                return fact
    return None


def _short(evidence: Evidence, goal: Goal, done: _Done) -> Standing:
    near = goal.nearness(done.fact.value)
    is_near = near is not None and near >= evidence.case.rules.nearly
    gap = amount(abs(done.fact.value - goal.aim), evidence.case.statement.unit)
    words = done_words(near, evidence.case.rules.nearly)
    verdict = Attainment.NEARLY if is_near else Attainment.MISSED
    return _told(evidence, goal, done, verdict, f"差{gap}{words}")


def _pace(evidence: Evidence, goal: Goal, done: _Done) -> Standing:
    case = evidence.case
    year = done.last_month // 12
    running = evidence.year(year)
    quota = year_quota(evidence, year)
    if running is not None and quota:
        pace, words = year_pace(evidence, running, quota, case.statement.unit)
        return _under_way(evidence, goal, done, pace, words)
    if done.missing or goal.aim <= 0:
        found = pending.unknown(evidence, METHOD, aim=_aim(evidence, goal))
        words = f"{_sum_words(done, case.statement.unit)}，{_goal(evidence, goal)}"
        return _reworded(found, f"{words}，{listed(done.missing)}数据未发布", done)
    span = Period.of_years(case.first, case.last)
    pace = pace_of(
        done.fact.value / goal.aim,
        elapsed_share(span, done.last_month),
        case.rules.tolerance_pp,
    )
    return _under_way(evidence, goal, done, pace, pace_words(pace))


def _under_way(
    evidence: Evidence, goal: Goal, done: _Done, pace: Pace, words: str
) -> Standing:
    """Return the standing of a total on its way: all that was done, and the pace."""
    case = evidence.case
    behind = pace.lead_pp < -case.rules.tolerance_pp
    told: Told = {
        "pace_pp": float(pace.lead_pp),
        "settles": f"{case.last}年底的累计数",
    }
    near = goal.nearness(done.fact.value)
    share = done_words(near, case.rules.nearly).removeprefix("，") if near else ""
    verdict = Attainment.BEHIND if behind else Attainment.ON_TRACK
    return _told(
        evidence, goal, done, verdict, "；".join(filter(None, (share, words))), **told
    )


def _told(
    evidence: Evidence,
    goal: Goal,
    done: _Done,
    verdict: Attainment,
    words: str,
    **told: Unpack[Told],
) -> Standing:
    unit = evidence.case.statement.unit
    near = goal.nearness(done.fact.value)
    told["fact"], told["required"], told["method"] = done.fact, goal.aim, METHOD
    told["share"] = None if near is None else float(near)
    reason = f"{_sum_words(done, unit)}，{_goal(evidence, goal)}，{words}"
    return standing(evidence, verdict, reason, **told)


def _reworded(found: Standing, words: str, done: _Done) -> Standing:
    scale = Unit.parse(found.unit).scale
    return evolve(
        found,
        reason=words,
        figures=done.fact.figures,
        value=done.fact.value / scale,
        period=done.fact.period,
    )


def _sum_words(done: _Done, unit: Unit) -> str:
    part = "至少" if done.missing else ""
    return f"{_span_words(done)}累计{part}{amount(done.fact.value, unit)}"


def _span_words(done: _Done) -> str:
    """Return the time of a sum: 2024年—2025年9月 where its last year is not out yet."""
    period, month = done.fact.period, done.last_month
    if period.kind is not PeriodKind.SPAN or month == period.last_month:
        return period.label
    return f"{period.year}年—{month // 12}年{month % 12 + 1}月"


def _goal(evidence: Evidence, goal: Goal) -> str:
    case = evidence.case
    span = Period.of_years(case.first, case.last).label
    return f"{span}目标{asked(goal, case.statement.unit, case.statement)}"
