"""A book → the rows of its breakdown sheet: tasks, and under each what it is to reach."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from attrs import field, frozen

from paitou.model import (
    Assignment,
    Book,
    Commitment,
    Milestone,
    Period,
    Plan,
    Quota,
    Role,
    Statement,
    Subject,
    WhenKind,
    stated_assignment,
)
from paitou.render.wording import CADENCE, COMMITMENT_KIND
from paitou.report.breakdown.fields import Field
from paitou.report.breakdown.target_words import target_words
from paitou.report.breakdown.wording import own_words, place_words, section_number
from paitou.review.tasks import tasks_of
from paitou.tables import Value

Item: TypeAlias = Statement | Commitment

_LONGEST = 900  # characters of the words of one row, if its sentences allow
_SENTENCE = re.compile(r"[^。；\n]{1,3000}[。；]?\n*|[。；\n]+")
_LIST = "、"
#: Titles of sections that frame a plan and set nobody a task.
_FRAME = re.compile(
    r"指导思想|指导方针|总体要求|(?:基本|工作|总体)(?:原则|思路|考虑)"
    r"|(?:编制|政策)依据|(?:面临|发展)形势|(?:发展|工作|现实)基础|重大意义|附则"
    r"|回顾|主要成就|现状"
)


@frozen(kw_only=True)
class BreakdownRow:
    """One row: a task, or a statement or commitment under it; `id` leads back to it.

    A row without an id continues the words of the task above.
    """

    subject: Subject
    id: str
    cells: dict[Field, Value] = field(repr=False)
    quotas: dict[Period, Value] = field(factory=dict, repr=False)

    @property
    def is_task(self) -> bool:
        """Return whether it is about a task, not about an item of it."""
        return self.subject is Subject.TASK


def breakdown_rows(book: Book) -> tuple[BreakdownRow, ...]:
    """Return the rows in the order of the plan's text; what nobody decided stays empty."""
    return tuple(_rows(book))


def _rows(book: Book) -> Iterator[BreakdownRow]:
    plan = book.plan
    items: dict[str, list[Item]] = {}
    for item in sorted(planned_items(plan), key=lambda item: (item.start, item.end)):
        items.setdefault(item.section, []).append(item)
    tasks = _named_tasks(plan)
    homeless = items.keys() - {section.id for section in plan.sections}
    for name in sorted(homeless):
        yield from (_item_row(book, item, -1) for item in items[name])
    for index, section in enumerate(plan.sections):
        own = items.get(section.id, [])
        if own or section.id in tasks:
            yield from _task_rows(book, index, own)
            yield from (_item_row(book, item, index) for item in own)


def _named_tasks(plan: Plan) -> frozenset[str]:
    """Return the ids of tasks that are rows even if no target was read in them."""
    sections = plan.sections
    parents = {section.parent for section in sections}
    reviewed = {s.section for s in plan.statements if s.role is Role.OUTCOME}
    tasks = {section.id for section in tasks_of(plan) if section.number}
    return frozenset(
        section.id
        for index, section in enumerate(sections)
        if section.id in tasks - reviewed
        and index not in parents
        and not any(_FRAME.search(title) for title in _titles(plan, index))
    )


def _titles(plan: Plan, index: int) -> Iterator[str]:
    """Yield the titles of a section and of those around it."""
    while index >= 0:
        yield plan.sections[index].title
        index = plan.sections[index].parent


def planned_items(plan: Plan) -> list[Item]:
    """Return the targets and commitments of a plan; what a report says was done is none."""
    targets = [s for s in plan.statements if s.role is Role.TARGET]
    return [*targets, *plan.commitments]


def _task_rows(book: Book, index: int, own: list[Item]) -> Iterator[BreakdownRow]:
    """Yield the row of a task, and rows with the rest of its words where they are many."""
    section = book.plan.sections[index]
    where = _where(book, index)
    first, *rest = _pieces(own_words(book.plan, index))
    yield BreakdownRow(
        subject=Subject.TASK,
        id=section.id,
        cells=where
        | _decided(book, Subject.TASK, section.id, stated_for_all(own))
        | {
            Field.WORDS: first,
            Field.PLACE: place_words(book.plan, index),
            Field.NODES: _nodes(book.milestones_of(section.id)),
        },
    )
    for piece in rest:
        yield BreakdownRow(subject=Subject.TASK, id="", cells=where | {Field.WORDS: piece})


def stated_for_all(items: Sequence[Item]) -> Assignment:
    """Return what the text states for every one of some items alike."""
    stated = [stated_assignment(item) for item in items]
    return stated[0] if stated and all(s == stated[0] for s in stated) else Assignment()


