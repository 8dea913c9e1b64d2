"""Lines → those that number pages or head them: they count up, or come again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from paitou.model import BlockKind
from paitou.text.lines import Line

_BARE = re.compile(r"\d{1,4}")
_DRESSED = re.compile(
    r"[-—–－·]+\s*\d{1,4}\s*[-—–－·]+|第\s*\d{1,4}\s*页(?:\s*[/,，]?\s*共\s*\d{1,4}\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4}\s*页|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)
_LONGEST = 24
_LONGEST_HEAD = 40
_FEWEST_HEADS = 3
#: A page has at least so many lines; a table's row numbers follow each other more closely.
_SHORTEST_PAGE = 8
_FIRST = 20
_SKIPPED = 3


def page_lines(
    text: str, lines: Sequence[Line], *, dressed: bool = False
) -> frozenset[int]:
    """Return the indices of the lines that hold a page number or a running head.

    Where lines are paragraphs (`dressed`), only - 3 - and 第3页 number pages for sure.
    """
    found: set[int] = set()
    bare: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if line.end - line.start > _LONGEST or line.kind is BlockKind.CONTENTS:
            continue
        if _DRESSED.fullmatch(text, line.start, line.end):
            found.add(index)
        elif not dressed and _BARE.fullmatch(text, line.start, line.end):
            bare.append((index, int(text[line.start : line.end])))
    chain = _counting_up(bare)
    if len(chain) >= 2 and 2 * len(chain) >= len(bare):
        found.update(chain)
    return frozenset(found | _running_heads(text, lines, found))


def _running_heads(text: str, lines: Sequence[Line], pages: set[int]) -> set[int]:
    """Return the lines that come again beside page numbers, and hardly elsewhere."""
    beside = {at + step for at in pages for step in (-1, 1)} - pages
    near = [at for at in beside if 0 <= at < len(lines) and not lines[at].kind]
    words = {at: text[lines[at].start : lines[at].end] for at in near}
    counts = Counter(line for line in words.values() if len(line) <= _LONGEST_HEAD)
    heads = {line for line, count in counts.items() if count >= _FEWEST_HEADS}
    if not heads:
        return set()
    everywhere = Counter(text[line.start : line.end] for line in lines)
    return {
        at
        for at, line in words.items()
        if line in heads and everywhere[line] <= counts[line] + 1
    }


def _counting_up(bare: Sequence[tuple[int, int]]) -> list[int]:
    """Return the lines whose numbers follow each other; the rest are figures in tables."""
    chain: list[int] = []
    page = 0
    for index, number in bare:
        follows = page < number <= page + _SKIPPED if chain else number <= _FIRST
        apart = not chain or index - chain[-1] >= _SHORTEST_PAGE
        if follows and apart:
            chain.append(index)
            page = number
    return chain
