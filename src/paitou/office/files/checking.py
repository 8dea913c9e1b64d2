"""A file as it came in → its safe name, its type and what is kept of it, or why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from attrs import frozen

from paitou.model import UnreadableFile
from paitou.office.files import packages, pdfs, pictures
from paitou.office.files.marks import (
    BearsMark,
    mark_in_bytes,
    mark_in_name,
    mark_in_text,
    refuse_marked,
)
from paitou.office.files.names import clean_name, suffix_of
from paitou.text.readers.kind import Kind, kind_of
from paitou.text.readers.plain import decode

#: What may be brought, and what it is called when it is given out. An archive may not:
#: what is in it would have to be checked, listed and given out one by one anyway.
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".txt": "text/plain",
}
_PICTURES = (".jpg", ".jpeg", ".png")
_KINDS = {
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".xlsx": Kind.XLSX,
    ".csv": Kind.TEXT,
    ".txt": Kind.TEXT,
}
_ADVICE = {
    ".doc": "请另存为 .docx 或打印为 PDF 再传",
    ".wps": "请另存为 .docx 或打印为 PDF 再传",
    ".xls": "请另存为 .xlsx 再传",
    ".et": "请另存为 .xlsx 再传",
    ".docm": "它带有宏，请另存为 .docx 再传",
    ".xlsm": "它带有宏，请另存为 .xlsx 再传",
    ".ofd": "请转换为 PDF 再传",
    ".heic": "请在手机上改为“兼容性最佳”（JPG）再传",
    ".zip": "请解压后逐个上传",
    ".rar": "请解压后逐个上传",
    ".7z": "请解压后逐个上传",
}
#: A cell of this form starts a program when a spreadsheet opens it.
_COMMAND = re.compile(r"(?m)(?:^|[,\t;\"])\s*[=+\-@][^,\t\n]*\|[^,\t\n]*!")


@frozen(kw_only=True)
class Checked:
    """A file that may be kept: its name, its type, and its bytes without metadata."""

    name: str
    media_type: str
    content: bytes


def check(name: str, data: bytes, most: int) -> Checked:
    """Return what may be kept of a file.

    Args:
        name: as it came.
        data: its bytes.
        most: how many bytes there may be.

    Raises:
        BearsMark: it bears a secrecy mark.
        UnreadableFile: it may not be kept; one sentence without its full stop says why
            and what to do.
    """
    clean = clean_name(name)
    refuse_marked("文件名", mark_in_name(clean))
    suffix = suffix_of(clean)
    if suffix not in MEDIA_TYPES:
        known = "、".join(one for one in MEDIA_TYPES if one != ".jpeg")
        advice = _ADVICE.get(suffix, "请换成其中一种再传")
        raise UnreadableFile(f"“{clean}”不是可以上传的类型（{known}），{advice}")
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableFile(f"“{clean}”是空文件，请检查是否保存完整")
    if len(data) > most:
        told = f"“{clean}”超过{most / 1_000_000:g}MB"
        raise UnreadableFile(f"{told}，请压缩图片、降低扫描分辨率或拆分后再传")
    refuse_marked(f"“{clean}”", mark_in_bytes(data))
    try:
        content = _content(suffix, data)
    except BearsMark as fault:
        raise BearsMark(f"“{clean}”", fault.mark) from fault
    except UnreadableFile as fault:
        raise UnreadableFile(f"“{clean}”{fault}") from fault
    return Checked(name=clean, media_type=MEDIA_TYPES[suffix], content=content)


def _content(suffix: str, data: bytes) -> bytes:
    if suffix in _PICTURES:
        _refuse_other_picture(suffix, data)
        return pictures.cleaned(data, suffix)
    kind = kind_of(data)
    if kind is not _KINDS[suffix]:
        raise UnreadableFile(f"的扩展名是 {suffix}，内容却是{kind.value}，请另存后再传")
    if suffix not in (".docx", ".xlsx") and packages.names_in(data):
        raise UnreadableFile("里夹着压缩包，没有保存，请打开后另存一份再传")
    refuse_marked("", mark_in_text(_READERS[suffix](data)))
    return data


def _refuse_other_picture(suffix: str, data: bytes) -> None:
    begins = b"\x89PNG" if suffix == ".png" else b"\xff\xd8\xff"
    if not data.startswith(begins):
        words = f"的扩展名是 {suffix}，内容却不是这种图片"
        raise UnreadableFile(f"{words}，请另存为 JPG 或 PNG 再传")


def _lines(data: bytes) -> Iterator[str]:
    text = decode(data)
    if _COMMAND.search(text):
        raise UnreadableFile("里有会启动程序的公式，请去掉后再传")
    yield text


_READERS: dict[str, Callable[[bytes], Iterable[str]]] = {
    ".pdf": pdfs.texts_of,
    ".docx": lambda data: packages.texts_of(data, ".docx"),
    ".xlsx": lambda data: packages.texts_of(data, ".xlsx"),
    ".csv": _lines,
    ".txt": _lines,
}
