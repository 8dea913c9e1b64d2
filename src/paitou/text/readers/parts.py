"""What readers of laid-out files produce: paragraphs and grids, in the order of reading."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Paragraph:
    """Words of one paragraph; line breaks inside it are breaks that the author set.

    `level` is that of a heading (from 1), else 0; `place` is its number from 1, else 0.
    """

    text: str
    level: int = 0
    place: int = 0


@frozen(kw_only=True)
class GridCell:
    """A cell as written: what is in it, over how many rows and columns it reaches."""

    parts: tuple[Paragraph | Grid, ...] = ()
    rows: int = 1
    columns: int = 1
    is_head: bool = False


@frozen(kw_only=True)
class Grid:
    """A table as written: rows of cells, each cell once, where its merged area begins."""

    rows: tuple[tuple[GridCell, ...], ...]


Part = Paragraph | Grid
