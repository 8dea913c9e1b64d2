"""A grade that is to be reached or held → its figures in the order of grades."""

from __future__ import annotations

from attrs import evolve

from paitou.model import Attainment, Comparator, Figure, PeriodKind, Standing
from paitou.tracking import pending
from paitou.tracking.facts import Evidence
from paitou.tracking.grades import grade_rank
from paitou.tracking.judging import standing

METHOD = "grade"


def judge_grade(evidence: Evidence) -> Standing:
    """Return where a grade stands; at least as good as asked for reaches it."""
    case = evidence.case
    wanted = grade_rank(str(case.statement.value))
    figures = [f for f in _figures(evidence) if grade_rank(str(f.value)) is not None]
    if wanted is None or not figures:
        return pending.unknown(evidence, METHOD)
    reached = [f for f in figures if _is_reached(evidence, f, wanted)]
    latest = figures[0]
    words = f"目标{case.statement.value}{case.statement.unit.text}"
    if reached:
        lapsed = latest not in reached
        tail = f"；但{_said(latest)}，又变差" if lapsed else ""
        since = reached[-1]
        told = f"{_said(since)}，{words}，已达到{tail}"
        if latest is not since and not lapsed:
            told += f"，最近一期{_said(latest)}"
        return _graded(evidence, Attainment.MET, told, latest, lapsed=lapsed)
    if latest.period.last_month == case.last * 12 + 11:
        told = f"{_said(latest)}，{words}，未达到"
        return _graded(evidence, Attainment.MISSED, told, latest)
    return pending.unknown(evidence, METHOD)


def _figures(evidence: Evidence) -> list[Figure]:
    case = evidence.case
    found = evidence.levels.backwards(case.last * 12 + 11)
    return [
        figure
        for figure in found
        if figure.is_published
        and figure.period.year >= case.first
        and figure.period.kind is PeriodKind.YEAR
    ]


def _is_reached(evidence: Evidence, figure: Figure, wanted: float) -> bool:
    rank = grade_rank(str(figure.value))
    if rank is None:
        return False
    if evidence.case.statement.comparator is Comparator.GT:
        return rank < wanted
    return rank <= wanted


def _graded(
    evidence: Evidence,
    verdict: Attainment,
    reason: str,
    figure: Figure,
    *,
    lapsed: bool = False,
) -> Standing:
    required = str(evidence.case.statement.value)
    found = standing(
        evidence, verdict, reason, required=required, method=METHOD, lapsed=lapsed,
        figures=evidence.case.figure_ids((figure.id,)),
    )  # fmt: skip
    return evolve(found, value=figure.value, period=figure.period)


def _said(figure: Figure) -> str:
    return f"{figure.period.label}{figure.qualifier}{figure.value}{figure.unit.text}"
