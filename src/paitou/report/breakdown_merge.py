"""A book, and what a filled-in sheet says → its new review and quotas, changes told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve, fields, frozen

from paitou.model import (
    Assignment,
    Book,
    Correction,
    Decision,
    Issue,
    Level,
    Milestone,
    Period,
    Quota,
    Statement,
    Subject,
    Unit,
    Verdict,
    stated_assignment,
)
from paitou.report.breakdown.cells import NODES, NOTE
from paitou.report.breakdown.rows import Item, planned_items, stated_for_all
from paitou.report.breakdown_import import FilledBreakdown
from paitou.review import Review

_WORDS = {
    "lead_official": "牵头领导",
    "lead_org": "牵头单位",
    "second_lead": "并列牵头单位",
    "responsible_orgs": "责任单位",
    "supporting_orgs": "配合单位",
    "liaison": "联络员",
    "data_source": "数源部门",
    "nature": "性质",
    "rhythm": "报送频率",
}
_LEADS = ("lead_org", "second_lead")


@frozen(kw_only=True)
class MergedBreakdown:
    """The review and the quotas as they are to be written; `issues` tell what changed."""

    review: Review
    quotas: tuple[Quota, ...]
    issues: tuple[Issue, ...] = ()


def merge_breakdown(book: Book, filled: FilledBreakdown) -> MergedBreakdown:
    """Return what the book decides once a filled-in sheet is taken over.

    What the sheet leaves open stays; what it only repeats, from the plan's text or from
    the book, is not decided again. The faults of the sheet itself come with `filled`.
    """
    decisions, changed = _merged_decisions(book, filled)
    quotas, requoted = _merged_quotas(book, filled.quotas)
    review = Review(
        decisions=decisions,
        merges=book.merges,
        milestones=_merged_milestones(book, filled),
    )
    return MergedBreakdown(review=review, quotas=quotas, issues=(*changed, *requoted))


def _merged_decisions(
    book: Book, filled: FilledBreakdown
) -> tuple[tuple[Decision, ...], list[Issue]]:
    said = {(d.subject, d.id): d for d in filled.review.decisions}
    stated = _stated(book)
    issues: list[Issue] = []
    merged: list[Decision] = []
    for key in dict.fromkeys((*said, *filled.cleared)):
        old = _standing(book, *key)
        fresh = said.get(key, Decision(subject=key[0], id=key[1]))
        decision = _on_top(old, fresh, filled.cleared.get(key, frozenset()))
        known = _added(book, *key).over(stated.get(key, Assignment()))
        decision = _without_repeats(decision, old, known)
        issues += _changes(old, decision, fresh)
        merged.append(decision)
    return tuple(_placed(book.decisions, merged)), issues


def _standing(book: Book, subject: Subject, name: str) -> Decision | None:
    """Return what was decided on a subject; that it was added is a decision of its own."""
    found = (d for d in book.decisions_on(subject, name) if d.verdict is not Verdict.ADD)
    return next(found, None)


def _added(book: Book, subject: Subject, name: str) -> Assignment:
    """Return who answers for a sentence by the decision that added it."""
    found = (d for d in book.decisions_on(subject, name) if d.verdict is Verdict.ADD)
    return next((decision.assignment for decision in found), Assignment())


def _on_top(old: Decision | None, fresh: Decision, cleared: frozenset[str]) -> Decision:
    old = old or evolve(fresh, assignment=Assignment(), correction=Correction(), note="")
    names = {a.name for a in fields(Assignment)}
    kept = evolve(
        old.assignment,
        **{name: getattr(Assignment(), name) for name in cleared & names},
    )
    correction = evolve(
        old.correction,
        **{name: getattr(fresh.correction, name) for name in fresh.correction.changed},
    )
    note = fresh.note or ("" if NOTE in cleared else old.note)
    return evolve(
        old,
        verdict=Verdict.CORRECT if correction.changed else old.verdict,
        correction=correction,
        assignment=fresh.assignment.over(kept),
        note=note,
    )


def _without_repeats(
    decision: Decision, old: Decision | None, stated: Assignment
) -> Decision:
    """Return the decision without what is known already and was not decided here."""
    before = old.assignment if old else Assignment()
    now = decision.assignment
    repeated = {
        a.name
        for a in fields(Assignment)
        if a.name not in _LEADS
        and not getattr(before, a.name)
        and getattr(now, a.name) == getattr(stated, a.name)
    }
    leads = [(a.lead_org, a.second_lead) for a in (now, stated)]
    if not before.lead_org and leads[0] == leads[1]:
        repeated |= set(_LEADS)
    empty = {name: getattr(Assignment(), name) for name in repeated}
    return evolve(decision, assignment=evolve(now, **empty))


def _stated(book: Book) -> dict[tuple[Subject, str], Assignment]:
    """Return what the plan's text says of who answers, by subject."""
    items = planned_items(book.plan)
    stated: dict[tuple[Subject, str], Assignment] = {}
    by_section: dict[str, list[Item]] = {}
    for item in items:
        is_statement = isinstance(item, Statement)
        subject = Subject.STATEMENT if is_statement else Subject.COMMITMENT
        stated[subject, item.id] = stated_assignment(item)
        by_section.setdefault(item.section, []).append(item)
    for name, members in by_section.items():
        stated[Subject.TASK, name] = stated_for_all(members)
    return stated


