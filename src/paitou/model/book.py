"""A book: a plan with everything that people decided about it, as one value."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from attrs import frozen

from paitou.model.assumption import Assumption
from paitou.model.decision import Assignment, Decision, Merge, Subject
from paitou.model.figure import Figure
from paitou.model.issue import Issue, Level
from paitou.model.org import Org
from paitou.model.plan import Plan
from paitou.model.publicity import PageKind, Publicity
from paitou.model.quota import Milestone, Quota
from paitou.model.rulebook import Rulebook
from paitou.model.statement import Commitment, OrgRole, Statement


class IndicatorEntry(Protocol):
    """What a book needs to know of an indicator; `additivity` is sum, stock or none."""

    @property
    def id(self) -> str:
        """Return the id that statements carry."""

    @property
    def additivity(self) -> str:
        """Return whether figures of districts and of years may be added."""


class IndicatorSource(Protocol):
    """A catalogue of indicators, as `paitou.indicators` makes it."""

    def get(self, indicator_id: str, /) -> IndicatorEntry | None:
        """Return the indicator with this id, None where there is none."""

    def resolve(self, name: str, /) -> str:
        """Return the id of the indicator that is called this."""


class RulesSource(Protocol):
    """How targets are judged, as `paitou.tracking` reads it."""

    @property
    def nearly(self) -> Decimal:
        """Return the share of a target from which on a miss is 基本完成."""


@frozen(kw_only=True)
class Book:
    """A folder that was read: `compiled` is the plan as written, `plan` as reviewed.

    Attributes:
        name: the folder's own name, without a path; unique among the children of a book.
        rulebooks: how its contests and appraisals are scored.
        contest: what the tables of contest/ say, as `paitou.contest.fields` reads them.
        outlooks: those that were kept, as `paitou.outlook.plan.keeping` reads them.
        assumptions: what is taken for granted where the targets are held together.
        is_simulated: whether its figures are made up; whatever shows it says 模拟数据.
        release: who may be shown its pages, where that is not the usual.
        parent_task: id of the section of the parent's plan that asked for this plan.
        indicators: the catalogue that the plan was compiled with.
        figures: everything that was reported, all vintages.
        tracking: how its targets are judged, None for the usual way.
        issues: faults of files, decisions and splits; not the children's.
    """

    name: str
    title: str
    plan: Plan
    compiled: Plan
    indicators: IndicatorSource
    decisions: tuple[Decision, ...] = ()
    merges: tuple[Merge, ...] = ()
    quotas: tuple[Quota, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    orgs: tuple[Org, ...] = ()
    figures: tuple[Figure, ...] = ()
    tracking: RulesSource | None = None
    assumptions: tuple[Assumption, ...] = ()
    rulebooks: tuple[Rulebook, ...] = ()
    contest: object | None = None
    outlooks: tuple[object, ...] = ()
    is_simulated: bool = False
    release: tuple[tuple[PageKind, Publicity], ...] = ()
    parent_task: str = ""
    children: tuple[Book, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Return whether a fault of level 错误 was found, here or in a child."""
        return any(i.level is Level.ERROR for i in self.issues) or any(
            child.has_errors for child in self.children
        )

    def org(self, name: str) -> Org | None:
        """Return the organisation with this code, name or alias."""
        return next((org for org in self.orgs if org.is_called(name)), None)

    def quotas_of(self, statement_id: str) -> tuple[Quota, ...]:
        """Return how a statement is split, in the order of the table."""
        return tuple(q for q in self.quotas if q.statement == statement_id)

    def milestones_of(self, subject_id: str) -> tuple[Milestone, ...]:
        """Return the nodes of a task or statement, the earliest first."""
        found = (m for m in self.milestones if m.id == subject_id)
        return tuple(sorted(found, key=lambda node: node.last_day))

    def decisions_on(self, subject: Subject, subject_id: str) -> tuple[Decision, ...]:
        """Return what was decided about a statement, commitment or task.

        Of an added statement this is the decision that adds it and perhaps a later one.
        """
        return tuple(
            d for d in self.decisions if d.subject is subject and d.id == subject_id
        )

    def assignment_of(self, item: Statement | Commitment) -> Assignment:
        """Return who answers for it: as decided, for it or its task, else as written."""
        subject = Subject.STATEMENT if isinstance(item, Statement) else Subject.COMMITMENT
        task = self.task_assignment(item.section)
        return self._decided(subject, item.id).over(task.over(stated_assignment(item)))

    def task_assignment(self, section_id: str) -> Assignment:
        """Return who answers for a section, inherited from the sections around it."""
        assignment, sections = Assignment(), self.plan.sections
        at = next((i for i, s in enumerate(sections) if s.id == section_id), -1)
        while at >= 0:
            assignment = assignment.over(self._decided(Subject.TASK, sections[at].id))
            at = sections[at].parent
        return assignment

    def _decided(self, subject: Subject, subject_id: str) -> Assignment:
        assignment = Assignment()
        for decision in self.decisions_on(subject, subject_id):
            assignment = assignment.over(decision.assignment)
        return assignment


def stated_assignment(item: Statement | Commitment) -> Assignment:
    """Return the assignment that the plan's own text states (责任单位:…)."""
    named = {
        role: tuple(r.org for r in item.responsible if r.role is role) for role in OrgRole
    }
    leads = named[OrgRole.LEAD]
    return Assignment(
        lead_org="".join(leads[:1]),
        second_lead="".join(leads[1:2]),
        responsible_orgs=(*leads[2:], *named[OrgRole.RESPONSIBLE]),
        supporting_orgs=named[OrgRole.SUPPORT],
    )
