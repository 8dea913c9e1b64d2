"""Paragraphs and grids → one text, with the places, headings and tables that it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import Factory, define, evolve

from paitou.model import Cell, Table
from paitou.text.readers.grid import head_rows, is_data, places
from paitou.text.readers.parts import Grid, GridCell, Paragraph, Part
from paitou.text.reading import HeadingHint, Reading


def compose(parts: Iterable[Part], blank: Reading) -> Reading:
    """Return the blank reading with text and offsets filled in; a line for each paragraph.

    Cells of a table are set apart by tabs, rows by line breaks.
    """
    sheet = _Sheet()
    sheet.write(parts)
    return evolve(
        blank,
        text="".join(sheet.pieces),
        places=tuple(sheet.places),
        headings=tuple(sheet.headings),
        tables=tuple(sheet.tables),
    )


@define
class _Sheet:
    """The text as far as it is written, and what was noted on the way."""

    offset: int = 0
    pieces: list[str] = Factory(list)
    places: list[tuple[int, int]] = Factory(list)
    headings: list[HeadingHint] = Factory(list)
    tables: list[Table] = Factory(list)

    def write(self, parts: Iterable[Part]) -> None:
        """Write the parts; tables in tables may go deeper than calls in calls."""
        open_parts = [iter(parts)]
        while open_parts:
            part = next(open_parts[-1], None)
            if part is None:
                open_parts.pop()
            elif isinstance(part, Paragraph):
                self._paragraph(part)
            elif is_data(part):
                self._table(part)
            else:
                open_parts.append(_framed(part))

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.offset += len(text)

    def _break(self) -> None:
        if self.offset:
            self._put("\n")

    def _paragraph(self, paragraph: Paragraph) -> None:
        words = paragraph.text.strip()
        if not words:
            return
        self._break()
        start = self.offset
        if paragraph.place and (not self.places or self.places[-1][1] != paragraph.place):
            self.places.append((start, paragraph.place))
        self._put(words)
        if paragraph.level:
            hint = HeadingHint(start=start, end=self.offset, level=paragraph.level)
            self.headings.append(hint)

    def _table(self, grid: Grid) -> None:
        self._break()
        start = self.offset
        spans = [self._row(index, row) for index, row in enumerate(grid.rows)]
        heads = head_rows(grid)
        cells = tuple(
            Cell(
                row=row,
                column=column,
                start=spans[written][index][0],
                end=spans[written][index][1],
                is_head=row < heads,
            )
            for row, column, written, index in sorted(places(grid))
        )
        place = self.places[-1][1] if self.places else 0
        self.tables.append(Table(start=start, end=self.offset, cells=cells, place=place))

    def _row(self, index: int, row: tuple[GridCell, ...]) -> list[tuple[int, int]]:
        spans = []
        for column, cell in enumerate(row):
            if index or column:
                self._put("\t" if column else "\n")
            start = self.offset
            self._put(_words(cell))
            spans.append((start, self.offset))
        return spans


def _framed(grid: Grid) -> Iterator[Part]:
    return (part for row in grid.rows for cell in row for part in cell.parts)


def _words(cell: GridCell) -> str:
    lines = (part.text.strip() for part in cell.parts if isinstance(part, Paragraph))
    return "\n".join(line for line in lines if line)
