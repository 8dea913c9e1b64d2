"""A target that no figure settles yet → on its way, unlikely, or unknown and why."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from paitou.figures.bounding import bounds
from paitou.model import (
    Attainment,
    Bound,
    BoundFound,
    Figure,
    Measure,
    Period,
    PeriodKind,
    Standing,
    Unit,
    WhyUnknown,
)
from paitou.tracking.cases import Kind
from paitou.tracking.fact import Fact
from paitou.tracking.facts import Evidence
from paitou.tracking.judging import standing
from paitou.tracking.pacing import judge_pace
from paitou.tracking.precedent import Precedent, Rest, precedent_of, rest_of_year
from paitou.tracking.wording import amount, asked, inner, number, points, said

_BOUNDED = frozenset({Measure.LEVEL, Measure.MAINTAIN, Measure.PER_YEAR})

if TYPE_CHECKING:
    from paitou.tracking.by_deadline import Aim


def judge(evidence: Evidence, aim: Aim, facts: tuple[Fact, ...]) -> Standing:
    """Return the standing of a level that has neither been reached nor missed.

    `facts` are the published values of the plan's own years, the latest first.
    """
    computed = _by_bounds(evidence, aim) or _unlikely(evidence, aim, facts)
    if computed is not None:
        return computed
    if evidence.is_over or not facts:
        return unknown(evidence, aim.method, latest=facts[0] if facts else None, aim=aim)
    return judge_pace(evidence, aim, facts[0])


def unknown(
    evidence: Evidence, method: str, *, latest: Fact | None = None, aim: Aim | None = None
) -> Standing:
    """Return that a target cannot be judged, why, and what would settle it."""
    case = evidence.case
    settles = f"{case.last}年的“{inner(case.statement.indicator)}”经确认后即可判定"
    required = aim.goal.aim if aim else case.goal.aim if case.goal else None
    unit = aim.unit if aim else case.statement.unit
    if guess := evidence.unverified(case.first, case.last):
        value = (
            amount(guess.value * guess.unit.scale, guess.unit)
            if isinstance(guess.value, Decimal)
            else str(guess.value)
        )
        return standing(
            evidence, Attainment.UNKNOWN,
            f"{guess.period.label}{value}（{guess.state.label}，"
            f"来源：{guess.source or '未写'}），未经确认，待核",
            why_unknown=WhyUnknown.UNVERIFIED, figures=(guess.id,), required=required,
            unit=unit, method=method, settles=settles, bounds=_bounds(evidence),
        )  # fmt: skip
    if latest is None and not evidence.is_over and not evidence.is_due(case.first):
        return standing(
            evidence, Attainment.NOT_DUE, f"{case.first}年的数据还没有到发布的时候",
            required=required, unit=unit, method=method, settles=settles,
        )  # fmt: skip
    changed = redefined(evidence)
    if changed and (latest is None or latest.period.last_month < changed.period.last_month):
        return standing(
            evidence, Attainment.UNKNOWN,
            f"只有口径为“{changed.definition}”的数（{changed.period.label}），"
            "口径已变，与原口径不可比",
            why_unknown=WhyUnknown.DEFINITION_CHANGED, figures=(changed.id,),
            required=required, unit=unit, method=method, settles=settles,
        )  # fmt: skip
    why = WhyUnknown.NOT_REPORTED if case.quotas else WhyUnknown.NOT_PUBLISHED
    found = _bounds(evidence)
    return standing(
        evidence, Attainment.UNKNOWN,
        _silence(evidence, latest, unit) + bound_words(found),
        why_unknown=why, required=required, unit=unit, method=method,
        fact=latest, settles=settles, bounds=found,
    )  # fmt: skip


def redefined(evidence: Evidence) -> Figure | None:
    """Return a figure of the target's years under another definition than before them."""
    case = evidence.case
    if not case.levels:
        return None
    for series in case.others:
        found = series.known(evidence.as_of).latest(
            lambda f: f.is_published, first=case.first * 12, until=case.last * 12 + 11
        )
        if found:
            return found
    return None


def unknown_growth(
    evidence: Evidence, method: str, *, latest: Fact | None = None
) -> Standing:
    """Return that a growth cannot be judged; levels that were published do not help."""
    found = unknown(evidence, method, latest=latest)
    case = evidence.case
    silent = found.why_unknown in (WhyUnknown.NOT_PUBLISHED, WhyUnknown.NOT_REPORTED)
    if case.derives_growth or latest is not None or not silent or not any(evidence.levels):
        return found
    why = f"{case.last}年增速未发布（总量按现价或样本不同，不能用来推算增速）"
    return evolve(found, reason=why)


