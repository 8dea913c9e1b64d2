"""Lines → how wide they are, whether a page broke them, which are scraps of tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from paitou.model import BlockKind
from paitou.text.hanzi import compiled
from paitou.text.lines import Line
from paitou.text.numbering import Style, number_at

_ENDS = frozenset("。！？!?…")
_CLOSERS = "”’》）)」』〕】\"' "
_MIN_LINES = 8
_NARROWEST, _WIDEST = 24, 200
#: A line narrower than this part of the page cannot be a full line of running text.
_SCRAP = 0.75
#: 责任单位:…, 完成时限:…, and whole lines in brackets: lines of their own, without a stop.
_LABELLED = compiled(r"[(（【\[]?\s*[一-龥]{2,8}\s*[:：]")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_FEWEST_SCRAPS = 8
_FEWEST_NUMBERS = 3


def width_of(text: str, line: Line) -> int:
    """Return how wide the line is in halves of a Chinese character, blanks left out."""
    words = text[line.start : line.end]
    if words.isascii():
        return len(words) - words.count(" ")
    narrow = len(words.encode("ascii", "ignore"))
    return 2 * (len(words) - narrow) + narrow - words.count(" ")


def ends_sentence(text: str, end: int, *, also: str = "") -> bool:
    """Return whether the words before `end` close a sentence, quotes and brackets aside."""
    index = end - 1
    while index > 0 and end - index < 4 and text[index] in _CLOSERS:
        index -= 1
    return text[index] in _ENDS or text[index] in also


def common_width(text: str, lines: Sequence[Line], widths: Sequence[int]) -> int:
    """Return the width at which lines break inside sentences; 0 if lines are paragraphs."""
    parted = 2 * sum(line.gap > 0 for line in lines) <= len(lines)
    broken = [
        width
        for index, (line, width) in enumerate(zip(lines, widths, strict=True))
        if _NARROWEST <= width <= _WIDEST
        and not line.kind
        and not ends_sentence(text, line.end, also="；：;:")
        and not _is_whole(text, line, lines[index + 1 : index + 2], parted=parted)
    ]
    long = sum(width >= _NARROWEST for width in widths)
    if len(broken) < _MIN_LINES or 10 * len(broken) < 4 * long:
        return 0
    common = Counter(width // 2 for width in broken).most_common(1)[0][0] * 2
    near = sum(abs(width - common) <= 6 for width in broken)
    return common if 2 * near >= len(broken) else 0


def is_labelled(text: str, line: Line) -> bool:
    """Return whether the line opens with a label (责任单位:…)."""
    return _LABELLED.match(text, line.start, line.end) is not None


def _is_whole(text: str, line: Line, after: Sequence[Line], *, parted: bool) -> bool:
    """Return whether a line without a stop is a paragraph: what it says, or what follows.

    Where empty lines part the paragraphs (`parted`), one after it ends it.
    """
    if is_labelled(text, line) or _BRACKETED.fullmatch(text, line.start, line.end):
        return True
    return any(
        (parted and follows.gap > 0)
        or is_labelled(text, follows)
        or number_at(text, follows.start, follows.end) is not None
        for follows in after
    )


def mark_scraps(
    text: str, lines: Sequence[Line], widths: Sequence[int], common: int
) -> list[Line]:
    """Return the lines of a wrapped text, runs of short scraps marked as cells."""
    marked = list(lines)
    run: list[int] = []
    misses = 0
    for index in range(len(lines)):
        if _is_scrap(text, lines, widths, common, index):
            run.append(index)
            misses = 0
        elif run and misses < 1 and _may_miss(text, lines[index], widths[index], common):
            misses += 1
            run.append(index)
        else:
            _mark(text, marked, run)
            run, misses = [], 0
    _mark(text, marked, run)
    return marked


def _is_scrap(
    text: str, lines: Sequence[Line], widths: Sequence[int], common: int, index: int
) -> bool:
    """A short line that neither ends a paragraph nor is a numbered heading."""
    if widths[index] > common * _SCRAP:
        return False
    line = lines[index]
    if line.kind or _is_heading(text, line):
        return False
    if not ends_sentence(text, line.end):
        return True
    return index > 0 and widths[index - 1] <= common * _SCRAP


def _may_miss(text: str, line: Line, width: int, common: int) -> bool:
    return width <= common * _SCRAP and not _is_heading(text, line)


def _is_heading(text: str, line: Line) -> bool:
    number = number_at(text, line.start, line.end)
    return number is not None and number.style <= Style.PAREN


def _mark(text: str, lines: list[Line], run: list[int]) -> None:
    numbers = sum(_is_figure(text, lines[index]) for index in run)
    if len(run) >= _FEWEST_SCRAPS or (len(run) >= 6 and numbers >= _FEWEST_NUMBERS):
        for index in run:
            lines[index] = lines[index]._replace(kind=BlockKind.TABLE)


def _is_figure(text: str, line: Line) -> bool:
    words = text[line.start : line.end]
    return len(words) <= 8 and any(char.isdigit() for char in words)
