"""A file → its reading: what cannot or must not be read is turned away in one sentence."""

from __future__ import annotations

import hashlib
import stat
from importlib import import_module
from pathlib import Path, PurePath

from attrs import frozen

from paitou.model import UnreadableFile
from paitou.text.readers.kind import Kind, kind_of
from paitou.text.readers.secrecy import refuse_secrets
from paitou.text.reading import Reading

MAX_BYTES = 50_000_000
"""A file must be smaller than this many bytes."""

_ADVICE = {
    Kind.PDF: "请把扩展名改为 .pdf 再试",
    Kind.DOCX: "请把扩展名改为 .docx 再试",
    Kind.DOC: "请把扩展名改为 .doc 再试",
    Kind.HTML: "请把扩展名改为 .html 再试",
    Kind.TEXT: "请把扩展名改为 .txt 再试",
    Kind.ENCRYPTED: "请先取消密码，另存为 .docx 再试",
    Kind.IMAGE: "请先做文字识别（OCR），存为 .txt 或 .docx 再试",
    Kind.ZIP: "请先解压，再选其中的文件",
    Kind.BROKEN_ZIP: "可能没有下载、复制完，请重新取得后再试",
}
_ELSE = "请用能打开它的软件另存为 .docx 再试"


@frozen
class _Format:
    """Who reads files of an extension, and what may stand in them."""

    module: str
    function: str
    kinds: tuple[Kind, ...]

    def read(self, data: bytes) -> Reading:
        """Return the reading; the reader is loaded when its format turns up."""
        module = import_module(f"paitou.text.readers.{self.module}")
        reading: Reading = getattr(module, self.function)(data)
        return reading


_MARKDOWN = _Format("plain", "read_markdown", (Kind.TEXT,))
_PAGE = _Format("html", "read_html", (Kind.HTML, Kind.TEXT))
_FORMATS = {
    ".txt": _Format("plain", "read_plain", (Kind.TEXT,)),
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _PAGE,
    ".htm": _PAGE,
    ".docx": _Format("docx", "read_docx", (Kind.DOCX,)),
    ".pdf": _Format("pdf", "read_pdf", (Kind.PDF,)),
    ".doc": _Format("office", "read_doc", (Kind.DOC, Kind.RTF)),
    ".wps": _Format("office", "read_wps", (Kind.DOC, Kind.RTF)),
}
EXTENSIONS = tuple(_FORMATS)
"""The extensions that can be read, .doc and .wps where LibreOffice is installed."""


def read_file(path: Path) -> tuple[Reading, str]:
    """Return the reading of a file and the SHA-256 of its bytes.

    Raises UnreadableFile with one sentence that names the file, the fault and the remedy.
    """
    try:
        return read_bytes(_stored(path), path.name)
    except UnreadableFile as fault:
        raise UnreadableFile(f"{path}：{fault}。") from None


def read_bytes(data: bytes, name: str) -> tuple[Reading, str]:
    """Return the reading of a file that is at hand (an upload), and its SHA-256.

    Nothing is stored: a text with a secrecy mark is dropped here. The sentence of the
    UnreadableFile that this raises does not name the file.
    """
    if len(data) >= MAX_BYTES:
        raise _too_large(len(data))
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableFile("文件是空的，请换一份有文字的文件")
    reading = _format(data, PurePath(name).suffix).read(data)
    if not reading.text.strip("\ufeff\u200b \t\r\n\u3000\xa0"):
        raise UnreadableFile("里面没有文字，只有空白，请换一份有文字的文件")
    refuse_secrets(reading.text)
    return reading, hashlib.sha256(data).hexdigest()


def _stored(path: Path) -> bytes:
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise UnreadableFile("是文件夹，不是文件，请指明其中的文件")
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableFile("不是普通文件，请先把内容存成文件")
        if state.st_size >= MAX_BYTES:
            raise _too_large(state.st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile("找不到这个文件，请核对路径和文件名") from None
    except PermissionError:
        raise UnreadableFile(
            "没有读取权限，请换一个有权限的用户，或修改文件的权限"
        ) from None
    except (OSError, ValueError) as fault:
        raise UnreadableFile(f"打不开（{fault}），请核对路径和文件名") from None


def _too_large(size: int) -> UnreadableFile:
    return UnreadableFile(
        f"有 {size / 1_000_000:.1f} MB，须小于 {MAX_BYTES // 1_000_000} MB，"
        "请去掉其中的图片，或拆分后再试"
    )


def _format(data: bytes, suffix: str) -> _Format:
    kind = kind_of(data)
    known = _FORMATS.get(suffix.lower())
    if known is None:
        named = f"扩展名“{suffix}”不能读" if suffix else "没有扩展名"
        raise UnreadableFile(
            f"{named}，内容看来是{kind}，{_ADVICE.get(kind, _ELSE)}"
            f"（能读 {'、'.join(EXTENSIONS)}）"
        )
    if kind in known.kinds:
        return known
    if kind in (Kind.ENCRYPTED, Kind.BROKEN_ZIP) and suffix.lower() in (
        ".docx",
        ".doc",
        ".wps",
    ):
        raise UnreadableFile(f"是{kind}，{_ADVICE[kind]}")
    raise UnreadableFile(f"扩展名是 {suffix}，内容却是{kind}，{_ADVICE.get(kind, _ELSE)}")
