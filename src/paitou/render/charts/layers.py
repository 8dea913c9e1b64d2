"""Rows that say where and how → Vega-Lite layers of rules, boxes, symbols and words.

Every row carries its own look, so that one layer holds all marks of a kind. A place is a
datum on an axis, or a distance on the sheet where there is no axis.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import attrs

# A row of Vega-Lite's inline data: texts, numbers, lists of numbers.
Row: TypeAlias = dict[str, Any]
# Altair's classes take and give values of many kinds.
Layer: TypeAlias = Any


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


def _scale(axis: Axis | None) -> Layer:
    import altair as alt

    if axis is None:
        return None
    return alt.Scale(
        domain=[axis.low, axis.high], range=[axis.start, axis.end], nice=False, zero=False
    )


def _chart(rows: Sequence[Row], name: str) -> Layer:
    import altair as alt

    values = list(rows)
    data = (
        alt.InlineData(values=values, name=name) if name else alt.InlineData(values=values)
    )
    return alt.Chart(data)


def _places(axes: Axes, ends: bool = False) -> dict[str, Layer]:
    import altair as alt

    places: dict[str, Layer] = {
        "x": alt.X("x:Q", scale=_scale(axes.x), axis=None),
        "y": alt.Y("y:Q", scale=_scale(axes.y), axis=None),
    }
    return {**places, "x2": alt.X2("x2"), "y2": alt.Y2("y2")} if ends else places


def _own(**fields: str) -> dict[str, Layer]:
    """Channels read from the row as they are, without a scale or a legend."""
    import altair as alt

    channels = {
        "stroke": alt.Stroke, "fill": alt.Fill, "size": alt.Size, "shape": alt.Shape,
        "strokeWidth": alt.StrokeWidth,
    }  # fmt: skip
    return {
        name: channels[name](field, scale=None, legend=None)
        for name, field in fields.items()
    }


def rules(rows: Sequence[Row], axes: Axes = SHEET, name: str = "") -> Layer:
    """Return lines from x, y to x2, y2 with `stroke`, `wide` and `dash`."""
    import altair as alt

    mark = _chart(rows, name).mark_rule(
        strokeCap="butt", strokeDash=alt.ExprRef("datum.dash")
    )
    own = _own(stroke="stroke:N", strokeWidth="wide:Q")
    return mark.encode(**_places(axes, ends=True), **own)


def boxes(rows: Sequence[Row], axes: Axes = SHEET, name: str = "") -> Layer:
    """Return rectangles from x, y to x2, y2 with `fill`, `stroke`, `wide` and `dash`."""
    import altair as alt

    mark = _chart(rows, name).mark_rect(strokeDash=alt.ExprRef("datum.dash"))
    own = _own(fill="fill:N", stroke="stroke:N", strokeWidth="wide:Q")
    return mark.encode(**_places(axes, ends=True), **own)


def symbols(rows: Sequence[Row], axes: Axes = SHEET, name: str = "") -> Layer:
    """Return symbols at x, y with `shape`, `area`, `fill`, `stroke` and `wide`."""
    mark = _chart(rows, name).mark_point(opacity=1)
    own = _own(
        shape="shape:N",
        size="area:Q",
        fill="fill:N",
        stroke="stroke:N",
        strokeWidth="wide:Q",
    )
    return mark.encode(**_places(axes), **own)


def path_line(rows: Sequence[Row], axes: Axes, look: Row, name: str) -> Layer:
    """Return one line through the rows in their order."""
    return _chart(rows, name).mark_line(**look).encode(**_places(axes), order="x:Q")


def area(rows: Sequence[Row], axes: Axes, look: Row, name: str) -> Layer:
    """Return the area between `y` and `y2` along x."""
    import altair as alt

    places = {**_places(axes), "y2": alt.Y2("y2")}
    return _chart(rows, name).mark_area(**look).encode(**places)


def words(rows: Sequence[Row]) -> Layer:
    """Return `words` with their baseline at x, y and `size`, `fill`, `bold`, `align`."""
    import altair as alt

    mark = _chart(rows, "words").mark_text(
        baseline="alphabetic",
        align=alt.ExprRef("datum.align"),
        fontSize=alt.ExprRef("datum.size"),
        fontWeight=alt.ExprRef("datum.bold ? 'bold' : 'normal'"),
    )
    own = _own(fill="fill:N")
    return mark.encode(text=alt.Text("words:N"), **_places(SHEET), **own)
