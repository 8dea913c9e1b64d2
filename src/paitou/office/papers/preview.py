"""A paper → what is shown of it: the first page as PNG, else its first lines as text."""

from __future__ import annotations

import io
import struct
import tempfile
import zlib
from itertools import groupby, islice
from pathlib import Path

from attrs import frozen

#: How many dots wide a standing and a lying page are.
_WIDE, _WIDER = 840, 1680
_LINES, _ROWS, _COLUMNS, _LONGEST = 24, 14, 10, 300
_PNG = b"\x89PNG\r\n\x1a\n"


@frozen(kw_only=True)
class Excerpt:
    """The beginning of a paper as text, or of a table: texts, each over so many cells."""

    lines: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, int], ...], ...] = ()


def first_page(pdf: bytes) -> bytes:
    """Return the first page of a PDF as PNG."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        width, height = document[0].get_size()
        scale = (_WIDER if width > height else _WIDE) / width
        bitmap = document[0].render(scale=scale, grayscale=False, rev_byteorder=True)
        pixels = bytes(bitmap.buffer)
        return _png(pixels, (bitmap.width, bitmap.height), bitmap.stride, bitmap.n_channels)
    finally:
        document.close()


def excerpt_of(file: bytes, ending: str) -> Excerpt:
    """Return the beginning of a .docx or an .xlsx."""
    if ending == ".xlsx":
        return _sheet(file)
    import docx

    paragraphs = docx.Document(io.BytesIO(file)).paragraphs
    lines = (one.text.strip()[:_LONGEST] for one in paragraphs)
    return Excerpt(lines=tuple(line for line in lines if line)[:_LINES])


def _sheet(file: bytes) -> Excerpt:
    from paitou.tables import read_table

    with tempfile.TemporaryDirectory(prefix="paitou-") as name:
        path = Path(name) / "paper.xlsx"
        path.write_bytes(file)
        sheet = read_table(path)
    rows = (
        [cell.text[:_LONGEST] for cell in islice(sheet.cells(row), _COLUMNS)]
        for row in range(min(sheet.height, _ROWS))
    )
    return Excerpt(rows=tuple(_joined(row) for row in rows if any(row)))


def _joined(cells: list[str]) -> tuple[tuple[str, int], ...]:
    """Equal texts beside each other as one: a merged cell says its text in each."""
    groups = ((text, len(list(same))) for text, same in groupby(cells))
    return tuple(
        piece
        for text, count in groups
        for piece in ([(text, count)] if text else [("", 1)] * count)
    )


def _png(pixels: bytes, size: tuple[int, int], stride: int, channels: int) -> bytes:
    """The pixels as PNG (ISO/IEC 15948): eight bits a channel, no filter."""
    width, height = size
    lines = (
        b"\0" + pixels[row * stride : row * stride + width * channels]
        for row in range(height)
    )
    colour = 6 if channels == 4 else 2
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return (
        _PNG
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(b"".join(lines), 6))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
