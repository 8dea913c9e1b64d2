"""Standings and states of figures → shape, word and fill, told apart without colour."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from attrs import frozen

from paitou.render.charts.theme import BLUE, CINNABAR, GREY, INK, LINE, MIST, PALE, PAPER

# Paths in a box from −1 to 1, filled or stroked.
_CIRCLE = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z"
_LEFT_HALF = "M0,-1A1,1,0,1,0,0,1Z"
_THREE_QUARTERS = "M0,0L0,-1A1,1,0,1,1,-1,0Z"
_TRIANGLE = "M0,-0.95L1,0.8L-1,0.8Z"
_BANG = "M0,-0.4L0,0.25M0,0.5L0,0.62"
_CROSS = "M-0.8,-0.8L0.8,0.8M0.8,-0.8L-0.8,0.8"
_DIAMOND = "M0,-1.15L1.15,0L0,1.15L-1.15,0Z"
_SQUARE = "M-0.9,-0.9L0.9,-0.9L0.9,0.9L-0.9,0.9Z"
_BAR = "M-0.8,0L0.8,0"
_INNER_BAR = "M-0.45,0L0.45,0"


class Hatch(Enum):
    """Lines over a fill: none, rising, falling, or both."""

    NONE = "none"
    RISING = "rising"
    FALLING = "falling"
    CROSSED = "crossed"

    @property
    def slopes(self) -> tuple[int, ...]:
        """Return which way the lines go: 1 rising, -1 falling."""
        return _SLOPES[self]


_SLOPES: Final = {
    Hatch.NONE: (),
    Hatch.RISING: (1,),
    Hatch.FALLING: (-1,),
    Hatch.CROSSED: (1, -1),
}


@frozen
class Stroke:
    """One path of a glyph; a hollow one shows the paper, an open one only its line."""

    path: str
    fill: str = "ink"  # ink | paper | none


@frozen(kw_only=True)
class Look:
    """How a standing looks: its word, glyph, and the fill of bars and tiles."""

    word: str
    glyph: tuple[Stroke, ...]
    ink: str
    bar: str
    on_bar: str
    edge: str
    tile: str
    on_tile: str
    hatch: Hatch = Hatch.NONE
    gap: int = 6  # between the lines of the hatch
    dash: tuple[int, ...] = ()


_HOLLOW = Stroke(_CIRCLE, "paper")
_WARM, _SKY = "#fbeeec", "#dce7f1"

#: In the order in which they stand in a bar; the words are an office's to change.
LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "met": Look(
            word="已达到", glyph=(Stroke(_CIRCLE),), ink=BLUE,
            bar=BLUE, on_bar=PAPER, edge=BLUE, tile=BLUE, on_tile=PAPER,
        ),
        "nearly": Look(
            word="基本完成", glyph=(_HOLLOW, Stroke(_THREE_QUARTERS)), ink=BLUE,
            bar="#9dbbd6", on_bar=INK, edge=BLUE, tile="#bcd1e4", on_tile=INK,
        ),
        "on_track": Look(
            word="达到序时进度", glyph=(_HOLLOW, Stroke(_LEFT_HALF)), ink=BLUE,
            bar=_SKY, on_bar=INK, edge=BLUE, tile="#eaf1f7", on_tile=INK,
        ),
        "behind": Look(
            word="滞后于序时进度", glyph=(Stroke(_TRIANGLE),), ink=CINNABAR,
            bar=_WARM, on_bar=CINNABAR, edge=CINNABAR, tile=_WARM, on_tile=INK,
            hatch=Hatch.RISING, gap=5,
        ),
        "unlikely": Look(
            word="预计难以达到（测算）", glyph=(Stroke(_TRIANGLE, "paper"),), ink=CINNABAR,
            bar=PAPER, on_bar=CINNABAR, edge=CINNABAR, tile=PAPER, on_tile=INK,
            hatch=Hatch.RISING, gap=10, dash=(4, 3),
        ),
        "missed": Look(
            word="低于目标", glyph=(Stroke(_CROSS, "none"),), ink=CINNABAR,
            bar=_WARM, on_bar=CINNABAR, edge=CINNABAR, tile="#f3d3cf", on_tile=INK,
            hatch=Hatch.CROSSED, gap=6,
        ),
        "broken": Look(
            word="未持续达标", glyph=(Stroke(_TRIANGLE, "paper"), Stroke(_BANG, "none")),
            ink=CINNABAR, bar=_WARM, on_bar=CINNABAR, edge=CINNABAR, tile="#f3d3cf",
            on_tile=INK, hatch=Hatch.FALLING, gap=5,
        ),
        "unknown": Look(
            word="未发布", glyph=(_HOLLOW,), ink=GREY,
            bar=PAPER, on_bar=GREY, edge=LINE, tile=PAPER, on_tile=GREY, dash=(3, 3),
        ),
        "not_due": Look(
            word="未到时限", glyph=(Stroke(_BAR, "none"),), ink=GREY,
            bar=PALE, on_bar=GREY, edge=PALE, tile=MIST, on_tile=GREY,
        ),
    }
)  # fmt: skip


@frozen
class StateLook:
    """How a figure of a state is drawn; `word` is empty where nothing need be said."""

    word: str
    glyph: Stroke
    ink: str

    @property
    def is_settled(self) -> bool:
        """Tell whether the figure may carry a full line."""
        return self.ink == BLUE


STATES: Mapping[str, StateLook] = MappingProxyType(
    {
        "final": StateLook("", Stroke(_CIRCLE), BLUE),
        "confirmed": StateLook("", Stroke(_CIRCLE), BLUE),
        "census_revised": StateLook("普查修订数", Stroke(_DIAMOND), BLUE),
        "preliminary": StateLook("初步数", _HOLLOW, BLUE),
        "submitted": StateLook("报送数，未确认", Stroke(_SQUARE, "paper"), LINE),
        "estimated": StateLook("预计数", Stroke(_DIAMOND, "paper"), LINE),
        "unverified": StateLook("待核数", Stroke(_CIRCLE + _INNER_BAR, "paper"), LINE),
    }
)