def _placed(old: tuple[Decision, ...], merged: list[Decision]) -> Iterator[Decision]:
    """Yield old decisions, renewed in their places, then new ones that decide something."""
    waiting = {(d.subject, d.id): d for d in merged}
    for decision in old:
        key = (decision.subject, decision.id)
        if decision.verdict is Verdict.ADD or key not in waiting:
            yield decision
        else:
            yield waiting.pop(key)
    for decision in waiting.values():
        if decision.assignment or decision.verdict or decision.note:
            yield decision


def _changes(old: Decision | None, new: Decision, fresh: Decision) -> Iterator[Issue]:
    """Yield a hint for every word that was decided before and is another now."""
    before = old.assignment if old else Assignment()
    for name, word in _WORDS.items():
        was, now = _told(getattr(before, name)), _told(getattr(new.assignment, name))
        if was and was != now:
            message = f"“{new.quote[:30]}”的{word}由“{was}”改为“{now or '(空)'}”"
            yield _changed(message, fresh.where)


def _told(value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(map(str, value))
    return str(getattr(value, "label", value) or "")


def _changed(message: str, where: str) -> Issue:
    return Issue(
        code="breakdown-changed",
        level=Level.HINT,
        message=message,
        remedy="核对无误即可；不该改的，把表里这一格改回来再导入",
        where=where,
    )


def _merged_milestones(book: Book, filled: FilledBreakdown) -> tuple[Milestone, ...]:
    emptied = {name for (_, name), cleared in filled.cleared.items() if NODES in cleared}
    nodes = [m for m in book.milestones if m.id not in emptied]
    said = filled.review.milestones
    for node in said:
        alike = [n for n, m in enumerate(nodes) if _node_key(m) == _node_key(node)]
        if any(nodes[n].due == node.due for n in alike):
            continue
        is_lone = sum(_node_key(m) == _node_key(node) for m in said) == 1
        if len(alike) == 1 and is_lone:
            nodes[alike[0]] = evolve(nodes[alike[0]], due=node.due)
        else:
            nodes.append(node)
    return tuple(nodes)


def _node_key(node: Milestone) -> tuple[Subject, str, str]:
    return node.subject, node.id, node.what


def _merged_quotas(
    book: Book, said: Iterable[Quota]
) -> tuple[tuple[Quota, ...], list[Issue]]:
    units = {statement.id: statement.unit for statement in book.plan.statements}
    quotas = {_quota_key(book, quota): quota for quota in book.quotas}
    issues: list[Issue] = []
    for quota in said:
        key = _quota_key(book, quota)
        old = quotas.get(key)
        if old is None:
            quotas[key] = quota
        elif _amount(old, units) != _amount(quota, units):
            issues.append(_requoted(old, quota))
            quotas[key] = evolve(quota, org=old.org, quote=old.quote or quota.quote)
        elif quota.source and not old.source:
            quotas[key] = evolve(old, source=quota.source)
    return tuple(quotas.values()), issues


def _quota_key(book: Book, quota: Quota) -> tuple[str, str, Period]:
    org = book.org(quota.org) if quota.org else None
    return quota.statement, org.code if org else quota.org, quota.period


def _amount(quota: Quota, units: dict[str, Unit]) -> object:
    """Return an amount in the unit's base, so that 1万元 equals 10000元."""
    unit = Unit.parse(quota.unit) if quota.unit else units.get(quota.statement)
    if quota.value is None or unit is None:
        return quota.value, quota.unit
    return quota.value * unit.scale, unit.base


def _requoted(old: Quota, new: Quota) -> Issue:
    was, now = (
        "/" if q.value is None else f"{format(q.value, 'f')}{q.unit or ''}"
        for q in (old, new)
    )
    who = f"{new.org or '全市'} {new.period}"
    return _changed(f"“{new.quote[:30]}”{who} 的目标由 {was} 改为 {now}", new.where)
