"""Bytes of a .docx or .xlsx → the texts of its parts, or why it is not taken."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PurePosixPath

from attrs import define

from paitou.model import UnreadableFile
from paitou.office.files.xml_parts import Part, read_part

MOST_UNPACKED = 120_000_000
#: Sheets of equal rows shrink to a hundredth; what shrinks much more was made to burst.
HIGHEST_RATIO = 400
_SMALL = 2_000_000
_MOST_PARTS = 4000
_CHUNK = 1 << 16
_END = b"PK\x05\x06"
_MAIN = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
_XML = (".xml", ".rels", ".vml")
_MACROS = re.compile(
    r"vbaproject|vbadata|macrosheets|activex|dialogsheets|customui|\.xlam|\.dotm", re.I
)
_HARMLESS_WORDS = (
    ".xml .rels .vml .png .jpg .jpeg .jfif .gif .bmp .emf .wmf .tif .tiff .wdp .odttf "
    ".fntdata .ttf .thmx .svg"
)
_HARMLESS = frozenset(_HARMLESS_WORDS.split())
#: What may point out of the file: a link that somebody clicks, another sheet of theirs.
_OUTSIDE = ("/hyperlink", "/externalLinkPath", "/xlPathMissing", "/externalLinkLongPath")
_FETCHING = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT)\b", re.I)
_BROKEN = "不完整或已损坏（也可能加了密码），请打开后另存一份再传"


def texts_of(data: bytes, suffix: str, *, depth: int = 0) -> Iterator[str]:
    """Yield the text of each part of a package.

    Raises:
        UnreadableFile: damaged, a bomb, hostile, or with macros; the words go on from the
            file's name.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = _Parts(archive=archive, suffix=suffix, depth=depth)
            _check_frame(data, archive, suffix)
            for info in archive.infolist():
                yield from parts.texts(info)
    except UnreadableFile:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as fault:
        raise UnreadableFile(_BROKEN) from fault
    except (ValueError, NotImplementedError, OverflowError) as fault:
        raise UnreadableFile(_BROKEN) from fault


@define(kw_only=True)
class _Parts:
    """Reads the parts one by one, never more than a document may hold."""

    archive: zipfile.ZipFile
    suffix: str
    depth: int
    left: int = MOST_UNPACKED

    def texts(self, info: zipfile.ZipInfo) -> Iterator[str]:
        name = info.filename
        if info.is_dir():
            return
        _check_name(name)
        ending = PurePosixPath(name).suffix.lower()
        content = self._content(info)
        if ending in _XML:
            yield self._checked(read_part(content))
        elif ending in _MAIN:
            if self.depth:
                raise UnreadableFile("里面层层嵌着别的文件，请把它们取出来分别上传")
            yield from texts_of(content, ending, depth=1)

    def _content(self, info: zipfile.ZipInfo) -> bytes:
        """Unpack, whatever the directory says of its size."""
        pieces, size = [], 0
        with self.archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                ratio = size / max(1, info.compress_size)
                if size > self.left or (size > _SMALL and ratio > HIGHEST_RATIO):
                    raise UnreadableFile("解压后过大，像是压缩炸弹，没有保存")
                pieces.append(chunk)
        self.left -= size
        return b"".join(pieces)

    def _checked(self, part: Part) -> str:
        if any("macroenabled" in one.lower() or "vba" in one.lower() for one in part.types):
            raise UnreadableFile(_with_macros())
        for link in part.links:
            kind = link.get("Type", "")
            if link.get("TargetMode") == "External" and not kind.endswith(_OUTSIDE):
                words = "引用了外部的模板、图片或对象，打开时会去别处取"
                raise UnreadableFile(f"{words}，请断开链接（另存为）后再传")
        told = "".join(part.instructions)
        if "ddeLink" in part.elements or _FETCHING.search(told):
            raise UnreadableFile("含有会去别处取数的域（DDE），请转为文字后再传")
        return re.sub(r"&[A-Z]", "\n", part.text)  # &L in a sheet's head begins a piece


def _check_frame(data: bytes, archive: zipfile.ZipFile, suffix: str) -> None:
    """Nothing before, nothing behind, nothing twice, and the part that makes it one."""
    infos = archive.infolist()
    names = [info.filename.lower() for info in infos]
    if len(infos) > _MOST_PARTS or len(set(names)) < len(names):
        raise UnreadableFile("内部的部件过多或重名，像是有意做坏的，没有保存")
    starts_there = not infos or min(info.header_offset for info in infos) == 0
    if not (data.startswith(b"PK\x03\x04") and starts_there) or data[-22:-18] != _END:
        raise UnreadableFile("前后拼接了别的内容，没有保存，请打开后另存一份再传")
    if _MAIN[suffix] not in names or "[content_types].xml" not in names:
        raise UnreadableFile(f"不是完整的 {suffix} 文件，请打开后另存为 {suffix} 再传")


def _check_name(name: str) -> None:
    plain = name.replace("\\", "/")
    if plain.startswith("/") or ".." in plain.split("/") or ":" in plain or "\x00" in plain:
        raise UnreadableFile("内部的路径指向文件以外，可能有害，没有保存")
    if _MACROS.search(plain):
        raise UnreadableFile(_with_macros())
    ending = PurePosixPath(plain).suffix.lower()
    is_settings = ending == ".bin" and "printersettings" in plain.lower()
    if ending not in _HARMLESS and ending not in _MAIN and not is_settings:
        words = f"里面嵌着“{PurePosixPath(plain).name[:40]}”这样的对象"
        raise UnreadableFile(f"{words}，请去掉后再传，需要的另行上传")


def _with_macros() -> str:
    return "带有宏，请另存为不带宏的 .docx 或 .xlsx 再传"


def names_in(data: bytes) -> Iterable[str]:
    """Return the names of the parts of a zip, none where it is no zip."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return ()
