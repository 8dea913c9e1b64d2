"""Passages → commitments: each clause of the plan's part asked for each kind of promise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from paitou.compile.commitments import aims, duties, mechanisms, plans, projects
from paitou.compile.commitments.clause import Clause, Promise, clauses
from paitou.compile.passage import Passage
from paitou.compile.patterns import one_of
from paitou.model import BlockKind, Commitment, CommitmentKind, Document, Section, Span

_WANTED = re.compile(
    one_of(
        (
            *plans.TRIGGERS,
            *projects.TRIGGERS,
            *duties.TRIGGERS,
            *mechanisms.TRIGGERS,
            *aims.TRIGGERS,
        )
    )
)
#: Sections that report what was done; a commitment looks ahead.
_REVIEW = re.compile("回顾|总结|成就|现状|形势|基础|成效|过去|工作情况")


def find_commitments(
    passages: Iterable[Passage],
    document: Document,
    *,
    reviewed: frozenset[int] | None = None,
) -> tuple[Commitment, ...]:
    """Return the promises without a number, in the text's order; their ids are empty.

    Args:
        passages: the passages of the document; headings and reviews are passed over.
        document: the document they are of; a plan does not promise itself, so a name that
            its title holds is passed over.
        reviewed: indices of the sections that report what was done; by default those whose
            title says so, and what lies under them.
    """
    sections = document.sections
    past = _reviewed(sections) if reviewed is None else reviewed
    found: list[Commitment] = []
    for passage in passages:
        block = passage.block
        if block.kind is BlockKind.HEADING or block.section in past:
            continue
        section = sections[block.section].id if block.section >= 0 else ""
        found.extend(_commitments(passage, section, document))
    return tuple(found)


def _commitments(
    passage: Passage, section: str, document: Document
) -> Iterator[Commitment]:
    subject, end = "", -2
    for clause in clauses(passage, _WANTED):
        promises = _promises(clause, document.title, subject if clause.start == end + 1 else "")
        if promises and promises[0].kind is CommitmentKind.QUALITATIVE:
            subject, end = aims.what_of(promises[0]), clause.start + len(clause.text)
        for promise in promises:
            span = passage.span(clause.start + promise.start, clause.start + promise.end)
            yield _commitment(promise, span, section, document.text)


def _promises(clause: Clause, title: str, subject: str) -> list[Promise]:
    """What the clause promises, of the first kind that reads it."""
    return (
        list(duties.read(clause))
        or list(plans.read(clause, title))
        or list(projects.read(clause))
        or list(mechanisms.read(clause))
        or list(aims.read(clause, subject))
    )


def _commitment(promise: Promise, span: Span, section: str, text: str) -> Commitment:
    return Commitment(
        id="",
        kind=promise.kind,
        section=section,
        start=span.start,
        end=span.end,
        quote=span.of(text).replace("\n", ""),
        object=promise.object,
        cadence=promise.cadence,
        nature=promise.nature,
    )


def _reviewed(sections: Sequence[Section]) -> frozenset[int]:
    past: set[int] = set()
    for index, section in enumerate(sections):
        if section.parent in past or _REVIEW.search(section.title):
            past.add(index)
    return frozenset(past)
