"""A target on its way → ahead of or behind the path that leads to it."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from paitou.model import Attainment, Bound, PathPoint, Period, Quota, Standing, Unit
from paitou.tracking.fact import Fact
from paitou.tracking.facts import Evidence
from paitou.tracking.judging import standing
from paitou.tracking.pace import Pace, elapsed_share, pace_of, pace_words
from paitou.tracking.quotas import quota_of
from paitou.tracking.seasonal import seasonal_share
from paitou.tracking.wording import amount, percent, said

if TYPE_CHECKING:
    from paitou.tracking.by_deadline import Aim

_ZERO = Decimal(0)


def judge_pace(evidence: Evidence, aim: Aim, latest: Fact) -> Standing:
    """Return whether a level is on its way, measured at the end of its latest figure.

    Against the quotas of the years where there are any, which are a duty; else against
    the straight line from the base to the aim (目标一致法), which is computed and none.
    """
    path = required_path(evidence, aim) or _path_from_first(evidence, aim, latest)
    if latest.is_partial:
        year = latest.period.year
        asked = year_quota(evidence, year) or _point(path, year)
        asked = asked or (aim.goal.aim if year == evidence.case.last else None)
        whole = next((fact for fact in evidence.own if not fact.is_partial), None)
        if asked and asked > 0:
            return _of_the_year(evidence, aim, latest, asked)
        latest = whole or latest
    required = _on_path(path, latest.period)
    start = path[0] if path else None
    if required is None or start is None:
        return _without_path(evidence, aim, latest)
    if aim.goal.decide(start.value) or aim.goal.aim == start.value:
        why = f"{start.period.label}已达到目标，没有所需进度可比"
        return _without_path(evidence, aim, latest, why)
    way = aim.goal.aim - start.value
    pace = pace_of(
        (latest.value - start.value) / way,
        (required - start.value) / way,
        evidence.case.rules.tolerance_pp,
    )
    duty = any(point.is_duty for point in path)
    way_of = "复利" if aim.rate is not None else "直线"
    since = f"从{start.period.label}{way_of}推算的所需进度（测算）"
    basis = "分解目标" if duty else since
    words = f"{basis}到{latest.period.label}应为{amount(required, aim.unit)}"
    words += f"，{pace_words(pace)}"
    return _told(evidence, aim, latest, pace, words)


def _of_the_year(evidence: Evidence, aim: Aim, latest: Fact, asked: Decimal) -> Standing:
    """Return whether a year is on its way to what is asked of it."""
    pace, words = year_pace(evidence, latest, asked, aim.unit, aim.rate is not None)
    own = evolve(aim, goal=aim.goal.moved(asked))
    return _told(evidence, own, latest, pace, words)


def year_pace(
    evidence: Evidence,
    latest: Fact,
    asked: Decimal,
    unit: Unit,
    compound: bool = False,
) -> tuple[Pace, str]:
    """Return the pace of a year, share done against the time gone by, and it in words."""
    year, month = latest.period.year, latest.period.last_month
    required, basis = elapsed_share(Period.of_year(year), month), "时间进度"
    if evidence.case.statement.indicator in evidence.case.rules.seasonal:
        years = tuple(range(year - 3, year))
        seasonal = seasonal_share(evidence.levels, latest.period.months, years)
        if seasonal is not None:
            required, basis = seasonal, "往年同期所占比重"
    pace = pace_of(latest.value / asked, required, evidence.case.rules.tolerance_pp)
    by = "按复利推算应为（测算）" if compound else "按直线推算应为（测算）"
    told = "任务" if asked == year_quota(evidence, year) else by
    done = f"已完成{amount(latest.value, unit)}，占{pace.done * 100:.1f}%"
    words = f"{year}年{told}{amount(asked, unit)}，{done}，{basis}{required * 100:.1f}%"
    return pace, f"{words}，{pace_words(pace)}"


def required_path(evidence: Evidence, aim: Aim) -> tuple[PathPoint, ...]:
    """Return what is asked for at the end of each year, from the base year on.

    Empty where neither a base nor a quota is known.
    """
    case = evidence.case
    base = aim.base or evidence.base()
    duties = [
        PathPoint(period=quota.period, value=_amount(quota, aim), is_duty=True)
        for quota in case.quotas
        if quota.value is not None and quota.period == Period.of_year(quota.period.year)
    ]
    end = PathPoint(period=Period.of_year(case.last), value=aim.goal.aim)
    if duties:
        start = PathPoint(
            period=Period.of_year(case.base_year), value=base.value if base else _ZERO
        )
        points = {point.period: point for point in (start, end, *duties)}
        return tuple(points[period] for period in sorted(points))
    if base is None or case.last <= case.base_year:
        return ()
    years = case.last - case.base_year
    return tuple(
        PathPoint(
            period=Period.of_year(case.base_year + n),
            value=_between(base.value, aim, Decimal(n) / years, n),
        )
        for n in range(years + 1)
    )


def _between(base: Decimal, aim: Aim, gone: Decimal, years: int) -> Decimal:
    """Return what is asked for after some years: along the growth asked for, or a line."""
    if aim.rate is not None:
        return base * aim.rate**years
    return base + (aim.goal.aim - base) * gone


def _path_from_first(evidence: Evidence, aim: Aim, latest: Fact) -> tuple[PathPoint, ...]:
    """Return the line from the earliest figure of the plan, where no base is known."""
    first = evidence.own[-1]
    if first.period == latest.period or first.bound is not Bound.EXACT or first.is_partial:
        return ()
    end = PathPoint(period=Period.of_year(evidence.case.last), value=aim.goal.aim)
    return (PathPoint(period=first.period, value=first.value), end)


def year_quota(evidence: Evidence, year: int) -> Decimal | None:
    """Return what falls to a year, in the base of its unit."""
    found = quota_of(evidence.case.quotas, year)
    return None if found is None else found * evidence.case.statement.unit.scale


def _point(path: tuple[PathPoint, ...], year: int) -> Decimal | None:
    """Return what the path asks for at the end of a year."""
    return next((p.value for p in path if p.period == Period.of_year(year)), None)


def _on_path(path: tuple[PathPoint, ...], period: Period) -> Decimal | None:
    """Return what the path asks for at the end of a period, straight between its points."""
    month = period.last_month
    for before, after in pairwise(path):
        first, last = before.period.last_month, after.period.last_month
        if first <= month <= last:
            gone = Decimal(month - first) / Decimal(last - first)
            return before.value + (after.value - before.value) * gone
    return None


def _without_path(
    evidence: Evidence,
    aim: Aim,
    latest: Fact,
    why: str = "基期数据未发布，无从比较序时进度",
) -> Standing:
    near = aim.goal.nearness(latest.value)
    limit = evidence.case.rules.nearly
    done = f"，为目标的{percent(near, limit)}" if near is not None else ""
    return standing(
        evidence,
        Attainment.NOT_DUE,
        f"{said(latest, aim.unit)}{done}；{why}",
        fact=latest,
        required=aim.goal.aim,
        unit=aim.unit,
        share=None if near is None else float(near),
        method=aim.method,
        settles=f"{evidence.case.last}年的数据，或{evidence.case.base_year}年的基期数据",
    )


def _told(evidence: Evidence, aim: Aim, latest: Fact, pace: Pace, words: str) -> Standing:
    behind = pace.lead_pp < -evidence.case.rules.tolerance_pp
    if behind and latest.bound is Bound.AT_LEAST and not latest.is_partial:
        return _without_path(evidence, aim, latest, "只公布了下限，不能说滞后")
    return standing(
        evidence,
        Attainment.BEHIND if behind else Attainment.ON_TRACK,
        f"{said(latest, aim.unit)}，{words}",
        fact=latest,
        base=aim.base,
        required=aim.goal.aim,
        unit=aim.unit,
        share=float(pace.done),
        pace_pp=float(pace.lead_pp),
        method=aim.method,
        settles=f"{evidence.case.last}年数据",
    )


def _amount(quota: Quota, aim: Aim) -> Decimal:
    assert quota.value is not None  # noqa: S101 (asked before)
    return quota.value * aim.unit.scale
