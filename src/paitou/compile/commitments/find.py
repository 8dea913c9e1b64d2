"""Passages → commitments: each clause is asked for each kind of promise in turn."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from attrs import evolve

from paitou.compile.commitments import aims, duties, mechanisms, plans, projects
from paitou.compile.commitments.clause import Clause, Promise, clauses
from paitou.compile.identity import Identities
from paitou.compile.passage import Passage, quoted
from paitou.compile.patterns import one_of
from paitou.compile.responsible import Governing
from paitou.model import BlockKind, Commitment, CommitmentKind, Document

_KINDS: tuple[tuple[tuple[str, ...], Callable[[Clause], list[Promise]]], ...] = (
    (duties.TRIGGERS, duties.read),
    (plans.TRIGGERS, plans.read),
    (projects.TRIGGERS, projects.read),
    (mechanisms.TRIGGERS, mechanisms.read),
    (aims.TRIGGERS, aims.read),
)
_READERS = tuple((re.compile(one_of(words)), read) for words, read in _KINDS)
_WANTED = re.compile(one_of(word for words, _ in _KINDS for word in words))
_PLANS = (CommitmentKind.ACTION_PLAN, CommitmentKind.PROGRAMME)
#: Aims whose subject the next clause may leave out.
_COMPARING = ("rank", "benchmark")
_PAIRS = (("“", "”"), ("(", ")"), ("《", "》"))
_MARKS = frozenset("“”()《》")


def find_commitments(
    document: Document, passages: Iterable[Passage], governing: Governing
) -> tuple[Commitment, ...]:
    """Return the promises without a number, in the text's order.

    Args:
        document: the document. A plan does not promise itself, so the name of a plan that
            the document's title holds is none.
        passages: those passages of it that look ahead; what a review says was done is no
            promise. Headings among them are passed over.
        governing: who answers for what is said where.
    """
    writer = _Writer(document, governing)
    return tuple(
        writer.commitment(passage, clause, promise)
        for passage in passages
        if passage.block.kind is not BlockKind.HEADING
        for clause, promise in _promises(passage)
        if _is_named(promise, document.title)
    )


class _Writer:
    """Turns promises of passages into commitments of the document."""

    def __init__(self, document: Document, governing: Governing) -> None:
        self._document = document
        self._governing = governing
        self._ids = Identities("c")

    def commitment(self, passage: Passage, clause: Clause, promise: Promise) -> Commitment:
        start, end = clause.start + promise.start, clause.start + promise.end
        span = passage.span(start, end)
        quote = quoted(self._document.text, span)
        index = passage.block.section
        section = self._document.sections[index].id if index >= 0 else ""
        return Commitment(
            id=self._ids.of(section, promise.kind, promise.object, quote),
            kind=promise.kind,
            section=section,
            start=span.start,
            end=span.end,
            quote=quote,
            object=promise.object,
            cadence=promise.cadence,
            nature=promise.nature,
            responsible=self._governing.at(span.start),
        )


def _promises(passage: Passage) -> Iterator[tuple[Clause, Promise]]:
    """Yield the promises; a clause without a subject takes that of the clause before it."""
    subject, end = "", -1
    for clause in clauses(passage, _WANTED):
        for promise in _read(clause):
            if promise.object:
                yield clause, promise
            elif subject and clause.start == end + 1:
                yield clause, evolve(promise, object=subject)
            if promise.object and promise.nature in _COMPARING:
                subject, end = aims.what_of(promise), clause.end


def _read(clause: Clause) -> list[Promise]:
    for wanted, read in _READERS:
        if wanted.search(clause.shape) and (found := read(clause)):
            return found
    return []


def _is_named(promise: Promise, title: str) -> bool:
    """A name with an open quote was cut; one that the title holds is the plan itself."""
    name = promise.object
    if _MARKS.intersection(name) and not _is_paired(name):
        return False
    return not (title and promise.kind in _PLANS and plans.core_of(name) in title)


def _is_paired(name: str) -> bool:
    return all(name.count(left) == name.count(right) for left, right in _PAIRS)
