"""The lines of pages → the same without page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_DIGITS = re.compile(r"\d+")
_DASHED = re.compile(
    r"[—–―\-－·•]+\s*\d{1,4}\s*[—–―\-－·•]+|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?"
)
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
    return _DASHED.fullmatch(words) is not None or _DIGITS.sub("#", words) in running


def _running(pages: Sequence[Sequence[str]], position: int) -> set[str]:
    lines = [
        (index, page[position].strip())
        for index, page in enumerate(pages)
        if page and len(page[position].strip()) <= _LONGEST
    ]
    counts: Counter[tuple[str, int]] = Counter()
    for index, line in lines:
        key = _DIGITS.sub("#", line)
        counts.update((key, shift) for shift in _shifts(index, line))
    enough = max(3, len(pages) / 2)
    return {key for (key, _), count in counts.items() if count >= enough}


def _shifts(index: int, line: str) -> set[int]:
    """Return by how much each number in the line is ahead of the page; 0 if it has none."""
    numbers = _DIGITS.findall(line)
    return (
        {int(number) - index for number in numbers if len(number) <= 5} if numbers else {0}
    )
