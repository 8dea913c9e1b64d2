"""A plot → the fan: where the value will probably go, with two bands behind the data."""

from __future__ import annotations

from decimal import Decimal

from paitou.render.charts import layers
from paitou.render.charts.layers import Row
from paitou.render.charts.target.plot import Plot
from paitou.render.charts.target.values import Band
from paitou.render.charts.theme import BLUE
from paitou.render.charts.timeline import place_of, words_of

FAN_NOTE = "深色带为八成可能的区间，浅色带为九成五（测算，供内部参考）。"
#: So thin that grid and target show through.
_WIDE, _NARROW = 0.10, 0.14


def draw_fan(plot: Plot) -> None:
    """Add the bands of 95 and of 80 in a hundred, and the middle as a thin line.

    What reaches beyond the frame is cut there: the axis is made for the narrower band.
    """
    bands = sorted(plot.chart.fan, key=lambda band: place_of(band.period))
    if len(bands) < 2:
        return
    for name, opacity in (("95", _WIDE), ("80", _NARROW)):
        rows = [_row(plot, band, *_ends(band, name)) for band in bands]
        look = {"fill": BLUE, "fillOpacity": opacity, "orient": "vertical"}
        plot.sheet.data(layers.area(rows, plot.axes, look, f"fan{name}"))
    rows = [_row(plot, band, band.value, band.value) for band in bands]
    look = {"stroke": BLUE, "strokeWidth": plot.sheet.face.stroke * 0.6}
    plot.sheet.data(
        layers.path_line(rows, plot.axes, {**look, "strokeDash": [2, 3]}, "fan")
    )


def _ends(band: Band, name: str) -> tuple[Decimal, Decimal]:
    return (band.lo95, band.hi95) if name == "95" else (band.lo80, band.hi80)


def _row(plot: Plot, band: Band, low: Decimal, high: Decimal) -> Row:
    return {
        "period": words_of(band.period),
        "low": f"{low}",
        "high": f"{high}",
        "x": place_of(band.period),
        "y": _kept(plot, low),
        "y2": _kept(plot, high),
    }


def _kept(plot: Plot, value: Decimal) -> float:
    least, most = float(plot.marks.low), float(plot.marks.high)
    return min(max(float(plot.scale.of(value)), least), most)
