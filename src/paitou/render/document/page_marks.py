"""A page's side and lie → its number and the line that it bears, as headers and footers."""

from __future__ import annotations

from paitou.render.document.page import FOOTER, LANDSCAPE, NUMBER_SIZE
from paitou.render.document.paragraphs import paragraph_xml, run_xml, text_xml
from paitou.render.document.styles import Style

_EMU = 36_000  # to a mm
_BOX_LONG, _BOX_HIGH = 40.0, 8.0  # mm
_NAMES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def number_xml(*, is_odd: bool) -> str:
    """Return the page number — 1 —, on the outer side, one character from the edge."""
    side = f'w:right="{round(NUMBER_SIZE * 20)}"'
    if not is_odd:
        side = f'w:left="{round(NUMBER_SIZE * 20)}"'
    align = "right" if is_odd else "left"
    return paragraph_xml(
        Style.NUMBER, _number_runs(), f'<w:ind {side}/><w:jc w:val="{align}"/>'
    )


def turned_number_xml(*, is_odd: bool) -> str:
    """Return the number of a lying page where it is once the page is bound.

    That is its left side: the foot of the upright page, with the number turned along
    (GB/T 9704: A4 横排表格的页码位置与其他页码保持一致).
    """
    # the dash is 7 mm from the text as on an upright page
    left = FOOTER + 2.6 - _BOX_HIGH / 2
    edge = LANDSCAPE.top + NUMBER_SIZE * 0.353
    top = LANDSCAPE.height - LANDSCAPE.bottom - NUMBER_SIZE * 0.353 - _BOX_LONG
    inner = paragraph_xml(
        Style.NUMBER,
        _number_runs(),
        f'<w:jc w:val="{"right" if is_odd else "left"}"/>',
    )
    return paragraph_xml(Style.NUMBER, _box(left, top if is_odd else edge, inner))


def frame_xml(text: str) -> str:
    """Return the line that every page bears."""
    return text_xml(Style.FRAME, text)


def empty_xml() -> str:
    """Return a header or footer that says nothing."""
    return paragraph_xml(Style.NUMBER)


def _number_runs() -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("begin", "end"))
    code = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    apart = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    return f"{run_xml('— ')}{begin}{code}{apart}{run_xml('1')}{end}{run_xml(' —')}"


def _box(left: float, top: float, inner: str) -> str:
    """A text box on the page, its text turned to the right."""
    across, along = round(_BOX_HIGH * _EMU), round(_BOX_LONG * _EMU)
    place = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{round(at * _EMU)}'
        f"</wp:posOffset></wp:position{axis}>"
        for axis, at in (("H", left), ("V", top))
    )
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{across}" cy="{along}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx>"
        f"<w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        "</wps:wsp>"
    )
    return (
        f'<w:r><w:drawing><wp:anchor {_NAMES} distT="0" distB="0" distL="0" distR="0" '
        'simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" '
        f'allowOverlap="1"><wp:simplePos x="0" y="0"/>{place}'
        f'<wp:extent cx="{across}" cy="{along}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        '<wp:wrapNone/><wp:docPr id="1" name="页码"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape">{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>'
    )
