"""Words and marks at places of a sheet → a Vega-Lite specification of the whole chart."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

import attrs
from attrs import define, frozen

from paitou.render.charts import layers
from paitou.render.charts.glyphs import Stroke
from paitou.render.charts.hatching import Line
from paitou.render.charts.layers import Layer, Row
from paitou.render.charts.lettering import clean, fold, width_of
from paitou.render.charts.spec import Spec, sha256_of
from paitou.render.charts.theme import FACES, GREY, INK, PAPER, THEME, Face, Medium

SIMULATED = "模拟数据"
NO_DATA = "尚无数据"
_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
#: From the middle of a line of Chinese to its baseline, in sizes.
_DROP = 0.36
_LEADING = 1.45
_TOLD = 2000  # of a description: more is no help to a listener


@frozen(kw_only=True)
class Ink:
    """How words are set."""

    size: float
    fill: str = INK
    bold: bool = False
    align: str = "left"


@frozen(kw_only=True)
class Frame:
    """What stands round every chart."""

    title: str
    context: str  # unit, direction
    is_simulated: bool


@define
class Sheet:
    """A sheet being filled from top to bottom; what is added later lies above."""

    face: Face
    _rules: list[Row] = attrs.field(factory=list)
    _boxes: list[Row] = attrs.field(factory=list)
    _hatches: list[Row] = attrs.field(factory=list)
    _patches: list[Row] = attrs.field(factory=list)
    _symbols: list[Row] = attrs.field(factory=list)
    _words: list[Row] = attrs.field(factory=list)
    _data: list[Layer] = attrs.field(factory=list)

    @classmethod
    def for_medium(cls, medium: Medium) -> Sheet:
        """Return an empty sheet of the medium's width."""
        return cls(FACES[medium])

    def small(self, fill: str = GREY, align: str = "left") -> Ink:
        """Return the ink of axes and notes."""
        return Ink(size=self.face.small, fill=fill, align=align)

    def line_height(self, size: float) -> float:
        """Return the distance between two lines of a size."""
        return size * _LEADING

    def write(self, words: str, x: float, y: float, ink: Ink) -> None:
        """Set one line whose middle is at `y`."""
        row = {**attrs.asdict(ink), "words": words}
        self._words.append({**row, "x": _px(x), "y": _px(y + _DROP * ink.size)})

    def rule(self, x: tuple[float, float], y: tuple[float, float], look: Row) -> None:
        """Draw a line on the sheet."""
        self._rules.append({**_ends(x, y), "wide": 1, "dash": [], **look})

    def box(self, x: tuple[float, float], y: tuple[float, float], look: Row) -> None:
        """Draw a rectangle on the sheet."""
        plain: Row = {"fill": PAPER, "stroke": None, "wide": 0, "dash": []}
        self._boxes.append({**_ends(x, y), **plain, **look})

    def hatch(self, lines: Iterable[Line], stroke: str) -> None:
        """Draw the lines of a hatch: all in one path, for there are many."""
        drawn = "".join(
            f"M{_px(x)},{_px(y)}L{_px(x2)},{_px(y2)}" for (x, x2), (y, y2) in lines
        )
        look = {"fill": "transparent", "stroke": stroke, "wide": self.face.stroke / 2}
        if drawn:  # a symbol of area 4 is drawn in the units of its path
            self._hatches.append({"x": 0, "y": 0, "shape": drawn, "area": 4, **look})

    def clear(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Keep the grid from running through words that will stand here."""
        look: Row = {"fill": PAPER, "stroke": None, "wide": 0, "dash": []}
        self._patches.append({**_ends(x, y), **look})

    def glyph(self, glyph: Iterable[Stroke], at: tuple[float, float], look: Row) -> None:
        """Draw a glyph round a place; `look` has `ink` and `radius`."""
        self._symbols += [
            {"x": _px(at[0]), "y": _px(at[1]), **symbol_look(stroke, look)}
            for stroke in glyph
        ]

    def data(self, layer: Layer) -> None:
        """Add a layer of data: above rules and boxes, below symbols and words."""
        self._data.append(layer)

    def head(self, frame: Frame) -> float:
        """Write title, context and 模拟数据; return where the chart may begin."""
        face = self.face
        y = 4.0
        for line in fold(frame.title, face.title, face.width - 4, 2):
            y += self.line_height(face.title)
            ink = Ink(size=face.title, bold=True)
            self.write(line, 2, y - self.line_height(face.title) / 2, ink)
        middle = y + self.line_height(face.small) * 0.65
        room: float = face.width - 4
        if frame.is_simulated:
            room -= self._stamp(middle) + face.small
        for line in fold(frame.context, face.small, room, 1):
            self.write(line, 2, middle, self.small())
        return middle + self.line_height(face.small) * 0.8

    def _stamp(self, y: float) -> float:
        size = self.face.small
        wide, right = width_of(SIMULATED, size) + size, self.face.width - 2
        edge = {"stroke": INK, "wide": 1}
        self.box((right - wide, right), (y - 0.85 * size, y + 0.85 * size), edge)
        ink = Ink(size=size, bold=True, align="center")
        self.write(SIMULATED, right - wide / 2, y, ink)
        return wide

    def foot(self, notes: Iterable[str], y: float) -> float:
        """Write notes under the chart; return where the sheet ends."""
        size = self.face.small
        y += size * 0.4
        for note in notes:
            for line in fold(note, size, self.face.width - 4, 3):
                y += self.line_height(size)
                self.write(line, 2, y - self.line_height(size) / 2, self.small())
        return y + size * 0.5

    def say_empty(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Write 尚无数据 in the middle of the place."""
        self.write(
            NO_DATA,
            sum(x) / 2,
            sum(y) / 2,
            Ink(size=self.face.text, fill=GREY, align="center"),
        )

    def spec(self, about: attrs.AttrsInstance, description: str, height: float) -> Spec:
        """Return the specification of what is on the sheet."""
        drawn = [
            *([layers.boxes(self._boxes)] if self._boxes else []),
            *([layers.rules(self._rules)] if self._rules else []),
            *([layers.symbols(self._hatches)] if self._hatches else []),
            *([layers.boxes(self._patches)] if self._patches else []),
            *self._data,
            *([layers.symbols(self._symbols)] if self._symbols else []),
            *([layers.words(self._words)] if self._words else []),
        ]
        words, tall = clean(description, _TOLD), round(height)
        tree = {
            "$schema": _SCHEMA,
            "width": self.face.width,
            "height": tall,
            "autosize": "none",
            "padding": 0,
            "description": words,
            "config": dict(THEME),
            "layer": drawn,
        }
        return Spec(
            vega_lite=MappingProxyType(tree),
            width=self.face.width,
            height=tall,
            description=words,
            data_sha256=sha256_of(about),
        )


def symbol_look(stroke: Stroke, look: Row) -> Row:
    """Return the row of a symbol's look from `ink`, `radius` and perhaps `wide`."""
    ink, radius = look["ink"], look["radius"]
    fill = {"ink": ink, "paper": look.get("paper", PAPER), "none": "transparent"}[
        stroke.fill
    ]
    wide = look.get("wide", radius * 0.36)
    area = round((2 * radius) ** 2, 2)
    return {"shape": stroke.path, "area": area, "fill": fill, "stroke": ink, "wide": wide}


def _ends(x: tuple[float, float], y: tuple[float, float]) -> Row:
    return {"x": _px(x[0]), "x2": _px(x[1]), "y": _px(y[0]), "y2": _px(y[1])}


def _px(value: float) -> float:
    return round(value, 2)
