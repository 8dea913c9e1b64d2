"""Document → Plan: passages are read once for statements, once for commitments."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from paitou.compile.calendars import calendars
from paitou.compile.commitments import find_commitments
from paitou.compile.faults import faults_of
from paitou.compile.margins import margin_mentions
from paitou.compile.passage import passages
from paitou.compile.responsible import attach
from paitou.compile.statements import read_statements
from paitou.compile.tables import table_statements
from paitou.indicators import Catalogue, standard
from paitou.model import Commitment, Document, Mention, Plan, Statement


def compile_document(document: Document, catalogue: Catalogue | None = None) -> Plan:
    """Return what the document says, in the order of its text.

    Args:
        document: the text as it was read.
        catalogue: the vocabulary that names of indicators are resolved in; the national
            one unless given.
    """
    catalogue = catalogue or standard()
    read = tuple(passages(document))
    times = tuple(calendars(document, read))
    governing = attach(document, read)
    said = read_statements(document, read, times, catalogue, governing)
    tabled = tuple(table_statements(document, catalogue, governing))
    ahead = (p for p, when in zip(read, times, strict=True) if not when.is_review)
    commitments = find_commitments(document, ahead, governing)
    mentions = (*said.mentions, *margin_mentions(document))
    return Plan(
        document=document,
        statements=_ordered((*said.statements, *tabled)),
        commitments=commitments,
        mentions=_accounted(mentions, tabled, commitments),
        issues=(*document.issues, *faults_of(said)),
    )


def _ordered(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=lambda s: (s.start, s.spans.value.start)))


def _accounted(
    mentions: Sequence[Mention],
    tabled: Sequence[Statement],
    commitments: Sequence[Commitment],
) -> tuple[Mention, ...]:
    """The mentions in order; those in tables and in names of commitments say so."""
    cells = {s.spans.value.start: s.id for s in tabled}
    named = _Names(commitments)
    done: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: m.start):
        if done and mention.start < done[-1].end:
            continue  # a page number inside a number that runs across the page
        if statement := cells.get(mention.start):
            done.append(evolve(mention, name="statement", statement=statement))
        elif mention.name in ("name", "unexplained") and named.cover(mention):
            done.append(evolve(mention, name="commitment"))
        else:
            done.append(mention)
    return tuple(done)


class _Names:
    """The quotes of the commitments, asked in the text's order."""

    def __init__(self, commitments: Sequence[Commitment]) -> None:
        self._spans = sorted((c.start, c.end) for c in commitments)
        self._at = 0

    def cover(self, mention: Mention) -> bool:
        """Return whether a commitment's quote holds the mention."""
        while self._at < len(self._spans) and self._spans[self._at][1] <= mention.start:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at][0] <= mention.start
