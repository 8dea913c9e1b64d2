"""The name that a file came with → a name that is safe to keep, or why there is none."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from paitou.model import UnreadableFile

LONGEST_NAME = 120
#: What runs, or is shown by a browser as a page: not even before the last ending.
_RUNNING_WORDS = (
    "app asp aspx bat chm cmd com cpl dll dmg elf exe hta htm html inf jar jnlp js jse jsp "
    "lnk mht mhtml msc msi php pif pl ps1 py reg scf scr sh svg svgz swf url vb vbe vbs "
    "wsf wsh xht xhtml xml"
)
_RUNNING = frozenset(_RUNNING_WORDS.split())
#: Names of devices, which Windows opens in place of a file.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_ENDS = " .\u3000\xa0"


def clean_name(name: str) -> str:
    """Return the last part of a name, composed and without blanks at its ends.

    Raises:
        UnreadableFile: it is empty, too long, names a device, holds signs that cannot be
            seen, or an ending that runs stands before the last one.
    """
    last = unicodedata.normalize("NFC", re.split(r"[\\/]", name)[-1]).strip(_ENDS)
    if not last:
        raise UnreadableFile("文件没有名称，请改名后再传")
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") for char in last):
        shown = "".join(char if char.isprintable() else "□" for char in last)[:40]
        raise UnreadableFile(f"文件名“{shown}”里有看不见的控制字符，请改名后再传")
    if len(last) > LONGEST_NAME:
        told = f"文件名太长（{len(last)}字，最多{LONGEST_NAME}字）"
        raise UnreadableFile(f"{told}：“{last[:20]}……”，请改短后再传")
    if _DEVICES.fullmatch(last) or _FORBIDDEN.search(last):
        raise UnreadableFile(f"文件名“{last}”在有的电脑上不能用，请改名后再传")
    _refuse_double(last)
    return last


def suffix_of(name: str) -> str:
    """Return the ending of a name in small letters, with its dot."""
    return PurePath(name).suffix.lower()


def _refuse_double(name: str) -> None:
    inner = [part.strip(_ENDS).lower() for part in name.split(".")[1:-1]]
    if found := [part for part in inner if part in _RUNNING]:
        told = f"文件名“{name}”里夹着扩展名 .{found[0]}"
        raise UnreadableFile(f"{told}，容易被当成程序，请改名后再传")
