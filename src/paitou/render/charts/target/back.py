"""A plot → what lies behind its data: grid, gaps, the lines of the target."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from paitou.render.charts.placing import Box
from paitou.render.charts.target.plot import Plot
from paitou.render.charts.theme import INK, LINE, MIST, PALE
from paitou.render.charts.timeline import place_of


def draw_grid(plot: Plot) -> None:
    """Draw the marks of the value axis; zero stronger than the rest."""
    sheet, frame = plot.sheet, plot.frame
    ink = sheet.small(align="right")
    for tick in plot.marks.ticks:
        y = plot.y.at(float(tick))
        is_zero = tick == 0
        look = {"stroke": LINE if is_zero else PALE, "wide": 1}
        sheet.rule(plot.across, (y, y), look)
        if is_zero:
            plot.room.take_line(((frame.left, y), (frame.right, y)))
        sheet.write(plot.tick_words(tick), frame.left - 6, y, ink)


def draw_gaps(plot: Plot) -> None:
    """Shade the periods without a figure."""
    for left, right in gap_places(plot):
        plot.sheet.box((left, right), (plot.frame.top, plot.frame.bottom), {"fill": MIST})


def gap_places(plot: Plot) -> Iterator[tuple[float, float]]:
    """Yield the left and right end of each stretch of periods without a figure."""
    places = sorted(place_of(period) for period in plot.chart.missing)
    half = (plot.x_at(plot.months) - plot.x_at(0)) / 2
    for first, last in _joined(places, plot.months):
        left, right = plot.x_at(first) - half, plot.x_at(last) + half
        yield max(left, plot.frame.left), min(right, plot.frame.right)


def draw_target(plot: Plot) -> None:
    """Draw the lines of target and stretch, and a square at the deadline."""
    chart, face = plot.chart, plot.sheet.face
    if chart.target is not None and chart.target_high is not None:
        y, y2 = plot.y_at(chart.target), plot.y_at(chart.target_high)
        plot.sheet.box(plot.across, (y, y2), {"fill": "#e9eff5"})
    lines: tuple[tuple[Decimal | None, list[int]], ...] = (
        (chart.target, []),
        (chart.target_high, []),
        (chart.stretch, [6, 3]),
    )
    for value, dash in lines:
        if value is not None:
            y = plot.y_at(value)
            look = {"stroke": INK, "wide": face.stroke * 0.6, "dash": dash}
            plot.sheet.rule(plot.across, (y, y), look)
            plot.room.take_line(((plot.across[0], y), (plot.across[1], y)))
    if chart.deadline is not None and chart.target is not None:
        x, y = plot.x_at(place_of(chart.deadline)), plot.y_at(chart.target)
        half = face.dot * 0.8
        look = {"fill": INK}
        plot.sheet.box((x - half, x + half), (y - half, y + half), look)
        plot.room.take(Box.around(x, y, half + 1))


def _joined(places: list[int], months: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for place in places:
        if joined and place - joined[-1][1] <= months:
            joined[-1] = (joined[-1][0], place)
        else:
            joined.append((place, place))
    return joined
