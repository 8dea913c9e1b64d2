"""Headings with their numbers → sections: a tree by how the styles are nested."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from paitou.model import Section, Span
from paitou.text.numbering import Style

#: Styles whose place is fixed: annexes lie above all others, boxes stand where they stand.
_FIXED = frozenset({Style.ANNEX, Style.BOX})
_UNNUMBERED = frozenset({Style.ANNEX, Style.PLAIN})
#: A list begins right under a title when no more than breaks and blanks lie between.
_NEXT_LINE = 6


class Heading(NamedTuple):
    """A heading: [start, end) are its words, `at` is where its paragraph begins.

    `number` is as written; `level` is the file's own, 0 where it says nothing.
    """

    style: Style
    ordinal: int
    at: int
    start: int
    end: int
    number: str
    title: str
    level: int = 0


def build_sections(headings: list[Heading], end: int) -> tuple[Section, ...]:
    """Return the sections under the headings, up to the offset `end` of the text's body."""
    ranks = _ranks(headings)
    open_: list[int] = []
    parents: list[int] = []
    ends = [end] * len(headings)
    for index, heading in enumerate(headings):
        keep = _still_open(headings, ranks, open_, index)
        for closed in open_[keep:]:
            ends[closed] = heading.at
        del open_[keep:]
        parents.append(open_[-1] if open_ else -1)
        open_.append(index)
    return _sections(headings, parents, ends)


def _still_open(
    headings: list[Heading], ranks: list[float], open_: list[int], index: int
) -> int:
    """Return how many of the open sections heading `index` stands in."""
    keep = len(open_)
    box = next((at for at in range(keep) if headings[open_[at]].style is Style.BOX), keep)
    floor = 0
    if box < keep:
        if _is_in_box(headings, open_, box, index):
            floor = box + 1
        else:
            keep = box
    if headings[index].style is Style.BOX:
        while keep and headings[open_[keep - 1]].style is Style.PLAIN:
            keep -= 1
        return keep
    while keep > floor and ranks[open_[keep - 1]] >= ranks[index]:
        keep -= 1
    return keep


def _is_in_box(headings: list[Heading], open_: list[int], box: int, index: int) -> bool:
    """A list may run on inside a box, or begin right under its title."""
    heading = headings[index]
    if heading.ordinal == 1 and heading.style > Style.PAREN:
        return heading.at - headings[open_[box]].end <= _NEXT_LINE
    return any(
        headings[at].style is heading.style and headings[at].ordinal + 1 == heading.ordinal
        for at in open_[box + 1 :]
    )


def _ranks(headings: list[Heading]) -> list[float]:
    """Return how deep each heading lies: by the file's own levels where it has them."""
    order = _nesting(headings)
    hinted: dict[Style, Counter[int]] = {}
    for heading in headings:
        if heading.level:
            hinted.setdefault(heading.style, Counter())[heading.level] += 1
    if not hinted:
        return [order[heading.style] for heading in headings]
    levels = {style: counts.most_common(1)[0][0] for style, counts in hinted.items()}
    return [h.level or _rank_among(h.style, order, levels) for h in headings]


def _rank_among(style: Style, order: dict[Style, int], levels: dict[Style, int]) -> float:
    """A style without levels of its own lies above those with levels that it governs."""
    if style in levels:
        return levels[style]
    below = [level for other, level in levels.items() if order[other] > order[style]]
    if below and style is not Style.PLAIN:
        return min(below) - 0.5 + order[style] / 100
    return 100 + order[style]


def _nesting(headings: list[Heading]) -> dict[Style, int]:
    """Return the styles' order in this document: the usual one, unless it shows another.

    A list that begins (ordinal 1) right after a heading of another style lies inside it.
    """
    inside: Counter[tuple[Style, Style]] = Counter()
    for above, below in pairwise(headings):
        if below.style != above.style and below.ordinal == 1:
            inside[above.style, below.style] += 1
    order = sorted({heading.style for heading in headings})
    for _ in order:
        for at in range(len(order) - 1):
            usual, other = order[at], order[at + 1]
            inverted = inside[other, usual] > inside[usual, other]
            if other is Style.PLAIN and at > _highest(order):
                inverted = inverted and inside[other, usual] > 1
            if inverted and not _FIXED & {usual, other}:
                order[at : at + 2] = [other, usual]
    return {style: place for place, style in enumerate(order)}


def _highest(order: list[Style]) -> int:
    """Return the place of the first style that is neither an annex nor a plain heading."""
    numbered = (place for place, style in enumerate(order) if style not in _UNNUMBERED)
    return next(numbered, 0)


def _sections(
    headings: list[Heading], parents: list[int], ends: list[int]
) -> tuple[Section, ...]:
    paths: list[str] = []
    levels: list[int] = []
    seen: Counter[str] = Counter()
    sections: list[Section] = []
    for index, (heading, parent) in enumerate(zip(headings, parents, strict=True)):
        words = _letters(heading.title) or heading.title or heading.number
        paths.append(f"{paths[parent]}/{words}" if parent >= 0 else words)
        levels.append(levels[parent] + 1 if parent >= 0 else 1)
        seen[paths[index]] += 1
        sections.append(
            Section(
                id=_digest(paths[index], seen[paths[index]]),
                number=heading.number,
                title=heading.title,
                level=levels[index],
                start=heading.at,
                end=ends[index],
                heading=Span(heading.start, heading.end),
                parent=parent,
            )
        )
    return tuple(sections)


def _letters(title: str) -> str:
    """Return the title without its marks: other punctuation is no other section."""
    return "".join(filter(str.isalnum, title))


def _digest(path: str, order: int) -> str:
    """Return ten characters that depend on the words of the path alone."""
    words = path if order == 1 else f"{path}#{order}"
    data = words.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=5).hexdigest()
