"""A part of a panel → its marks, from the page's end downwards."""

from __future__ import annotations

from paitou.render.charts.glyphs import LOOKS
from paitou.render.charts.lettering import width_of
from paitou.render.charts.theme import BLUE, GREY, INK, LINE
from paitou.render.poster.content import (
    Chart,
    Count,
    Counts,
    Heading,
    Listing,
    ListRow,
    Part,
    Passage,
)
from paitou.render.poster.marks import Area, Plot, Rule
from paitou.render.poster.page import Page, line_height, lines_of
from paitou.render.poster.sheet import MM

_CELL_LINES = 2


def draw_part(part: Part, page: Page) -> None:
    """Draw a part where the page ends."""
    match part:
        case Heading():
            _heading(part, page)
        case Passage():
            draw_lines(page, part.text, page.type.text, part.most)
        case Counts():
            _counts(part, page)
        case Chart():
            _chart(part, page)
        case Listing():
            _listing(part, page)


def draw_lines(page: Page, text: str, size: float, most: int, **look: str) -> None:
    """Set a text in at most so many lines."""
    tall = line_height(size)
    for line in lines_of(text, size, page.width, most):
        page.line(line, (page.left, page.y + tall / 2, page.width), size, **look)
        page.y += tall


def _heading(part: Heading, page: Page) -> None:
    size, small, unit = page.type.heading, page.type.text, page.sheet.unit
    tall, high, bar = line_height(size), size * MM, size * MM * 0.16
    middle, inset = page.y + tall / 2, bar + 9 * unit
    x, room = page.left + inset, page.width - inset
    page.marks.append(
        Area(x=page.left, y=middle - high / 2, wide=bar, tall=high, fill=BLUE)
    )
    shown = "".join(lines_of(part.text, size, room, 1))
    page.line(shown, (x, middle, room), size, face="serif", weight="bold")
    used = width_of(shown, size * MM) + 12 * unit
    if part.aside and room - used > 8 * small * MM:
        aside = "".join(lines_of(part.aside, small, room - used, 1))
        # On the baseline of the heading, not on its middle.
        level = middle + (size - small) * MM * 0.36
        page.line(aside, (x + used, level, room - used), small, fill=GREY)
    page.y += tall


def _counts(part: Counts, page: Page) -> None:
    unit, number = page.sheet.unit, page.type.number
    gap = 12 * unit
    wide = (page.width - gap * (len(part.cells) - 1)) / max(len(part.cells), 1)
    # As many figures as the widest number has must find room beside the shape.
    widest = max((width_of(cell.number, 1) for cell in part.cells), default=1)
    number = min(number, (wide * 0.97) / (widest + 0.8) / MM)
    longest = max((width_of(cell.word, 1) for cell in part.cells), default=1) or 1
    least = page.sheet.least.word
    word = max(min(page.type.word, wide * 0.99 / longest / MM), least)
    ends = [
        _count(cell, page, (page.left + nth * (wide + gap), wide), (number, word))
        for nth, cell in enumerate(part.cells)
    ]
    for nth, _ in enumerate(ends[1:], 1):
        x = page.left + nth * (wide + gap) - gap / 2
        tall = max(ends) - page.y
        page.marks.append(Area(x=x, y=page.y, wide=0.6 * unit, tall=tall, fill=LINE))
    page.y = max([page.y, *ends])


def _count(
    cell: Count, page: Page, place: tuple[float, float], sizes: tuple[float, float]
) -> float:
    """Draw shape, number and word; return where they end."""
    (x, wide), look = place, LOOKS[cell.standing]
    number, size = sizes
    # What there is none of needs nobody to act.
    ink = look.ink if cell.number != "0" else GREY
    tall, radius = number * MM * 1.12, number * MM * 0.24
    middle = page.y + tall / 2
    page.sign(cell.standing, (x + radius * 1.2, middle), radius, ink)
    start = x + radius * 2.9
    room = x + wide - start
    page.line(cell.number, (start, middle, room), number, fill=ink, weight="bold")
    y = page.y + tall
    for text in lines_of(cell.word, size, wide, _CELL_LINES):
        middle = y + line_height(size) / 2
        page.line(text, (x, middle, wide), size, fill=ink, weight="bold")
        y += line_height(size)
    return y


def _chart(part: Chart, page: Page) -> None:
    spec = part.spec
    page.marks.append(Plot(spec=spec, x=page.left, y=page.y, wide=page.width))
    page.y += page.width * spec.height / spec.width


def _listing(part: Listing, page: Page) -> None:
    unit = page.sheet.unit
    _row(page, part, ListRow(cells=tuple(c.title for c in part.columns)), is_head=True)
    _rule(page, INK, 0.9)
    for row in part.rows:
        page.y += 2.4 * unit
        _row(page, part, row)
        page.y += 2.4 * unit
        _rule(page, LINE, 0.4)


def _rule(page: Page, stroke: str, line: float) -> None:
    line *= page.sheet.unit
    page.marks.append(
        Rule(x=page.left, y=page.y, wide=page.width, line=line, stroke=stroke)
    )


def _row(page: Page, part: Listing, row: ListRow, *, is_head: bool = False) -> None:
    size = page.type.small if is_head else page.type.text
    total = sum(column.share for column in part.columns) or 1
    x, ends = page.left, [page.y + line_height(size)]
    last = len(part.columns) - 1
    for nth, (column, text) in enumerate(zip(part.columns, row.cells, strict=True)):
        wide = page.width * column.share / total
        room = wide if nth == last else wide - 10 * page.sheet.unit
        is_signed = nth == last and bool(row.standing)
        look = {"align": column.align, "fill": GREY if is_head else INK}
        if is_signed:
            look = {"fill": LOOKS[row.standing].ink, "weight": "bold"}
        elif nth == 0 and not is_head:
            look["weight"] = "bold"
        ends.append(
            _cell(page, text, (x, room, size), look, row.standing if is_signed else "")
        )
        x += wide
    page.y = max(ends)


def _cell(
    page: Page,
    text: str,
    place: tuple[float, float, float],
    look: dict[str, str],
    standing: str,
) -> float:
    """Set a cell and perhaps a glyph before it; return where it ends."""
    x, room, size = place
    tall, y = line_height(size), page.y
    if standing:
        radius = size * MM * 0.4
        page.sign(standing, (x + radius, y + tall / 2), radius)
        x, room = x + radius * 3, room - radius * 3
    for line in lines_of(text, size, room, _CELL_LINES):
        page.line(line, (x, y + tall / 2, room), size, **look)
        y += tall
    return y
