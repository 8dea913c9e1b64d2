"""Bytes of a .pdf → the text of its pages, or why it is not taken."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

from paitou.model import UnreadableFile

MOST_PAGES = 500
_MOST_UNPACKED = 60_000_000
_MOST_STREAMS = 50_000
_MOST_FILTERS, _PEEK = 3, 512
_GAP = rb"(?:[\x00\t\n\x0c\r ]|%[^\r\n]*[\r\n])*"
_STREAM = re.compile(rb"stream\r?\n")
_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
#: What acts by itself: an action's kind, or the entry that holds a script.
_ACTING = re.compile(
    rb"/S" + _GAP + rb"/(JavaScript|Launch|SubmitForm|ImportData|GoToE|Rendition|Movie)\b"
    rb"|/(JavaScript|EmbeddedFiles|EmbeddedFile|RichMedia|XFA)(?=[\x00\t\n\x0c\r <>\[(%])"
    rb"|/Type" + _GAP + rb"/(EmbeddedFile)\b"
)
#: Too short to be looked for among the bytes of a picture.
_SCRIPT = re.compile(rb"/(JS)" + _GAP + rb"(?:[(<]|\d+" + _GAP + rb"\d+" + _GAP + rb"R)")
#: How packed objects begin: the number and the place of the first.
_NUMBERS = re.compile(rb"(?:\s|\x00|%[^\r\n]*[\r\n])*\d+\s+\d+\s")
_ENCRYPT = re.compile(rb"/Encrypt" + _GAP + rb"(?:\d+|<<)")
_WORDS = {
    b"Launch": "打开程序的动作",
    b"EmbeddedFile": "附件",
    b"EmbeddedFiles": "附件",
    b"RichMedia": "多媒体",
    b"Rendition": "多媒体",
    b"Movie": "多媒体",
    b"XFA": "动态表单",
}
_DAMAGED = "PDF 已损坏或不完整，请用阅读器打开后另存一份再传"


def texts_of(data: bytes) -> Iterator[str]:
    """Yield the text of each page; a scanned page has none.

    Raises:
        UnreadableFile: damaged, locked, or with something that acts by itself; the words
            go on from the file's name.
    """
    _check_frame(data)
    # All of it first: what only looks like a stream hides nothing.
    _refuse_acting(data, (_ACTING,))
    for text in _objects(data):
        _refuse_acting(text, (_ACTING, _SCRIPT))
    yield from _pages(data)


def _check_frame(data: bytes) -> None:
    """A PDF and nothing else: no other format before it or behind."""
    if not data.startswith(b"%PDF-"):
        raise UnreadableFile("不是 PDF，或前面拼接了别的内容，请另存为 PDF 再传")
    end = data.rfind(b"%%EOF")
    if end < 0 or data[end + 5 :].strip(b"\x00\t\n\x0c\r "):
        raise UnreadableFile("PDF 不完整，或后面拼接了别的内容，请打开后另存一份再传")
    if b"PK\x05\x06" in data[-70_000:] and b"PK\x03\x04" in data:
        raise UnreadableFile("PDF 里夹着压缩包，没有保存，请打开后另存一份再传")


def _objects(data: bytes) -> Iterator[bytes]:
    """Yield what stands outside streams, and what is packed in them as objects are."""
    place, left, count = 0, _MOST_UNPACKED, 0
    while found := _STREAM.search(data, place):
        count += 1
        if count > _MOST_STREAMS:
            raise UnreadableFile("PDF 里的对象过多，没有保存，请重新打印为 PDF 再传")
        outside = data[place : found.start()]
        yield outside
        end = data.find(b"endstream", found.end())
        end = len(data) if end < 0 else end
        unpacked = _unpacked(data[found.end() : end], _plain(outside), left)
        left -= len(unpacked)
        yield unpacked
        place = end + len(b"endstream")
    yield data[place:]


def _unpacked(stream: bytes, head: bytes, most: int) -> bytes:
    """Return packed objects, whatever the head calls them; nothing of pictures."""
    is_named = b"/ObjStm" in head
    if is_named and b"/Predictor" in head:
        raise UnreadableFile(_DAMAGED)
    content = stream
    for _ in range(_MOST_FILTERS):
        if _NUMBERS.match(content[:_PEEK]):
            return content
        first = _inflated(content, _PEEK)
        if not (first and (is_named or first[:1] == b"x" or _NUMBERS.match(first))):
            break
        content = _inflated(content, max(1, most))
        if len(content) >= most:
            raise UnreadableFile("PDF 解压后过大，像是压缩炸弹，没有保存")
    if is_named and not _NUMBERS.match(content[:_PEEK]) and content.strip():
        raise UnreadableFile(_DAMAGED)
    return content if is_named else b""


def _inflated(content: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, most)
    except zlib.error:
        return b""


def _refuse_acting(text: bytes, patterns: Iterable[re.Pattern[bytes]]) -> None:
    plain = _plain(text)
    if _ENCRYPT.search(plain):
        raise UnreadableFile("PDF 加了密码或限制，请取消（打印为 PDF）后再传")
    if found := next(filter(None, (one.search(plain) for one in patterns)), None):
        name = next(group for group in found.groups() if group)
        what = _WORDS.get(name, "脚本或会自己运行的动作")
        raise UnreadableFile(f"PDF 里有{what}，请去掉（重新打印为 PDF）后再传")


def _plain(text: bytes) -> bytes:
    """Return it with names written out: /J#61vaScript is /JavaScript."""
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), text)


def _pages(data: bytes) -> Iterator[str]:
    try:
        import pypdfium2
    except ImportError as fault:
        told = "PDF 现在查不了（没有安装 pypdfium2），请告诉系统管理员"
        raise UnreadableFile(told) from fault
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise UnreadableFile(_DAMAGED) from fault
    try:
        count = len(document)
        if not 0 < count <= MOST_PAGES:
            told = f"PDF 有{count}页，最多{MOST_PAGES}页，请拆分后再传"
            raise UnreadableFile(told if count else _DAMAGED)
        for page in document:
            text = page.get_textpage()
            yield text.get_text_range()
            text.close()
            page.close()
    except pypdfium2.PdfiumError as fault:
        raise UnreadableFile(_DAMAGED) from fault
    finally:
        document.close()
