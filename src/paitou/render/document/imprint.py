"""Who gets copies, who prints, and when → 版记, at the foot of a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from paitou.render.document.content import Imprint
from paitou.render.document.page import LINE_PITCH, LINES, NUMBER_SIZE, PORTRAIT, twips
from paitou.render.document.paragraphs import paragraph_xml, run_xml
from paitou.render.document.styles import Style

#: Above it the page is empty: 版记 stands on the last lines (GB/T 9704 7.4).
_EMPTY = (LINES - 2) * LINE_PITCH - 420  # twips; the lines round it take the rest
#: 7.4.1: the first and the last line are 0.35 mm thick, those between 0.25 mm.
_THICK, _THIN = 8, 6  # eighths of a point
_TAB = "<w:r><w:tab/></w:r>"


def imprint_xml(imprint: Imprint) -> Iterator[str]:
    """Yield the empty page above, 抄送, and who prints it on what day."""
    empty = f'<w:spacing w:line="{_EMPTY}" w:lineRule="exact"/>'
    yield paragraph_xml(Style.IMPRINT, properties=f"<w:pageBreakBefore/>{empty}")
    copies = run_xml(f"抄送：{imprint.copies}")
    yield paragraph_xml(
        Style.IMPRINT, copies, f"{_edges(_THICK, _THIN)}{_indent(hanging=3)}"
    )
    em = round(NUMBER_SIZE * 20)
    end = twips(PORTRAIT.text_width) - em
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{end}"/></w:tabs>'
    runs = f"{run_xml(imprint.office)}{_TAB}{run_xml(f'{imprint.date}印发')}"
    yield paragraph_xml(
        Style.IMPRINT, runs, f"{_edges(0, _THICK)}{stop}{_indent(hanging=0)}"
    )


def _edges(top: int, bottom: int) -> str:
    drawn = "".join(
        f'<w:{name} w:val="single" w:sz="{size}" w:space="4" w:color="auto"/>'
        for name, size in (("top", top), ("bottom", bottom))
        if size
    )
    return f"<w:pBdr>{drawn}</w:pBdr>"


def _indent(*, hanging: int) -> str:
    """One character free at both sides; what is too long goes on under the first names."""
    em = round(NUMBER_SIZE * 20)
    return (
        f'<w:ind w:left="{em * (1 + hanging)}" w:right="{em}" w:hanging="{em * hanging}"/>'
    )
