"""What an official document consists of: parts that say nothing about a file format."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from paitou.render.charts import Spec
from paitou.render.document.page import CELL_SIZE, DENSE_SIZE

_MOST_COLUMNS = 7


class Align(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@frozen(kw_only=True)
class Paragraph:
    """A paragraph of the body; `lead` are its first words, set apart in 楷体."""

    text: str
    lead: str = ""
    is_indented: bool = True


@frozen
class Heading:
    """A heading with its number written out: level 1 is 一、, then (一), 1. and (1)."""

    text: str
    level: int = 1


@frozen
class Note:
    """A small paragraph beneath a table or at the end of a page."""

    text: str


@frozen(kw_only=True)
class Column:
    """A column of a table; `width` is in mm, numbers are aligned to the right."""

    title: str
    width: float
    align: Align = field(converter=Align, default=Align.LEFT)


@frozen(kw_only=True)
class Row:
    """The cells of a row, one a column; a band has one cell across all columns."""

    cells: tuple[str, ...]
    is_band: bool = False
    is_total: bool = False


@frozen(kw_only=True)
class Table:
    """A table with its head repeated on every page; one of many columns is set smaller.

    Attributes:
        title: above it in the middle; empty where the part around it says enough.
        left, unit: above it on the left and on the right (单位：亿元、%).
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    left: str = ""
    unit: str = ""

    @property
    def size(self) -> float:
        """Return the size of its words in points: 5号, or 小五."""
        return DENSE_SIZE if self.is_dense else CELL_SIZE

    @property
    def is_dense(self) -> bool:
        """Return whether it has too many columns for words of the usual size."""
        return len(self.columns) > _MOST_COLUMNS


@frozen(kw_only=True)
class Picture:
    """A chart as wide as the text, from the same specification as on the web."""

    spec: Spec
    caption: str = ""


@frozen
class PageBreak:
    """What follows begins on a new page."""


Block: TypeAlias = Paragraph | Heading | Note | Table | Picture | PageBreak


@frozen(kw_only=True)
class Annex:
    """An annex: it begins on a page of its own, upright or lying.

    Attributes:
        title: pieces that are not broken in two, see `title_lines`.
        label: what stands above it instead of 附件; such a part is not listed as one.
    """

    title: tuple[str, ...]
    blocks: tuple[Block, ...]
    is_landscape: bool = False
    label: str = ""


@frozen(kw_only=True)
class Signature:
    """Who issues a document and when; the day of a draft has blanks to be filled."""

    org: str
    date: str


@frozen(kw_only=True)
class Masthead:
    """The head of a bulletin: its name, its number, who publishes it and when."""

    name: str
    number: str
    org: str
    date: str


@frozen(kw_only=True)
class Imprint:
    """版记: who gets copies, who prints the document, and when."""

    copies: str
    office: str
    date: str


@frozen(kw_only=True)
class Document:
    """An official document.

    Attributes:
        title: pieces that are not broken in two where they fit on a line.
        mark: what it is while nobody has signed it (代拟稿), and `right` beside it.
        masthead: the head of a bulletin, None for a letter or report.
        number: 发文字号, empty where it has none yet.
        addressee: 主送机关 with its colon.
        publicity: 附注 on whom it may be shown to, in brackets at the end.
        imprint: 版记, after the annexes and before what is no annex.
        frame: a line that every page bears (模拟数据).
        is_listing_annexes: whether 附件 are listed by title under the text.
    """

    title: tuple[str, ...]
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...] = ()
    mark: str = ""
    right: str = ""
    masthead: Masthead | None = None
    number: str = ""
    addressee: str = ""
    signature: Signature | None = None
    publicity: str = ""
    imprint: Imprint | None = None
    frame: str = ""
    is_listing_annexes: bool = True

    @property
    def name(self) -> str:
        """Return the title on one line."""
        return "".join(self.title)
