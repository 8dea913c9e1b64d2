"""What the rows of a sheet say → one decision a subject, and where rows disagree."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from paitou.model import (
    Assignment,
    Decision,
    Issue,
    Level,
    Milestone,
    Period,
    Quota,
    Verdict,
)
from paitou.report.breakdown.filling import Filling

_SCALARS = {
    "lead_official": "牵头领导",
    "liaison": "联络员",
    "data_source": "数源部门",
    "nature": "性质",
    "rhythm": "报送频率",
}


def combine(fillings: Iterable[Filling]) -> tuple[tuple[Filling, ...], tuple[Issue, ...]]:
    """Return one filling a subject; of rows that contradict each other the first counts."""
    found: dict[tuple[str, str], Filling] = {}
    issues: list[Issue] = []
    for filling in fillings:
        key = (filling.subject.value, filling.id)
        if key in found:
            joined, conflicts = _joined(found[key], filling)
            found[key] = joined
            issues += conflicts
        else:
            found[key] = filling
    return tuple(found.values()), tuple(issues)


def decision_of(filling: Filling) -> Decision | None:
    """Return the decision that a filling means; None where it decides nothing."""
    is_corrected = bool(filling.correction.changed)
    if not (is_corrected or filling.assignment or filling.note):
        return None
    return Decision(
        subject=filling.subject,
        id=filling.id,
        verdict=Verdict.CORRECT if is_corrected else None,
        quote=filling.quote,
        correction=filling.correction,
        assignment=filling.assignment,
        note=filling.note,
        where=filling.where,
    )


def unique_quotas(quotas: Iterable[Quota]) -> tuple[tuple[Quota, ...], tuple[Issue, ...]]:
    """Return each quota once; of two that contradict each other the first counts."""
    found: dict[tuple[str, str, Period], Quota] = {}
    issues: list[Issue] = []
    for quota in quotas:
        first = found.setdefault((quota.statement, quota.org, quota.period), quota)
        if (first.value, first.unit) != (quota.value, quota.unit):
            word = f"{quota.org or '全市'} {quota.period} 的数"
            issues.append(_conflict(word, first.where, quota.where))
    return tuple(found.values()), tuple(issues)


def unique_milestones(milestones: Iterable[Milestone]) -> tuple[Milestone, ...]:
    """Return each node once."""
    found = {(m.subject, m.id, m.what, str(m.due)): m for m in reversed([*milestones])}
    return tuple(reversed(found.values()))


def _joined(first: Filling, second: Filling) -> tuple[Filling, list[Issue]]:
    assignment, words = _assigned(first.assignment, second.assignment)
    corrections = [f.correction for f in (first, second) if f.correction.changed]
    if corrections[1:] and corrections[0] != corrections[1]:
        words.append("指标或目标值")
    notes = dict.fromkeys(note for note in (first.note, second.note) if note)
    joined = evolve(
        first,
        assignment=assignment,
        correction=corrections[0] if corrections else first.correction,
        note="；".join(notes),
        cleared=first.cleared | second.cleared,
        milestones=first.milestones + second.milestones,
        quotas=first.quotas + second.quotas,
    )
    return joined, [_conflict(word, first.where, second.where) for word in words]


def _assigned(first: Assignment, second: Assignment) -> tuple[Assignment, list[str]]:
    """Return both together, and the names of the columns in which they differ."""
    differing = [
        word
        for name, word in _SCALARS.items()
        if getattr(first, name)
        and getattr(second, name)
        and getattr(first, name) != getattr(second, name)
    ]
    leads = [(a.lead_org, a.second_lead) for a in (first, second) if a.lead_org]
    if len(set(leads)) > 1:
        differing.append("牵头单位")
    together = evolve(
        first.over(second),
        responsible_orgs=_union(first.responsible_orgs, second.responsible_orgs),
        supporting_orgs=_union(first.supporting_orgs, second.supporting_orgs),
    )
    return together, differing


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _conflict(word: str, first: str, second: str) -> Issue:
    return Issue(
        code="breakdown-rows-disagree",
        level=Level.ERROR,
        message=f"{word}和 {first} 不一致，以前面的为准",
        remedy="两处改成一样，或删去一处",
        where=second,
    )
