"""Small files made by hand: a .docx from its XML, a .pdf from lines of text."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from paitou.model import UnreadableFile
from paitou.text.readers import read_bytes

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = " ".join(
    (
        f'xmlns:w="{_W}"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
    )
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def _paragraph(text: str, properties: str = "") -> str:
    """Return a w:p of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _cell(text: str, properties: str = "") -> str:
    """Return a w:tc of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_paragraph(text)}</w:tc>"


def _docx(body: str, **parts: str) -> bytes:
    """Return a .docx; further parts are named by their file in word/ without .xml."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr(
            "word/document.xml",
            f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        )
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return buffer.getvalue()


def _part(name: str, inner: str) -> str:
    """Return the XML of a part such as w:numbering."""
    return f"<w:{name} {_SPACES}>{inner}</w:{name}>"


def _pdf(
    pages: list[list[tuple[int, str]]], *, extra: str = "", trailer: str = ""
) -> bytes:
    """Return a .pdf; a page is lines of (distance from the left edge, words).

    The font is one that every reader knows by name, so that nothing is embedded.
    """
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "",
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
        "/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>",
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
        "/BitsPerComponent 8/Length 1>>stream\n0\nendstream",
    ]
    kids = []
    for lines in pages:
        content = _content(lines) + extra
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>"
            f"/XObject<</I 5 0 R>>>>/Contents {len(objects) + 2} 0 R>>"
        )
        kids.append(f"{len(objects)} 0 R")
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    return _pdf_file(objects, trailer)


def _content(lines: list[tuple[int, str]]) -> str:
    return "".join(
        f"BT /F 16 Tf 1 0 0 1 {left} {780 - 28 * row} Tm "
        f"<{words.encode('utf-16-be').hex()}> Tj ET\n"
        for row, (left, words) in enumerate(lines)
    )


def _pdf_file(objects: list[str], trailer: str) -> bytes:
    text = "%PDF-1.7\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    text += f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    text += f"trailer\n<</Size {count}/Root 1 0 R{trailer}>>\n"
    text += f"startxref\n{text.rindex('xref' + chr(10) + '0 ')}\n%%EOF\n"
    return text.encode("latin-1")


class Make:
    """Everything that the tests make files with."""

    paragraph = staticmethod(_paragraph)
    cell = staticmethod(_cell)
    docx = staticmethod(_docx)
    part = staticmethod(_part)
    pdf = staticmethod(_pdf)


@pytest.fixture(scope="session")
def make():
    return Make


@pytest.fixture(scope="session")
def refusal():
    """Return the sentence with which bytes under a name are turned away."""

    def sentence(data, name):
        with pytest.raises(UnreadableFile) as caught:
            read_bytes(data, name)
        words = str(caught.value)
        assert "\n" not in words
        assert "。" not in words
        return words

    return sentence
