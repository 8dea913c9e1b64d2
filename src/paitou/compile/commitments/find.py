"""Passages → commitments: each clause of the plan's part asked for each kind of promise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from paitou.compile.commitments import aims, duties, mechanisms, plans, projects
from paitou.compile.commitments.clause import Clause, Promise, clauses
from paitou.compile.passage import Passage
from paitou.compile.patterns import one_of
from paitou.model import BlockKind, Commitment, Document, Span

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
#: Aims whose subject the next clause may leave out.
_COMPARING = ("rank", "benchmark")


def find_commitments(
    passages: Iterable[Passage], document: Document
) -> tuple[Commitment, ...]:
    """Return the promises without a number, in the text's order; their ids are empty.

    Args:
        passages: those passages of the document that look ahead; what a review reports was
            done is no promise. Headings among them are passed over.
        document: the document they are of. A plan does not promise itself, so a name that
            its title holds is none.
    """
    sections = document.sections
    found: list[Commitment] = []
    for passage in passages:
        block = passage.block
        if block.kind is not BlockKind.HEADING:
            section = sections[block.section].id if block.section >= 0 else ""
            found.extend(_commitments(passage, section, document))
    return tuple(found)


def _commitments(
    passage: Passage, section: str, document: Document
) -> Iterator[Commitment]:
    subject, end = "", -2
    for clause in clauses(passage, _WANTED):
        promises = _promises(clause, document.title, subject if clause.start == end + 1 else "")
        if promises and promises[0].nature in _COMPARING:
            subject, end = aims.what_of(promises[0]), clause.start + len(clause.text)
        for promise in filter(_is_whole, promises):
            span = passage.span(clause.start + promise.start, clause.start + promise.end)
            yield _commitment(promise, span, section, document.text)


def _is_whole(promise: Promise) -> bool:
    """A name that opens a quote and never closes it was cut in the middle."""
    name = promise.object
    return all(name.count(left) == name.count(right) for left, right in ("“”", "()", "《》"))


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
