"""Everything found in a text → its blocks, in order, none overlapping, nothing left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from paitou.model import Block, BlockKind, Section
from paitou.text.headings import Entry

_BULLET = re.compile(r"[—―–－-]{2}|─{2}|[-－]\s[-－]|[-*+]\s+\S|[●•■◆▪◦★·]\s*\S")


def build_blocks(
    text: str,
    entries: Sequence[Entry],
    sections: Sequence[Section],
    place_at: Callable[[int], int],
) -> tuple[Block, ...]:
    """Return one block an entry, each in the innermost section that it stands in."""
    starts = [section.start for section in sections]
    blocks = []
    for entry in entries:
        paragraph = entry.paragraph
        index = bisect_right(starts, paragraph.start) - 1
        while index >= 0 and sections[index].end <= paragraph.start:
            index = sections[index].parent
        blocks.append(
            Block(
                kind=_kind(text, entry),
                start=paragraph.start,
                end=paragraph.end,
                body=min(entry.body, paragraph.end),
                section=index,
                place=place_at(paragraph.start),
                gaps=paragraph.gaps,
            )
        )
    return tuple(blocks)


def _kind(text: str, entry: Entry) -> BlockKind:
    start, end = entry.paragraph.start, entry.paragraph.end
    if entry.paragraph.kind:
        return entry.paragraph.kind
    if _BULLET.match(text, start, min(end, start + 4)):
        return BlockKind.BULLET
    if entry.heading is not None and entry.body >= end:
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
