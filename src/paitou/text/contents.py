"""Lines → those of a table of contents, by its title, dot leaders, page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paitou.model import BlockKind
from paitou.text.lines import Line
from paitou.text.numbering import number_at
from paitou.text.view import view

_LEADERS = re.compile(r"(?:\.{5,}|…{2,}|·{5,}|-{5,}|_{5,})[-—]?\d{0,4}[-—]?$")
_PAGED = re.compile(r".{2,60}\D\d{1,3}")
_LONGEST = 120
_MOST = 400
#: Without numbers, entries are no longer than this.
_BARE = 12


def mark_contents(text: str, lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those of tables of contents marked as such."""
    marked = list(lines)
    index = 0
    while index < len(lines):
        line = lines[index]
        last = index - 1
        if _may_be_entry(text, line):
            words = view(text, line.start, line.end).text
            if words[0] == "目" and _opens(text, lines, index, words):
                last = _last_entry(text, lines, index)
            elif _LEADERS.search(words):
                last = index
        for place in range(index, last + 1):
            marked[place] = lines[place]._replace(kind=BlockKind.CONTENTS)
        index = max(last, index) + 1
    return marked


def _may_be_entry(text: str, line: Line) -> bool:
    """Look at two characters before reading the line: most lines are none."""
    if line.kind or line.end - line.start > _LONGEST:
        return False
    last = text[line.end - 1]
    return text[line.start] == "目" or last in ".…·-—_" or last.isdecimal()


def _opens(text: str, lines: Sequence[Line], index: int, words: str) -> bool:
    if words.startswith(("目录", "目次")):
        return len(words) <= 6 or number_at(text, *_after(lines, index)) is not None
    after = text[slice(*_after(lines, index))]
    return words == "目" and after == "录"


def _after(lines: Sequence[Line], index: int) -> tuple[int, int]:
    if index + 1 >= len(lines):
        return 0, 0
    return lines[index + 1].start, lines[index + 1].end


def _last_entry(text: str, lines: Sequence[Line], opening: int) -> int:
    """Return the last line of the contents: text follows, or the first title again."""
    first = ""
    last = opening
    for index in range(opening + 1, min(len(lines), opening + _MOST)):
        line = lines[index]
        words = view(text, line.start, min(line.end, line.start + _LONGEST + 1)).text
        bare = _LEADERS.sub("", words)
        numbered = number_at(text, line.start, line.end) is not None
        if not _is_entry(words, bare, numbered=numbered) or (numbered and bare == first):
            break
        first = first or (bare if numbered else "")
        last = index
    return last


def _is_entry(words: str, bare: str, *, numbered: bool) -> bool:
    if "。" in bare or len(words) > _LONGEST:
        return False
    return numbered or len(words) <= _BARE or bare != words or bool(_PAGED.fullmatch(words))
