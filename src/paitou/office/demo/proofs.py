"""What a file is to prove → a page (.pdf) or a picture (.png) that says 模拟数据.

The bytes are the same on every machine: the page names a font that readers have for
Chinese, the picture is drawn from the rows of points below.
"""

from __future__ import annotations

import struct
import zlib

from paitou.office.files.checking import MEDIA_TYPES, Checked

#: 模拟数据, sixteen rows of sixteen points each.
_GLYPHS = (
    "0000 1088 1088 13fe 1088 7ffc 1304 3bfc 3b04 3704 53fc 5020 57fe 1050 10d8 138e",
    "0000 1000 1304 1384 1344 7b44 1324 132c 130c 1b08 f308 136c 13dc 1396 1232 1062",
    "0000 0820 2920 2a20 7f60 1c7e 1a44 69e4 48ac 18a8 7f18 1218 2218 1c38 0e6c 70c6",
    "0000 1000 13fe 1202 1202 7ffe 1210 1210 13fe 3e10 7210 12fe 1282 1282 1682 14fe",
)
_SCALE, _MARGIN = 12, 24
_SIZE = 16
_PAPER, _INK = b"\xff", b"\x40"


def simulated_page(name: str, lines: tuple[str, ...]) -> Checked:
    """Return a page with a few lines of text, the first one 模拟数据."""
    content = _pdf(("模拟数据，不是统计数据", *lines))
    return Checked(name=f"{name}.pdf", media_type=MEDIA_TYPES[".pdf"], content=content)


def simulated_photo(name: str) -> Checked:
    """Return a picture on which nothing is to be seen but 模拟数据."""
    return Checked(name=f"{name}.png", media_type=MEDIA_TYPES[".png"], content=_png())


def _pdf(lines: tuple[str, ...]) -> bytes:
    drawn = []
    for place, line in enumerate(lines):
        size, words = (13 if place else 20), line.encode("utf-16-be").hex()
        drawn.append(f"/F1 {size} Tf 0 -34 Td <{words}> Tj")
    text = "\n".join(("BT 72 780 Td", *drawn, "ET")).encode()
    parts = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light "
        b"/Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
        b"/FontDescriptor 7 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 "
        b"/FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 "
        b"/CapHeight 880 /StemV 93 >>",
    )
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(parts) + 1, len(body))
    )


def _png() -> bytes:
    rows = list(_rows())
    width, height = len(rows[0]), len(rows)
    pixels = b"".join(b"\x00" + row for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


def _rows() -> list[bytes]:
    """Return the rows of the picture, a byte a point."""
    glyphs = [[int(row, 16) for row in glyph.split()] for glyph in _GLYPHS]
    width = _SIZE * len(glyphs) * _SCALE + 2 * _MARGIN
    blank = [_PAPER * width] * _MARGIN
    drawn: list[bytes] = []
    for place in range(_SIZE):
        points = "".join(f"{glyph[place]:016b}" for glyph in glyphs)
        inner = b"".join((_INK if point == "1" else _PAPER) * _SCALE for point in points)
        drawn += [_PAPER * _MARGIN + inner + _PAPER * _MARGIN] * _SCALE
    return [*blank, *drawn, *blank]


def _chunk(name: bytes, data: bytes) -> bytes:
    checksum = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", checksum)
