"""Rows that say where and how → Vega-Lite layers of rules, boxes, symbols and words.

Every row carries its own look, so that one layer holds all marks of a kind. A place is a
datum on an axis, or a distance on the sheet where there is no axis.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

# A row of Vega-Lite's inline data: texts, numbers, lists of numbers.
Row: TypeAlias = dict[str, Any]
# Vega-Lite's own tree of many kinds.
Layer: TypeAlias = dict[str, Any]


@attrs.frozen
class Axis:
    """A linear scale: `low` to `high` of the data stand from `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where the value stands on the sheet."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)


@attrs.frozen
class Axes:
    """What the places of a layer are measured by; None is the sheet itself."""

    x: Axis | None = None
    y: Axis | None = None


SHEET = Axes()
#: Channel → the field of a row that tells it.
_LOOKS: Mapping[str, Row] = MappingProxyType(
    {
        "stroke": {"field": "stroke", "type": "nominal"},
        "fill": {"field": "fill", "type": "nominal"},
        "shape": {"field": "shape", "type": "nominal"},
        "size": {"field": "area", "type": "quantitative"},
        "strokeWidth": {"field": "wide", "type": "quantitative"},
    }
)


def _layer(mark: Row, encoding: Row, rows: Sequence[Row], name: str) -> Layer:
    held: Row = {"values": list(rows)}
    return {
        "data": {**held, "name": name} if name else held,
        "mark": mark,
        "encoding": encoding,
    }


def _places(axes: Axes, ends: bool = False) -> Row:
    places: Row = {"x": _place("x", axes.x), "y": _place("y", axes.y)}
    return {**places, "x2": {"field": "x2"}, "y2": {"field": "y2"}} if ends else places


def _place(name: str, axis: Axis | None) -> Row:
    scale = axis and {
        "domain": [axis.low, axis.high],
        "range": [axis.start, axis.end],
        "nice": False,
        "zero": False,
    }
    return {"field": name, "type": "quantitative", "scale": scale, "axis": None}


def _own(*channels: str) -> Row:
    """Channels read from the row as they are, without a scale or a legend."""
    return {name: {**_LOOKS[name], "scale": None, "legend": None} for name in channels}


def rules(rows: Sequence[Row], axes: Axes = SHEET, name: str = "") -> Layer:
    """Return lines from x, y to x2, y2 with `stroke`, `wide` and `dash`."""
    mark = {"type": "rule", "strokeCap": "butt", "strokeDash": _told("dash")}
    encoding = {**_places(axes, ends=True), **_own("stroke", "strokeWidth")}
    return _layer(mark, encoding, rows, name)


def boxes(rows: Sequence[Row], axes: Axes = SHEET, name: str = "") -> Layer:
    """Return rectangles from x, y to x2, y2 with `fill`, `stroke`, `wide` and `dash`."""
    mark = {"type": "rect", "strokeDash": _told("dash")}
    encoding = {**_places(axes, ends=True), **_own("fill", "stroke", "strokeWidth")}
    return _layer(mark, encoding, rows, name)


def symbols(rows: Sequence[Row], axes: Axes = SHEET, name: str = "") -> Layer:
    """Return symbols at x, y with `shape`, `area`, `fill`, `stroke` and `wide`."""
    own = _own("shape", "size", "fill", "stroke", "strokeWidth")
    return _layer({"type": "point", "opacity": 1}, {**_places(axes), **own}, rows, name)


def path_line(rows: Sequence[Row], axes: Axes, look: Row, name: str) -> Layer:
    """Return one line through the rows in their order."""
    order = {"field": "x", "type": "quantitative"}
    encoding = {**_places(axes), "order": order}
    return _layer({"type": "line", **look}, encoding, rows, name)


def area(rows: Sequence[Row], axes: Axes, look: Row, name: str) -> Layer:
    """Return the area between `y` and `y2` along x."""
    encoding = {**_places(axes), "y2": {"field": "y2"}}
    return _layer({"type": "area", **look}, encoding, rows, name)


def words(rows: Sequence[Row]) -> Layer:
    """Return `words` with their baseline at x, y and `size`, `fill`, `bold`, `align`."""
    mark = {
        "type": "text",
        "baseline": "alphabetic",
        "align": _told("align"),
        "fontSize": _told("size"),
        "fontWeight": _told("bold ? 'bold' : 'normal'"),
    }
    text = {"field": "words", "type": "nominal"}
    return _layer(mark, {"text": text, **_places(SHEET), **_own("fill")}, rows, "words")


def _told(expression: str) -> Row:
    return {"expr": f"datum.{expression}"}
