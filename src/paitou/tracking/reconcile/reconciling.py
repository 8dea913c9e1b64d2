"""A plan and a later report → each target with the outcome that reports on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from paitou.indicators import Catalogue, standard
from paitou.model import Issue, Level, Measure, Plan, Role
from paitou.tracking.reconcile import reasons
from paitou.tracking.reconcile.assignment import assigned
from paitou.tracking.reconcile.candidates import Candidate, candidates
from paitou.tracking.reconcile.names import catalogue_weights
from paitou.tracking.reconcile.pairing import Desk
from paitou.tracking.reconcile.places import different_places
from paitou.tracking.reconcile.result import Gap, Pair, Reconciliation
from paitou.tracking.reconcile.silence import LookingBack
from paitou.tracking.reconcile.subjects import Subject, subjects
from paitou.tracking.reconcile.times import reviewed_year


def reconcile(
    plan: Plan, later: Plan, catalogue: Catalogue | None = None
) -> Reconciliation:
    """Return each target of the plan with what the later report says of it.

    Only targets of the plan and outcomes of the later report are looked at.
    """
    known = standard() if catalogue is None else catalogue
    targets = subjects(plan, Role.TARGET, known)
    outcomes = subjects(later, Role.OUTCOME, known)
    issues = _faults(plan, later, targets, outcomes)
    if places := different_places(plan.document, later.document):
        reason = reasons.misplaced(places)
        pairs = [
            Pair(target=t.statement, gap=Gap.MISPLACED, reason=reason) for t in targets
        ]
        return Reconciliation(pairs=tuple(pairs), issues=issues)
    desk = _desk(plan, later, targets, outcomes, known)
    return Reconciliation(pairs=tuple(map(desk.pair, targets)), issues=issues)


def _desk(
    plan: Plan,
    later: Plan,
    targets: Sequence[Subject],
    outcomes: Sequence[Subject],
    known: Catalogue,
) -> Desk:
    past = reviewed_year(later) or 9999
    weights = catalogue_weights(known)
    found = candidates(targets, outcomes, weights, past)
    by_target: dict[int, list[Candidate]] = defaultdict(list)
    for one in found:
        by_target[one.target.order].append(one)
    return Desk(
        choices=assigned(found),
        by_target=by_target,
        bases=_bases(subjects(plan, Role.OUTCOME, known)),
        looking_back=LookingBack.of(later, weights),
        catalogue=known,
        past=past,
    )


def _bases(told: Sequence[Subject]) -> dict[str, list[Subject]]:
    """The levels that the plan itself reports, by indicator."""
    found: dict[str, list[Subject]] = defaultdict(list)
    for one in told:
        if one.known and one.statement.measure is Measure.LEVEL and not one.scope:
            found[one.known.id].append(one)
    return found


def _faults(
    plan: Plan, later: Plan, targets: Sequence[Subject], outcomes: Sequence[Subject]
) -> tuple[Issue, ...]:
    found: list[Issue] = []
    if not targets:
        found.append(
            _issue(
                "reconcile-no-targets",
                f"“{plan.document.file}”里没有读出量化目标，无从对照",
                "请核对第一个文件是否为方案、规划或政府工作报告",
            )
        )
    if not outcomes:
        found.append(
            _issue(
                "reconcile-no-outcomes",
                f"“{later.document.file}”里没有读出已完成的数字，无从对照",
                "请核对第二个文件是否为总结工作的报告",
            )
        )
    if places := different_places(plan.document, later.document):
        found.append(
            _issue(
                "reconcile-places-differ",
                f"两份文本说的不是同一个地方：前一份是{places[0]}，后一份是{places[1]}，未作对照",
                "请换成同一个地方的方案和报告",
            )
        )
    planned, told = plan.document.year, reviewed_year(later)
    if planned and told and told < planned:
        found.append(
            _issue(
                "reconcile-later-is-earlier",
                f"后一份只说到{told}年，早于前一份的{planned}年，说不了目标完成得怎样",
                "请把较早的放在前面，较晚的放在后面",
            )
        )
    return tuple(found)


def _issue(code: str, message: str, remedy: str) -> Issue:
    return Issue(code=code, level=Level.ERROR, message=message, remedy=remedy)
