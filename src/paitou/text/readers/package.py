"""An Office package (zip) → its XML parts, without being drawn into bombs or entities."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

from attrs import frozen

from paitou.model import UnreadableFile
from paitou.text.readers.wordml import Node

if TYPE_CHECKING:  # loading zipfile takes longer than reading most texts
    from zipfile import ZipFile

MOST_OF_A_PART = 64_000_000
MOST_OF_ALL = 500_000_000
_BROKEN = "文件不完整或已损坏，可能没有下载、复制完，请重新取得后再试"
_HOSTILE = "内部的 XML 带有外部实体声明，可能有害，没有读取，请核实文件来源"
_MALFORMED = "内部的 XML 已损坏，请用 Word 或 WPS 打开后另存为 .docx"
_STRICT = (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/")
_STRICT_2006 = re.compile(
    rb"(http://schemas\.openxmlformats\.org/\w+)/(main|relationships)\b"
)


@frozen
class Package:
    """The parts of a package by name; a part that is not there is None."""

    archive: ZipFile

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return self.archive.namelist()

    def xml(self, name: str) -> Node | None:
        """Return the root of an XML part."""
        data = self._bytes(name)
        return None if data is None else _parsed(data)

    def _bytes(self, name: str) -> bytes | None:
        import zlib
        from zipfile import BadZipFile

        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise UnreadableFile("加了密码，请先取消密码，另存后再试")
        try:
            with self.archive.open(info) as part:
                data = part.read(MOST_OF_A_PART + 1)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError):
            raise UnreadableFile(_BROKEN) from None
        if len(data) > MOST_OF_A_PART:
            raise _bomb(MOST_OF_A_PART)
        return data


def open_package(data: bytes) -> Package:
    """Return the package, refused when it would unpack to more than any document needs."""
    import struct
    from zipfile import BadZipFile, ZipFile

    try:
        archive = ZipFile(BytesIO(data))
    except (BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        raise UnreadableFile(_BROKEN) from None
    if sum(info.file_size for info in archive.infolist()) > MOST_OF_ALL:
        raise _bomb(MOST_OF_ALL)
    return Package(archive)


def _bomb(limit: int) -> UnreadableFile:
    return UnreadableFile(
        f"解压后超过 {limit // 1_000_000} MB，像是压缩炸弹，没有读取，请核实文件来源"
    )


def _parsed(data: bytes) -> Node:
    from lxml import etree

    if b"<!DOCTYPE" in data[:10_000].replace(b"\x00", b"").upper():
        raise UnreadableFile(_HOSTILE)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(_transitional(data), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableFile(_MALFORMED) from None
    if root.getroottree().docinfo.doctype:  # one that comes late, or in another encoding
        raise UnreadableFile(_HOSTILE)
    return root


def _transitional(data: bytes) -> bytes:
    """Strict OOXML differs in its namespaces only."""
    if _STRICT[0] not in data:
        return data
    return _STRICT_2006.sub(rb"\1/2006/\2", data.replace(*_STRICT))
