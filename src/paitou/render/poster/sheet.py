"""The name of a size → the measures of the sheet and the sizes of type on it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from attrs import frozen

MM: Final = 25.4 / 72  # of a point


class Size(StrEnum):
    """A size in which a panel is printed."""

    BIG = "80x120"
    A3 = "a3"


@frozen(kw_only=True)
class Type:
    """Sizes of type in points.

    On 80 × 120 cm words are read from three metres: nothing is set smaller than 36 points,
    no heading smaller than 90.
    """

    title: float
    heading: float
    number: float
    word: float
    text: float
    small: float


@frozen(kw_only=True)
class Sheet:
    """A sheet of paper in mm; `type` is what words are set in, `least` the smallest.

    Attributes:
        unit: of all distances: a millimetre on the big sheet, less on a smaller one.
    """

    width: float
    height: float
    margin: float
    unit: float
    type: Type
    least: Type

    @property
    def text_width(self) -> float:
        """Return how wide words and charts are."""
        return self.width - 2 * self.margin

    @property
    def text_height(self) -> float:
        """Return how high they may be in all."""
        return self.height - 2 * self.margin

    def shrunk(self, share: float) -> Type:
        """Return the sizes at this share, none below the least."""
        names = ("title", "heading", "number", "word", "text", "small")
        sizes = {
            name: max(getattr(self.type, name) * share, getattr(self.least, name))
            for name in names
        }
        return Type(**sizes)


SHEETS: Mapping[Size, Sheet] = MappingProxyType(
    {
        Size.BIG: Sheet(
            width=800, height=1200, margin=40, unit=1,
            type=Type(title=150, heading=104, number=230, word=64, text=46, small=40),
            least=Type(title=110, heading=90, number=150, word=50, text=38, small=36),
        ),
        Size.A3: Sheet(
            width=297, height=420, margin=14, unit=0.36,
            type=Type(title=55, heading=37, number=83, word=23, text=16.5, small=14.5),
            least=Type(title=40, heading=32, number=54, word=18, text=13.5, small=13),
        ),
    }
)  # fmt: skip