def _silence(evidence: Evidence, latest: Fact | None, unit: Unit) -> str:
    case = evidence.case
    verb = "未报送" if case.quotas else "未发布"
    if latest is not None and latest.period == Period.of_year(case.last):
        return f"只公布了{said(latest, unit)}，还不能判定"
    if latest is not None:
        return f"{case.last}年数据{verb}；最近一期{said(latest, unit)}，还不能判定"
    older = evidence.levels.latest(lambda f: f.is_published, until=case.last * 12 + 11)
    told = f"{case.first}年以来的年度数据{verb}"
    if case.first == case.last:
        told = f"{case.last}年数据{verb}"
    if older is not None and isinstance(older.value, Decimal):
        value = amount(older.value * older.unit.scale, older.unit)
        when = "" if older.period.last_month >= case.first * 12 else "规划期前"
        told += f"；{when}最近一期为{older.period.label}{older.qualifier}{value}"
        if case.kind is Kind.STATE and older.period.kind is not PeriodKind.YEAR:
            told += "（只是这一期的，不能当作全年）"
    return told


def _by_bounds(evidence: Evidence, aim: Aim) -> Standing | None:
    """Return what a relation already says of the last year's value, marked as computed.

    A bound can show that a target is reached or will hardly be; only a figure can miss it.
    """
    case, scale = evidence.case, evidence.case.statement.unit.scale
    if case.statement.measure not in _BOUNDED:
        return None
    for bound in _bounds_in(evidence, case.last):
        low = None if bound.low is None else bound.low * scale
        high = None if bound.high is None else bound.high * scale
        reached = low is not None and aim.goal.decide(low, Bound.AT_LEAST)
        failed = high is not None and aim.goal.decide(high, Bound.AT_MOST) is False
        if reached or failed:
            return standing(
                evidence, Attainment.MET if reached else Attainment.UNLIKELY,
                f"{bound.relation}，目标{asked(aim.goal, aim.unit, case.statement)}，"
                f"{'已达到' if reached else '预计难以达到'}（测算，非统计数据）",
                figures=bound.figures, required=aim.goal.aim, unit=aim.unit,
                inferred=True, method="bound", bounds=(bound,),
                settles=f"以{case.last}年正式数据为准",
            )  # fmt: skip
    return None


def _unlikely(evidence: Evidence, aim: Aim, facts: tuple[Fact, ...]) -> Standing | None:
    """Return 预计难以达到(测算) where the record or a relation all but rules it out."""
    running = facts[0] if facts and facts[0].is_partial else None
    if running and (rest := rest_of_year(evidence, aim.goal, running)):
        return _doubted(evidence, aim, running, rest, rest.words(aim.unit))
    latest = next((fact for fact in facts if not fact.is_partial), None)
    found = precedent_of(evidence, aim.goal, latest) if latest else None
    if found is None or latest is None or not found.is_unheard_of:
        return None
    return _doubted(evidence, aim, latest, found, _record_words(aim, found))


def _doubted(
    evidence: Evidence, aim: Aim, latest: Fact, found: Precedent | Rest, record: str
) -> Standing:
    goal = aim.words or f"目标{asked(aim.goal, aim.unit, evidence.case.statement)}"
    return standing(
        evidence,
        Attainment.UNLIKELY,
        f"{said(latest, aim.unit)}，{goal}，{record}（测算，非统计数据）",
        fact=latest,
        figures=(*latest.figures, *evidence.case.figure_ids(found.figures)),
        required=aim.goal.aim,
        unit=aim.unit,
        share=_share(aim, latest),
        inferred=True,
        method="no-precedent",
        settles=f"以{evidence.case.last}年正式数据为准",
        bounds=_bounds(evidence),
    )


def _record_words(aim: Aim, found: Precedent) -> str:
    rise = "提高" if aim.goal.is_floor else "下降"
    if found.in_points:
        needed, best = f"每年须{rise}{points(found.needed)}", points(found.best)
    else:
        verb = "增长" if aim.goal.is_floor else "下降"
        needed = f"今后年均须{verb}{number(found.needed, Decimal('0.1'))}%"
        best = f"{number(found.best, Decimal('0.1'))}%"
    if found.best <= 0:
        return f"{needed}，而有记录的{found.count}次同期变动中没有一次是{rise}的，没有先例"
    record = f"有记录的{found.count}次同期变动中最好的是{found.when}的{best}"
    return f"{needed}，而{record}，没有先例"


def _bounds(evidence: Evidence) -> tuple[BoundFound, ...]:
    """Return what relations say of the last year's value, else of the latest year's."""
    case = evidence.case
    if case.statement.measure not in _BOUNDED:
        return ()
    for year in range(case.last, case.first - 1, -1):
        found = _bounds_in(evidence, year)
        if (
            year < case.last
        ):  # an earlier whole tells how large a part can be, not how small
            found = tuple(bound for bound in found if bound.high is not None)
        if found:
            return found
    return ()


def _bounds_in(evidence: Evidence, year: int) -> tuple[BoundFound, ...]:
    case = evidence.case
    if not case.is_bounded:
        return ()
    period, unit = Period.of_year(year), case.statement.unit
    return bounds(evidence.view, case.indicator_id, case.org, period, unit)


def bound_words(found: tuple[BoundFound, ...]) -> str:
    """Return bounds as the end of a reason; empty where there are none."""
    return "".join(f"；已知约束：{bound.relation}" for bound in found[:2])


def _share(aim: Aim, latest: Fact) -> float | None:
    near = aim.goal.nearness(latest.value)
    return None if near is None else float(near)