def _pieces(words: str) -> list[str]:
    """Return the words in pieces that are read at a glance, cut after a sentence."""
    pieces = [""]
    for sentence in _SENTENCE.findall(words):
        if pieces[-1] and len(pieces[-1]) + len(sentence) > _LONGEST:
            pieces.append("")
        pieces[-1] += sentence
    return [piece.strip("\n") for piece in pieces]


def _where(book: Book, index: int) -> dict[Field, Value]:
    if index < 0:
        return {}
    sections = book.plan.sections
    holds_tasks = any(section.parent == index for section in sections)
    if holds_tasks or sections[index].parent < 0:
        programme = sections[index]
    else:
        programme = sections[sections[index].parent]
    return {Field.PROGRAMME: programme.title, Field.TASK: section_number(book.plan, index)}


def _item_row(book: Book, item: Item, index: int) -> BreakdownRow:
    """Return the row of a statement or commitment: what was decided on it, not its task."""
    is_statement = isinstance(item, Statement)
    subject = Subject.STATEMENT if is_statement else Subject.COMMITMENT
    quotas = [q for q in book.quotas_of(item.id) if not q.org]
    basis = dict.fromkeys(quota.source for quota in quotas if quota.source)
    told = (
        _statement_cells(item) if isinstance(item, Statement) else _commitment_cells(item)
    )
    return BreakdownRow(
        subject=subject,
        id=item.id,
        cells=_where(book, index)
        | _decided(book, subject, item.id, stated_assignment(item))
        | told
        | {
            Field.WORDS: item.quote,
            Field.BASIS: _LIST.join(basis),
            Field.NODES: _nodes(book.milestones_of(item.id)),
            Field.PLACE: place_words(book.plan, index, item.start),
        },
        quotas={quota.period: quota_value(quota) for quota in quotas},
    )


def _statement_cells(statement: Statement) -> dict[Field, Value]:
    return {
        Field.INDICATOR: statement.indicator,
        Field.TARGET: target_words(statement),
        Field.DEADLINE: deadline_words(statement),
    }


def _commitment_cells(commitment: Commitment) -> dict[Field, Value]:
    cadence = CADENCE.get(commitment.cadence or "", "")
    kind = COMMITMENT_KIND[commitment.kind]
    return {
        Field.INDICATOR: commitment.object,
        Field.TARGET: f"{kind}({cadence})" if cadence else kind,
    }


def deadline_words(statement: Statement) -> str:
    """Return the time of a statement as the plan sets it; empty where it is open."""
    when = statement.when
    if when.kind is WhenKind.EACH:
        return "每年"
    if when.kind is WhenKind.OVER and when.start and when.end:
        return f"{when.start}—{when.end}年"
    if when.end is None:
        return ""
    return f"{when.end}年底" if when.kind is WhenKind.BY else f"{when.end}年"


def quota_value(quota: Quota) -> Value:
    """Return what stands in the cell of a quota: "/" where there is no share."""
    if quota.value is None:
        return "/"
    return f"{format(quota.value, 'f')}{quota.unit}" if quota.unit else quota.value


def _decided(
    book: Book, subject: Subject, name: str, stated: Assignment
) -> dict[Field, Value]:
    """Return the cells of who answers: as decided for this row alone, else as written."""
    decisions = book.decisions_on(subject, name)
    known = Assignment()
    for decision in decisions:
        known = known.over(decision.assignment)
    known = known.over(stated)
    return {
        Field.LEADER: known.lead_official,
        Field.LEAD: _LIST.join(org for org in (known.lead_org, known.second_lead) if org),
        Field.RESPONSIBLE: _LIST.join(known.responsible_orgs),
        Field.SUPPORT: _LIST.join(known.supporting_orgs),
        Field.LIAISON: known.liaison,
        Field.DATA_SOURCE: known.data_source,
        Field.NATURE: known.nature.label if known.nature else "",
        Field.RHYTHM: known.rhythm.label if known.rhythm else "",
        Field.ID: name,
        Field.NOTE: "\n".join(decision.note for decision in decisions if decision.note),
    }


def _nodes(milestones: tuple[Milestone, ...]) -> str:
    return "\n".join(f"{due_words(node.due)}：{node.what}" for node in milestones)


def due_words(due: Period | dt.date) -> str:
    """Return the day or period of a node: 2023年6月, 2023年6月30日."""
    if isinstance(due, dt.date):
        return f"{due.year}年{due.month}月{due.day}日"
    return due.label
