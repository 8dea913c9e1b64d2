"""Notes about responsibility, with outline and task tables → who answers for a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from paitou.compile.passage import Passage
from paitou.compile.responsible.notes import (
    ResponsibleNote,
    Scope,
    find_responsible,
    first_as_lead,
    with_role,
)
from paitou.compile.responsible.organisations import labelled
from paitou.compile.responsible.roles import LABEL, ROLE_OF_LABEL
from paitou.model import Block, Document, Responsibility, Section, Span, Table

_HEAD_CELL = re.compile(rf"\s*{LABEL}\s*(?:\([^()]*\)|（[^（）]*）)?\s*")


@frozen
class Governing:
    """Who answers for a place in the text; the narrowest note that reaches it decides."""

    notes: tuple[ResponsibleNote, ...]
    _tiers: tuple[tuple[ResponsibleNote, ...], ...] = field(repr=False)

    @classmethod
    def of(cls, notes: Iterable[ResponsibleNote]) -> Governing:
        """Return what the notes say together."""
        known = tuple(notes)
        tiers = (
            sorted((n for n in known if n.scope is scope), key=lambda n: n.reach.start)
            for scope in Scope
        )
        return cls(known, tuple(tuple(tier) for tier in tiers))

    def at(self, offset: int) -> tuple[Responsibility, ...]:
        """Return the responsibilities that govern the character at `offset`."""
        for notes in self._tiers:
            index = bisect_right(notes, offset, key=lambda note: note.reach.start) - 1
            if index >= 0 and offset < notes[index].reach.end:
                return notes[index].responsibilities
        return ()


def attach(document: Document, passages: Iterable[Passage]) -> Governing:
    """Return who answers for what, from the notes in the passages and in task tables."""
    known = tuple(passages)
    notes = _carried(note for passage in known for note in find_responsible(passage))
    blocks = tuple(passage.block for passage in known)
    in_tables = (note for table in document.tables for note in _of_table(document, table))
    return Governing.of((*_widened(document.sections, blocks, notes), *in_tables))


def _carried(notes: Iterable[ResponsibleNote]) -> Iterator[ResponsibleNote]:
    """Yield the notes with what earlier ones say of them (下同, 以下均由…落实)."""
    first_leads = False
    always: tuple[Responsibility, ...] = ()
    for note in notes:
        said = note.responsibilities
        first_leads = first_leads or note.first_leads
        if first_leads:
            said = first_as_lead(said)
        named = {one.org for one in said}
        said += tuple(one for one in always if one.org not in named)
        always = tuple(dict.fromkeys(always + note.from_here_on))
        yield evolve(note, responsibilities=said)


def _widened(
    sections: Sequence[Section], blocks: Sequence[Block], notes: Iterable[ResponsibleNote]
) -> Iterator[ResponsibleNote]:
    """Yield the notes, those on lines of their own with the text that they govern."""
    run: list[ResponsibleNote] = []
    last, since = -1, Span(-1, -1)
    for note in notes:
        if note.scope is not Scope.SECTION:
            yield note
            continue
        at = bisect_right(blocks, note.span.start, key=lambda block: block.start) - 1
        if run and not (at - last <= 1 and blocks[at].section == blocks[last].section):
            merged = _merged(run, sections, blocks, since)
            since = Span(blocks[last].section, merged.span.end)
            yield merged
            run = []
        run.append(note)
        last = at
    if run:
        yield _merged(run, sections, blocks, since)


def _merged(
    run: Sequence[ResponsibleNote],
    sections: Sequence[Section],
    blocks: Sequence[Block],
    since: Span,
) -> ResponsibleNote:
    """牵头单位, 责任单位 on lines below each other are one note about the same text."""
    span = Span(run[0].span.start, run[-1].span.end)
    said = dict.fromkeys(one for note in run for one in note.responsibilities)
    at = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
    begin = since.end if since.start == blocks[at].section else -1
    reach = _reach(sections, blocks, at, begin)
    return evolve(
        run[0],
        span=span,
        reach=Span(reach.start, max(reach.end, span.end)),
        responsibilities=tuple(said),
    )


def _reach(
    sections: Sequence[Section], blocks: Sequence[Block], at: int, begin: int
) -> Span:
    """The text that the note in block `at` governs, from `begin` on where that is known.

    It is its section; without an outline, the paragraph before it. Right under a heading,
    it is what follows.
    """
    block = blocks[at]
    if block.section < 0:
        return Span(blocks[at - 1].start if at else block.start, block.end)
    section = sections[block.section]
    first = section.start if begin < 0 else begin
    before = blocks[at - 1] if at else block
    has_text_before = (
        before.section == block.section and first <= before.start < block.start
    )
    return Span(first, block.end if has_text_before else section.end)


def _of_table(document: Document, table: Table) -> Iterator[ResponsibleNote]:
    """Yield a note for every cell of a row whose columns say who answers for it."""
    words = {(c.row, c.column): document.text[c.start : c.end] for c in table.cells}
    columns = {
        cell.column: ROLE_OF_LABEL[found["label"]]
        for cell in table.cells
        if (found := _HEAD_CELL.fullmatch(words[cell.row, cell.column]))
    }
    for cell in table.cells if columns else ():
        said = tuple(
            one
            for column, role in columns.items()
            for one in with_role(role, _in_cell(words.get((cell.row, column), "")))
        )
        if said and cell.column not in columns:
            place = Span(cell.start, cell.end)
            yield ResponsibleNote(
                span=place, scope=Scope.SENTENCE, reach=place, responsibilities=said
            )


def _in_cell(words: str) -> list[str]:
    """The organisations in a cell; the heads of its own columns are none."""
    if _HEAD_CELL.fullmatch(words):
        return []
    pieces = re.split(r"[,，;；。\s]+", words.translate({0xFF08: "(", 0xFF09: ")"}))
    return [name for piece in pieces for name in labelled(piece)]
