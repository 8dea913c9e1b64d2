"""A sheet → the page of a Word section: size, edges, and a grid of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paitou.render.document.page import FOOTER, LINE_PITCH, Sheet
from paitou.render.document.styles import W

if TYPE_CHECKING:
    from docx.section import Section

_HEADER = 15.0


def set_page(section: Section, sheet: Sheet) -> None:
    """Lay out the section as the sheet says."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml import parse_xml
    from docx.shared import Mm

    lying = WD_ORIENT.LANDSCAPE if sheet.is_landscape else WD_ORIENT.PORTRAIT
    section.orientation = lying
    section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
    section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
    section.left_margin, section.right_margin = Mm(sheet.left), Mm(sheet.right)
    section.header_distance = Mm(_HEADER)
    section.footer_distance = Mm(_HEADER if sheet.is_landscape else FOOTER)
    element = section._sectPr
    for old in element.findall(f"{{{W}}}docGrid"):
        element.remove(old)
    # linesAndChars would spread the letters in LibreOffice
    grid = f'<w:docGrid xmlns:w="{W}" w:type="lines" w:linePitch="{LINE_PITCH}"/>'
    element.append(parse_xml(grid))
