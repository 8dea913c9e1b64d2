"""Lines → those that are page numbers: they count up, a page's length apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from paitou.model import BlockKind
from paitou.text.lines import Line

_BARE = re.compile(r"\d{1,4}")
_DRESSED = re.compile(
    r"[-—–－·]+\s*\d{1,4}\s*[-—–－·]+|第\s*\d{1,4}\s*页(?:\s*[/,，]?\s*共\s*\d{1,4}\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4}\s*页|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)
_LONGEST = 24
#: A page has at least so many lines; a table's row numbers follow each other more closely.
_SHORTEST_PAGE = 8
_FIRST = 20
_SKIPPED = 3


def page_lines(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return the indices of the lines that hold nothing but a page number."""
    found: set[int] = set()
    bare: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if line.end - line.start > _LONGEST or line.kind is BlockKind.CONTENTS:
            continue
        if _BARE.fullmatch(text, line.start, line.end):
            bare.append((index, int(text[line.start : line.end])))
        elif _DRESSED.fullmatch(text, line.start, line.end):
            found.add(index)
    chain = _counting_up(bare)
    if len(chain) >= 2 and 2 * len(chain) >= len(bare):
        found.update(chain)
    return frozenset(found)


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
