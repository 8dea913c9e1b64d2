"""Who gets copies, who prints, and when → 版记, at the foot of a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.render.document.content import Imprint
from paitou.render.document.page import LINE_PITCH, LINES, NUMBER_SIZE, PORTRAIT, twips
from paitou.render.document.paragraphs import paragraph_xml, run_xml
from paitou.render.document.styles import Style

#: Above it the page is empty: 版记 stands on the last lines (GB/T 9704 7.4).
_AROUND = 160  # twips; the lines round it take the rest
#: 7.4.1: the first and the last line are 0.35 mm thick, those between 0.25 mm.
_THICK, _THIN = 8, 6  # eighths of a point
_EM, _WIDTH = round(NUMBER_SIZE * 20), twips(PORTRAIT.text_width)
#: What has to follow a table, too small to need a line.
_LAST = '<w:spacing w:line="20" w:lineRule="exact"/>'
_TAB = "<w:r><w:tab/></w:r>"


def imprint_xml(imprint: Imprint) -> Iterator[str]:
    """Yield the empty page above, 抄送 where there are any, and who prints it when."""
    rows = tuple(_rows(imprint))
    above = (LINES - len(rows)) * LINE_PITCH - _AROUND
    empty = f'<w:spacing w:line="{above}" w:lineRule="exact"/>'
    yield paragraph_xml(Style.IMPRINT, properties=f"<w:pageBreakBefore/>{empty}")
    yield _lined(*rows)
    yield paragraph_xml(Style.IMPRINT, properties=_LAST)


def _rows(imprint: Imprint) -> Iterator[str]:
    if imprint.copies:
        hanging = f'<w:ind w:left="{3 * _EM}" w:hanging="{3 * _EM}"/>'
        yield paragraph_xml(Style.IMPRINT, run_xml(f"抄送：{imprint.copies}"), hanging)
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{_WIDTH - 2 * _EM}"/></w:tabs>'
    runs = f"{run_xml(imprint.office)}{_TAB}{run_xml(f'{imprint.date}印发')}"
    yield paragraph_xml(Style.IMPRINT, runs, stop)


def _lined(*parts: str) -> str:
    """Rows with lines as wide as the text, their words one character in (7.4.1—7.4.3)."""
    edges = "".join(
        f'<w:{name} w:val="single" w:sz="{size}" w:space="0" w:color="auto"/>'
        for name, size in (("top", _THICK), ("bottom", _THICK), ("insideH", _THIN))
    )
    margins = "".join(f'<w:{side} w:w="{_EM}" w:type="dxa"/>' for side in ("left", "right"))
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>"
        f'<w:tcW w:w="{_WIDTH}" w:type="dxa"/></w:tcPr>{part}</w:tc></w:tr>'
        for part in parts
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblGrid><w:gridCol w:w="{_WIDTH}"/></w:tblGrid>{rows}</w:tbl>'
    )
