"""A plot → what stands under it: the words of time, the key to hollow points."""

from __future__ import annotations

from paitou.render.charts.glyphs import STATES
from paitou.render.charts.lettering import width_of
from paitou.render.charts.target.plot import Plot
from paitou.render.charts.theme import LINE
from paitou.render.charts.timeline import Tick, place_of, ticks_for


def draw_time(plot: Plot) -> float:
    """Write the words of time; return where they end."""
    chart, sheet, y = plot.chart, plot.sheet, plot.frame.bottom
    if not chart.periods:
        return y
    small = sheet.face.small
    places = [place_of(period) for period in chart.periods]
    first, last = min(places), max(places)
    length = plot.x_at(last) - plot.x_at(first) or plot.frame.right - plot.frame.left
    ticks = ticks_for(first, last, plot.months, (length, small))
    rows = {tick.row for tick in ticks}
    for tick in ticks:
        _write_tick(plot, tick, is_alone=rows == {tick.row})
    return y + small * (1.5 if len(rows) < 2 else 2.9)


def _write_tick(plot: Plot, tick: Tick, is_alone: bool) -> None:
    x, y, small = plot.x_at(tick.place), plot.frame.bottom, plot.sheet.face.small
    if tick.row == 0:
        plot.sheet.rule((x, x), (y, y + 4), {"stroke": LINE})
    row = 0 if is_alone else tick.row
    middle = y + small * (1.0 + 1.35 * row)
    plot.sheet.write(tick.words, x, middle, plot.sheet.small(align="center"))


def explain_states(plot: Plot, y: float) -> float:
    """Say in words what the hollow points are: as a key under the time."""
    used = {point.state for point in plot.chart.reported}
    looks = [look for state, look in STATES.items() if state in used and look.word]
    if not looks:
        return y
    sheet, size, x = plot.sheet, plot.sheet.face.small, 2.0
    y += size * 1.1
    for look in looks:
        wide = size * 1.4 + width_of(look.word, size)
        if x > 2 and x + wide > sheet.face.width:
            x, y = 2.0, y + size * 1.45
        place = (x + size * 0.5, y)
        mark = {"ink": look.ink, "radius": size * 0.34, "wide": sheet.face.stroke * 0.7}
        sheet.glyph((look.glyph,), place, mark)
        sheet.write(look.word, x + size * 1.2, y, sheet.small())
        x += wide + size * 1.2
    return y + size * 0.5
