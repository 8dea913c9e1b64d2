"""A name or a text → the secrecy mark (机密★1年) that it bears anywhere, if any.

Stricter than for plans: evidence is often bound together from several papers, so a mark
counts wherever a line begins with one. Words in running text (商业秘密) are none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath

from paitou.model import UnreadableFile
from paitou.text.readers.secrecy import secrecy_mark

_GRADE = r"[绝机秘]\s*密"
_STAR = r"[★☆✩✪✫✬✭✮✯✰⭐🌟*]"
_TERM = r"(?:\d+\s*(?:年|个月|月|天|日)|[一二三四五六七八九十]+\s*年|长期|解密前|启用前)"
_LONGEST = 60
#: GB/T 9704—2012 7.2.2: 密级和保密期限用“★”分隔; a plain asterisk needs its term.
_STARRED = re.compile(
    rf"^[^。，；！？“”《》]{{0,30}}?"
    rf"({_GRADE}\s*(?:[★☆✩✪✫✬✭✮✯✰⭐🌟]\s*{_TERM}?|\*\s*{_TERM}))"
)
_IN_NAME = re.compile(
    rf"({_GRADE}\s*{_STAR}\s*{_TERM}?"
    rf"|(?:^|[\W_])[【\[(（〔]\s*{_GRADE}(?:文件|件|级)?\s*[】\])）〕]"
    rf"|(?:^|[\W_\d]){_GRADE}\s*{_TERM}(?=$|[\W_]))"
)
_BYTES = tuple(
    f"{grade}密{star}".encode(encoding)
    for grade in "绝机秘"
    for star in "★☆"
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
)


class BearsMark(UnreadableFile):
    """What somebody brought bears a secrecy mark; nothing of it was kept."""

    def __init__(self, where: str, mark: str) -> None:
        self.where, self.mark = where, mark
        super().__init__(
            f"{where}带有密级标志“{mark}”，没有保存：非涉密系统不得存储、处理国家秘密，"
            "请立即停止在本系统传送这份文件，按保密规定处理"
        )


def mark_in_name(name: str) -> str | None:
    """Return the mark in the name of a file: 机密★1年关于….pdf, （秘密）….docx."""
    stem = _plain(PurePath(name).stem).strip()
    found = _IN_NAME.search(stem)
    return found[1].strip(" _-") if found else secrecy_mark(stem)


def mark_in_text(pieces: Iterable[str]) -> str | None:
    """Return the first mark in pieces of a text, each of which has a head of its own.

    A piece is a page, a sheet or a part of a document.
    """
    for piece in pieces:
        text = _plain(piece)
        for line in text.splitlines():
            stripped = line.strip(" #>_\u3000")
            if len(stripped) <= _LONGEST and (found := _STARRED.match(stripped)):
                return found[1].strip()
        if mark := secrecy_mark(text):
            return mark
    return None


def mark_in_bytes(data: bytes) -> str | None:
    """Return the mark that stands openly in bytes, whatever they are: in a comment, say."""
    for written in _BYTES:
        if written in data:
            return next(
                text
                for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
                if (text := written.decode(encoding, "replace"))[1:2] == "密"
            )
    return None


def refuse_marked(where: str, mark: str | None) -> None:
    """Do nothing where there is no mark.

    Raises:
        BearsMark: there is one; `where` says in what.
    """
    if mark is not None:
        raise BearsMark(where, mark)


def _plain(text: str) -> str:
    """Return a text with signs as usual and without what cannot be seen."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(char for char in folded if unicodedata.category(char) != "Cf")
