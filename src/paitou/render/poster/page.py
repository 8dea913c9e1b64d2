"""Words and parts one below the other → marks at places, measured without any font."""

from __future__ import annotations

from attrs import define, field

from paitou.render.charts.glyphs import LOOKS
from paitou.render.charts.lettering import fold, width_of
from paitou.render.charts.theme import INK, PAPER
from paitou.render.poster.marks import Drawing, Mark, Words
from paitou.render.poster.sheet import MM, Sheet, Type

LEADING = 1.36
#: From the middle of a line of Chinese to its baseline, in sizes.
_DROP = 0.36
_CUT = "…"
#: A last line shorter than this share of the room is made longer.
_SHORT = 0.15


@define(kw_only=True)
class Page:
    """A place of the sheet's width that is filled from the top; `y` is where it ends."""

    sheet: Sheet
    type: Type
    y: float = 0.0
    marks: list[Mark] = field(factory=list)

    @property
    def left(self) -> float:
        """Return where words begin."""
        return self.sheet.margin

    @property
    def width(self) -> float:
        """Return how wide words may be."""
        return self.sheet.text_width

    def down(self, units: float) -> None:
        """Leave a distance, in units of the sheet."""
        self.y += units * self.sheet.unit

    def line(
        self, text: str, box: tuple[float, float, float], size: float, **look: str
    ) -> None:
        """Set one line in a box: where it begins, its middle, its room."""
        x, middle, room = box
        at = {"left": x, "center": x + room / 2, "right": x + room}
        mark = Words(
            text=text,
            x=at[look.get("align", "left")],
            y=middle + _DROP * size * MM,
            room=room,
            size=size,
            **{"fill": INK, **look},
        )
        self.marks.append(mark)

    def sign(
        self, standing: str, at: tuple[float, float], radius: float, ink: str = ""
    ) -> None:
        """Draw the glyph of a standing round a place, in its own ink or another."""
        look = LOOKS[standing]
        ink = ink or look.ink
        fills = {"ink": ink, "paper": PAPER, "none": "none"}
        paths = "".join(
            f'<path d="{one.path}" fill="{fills[one.fill]}" stroke="{ink}" '
            'stroke-width="0.3" stroke-linejoin="round"/>'
            for one in look.glyph
        )
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28" '
            f'viewBox="-1.4 -1.4 2.8 2.8">{paths}</svg>'
        )
        half = radius * 1.4
        self.marks.append(
            Drawing(
                svg=svg,
                x=at[0] - half,
                y=at[1] - half,
                wide=2 * half,
                told=look.word,
            )
        )


def line_height(size: float) -> float:
    """Return the height of a line set at a size in points, in mm."""
    return size * MM * LEADING


def lines_of(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """Return the text in lines of so many mm, cut with … after the last it may have.

    A text of several lines has no last word alone on its line.
    """
    em = size * MM
    lines = fold(text, em, room, most)
    if len(lines) < 2 or lines[-1].endswith(_CUT):
        return lines
    if width_of(lines[-1], em) > room * _SHORT:
        return lines
    for given in range(1, round(room / em)):
        found = fold(text, em, room - em * given, most)
        if len(found) != len(lines) or found[-1].endswith(_CUT):
            break
        if width_of(found[-1], em) > room * _SHORT:
            return found
    return lines
