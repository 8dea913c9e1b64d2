"""Panels from the fullest to the leanest → the first that a sheet holds, all in place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from paitou.model import UsageError
from paitou.render.charts.lettering import clean, width_of
from paitou.render.charts.theme import BLUE, GREY, INK, PAPER
from paitou.render.poster.content import Heading, Part, Passage, Poster
from paitou.render.poster.marks import Area, Mark, Plot, Rule, Words, moved
from paitou.render.poster.page import Page
from paitou.render.poster.parts import draw_lines, draw_part
from paitou.render.poster.sheet import MM, Sheet, Type

_SHARES = (1.0, 0.93, 0.86, 0.0)
#: Distances between parts, in units: after a heading, before one, before any other.
_CLOSE, _APART, _GAP = 3.0, 16.0, 9.0
#: What is left of the sheet goes between the parts, but no more than this, in units.
_MOST_AIR = 34.0
_BREATH = re.compile("[，、：； ]")
_TITLE_LINES, _CONTEXT_LINES, _NOTE_LINES = 2, 2, 3


@frozen(kw_only=True)
class Placed:
    """A panel with every word in its place.

    Attributes:
        shown: which panel it is: the fullest that had room.
        is_cut: whether parts had to be left out.
    """

    sheet: Sheet
    shown: Poster
    type: Type
    marks: tuple[Mark, ...]
    is_cut: bool = False

    @property
    def texts(self) -> Iterator[str]:
        """Yield every text on it, those of charts as their descriptions tell them."""
        for mark in self.marks:
            if isinstance(mark, Words):
                yield mark.text
            elif isinstance(mark, Plot):
                yield mark.spec.description


@frozen
class _Block:
    marks: tuple[Mark, ...]
    height: float
    before: float  # the least distance to what stands above, in mm


def place_first(candidates: Iterable[Poster], sheet: Sheet) -> Placed:
    """Return the first panel that the sheet holds, set as large as there is room for.

    Words shrink to their least size before a leaner panel is tried. Where even the
    leanest is too long its last parts are left out, and the panel says so.

    Raises:
        UsageError: there is no panel to choose from.
    """
    leanest = None
    for poster in candidates:
        leanest = poster
        if _placed(poster, sheet, sheet.least) is None:
            continue
        for share in _SHARES:
            placed = _placed(poster, sheet, sheet.shrunk(share))
            if placed is not None:
                return placed
    if leanest is None:
        raise UsageError("没有可以排版的展板。")
    return _cut(leanest, sheet)


def _cut(poster: Poster, sheet: Sheet) -> Placed:
    """Leave out the last parts until the rest has room; a title alone always has."""
    parts = list(poster.parts)
    while parts:
        parts.pop()
        while parts and isinstance(parts[-1], Heading):
            parts.pop()
        told = Passage(f"版面有限，另有{len(poster.parts) - len(parts)}部分没有排下。", 1)
        shorter = evolve(poster, parts=(*parts, told))
        placed = _placed(shorter, sheet, sheet.least)
        if placed is not None:
            return evolve(placed, is_cut=True)
    raise UsageError("展板的标题和说明太长，排不下。")


def _placed(poster: Poster, sheet: Sheet, type_: Type) -> Placed | None:
    """Return the panel in place, None where the sheet does not hold it."""
    blocks = [_head(poster, sheet, type_), *_blocks(poster, sheet, type_)]
    foot = _foot(poster, sheet, type_)
    used = sum(block.height + block.before for block in (*blocks, foot))
    left = sheet.text_height - used
    if left < 0:
        return None
    loose = [block for block in blocks[1:] if block.before > _CLOSE * sheet.unit]
    air = min(left / max(len(loose) + 1, 1), _MOST_AIR * sheet.unit)
    y, marks = sheet.margin, []
    for block in blocks:
        y += block.before + (air if block in loose else 0)
        marks += [moved(mark, y) for mark in block.marks]
        y += block.height
    end = sheet.height - sheet.margin - foot.height
    marks += [moved(mark, end) for mark in foot.marks]
    frame = _frame(poster.frame, sheet, type_)
    return Placed(sheet=sheet, shown=poster, type=type_, marks=(*frame, *marks))


def _head(poster: Poster, sheet: Sheet, type_: Type) -> _Block:
    page = Page(sheet=sheet, type=type_)
    look = {"face": "serif", "weight": "bold", "fill": BLUE}
    for part in _title_lines(poster.title, type_.title, page.width):
        draw_lines(page, part, type_.title, _TITLE_LINES, **look)
    page.down(3)
    draw_lines(page, poster.context, type_.text, _CONTEXT_LINES, fill=GREY)
    page.down(5)
    line = 1.6 * sheet.unit
    page.marks.append(Rule(x=page.left, y=page.y, wide=page.width, line=line, stroke=BLUE))
    return _Block(tuple(page.marks), page.y, 0)


def _title_lines(title: str, size: float, room: float) -> tuple[str, ...]:
    """Break a title where it takes breath, if both lines then have room."""
    plain = clean(title)
    if width_of(plain, size * MM) <= room:
        return (plain,)
    halves = [(plain[: m.end()].strip(), plain[m.end() :]) for m in _BREATH.finditer(plain)]
    widths = [max(width_of(half, size * MM) for half in pair) for pair in halves]
    if not widths or min(widths) > room:
        return (plain,)
    return halves[widths.index(min(widths))]


def _blocks(poster: Poster, sheet: Sheet, type_: Type) -> Iterable[_Block]:
    above: Part | None = None
    for part in poster.parts:
        page = Page(sheet=sheet, type=type_)
        draw_part(part, page)
        before = _distance(above, part) * sheet.unit
        yield _Block(tuple(page.marks), page.y, before)
        above = part


def _distance(above: Part | None, part: Part) -> float:
    if isinstance(part, Heading):
        return _APART
    is_both_words = isinstance(above, Passage) and isinstance(part, Passage)
    return _CLOSE if isinstance(above, Heading) or is_both_words else _GAP


def _foot(poster: Poster, sheet: Sheet, type_: Type) -> _Block:
    page = Page(sheet=sheet, type=type_)
    if poster.notes:
        line = 0.6 * sheet.unit
        page.marks.append(Rule(x=page.left, y=0, wide=page.width, line=line, stroke=GREY))
        page.down(4)
    for note in poster.notes:
        draw_lines(page, note, type_.small, _NOTE_LINES, fill=GREY)
    return _Block(tuple(page.marks), page.y, _GAP * sheet.unit)


def _frame(words: str, sheet: Sheet, type_: Type) -> list[Mark]:
    """Return the edge of the sheet with its words, three times above and below."""
    if not words:
        return []
    inset, line, size = sheet.margin * 0.42, 1.2 * sheet.unit, type_.text
    wide, tall = sheet.width - 2 * inset, sheet.height - 2 * inset
    marks: list[Mark] = [
        Area(x=inset, y=inset, wide=wide, tall=tall, stroke=INK, line=line)
    ]
    room = min(width_of(words, size * MM) + 10 * sheet.unit, wide / 3)
    for y in (inset, sheet.height - inset):
        for share in (1 / 6, 1 / 2, 5 / 6):
            x = inset + wide * share
            marks += _label(words, (x, y, room), size)
    return marks


def _label(words: str, place: tuple[float, float, float], size: float) -> list[Mark]:
    x, y, room = place
    tall = size * MM * 1.2
    patch = Area(x=x - room / 2, y=y - tall / 2, wide=room, tall=tall, fill=PAPER)
    text = Words(
        text=words, x=x, y=y + 0.36 * size * MM, room=room, size=size, fill=INK,
        weight="bold", align="center",
    )  # fmt: skip
    return [patch, text]
