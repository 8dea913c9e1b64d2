"""A .txt or .md file → the decoded text itself, unchanged, and the marks of Markdown."""

from __future__ import annotations

import re

from paitou.model import UnreadableFile
from paitou.text.readers.markdown import headings_of, tables_of
from paitou.text.reading import Reading

_MARKED = (  # byte order marks; the longer of two that begin alike comes first
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")


def read_plain(data: bytes) -> Reading:
    """Return the reading of a .txt file."""
    return Reading(text=decode(data), format="txt", text_is_file=True)


def read_markdown(data: bytes) -> Reading:
    """Return the reading of a .md file: its source, with headings and tables pointed at."""
    text = decode(data)
    return Reading(
        text=text,
        format="md",
        text_is_file=True,
        headings=headings_of(text),
        tables=tables_of(text),
    )


def decode(data: bytes, declared: str = "") -> str:
    """Return the bytes as text: by byte order mark, what is declared, UTF-8 or GB18030."""
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], (encoding,))
    if b"\x00" in data:
        raise UnreadableFile(
            "是二进制内容，不是文字，请换成文字文件，或另存为 UTF-8 编码的 .txt"
        )
    encodings = dict.fromkeys((declared, "utf-8", "gb18030"))
    return _decoded(data, tuple(filter(None, encodings)))


def _decoded(data: bytes, encodings: tuple[str, ...]) -> str:
    reached = 0
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as fault:
            reached = max(reached, fault.start)
            continue
        if encoding != "gb18030" or _is_plausible_chinese(text):
            return _checked(text)
    raise UnreadableFile(_undecodable(data, reached, encodings))


def _undecodable(data: bytes, reached: int, encodings: tuple[str, ...]) -> str:
    line = data.count(b"\n", 0, reached) + 1
    tried = "、".join(encoding.upper() for encoding in encodings)
    return (
        f"第 {reached + 1} 个字节（第 {line} 行）不合文字编码，按 {tried} 都解不开，"
        "请用记事本或 WPS 打开后另存为 UTF-8 编码"
    )


def _is_plausible_chinese(text: str) -> bool:
    """GB18030 decodes almost anything: of Chinese, most characters are everyday ones."""
    foreign = [char for char in text[:_SAMPLE] if char > "\x7f"]
    return sum(map(_is_everyday, foreign)) >= 0.7 * len(foreign)


def _is_everyday(char: str) -> bool:
    """GB 2312 keeps signs in rows 1–9 and the 3,755 everyday characters in rows 16–55."""
    try:
        lead = char.encode("gb2312")[0] - 0xA0
    except UnicodeEncodeError:
        return char in "—·–〇○●•￥§"
    return lead <= 55


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > 2 + len(sample) / 50:
        raise UnreadableFile("满是控制字符，是二进制内容，不是文字，请换成文字文件")
    return text
