"""A plot → its layers of data: the required path, ranges, lines and points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from paitou.render.charts import layers
from paitou.render.charts.glyphs import STATES, StateLook
from paitou.render.charts.layers import Row
from paitou.render.charts.lettering import clean
from paitou.render.charts.placing import Box
from paitou.render.charts.sheet import symbol_look
from paitou.render.charts.target.plot import Plot
from paitou.render.charts.target.values import Point, ordered, runs
from paitou.render.charts.theme import BLUE, GREY, LINE
from paitou.render.charts.timeline import place_of, words_of


def draw_path(plot: Plot) -> None:
    """Add the required path, dashed and grey."""
    points = ordered(plot.chart.path)
    if not points:
        return
    look = {
        "stroke": GREY,
        "strokeWidth": plot.sheet.face.stroke * 0.6,
        "strokeDash": [5, 4],
    }
    rows = [_row(plot, point) for point in points]
    plot.sheet.data(layers.path_line(rows, plot.axes, look, "required"))
    plot.room.take_line(plot.place(point) for point in points)


def draw_reported(plot: Plot) -> None:
    """Add ranges, lines and points of what was reported."""
    stretches = runs(plot.chart.reported, plot.chart.missing)
    points = [point for stretch in stretches for point in stretch]
    segments = [row for stretch in stretches for row in _segments(plot, stretch)]
    for stretch in stretches:
        plot.room.take_line(plot.place(point) for point in stretch)
    for point in points:
        plot.room.take(Box.around(*plot.place(point), plot.sheet.face.dot + 1))
    ranges = [row for point in points for row in _range(plot, point)]
    if ranges:
        plot.sheet.data(layers.rules(ranges, plot.axes, "ranges"))
    if segments:
        plot.sheet.data(layers.rules(segments, plot.axes, "lines"))
    if points:
        rows = [_row(plot, point) for point in points]
        plot.sheet.data(layers.symbols(rows, plot.axes, "figures"))


def _row(plot: Plot, point: Point) -> Row:
    look = STATES[point.state]
    return {
        "period": words_of(point.period),
        "value": f"{point.value}",
        "state": look.word,
        "note": clean(point.note),
        "x": place_of(point.period),
        "y": float(plot.scale.of(point.value)),
        **_symbol(plot, look),
    }


def _symbol(plot: Plot, look: StateLook) -> Row:
    face = plot.sheet.face
    size = face.dot * (0.7 if len(plot.chart.reported) > 24 else 1)
    return symbol_look(
        look.glyph, {"ink": look.ink, "radius": size, "wide": face.stroke * 0.8}
    )


def _segments(plot: Plot, stretch: list[Point]) -> Iterator[Row]:
    for start, end in pairwise(stretch):
        is_settled = STATES[start.state].is_settled and STATES[end.state].is_settled
        wide = plot.sheet.face.stroke
        yield {
            "x": place_of(start.period), "y": float(plot.scale.of(start.value)),
            "x2": place_of(end.period), "y2": float(plot.scale.of(end.value)),
            "stroke": BLUE if is_settled else LINE,
            "wide": wide if is_settled else wide * 0.6, "dash": [],
        }  # fmt: skip


def _range(plot: Plot, point: Point) -> Iterator[Row]:
    if point.low is None and point.high is None:
        return
    low = point.value if point.low is None else point.low
    high = point.value if point.high is None else point.high
    place = place_of(point.period)
    yield {
        "x": place, "x2": place,
        "y": float(plot.scale.of(low)), "y2": float(plot.scale.of(high)),
        "stroke": "#b9cde0", "wide": plot.sheet.face.stroke * 4, "dash": [],
    }  # fmt: skip
    plot.room.take_line(
        ((plot.x_at(place), plot.y_at(low)), (plot.x_at(place), plot.y_at(high)))
    )
