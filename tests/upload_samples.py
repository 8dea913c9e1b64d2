"""Files that people bring, good and bad, made by hand so that every byte is known."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from PIL import Image

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def packed(parts: dict[str, str | bytes], *, stored: bool = False) -> bytes:
    """A zip of parts."""
    out = io.BytesIO()
    how = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(*paragraphs: str, **more: str | bytes) -> bytes:
    """A .docx with paragraphs; `more` are parts by name, with __ for /."""
    body = "".join(
        f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in text.split('|'))}</w:p>"
        for text in paragraphs or ("关于工业增加值的说明",)
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
        "word/document.xml": f'<w:d xmlns:w="{WORD}"><w:body>{body}</w:body></w:d>',
    }
    return packed(parts | {k.replace("__", "/"): v for k, v in more.items()})


def xlsx(*cells: str, **more: str | bytes) -> bytes:
    """An .xlsx with texts in its shared strings."""
    shared = "".join(f"<si><t>{text}</t></si>" for text in cells or ("指标",))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}"/>',
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{shared}</sst>',
    }
    return packed(parts | {k.replace("__", "/"): v for k, v in more.items()})


def linked(kind: str, target: str = "http://10.0.0.9/x") -> str:
    """Relationships with one that points outside."""
    return (
        f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="http://x/{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    )


def pdf(*more: bytes, catalogue: bytes = b"", text: str = "") -> bytes:
    """A PDF of one page; `more` are objects from number 5 on."""
    shown = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalogue + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1"
        b" /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(shown) + shown + b"\nendstream",
        *more,
    ]
    out, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def packed_object(content: bytes) -> bytes:
    """An object stream, in which a PDF may hide objects."""
    shrunk = zlib.compress(content)
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>"
    return head % len(shrunk) + b"\nstream\n" + shrunk + b"\nendstream"


def picture(form: str, size: tuple[int, int] = (24, 16), **how: object) -> bytes:
    """A picture in which no two rows are alike."""
    made = Image.new("RGB", size)
    width, height = size
    made.putdata(
        [(x * 9 % 256, y * 7 % 256, 90) for y in range(height) for x in range(width)]
    )
    out = io.BytesIO()
    made.save(out, form, **how)
    return out.getvalue()


def photo(orientation: int = 6) -> bytes:
    """A photo as a phone takes it: with its place, its maker, and which way is up."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "SecretPhone"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (25.0, 2.0, 3.0)
    exif[0x8825] = gps
    return picture("JPEG", exif=exif, comment=b"taken by Zhang San", quality=90)


def chunk(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)


def png_of(width: int, height: int, content: bytes) -> bytes:
    """A PNG that says it is of a size, whatever is in it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", content), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
