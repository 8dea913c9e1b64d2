"""Marks → rows of the tables of statements and of commitments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from paitou.model import Book, Commitment, Role, Section, Statement, Strength, WhenKind
from paitou.office.plans.choices import Choice
from paitou.office.plans.marks import Mark
from paitou.render.wording import (
    CADENCE,
    COMMITMENT_KIND,
    COMPARATOR_SIGN,
    MEASURE,
    NATURE,
)
from paitou.report.sentences import plain, when_words


@frozen(kw_only=True)
class StatementRow:
    """A statement as the table prints it; `link` opens it in the text."""

    mark: Mark
    link: str
    section: Section | None
    is_outcome: bool
    measure: str
    sign: str
    value: str
    unit: str
    when: str
    strength: str
    base: str
    orgs: str


@frozen(kw_only=True)
class CommitmentRow:
    """A commitment as the table prints it."""

    mark: Mark
    link: str
    section: Section | None
    kind: str
    nature: str
    orgs: str


def statement_rows(book: Book, marks: Iterable[Mark]) -> tuple[StatementRow, ...]:
    """Return one row a statement, in the order of their numbers."""
    sections = {section.id: section for section in book.plan.sections}
    found = ((mark, mark.statement) for mark in marks)
    pairs = sorted(((m, s) for m, s in found if s), key=lambda pair: pair[0].number)
    return tuple(_statement_row(book, m, s, sections.get(s.section)) for m, s in pairs)


def commitment_rows(book: Book, marks: Iterable[Mark]) -> tuple[CommitmentRow, ...]:
    """Return one row a commitment, in the order of their numbers."""
    sections = {section.id: section for section in book.plan.sections}
    found = ((mark, mark.commitment) for mark in marks)
    pairs = sorted(((m, c) for m, c in found if c), key=lambda pair: pair[0].number)
    return tuple(_commitment_row(book, m, c, sections.get(c.section)) for m, c in pairs)


def statements_told(rows: Sequence[StatementRow], period: str) -> str:
    """Return how many there are, how many are striven for, how many nobody answers for."""
    outcomes = sum(row.is_outcome for row in rows)
    stretch = sum(bool(row.strength) for row in rows)
    told = f"{_head(period)}{len(rows) - outcomes}项量化目标"
    told += f"、{outcomes}项已完成情况" if outcomes else ""
    return told + (f"，其中{stretch}项为力争" if stretch else "") + _unassigned(rows)


def commitments_told(rows: Sequence[CommitmentRow], period: str) -> str:
    """Return how many there are, and how many nobody answers for."""
    return f"{_head(period)}{len(rows)}项定性与专项任务" + _unassigned(rows)


def _head(period: str) -> str:
    return f"{period}，" if period else ""


def _unassigned(rows: Sequence[StatementRow] | Sequence[CommitmentRow]) -> str:
    left = sum(not row.orgs for row in rows)
    if left == len(rows):
        return "；原文没有写责任单位，尚待落实。" if rows else "。"
    return f"；{left}项尚未落实责任单位。" if left else "；责任单位均已落实。"


def _statement_row(
    book: Book, mark: Mark, item: Statement, section: Section | None
) -> StatementRow:
    high = f"—{plain(item.value_high)}" if item.value_high is not None else ""
    is_stretch = item.strength is Strength.STRETCH
    return StatementRow(
        mark=mark,
        link=Choice(s=item.id).link(),
        section=section,
        is_outcome=item.role is Role.OUTCOME,
        measure=MEASURE[item.measure],
        sign=COMPARATOR_SIGN[item.comparator],
        value=plain(item.value) + high,
        unit=item.unit.text,
        when="" if item.when.kind is WhenKind.OPEN else when_words(item.when),
        strength="力争" if is_stretch else "",
        base=item.base or "",
        orgs="、".join(_orgs(book, item)),
    )


def _commitment_row(
    book: Book, mark: Mark, item: Commitment, section: Section | None
) -> CommitmentRow:
    nature = NATURE.get(item.nature or "", "")
    return CommitmentRow(
        mark=mark,
        link=Choice(s=item.id).link(),
        section=section,
        kind=COMMITMENT_KIND[item.kind],
        nature=nature or CADENCE.get(item.cadence or "", ""),
        orgs="、".join(_orgs(book, item)),
    )


def _orgs(book: Book, item: Statement | Commitment) -> Iterator[str]:
    who = book.assignment_of(item)
    yield from (
        org for org in (who.lead_org, who.second_lead, *who.responsible_orgs) if org
    )
