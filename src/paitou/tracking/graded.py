"""A grade that is to be reached or held → its figures in the order of grades."""

from __future__ import annotations

from typing import Unpack

from attrs import evolve

from paitou.model import (
    Attainment,
    Comparator,
    Figure,
    Period,
    PeriodKind,
    PeriodTest,
    Standing,
    WhenKind,
)
from paitou.tracking import pending
from paitou.tracking.facts import Evidence
from paitou.tracking.grades import grade_rank
from paitou.tracking.judging import Told, standing
from paitou.tracking.wording import listed

METHOD = "grade"


def judge_grade(evidence: Evidence) -> Standing:
    """Return where a grade stands; at least as good as asked for reaches it.

    One that is to be kept (保持) is tested year by year, one to be reached by its years.
    """
    case = evidence.case
    figures = [f for f in _figures(evidence) if grade_rank(str(f.value)) is not None]
    own = [f for f in figures if f.period.year <= case.last]
    if grade_rank(str(case.statement.value)) is None or not own:
        return pending.unknown(evidence, METHOD)
    if case.statement.when.kind is WhenKind.EACH or "保持" in case.statement.quote:
        return _kept(evidence, own)
    reached = [f for f in own if _is_reached(evidence, f)]
    if reached:
        return _reached(evidence, own, reached)
    return _unreached(evidence, own[0], figures)


def _reached(evidence: Evidence, own: list[Figure], reached: list[Figure]) -> Standing:
    since, latest = reached[-1], own[0]
    worse = [f for f in own if f not in reached and f.period.year > since.period.year]
    told = f"{_said(since)}，{_goal(evidence)}，已达到"
    if worse:
        told += f"；但{'、'.join(_said(f) for f in reversed(worse))}，又变差"
    if latest is not since and latest not in worse:
        told += f"，最近一期{_said(latest)}"
    ids = evidence.case.figure_ids(dict.fromkeys((since.id, latest.id)))
    found = _graded(
        evidence,
        Attainment.MET,
        told,
        latest,
        lapsed=bool(worse),
        early=since.period.year < evidence.case.last,
    )
    return evolve(found, figures=ids)


def _unreached(evidence: Evidence, latest: Figure, figures: list[Figure]) -> Standing:
    case = evidence.case
    told = f"{_said(latest)}，{_goal(evidence)}"
    if latest.period.year < case.last:
        if not evidence.is_over:
            told += f"，{case.last}年才到期"
            settles = f"{case.last}年的等级"
            return _graded(evidence, Attainment.NOT_DUE, told, latest, settles=settles)
        found = pending.unknown(evidence, METHOD)
        return evolve(found, reason=f"{case.last}年的等级未发布；最近一期{told}")
    later = next((f for f in reversed(figures) if _is_reached(evidence, f)), None)
    if later is not None:
        told += f"，未按期达到；{_said(later)}，逾期后达到"
        return _graded(evidence, Attainment.MET, told, later, late=True)
    return _graded(evidence, Attainment.MISSED, f"{told}，未达到", latest)


def _kept(evidence: Evidence, own: list[Figure]) -> Standing:
    case = evidence.case
    by_year = {figure.period: figure for figure in own}
    years = [Period.of_year(year) for year in range(case.first, case.last + 1)]
    tests = tuple(_test(evidence, year, by_year.get(year)) for year in years)
    broken = [test.period for test in tests if test.held is False]
    missing = [test.period for test in tests if test.held is None]
    told = "，".join(_said(figure) for figure in reversed(own))
    told = f"{told}；要求每年保持{case.statement.value}{case.statement.unit.text}"
    if broken:
        verdict, tail = Attainment.BROKEN, f"{listed(broken)}未达到"
    elif not missing:
        verdict, tail = Attainment.MET, "各年均达到"
    elif any(year.last_day < evidence.as_of for year in missing):
        found = pending.unknown(evidence, METHOD)
        return evolve(found, reason=f"{told}，{listed(missing)}未发布", tests=tests)
    else:
        verdict, tail = Attainment.ON_TRACK, f"{listed(missing)}还没有到期"
    return _graded(evidence, verdict, f"{told}，{tail}", own[0], tests=tests)


def _test(evidence: Evidence, year: Period, figure: Figure | None) -> PeriodTest:
    if figure is None:
        return PeriodTest(period=year, held=None)
    held = _is_reached(evidence, figure)
    return PeriodTest(period=year, held=held, figures=(figure.id,))


def _figures(evidence: Evidence) -> list[Figure]:
    """Return the grades of whole years from the first on, the latest first."""
    return [
        figure
        for figure in evidence.levels.backwards()
        if figure.is_published
        and figure.period.year >= evidence.case.first
        and figure.period.kind is PeriodKind.YEAR
    ]


def _is_reached(evidence: Evidence, figure: Figure) -> bool:
    rank = grade_rank(str(figure.value))
    wanted = grade_rank(str(evidence.case.statement.value))
    if rank is None or wanted is None:
        return False
    if evidence.case.statement.comparator is Comparator.GT:
        return rank < wanted
    return rank <= wanted


def _graded(
    evidence: Evidence,
    verdict: Attainment,
    reason: str,
    figure: Figure,
    **told: Unpack[Told],
) -> Standing:
    told["required"], told["method"] = str(evidence.case.statement.value), METHOD
    told["figures"] = evidence.case.figure_ids((figure.id,))
    found = standing(evidence, verdict, reason, **told)
    return evolve(found, value=figure.value, period=figure.period)


def _goal(evidence: Evidence) -> str:
    statement = evidence.case.statement
    return f"目标{statement.value}{statement.unit.text}"


def _said(figure: Figure) -> str:
    return f"{figure.period.label}{figure.qualifier}{figure.value}{figure.unit.text}"
