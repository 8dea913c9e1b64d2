"""A table → WordprocessingML in the house style: thin lines, a head on every page."""

from __future__ import annotations

from paitou.render.document.column_widths import MARGIN, column_widths
from paitou.render.document.content import Align, Row, Table
from paitou.render.document.page import twips
from paitou.render.document.paragraphs import paragraph_xml, run_xml, text_xml
from paitou.render.document.styles import HEITI, Style, fonts_xml

#: A longer row may run on to the next page; a shorter one stays whole.
_WHOLE = 400  # characters
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
# what a style says of it is not heeded everywhere
_MARGINS = "".join(
    (
        "<w:tblCellMar>",
        *(f'<w:{side} w:w="{twips(MARGIN)}" w:type="dxa"/>' for side in ("left", "right")),
        "</w:tblCellMar>",
    )
)
_GREY = '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F4"/>'


def table_xml(table: Table, text_width: float) -> tuple[str, ...]:
    """Return the table and the lines above it, its columns as wide as the text."""
    widths = tuple(map(twips, column_widths(table, text_width)))
    return (*_above(table, text_width), _grid_xml(table, widths))


def _above(table: Table, text_width: float) -> tuple[str, ...]:
    lines = (text_xml(Style.CAPTION, table.title),) if table.title else ()
    if not (table.left or table.unit):
        return lines
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{twips(text_width)}"/></w:tabs>'
    tab = "<w:r><w:tab/></w:r>"
    runs = f"{run_xml(table.left)}{tab}{run_xml(table.unit)}"
    return (*lines, paragraph_xml(Style.NOTE, runs, f"<w:keepNext/>{stop}"))


def _grid_xml(table: Table, widths: tuple[int, ...]) -> str:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for edge in _EDGES
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row_xml(table, row, widths) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>{_MARGINS}'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{_head_xml(table, widths)}{rows}</w:tbl>"
    )


def _head_xml(table: Table, widths: tuple[int, ...]) -> str:
    style = Style.DENSE_HEAD if table.is_dense else Style.CELL_HEAD
    cells = "".join(
        _cell_xml(text_xml(style, column.title), width, _GREY)
        for column, width in zip(table.columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _row_xml(table: Table, row: Row, widths: tuple[int, ...]) -> str:
    style = Style.DENSE if table.is_dense else Style.CELL
    is_whole = max(map(len, row.cells), default=0) <= _WHOLE
    properties = "<w:trPr><w:cantSplit/></w:trPr>" if is_whole else ""
    if row.is_band:
        text = paragraph_xml(style, _heavy(row.cells[0]), "<w:keepNext/>")
        span = f'<w:gridSpan w:val="{len(widths)}"/>'
        return f"<w:tr>{properties}{_cell_xml(text, sum(widths), span + _GREY)}</w:tr>"
    cells = "".join(
        _cell_xml(_cell_text(style, text, column.align, is_total=row.is_total), width)
        for text, column, width in zip(row.cells, table.columns, widths, strict=True)
    )
    return f"<w:tr>{properties}{cells}</w:tr>"


def _cell_text(style: Style, text: str, align: Align, *, is_total: bool) -> str:
    runs = _heavy(text) if is_total else run_xml(text)
    return paragraph_xml(style, runs, f'<w:jc w:val="{align.value}"/>')


def _heavy(text: str) -> str:
    return run_xml(text, fonts_xml(HEITI))


def _cell_xml(text: str, width: int, more: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}'
        f'<w:vAlign w:val="center"/></w:tcPr>{text}</w:tc>'
    )
