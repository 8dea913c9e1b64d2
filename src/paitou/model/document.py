"""A document that was read: its text, what it says about itself, its outline and blocks."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from paitou.model.issue import Issue
from paitou.model.span import Span


class BlockKind(StrEnum):
    """What a paragraph of the document is."""

    MASTHEAD = "masthead"  # title, issuer, document number, date line, by-line
    CONTENTS = "contents"  # a line of the table of contents
    HEADING = "heading"  # nothing but a heading
    PARAGRAPH = "paragraph"  # running text, perhaps after a heading that is glued to it
    BULLET = "bullet"  # opened by —— or by a bullet sign
    TABLE = "table"  # one cell, or one line of a flattened table
    TAIL = "tail"  # source, editors, page numbers, annexes of names


@frozen(kw_only=True)
class Block:
    """A paragraph: [start, end) in the text; running text begins at `body`.

    `section` is the index of the section that it belongs to, -1 before the first.
    Line breaks inside [start, end) are breaks inside a sentence (hard-wrapped text).
    `gaps` are page numbers and running heads that stand inside a sentence: not to be read.
    `place` is the paragraph (.docx) or page (.pdf) it stands on, counted from 1; else 0.
    """

    kind: BlockKind = field(converter=BlockKind)
    start: int
    end: int
    body: int
    section: int = -1
    place: int = 0
    gaps: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """Return where the block stands."""
        return Span(self.start, self.end)


@frozen(kw_only=True)
class Section:
    """A heading and what it governs: `number` as written ("3.", "(二)"), `title`, `level`.

    `start`, `end` span the whole section, heading included, up to the next of its level.
    `heading` spans number and title. `parent` is an index into the sections, -1 at the top.
    """

    id: str
    number: str
    title: str
    level: int
    start: int
    end: int
    heading: Span
    parent: int = -1


@frozen(kw_only=True)
class Cell:
    """A cell of a table: row and column from 0, and where its words stand in the text."""

    row: int
    column: int
    start: int
    end: int
    is_head: bool = False


@frozen(kw_only=True)
class Table:
    """A table in the document; merged cells are repeated for every place they cover."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    place: int = 0


@frozen(kw_only=True)
class PlanPeriod:
    """The years that a document speaks for, both counted."""

    start: int
    end: int


@frozen(kw_only=True)
class Document:
    """A file as it was read. Offsets of everything point into `text`.

    `text_is_file` says that the text is the decoded file itself (.txt, .md), unchanged.
    `is_newspaper` says that it is a newspaper's or a site's print of the official document.
    `year` is the year of the document itself (of a report: the year whose work it sets).
    """

    title: str
    file: str
    sha256: str
    text: str = field(repr=False)
    text_is_file: bool = True
    format: str = "txt"
    place_kind: str = ""  # "paragraph" for .docx, "page" for .pdf, else empty
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    is_newspaper: bool = False
    year: int | None = None
    period: PlanPeriod | None = None
    sections: tuple[Section, ...] = ()
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    tables: tuple[Table, ...] = field(default=(), repr=False)
    issues: tuple[Issue, ...] = ()

    @property
    def characters(self) -> int:
        """Return the length of the text."""
        return len(self.text)
