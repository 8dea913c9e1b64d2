"""The house's colours, faces and sizes → a Vega-Lite configuration for every medium."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from attrs import frozen

PAPER = "#ffffff"
INK = "#1f2328"
BLUE = "#1f4e79"
CINNABAR = "#b3261e"  # only for what must be acted on
GREY = "#4b535d"  # words of the context: 7 to 1 on paper
LINE = "#8b949e"
PALE = "#e4e7ea"
MIST = "#f3f4f6"
FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "sans-serif")
FONT = ", ".join(FONTS)

#: What Vega-Lite takes as `config`; its values are of many kinds, hence Any.
THEME: Mapping[str, Any] = MappingProxyType(
    {
        "background": PAPER,
        "font": FONT,
        # One picture with one description, not a hundred marks with one each.
        "aria": False,
        "view": {"stroke": None},
        "text": {"font": FONT, "fill": INK},
        "rule": {"stroke": LINE, "strokeCap": "butt"},
        "rect": {"stroke": None},
    }
)


class Medium(StrEnum):
    """Where a chart will be seen."""

    WEB = "web"
    PHONE = "phone"
    DOCUMENT = "document"
    POSTER = "poster"


@frozen(kw_only=True)
class Face:
    """The measures of a medium, in units of the drawing."""

    width: int
    plot: int  # height of the part where the data stand
    title: int
    text: int
    small: int
    stroke: float

    @property
    def dot(self) -> float:
        """Return the radius of a data point."""
        return 1.9 * self.stroke


#: A document sets 600 units on 156 mm of A4: 13 units are 9.6 points there.
#: A poster sets 1240 units on 720 mm of 80 × 120 cm: 22 units are 36 points there.
FACES: Mapping[Medium, Face] = MappingProxyType(
    {
        Medium.WEB: Face(width=640, plot=220, title=16, text=13, small=12, stroke=2),
        Medium.PHONE: Face(width=344, plot=190, title=15, text=13, small=12, stroke=2),
        Medium.DOCUMENT: Face(width=600, plot=210, title=16, text=13, small=12, stroke=2),
        Medium.POSTER: Face(width=1240, plot=440, title=34, text=26, small=22, stroke=4),
    }
)
