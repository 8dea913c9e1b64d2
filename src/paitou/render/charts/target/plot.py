"""A target chart and a sheet → the plot: its axes, its frame, and the room for words."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve, frozen

from paitou.render.charts.layers import Axes, Axis
from paitou.render.charts.lettering import clean, width_of
from paitou.render.charts.numbers import Marks, Scale, marks_for, plain
from paitou.render.charts.placing import Box, Room
from paitou.render.charts.sheet import Sheet
from paitou.render.charts.target.values import Point, TargetChart
from paitou.render.charts.timeline import place_of, step_of


@frozen(kw_only=True)
class Plot:
    """Where the data of a chart stand on its sheet."""

    chart: TargetChart
    scale: Scale
    sheet: Sheet
    marks: Marks
    x: Axis
    y: Axis
    months: int
    frame: Box
    room: Room

    @property
    def axes(self) -> Axes:
        """Return both axes."""
        return Axes(self.x, self.y)

    @property
    def across(self) -> tuple[float, float]:
        """Return the left and the right end."""
        return self.frame.left, self.frame.right

    def x_at(self, place: float) -> float:
        """Return where a place in time stands."""
        return self.x.at(place)

    def y_at(self, value: Decimal) -> float:
        """Return where a value in the data's unit stands."""
        return self.y.at(float(self.scale.of(value)))

    def place(self, point: Point) -> tuple[float, float]:
        """Return where a point stands."""
        return self.x_at(place_of(point.period)), self.y_at(point.value)

    def tick_words(self, tick: Decimal) -> str:
        """Return the words at a mark of the value axis."""
        labels = self.chart.labels
        inside = labels and 1 <= tick <= len(labels)
        return clean(labels[int(tick) - 1])[:12] if inside else plain(tick)


def lay_out(chart: TargetChart, scale: Scale, sheet: Sheet, top: float) -> Plot:
    """Measure the margins and return the empty plot, its upper edge at `top`."""
    face, marks = sheet.face, _marks(chart, scale)
    names = [clean(name)[:12] for name in chart.labels] or [plain(t) for t in marks.ticks]
    left = 10 + max((width_of(name, face.small) for name in names), default=0)
    frame = Box(left, top, face.width - 4, top + face.plot)
    inset = face.small * 2.2
    x, months = _time_axis(chart, (frame.left + inset, frame.right - inset * 1.3))
    ends = (frame.bottom, frame.top)
    if chart.labels and not chart.more_is_better:
        ends = (frame.top, frame.bottom)  # the better grade stands above
    y = Axis(float(marks.low), float(marks.high), *ends)
    room = Room(Box(frame.left, frame.top - face.small * 0.3, face.width, frame.bottom))
    return Plot(
        chart=chart, scale=scale, sheet=sheet, marks=marks, x=x, y=y,
        months=months, frame=frame, room=room,
    )  # fmt: skip


def _marks(chart: TargetChart, scale: Scale) -> Marks:
    if chart.labels:
        ticks = tuple(Decimal(i + 1) for i in range(len(chart.labels)))
        low, high = min((*ticks, *chart.values)), max((*ticks, *chart.values))
        return Marks(low - Decimal("0.5"), high + Decimal("0.5"), ticks)
    marks = marks_for(scale.of(value) for value in chart.values)
    return marks if chart.values else evolve(marks, ticks=())


def _time_axis(chart: TargetChart, ends: tuple[float, float]) -> tuple[Axis, int]:
    places = [place_of(period) for period in chart.periods] or [0]
    months = step_of(chart.periods)
    first, last = min(places), max(places)
    spare = months if first == last else 0
    return Axis(first - spare, last + spare, *ends), months
