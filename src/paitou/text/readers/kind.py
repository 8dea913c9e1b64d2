"""Bytes → what they really are, whatever the name of the file says."""

from __future__ import annotations

import re
from enum import StrEnum

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class Kind(StrEnum):
    """What a file is by its content; the value is the Chinese word for it."""

    PDF = "PDF"
    DOCX = "Word 文档（.docx）"
    DOC = "旧版 Word 文档（.doc/.wps）"
    RTF = "RTF 文档"
    HTML = "网页（.html）"
    TEXT = "纯文本"
    ENCRYPTED = "加了密码的 Office 文档"
    BROKEN_ZIP = "不完整的压缩包或 Office 文档"
    XLSX = "电子表格"
    PPTX = "演示文稿"
    ODT = "ODF 文档（.odt）"
    OFD = "OFD 版式文件"
    ZIP = "压缩包"
    IMAGE = "图片"
    ARCHIVED_PAGE = "网页归档（.mht）"
    BINARY = "无法识别的二进制内容"


_MAGIC = (
    (b"\x89PNG", Kind.IMAGE),
    (b"\xff\xd8\xff", Kind.IMAGE),
    (b"GIF8", Kind.IMAGE),
    (b"BM", Kind.IMAGE),
    (b"II*\x00", Kind.IMAGE),
    (b"MM\x00*", Kind.IMAGE),
    (b"Rar!", Kind.ZIP),
    (b"7z\xbc\xaf", Kind.ZIP),
    (b"\x1f\x8b", Kind.ZIP),
    (b"{\\rtf", Kind.RTF),
)
_STREAMS = (
    ("EncryptedPackage", Kind.ENCRYPTED),
    ("WordDocument", Kind.DOC),
    ("Workbook", Kind.XLSX),
    ("PowerPoint Document", Kind.PPTX),
)


def kind_of(data: bytes) -> Kind:
    """Return what the bytes are; text is whatever holds no NUL and no other sign."""
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic) and (kind != Kind.IMAGE or b"\x00" in data[:64]):
            return kind
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    return _kind_of_text(data)


def _kind_of_text(data: bytes) -> Kind:
    if _HTML.match(data[:8192]):
        return Kind.HTML
    if re.match(rb"(?:From:|MIME-Version:)", data) and b"multipart/related" in data[:4096]:
        return Kind.ARCHIVED_PAGE
    if b"\x00" in data and not data.startswith(_BOMS):
        return Kind.BINARY
    return Kind.TEXT


def _kind_of_ole(data: bytes) -> Kind:
    """Tell the compound file by the names of its streams."""
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return Kind.DOC  # Works' and old WPS files name their streams otherwise


def _kind_of_zip(data: bytes) -> Kind:
    import struct
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            names = {name.replace("\\", "/") for name in archive.namelist()}
    except (BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        return Kind.BROKEN_ZIP
    folders = {name.split("/", 1)[0] for name in names if "/" in name}
    for folder, kind in (("word", Kind.DOCX), ("xl", Kind.XLSX), ("ppt", Kind.PPTX)):
        if folder in folders and "[Content_Types].xml" in names:
            return kind
    if "OFD.xml" in names:
        return Kind.OFD
    return Kind.ODT if {"mimetype", "content.xml"} <= names else Kind.ZIP
