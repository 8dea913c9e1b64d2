"""What a panel consists of, one part below the other."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from paitou.render.charts import Spec


@frozen
class Heading:
    """A heading, and what it is about, in smaller type behind it."""

    text: str
    aside: str = ""


@frozen
class Passage:
    """A sentence or two; what does not fit into so many lines ends in …."""

    text: str
    most: int = 4


@frozen(kw_only=True)
class Count:
    """A number to be read from afar, with the shape and the colour of its standing."""

    number: str
    word: str
    standing: str


@frozen
class Counts:
    """Numbers side by side."""

    cells: tuple[Count, ...]


@frozen
class Chart:
    """A chart as wide as the sheet."""

    spec: Spec


@frozen
class ListColumn:
    """A column and what share of the width it has."""

    title: str
    share: float
    align: str = "left"


@frozen(kw_only=True)
class ListRow:
    """The cells of a row; the glyph of `standing` stands before the last."""

    cells: tuple[str, ...]
    standing: str = ""


@frozen(kw_only=True)
class Listing:
    """A table without boxes; a cell has two lines at most."""

    columns: tuple[ListColumn, ...]
    rows: tuple[ListRow, ...]


Part: TypeAlias = Heading | Passage | Counts | Chart | Listing


@frozen(kw_only=True)
class Poster:
    """A panel.

    Attributes:
        context: under the title: whose figures, known on which day.
        notes: at the foot: sources, and what the words mean.
        frame: what stands on the edge of the sheet all round; empty for real figures.
    """

    title: str
    context: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()
    frame: str = ""
