"""The lines of pages → the same without page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_DIGITS = re.compile(r"\d+")
_DASHED = re.compile(
    r"[—–―\-－·•]+\s*\d{1,4}\s*[—–―\-－·•]+|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?"
)
_COUNTING = re.compile(r"[第页共/—–―\-－·•\s\d]*\d[第页共/—–―\-－·•\s\d]*")
_LONGEST = 40


def without_running_lines(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the pages without the lines that only number or head them.

    Such a line is a number between dashes, or opens or closes most pages in the same words,
    its number, if it has one, counting the pages.
    """
    shown = [list(page) for page in pages]
    for position in (0, -1):
        running = _running(shown, position)
        for page in shown:
            if page and _is_running(page[position], running):
                del page[position]
    return shown


def _is_running(line: str, running: set[str]) -> bool:
    words = line.strip()
    return _DASHED.fullmatch(words) is not None or _key(words) in running


def _key(line: str) -> str:
    """Return what is alike in such lines of all pages: all of it, or all but the number.

    附件1, 附件2 at the head of pages are no such lines.
    """
    return _DIGITS.sub("#", line) if _COUNTING.fullmatch(line) else line


def _running(pages: Sequence[Sequence[str]], position: int) -> set[str]:
    counts: Counter[tuple[str, int]] = Counter()
    for index, page in enumerate(pages):
        line = page[position].strip() if page else ""
        if 0 < len(line) <= _LONGEST:
            counts.update((_key(line), shift) for shift in _shifts(index, line))
    enough = max(3, len(pages) / 2)
    return {key for (key, _), count in counts.items() if count >= enough}


def _shifts(index: int, line: str) -> set[int]:
    """Return by how much each number of a counting line is ahead of the page, else 0."""
    if not _COUNTING.fullmatch(line):
        return {0}
    return {int(number) - index for number in _DIGITS.findall(line)}
