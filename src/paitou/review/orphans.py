"""Decisions and nodes whose sentence is gone → issues that say what they were about."""

from __future__ import annotations

from typing import TypeAlias

from paitou.model import Decision, Issue, Level, Milestone, Plan, Subject, Verdict
from paitou.review.likeness import Likeness, Place, places_of
from paitou.review.review import Review

_Item: TypeAlias = Decision | Milestone

_LIKENED = 200  # of more orphans the nearest sentence is not looked for
_CALLED = {"statement": "句子", "commitment": "承诺", "task": "任务"}


def orphan_issues(plan: Plan, review: Review) -> tuple[Issue, ...]:
    """Return an issue for every decision and node whose id the plan does not hold."""
    known = _known(plan)
    items: list[_Item] = [*review.decisions, *review.milestones]
    lost = [i for i in items if i.id not in known[i.subject] and not _is_addition(i)]
    if not lost:
        return ()
    likeness = Likeness(places_of(plan))
    issues = []
    for number, item in enumerate(lost):
        fitting = known[item.subject]
        near = likeness.nearest(_words(item), fitting) if number < _LIKENED else None
        issues.append(_issue(item, near, fitting))
    return tuple(issues)


def _known(plan: Plan) -> dict[Subject, set[str]]:
    return {
        Subject.STATEMENT: {s.id for s in plan.statements},
        Subject.COMMITMENT: {c.id for c in plan.commitments},
        Subject.TASK: {s.id for s in plan.sections},
    }


def _is_addition(item: _Item) -> bool:
    return isinstance(item, Decision) and item.verdict is Verdict.ADD


def _words(item: _Item) -> str:
    return item.quote if isinstance(item, Decision) else ""


def _issue(item: _Item, near: Place | None, fitting: set[str]) -> Issue:
    now = f"；现文最接近的是“{near.words}”" if near else ""
    return Issue(
        code="milestone-orphaned" if isinstance(item, Milestone) else "decision-orphaned",
        level=Level.WARNING,
        message=_lost(item) + now,
        remedy=_remedy(item, near, fitting),
        where=item.where,
        start=near.start if near else None,
        end=near.end if near else None,
    )


def _lost(item: _Item) -> str:
    called = f"{_CALLED[item.subject.value]} {item.id}"
    if isinstance(item, Milestone):
        return f"节点“{item.what}”所属的{called} 不在现文中"
    about = f"“{item.quote}”" if item.quote else " "
    return f"决定所指的{called}{about}不在现文中，决定仍保留"


def _remedy(item: _Item, near: Place | None, fitting: set[str]) -> str:
    if near is None:
        return "核对编号；确已删去的内容，删去这一段"
    if near.id in fitting:
        return f"若是同一句，把编号 {item.id} 改为 {near.id}；否则删去这一段"
    return "若是同一句而没有识别，用 [[add]] 增补；否则删去这一段"
