"""GB/T 9704—2012 → the measures of a page, in the units that Word counts in."""

from __future__ import annotations

from attrs import frozen

WIDTH, HEIGHT = 210.0, 297.0  # mm, A4
TOP, BOTTOM, LEFT, RIGHT = 37.0, 35.0, 28.0, 26.0  # 5.2.1: 天头 37, 订口 28
TEXT_WIDTH, TEXT_HEIGHT = 156.0, 225.0  # 5.2.1: 版心
LINES, CHARACTERS = 22, 28  # 5.2.3
#: 225 mm in 22 lines, in twentieths of a point, rounded down so that 22 fit.
LINE_PITCH = 579
BODY_SIZE, TITLE_SIZE, NUMBER_SIZE = 16.0, 22.0, 14.0  # 3号, 2号, 4号
CELL_SIZE, DENSE_SIZE = 10.5, 9.0  # 5号, 小五: words of a table
#: 28 characters of 16 pt are wider than 156 mm: each gives up a quarter of a point.
BODY_SPACING = -5
#: What a page number's paragraph keeps from the edge: its dash is 7 mm below the text.
FOOTER = 25.4
TITLE_CHARACTERS = 20  # of 22 pt in 156 mm

_TWIPS = 1440 / 25.4


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * _TWIPS)


@frozen(kw_only=True)
class Sheet:
    """How a page lies: its size and what is kept free, in mm."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    is_landscape: bool

    @property
    def text_width(self) -> float:
        """Return how wide the text is."""
        return self.width - self.left - self.right


PORTRAIT = Sheet(
    width=WIDTH, height=HEIGHT, top=TOP, bottom=BOTTOM, left=LEFT, right=RIGHT,
    is_landscape=False,
)  # fmt: skip
#: The portrait page turned to the right: its foot, with the number, is on the left.
LANDSCAPE = Sheet(
    width=HEIGHT, height=WIDTH, top=LEFT, bottom=RIGHT, left=BOTTOM, right=TOP,
    is_landscape=True,
)  # fmt: skip
