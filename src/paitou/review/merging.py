"""Statements whose indicators are worded differently → statements of one indicator."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from paitou.model import Issue, Level, Merge, Statement
from paitou.review.correcting import Resolve


def merge_indicators(
    statements: tuple[Statement, ...], merges: tuple[Merge, ...], resolve: Resolve
) -> tuple[tuple[Statement, ...], tuple[Issue, ...]]:
    """Return the statements with one indicator id for what was merged.

    The indicator that is merged into is named by its id, or by a wording of the plan.
    """
    targets: dict[str, str] = {}
    issues: list[Issue] = []
    for merge in merges:
        goal = _goal(statements, merge.into, resolve)
        issues += _unknown(statements, merge)
        for name in (*merge.names, merge.into):
            if targets.setdefault(name, goal) != goal:
                issues.append(_twice(merge, name))
    merged = (_merged(statement, targets) for statement in statements)
    return tuple(merged), tuple(issues)


def _merged(statement: Statement, targets: dict[str, str]) -> Statement:
    goal = targets.get(statement.indicator) or targets.get(statement.indicator_id)
    return statement if goal is None else evolve(statement, indicator_id=goal)


def _goal(statements: tuple[Statement, ...], into: str, resolve: Resolve) -> str:
    is_id = any(statement.indicator_id == into for statement in statements)
    return into if is_id else resolve(into)


def _unknown(statements: tuple[Statement, ...], merge: Merge) -> Iterable[Issue]:
    known = {s.indicator for s in statements} | {s.indicator_id for s in statements}
    for name in merge.names:
        if name not in known:
            yield Issue(
                code="merge-name-unknown",
                level=Level.WARNING,
                message=f"合并到“{merge.into}”的指标“{name}”在方案里没有",
                remedy="照方案中的叫法改正，或删去这一名称",
                where=merge.where,
            )


def _twice(merge: Merge, name: str) -> Issue:
    return Issue(
        code="merge-contradicts",
        level=Level.ERROR,
        message=f"指标“{name}”既并入别的指标，又并入“{merge.into}”，以前面的为准",
        remedy="只保留一处",
        where=merge.where,
    )
