"""A few figures → a line as small as a word, made by formatting text alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from html import escape
from typing import TypeAlias

from paitou.render.charts.glyphs import STATES
from paitou.render.charts.lettering import clean
from paitou.render.charts.target.values import Point, ordered, runs
from paitou.render.charts.theme import BLUE, GREY, INK, PAPER
from paitou.render.charts.timeline import place_of

_Place: TypeAlias = tuple[float, float]
_EDGE = 3.0


def sparkline_svg(
    points: Iterable[Point],
    path: Iterable[Point],
    target: Decimal | None,
    width: int,
    height: int,
    description: str,
) -> str:
    """Return the figures as an SVG for a row; a gap in time is a gap in the line."""
    held, due = ordered(points), ordered(path)
    values = [float(point.value) for point in (*held, *due)]
    values += [] if target is None else [float(target)]
    marks: list[str] = []
    if values:
        places = [place_of(point.period) for point in (*held, *due)]
        x = _scale(places or [0], _EDGE, width - _EDGE)
        y = _scale(values, height - _EDGE, _EDGE)

        def at(point: Point) -> _Place:
            return x(place_of(point.period)), y(float(point.value))

        if target is not None:
            marks.append(_level(y(float(target)), width))
        if len(due) > 1:
            dashed = 'stroke-width="1" stroke-dasharray="3 2"'
            marks.append(_line([at(point) for point in due], GREY, dashed))
        for stretch in runs(held, ()):
            if len(stretch) > 1:
                marks.append(
                    _line([at(point) for point in stretch], BLUE, 'stroke-width="1.5"')
                )
            else:
                marks.append(_dot(at(stretch[0]), stretch[0], 1.2))
        if held:
            marks.append(_dot(at(held[-1]), held[-1], 2.2))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="sparkline" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(clean(description))}">{"".join(marks)}</svg>'
    )


def _scale(values: Sequence[float], start: float, end: float) -> Callable[[float], float]:
    low, high = min(values), max(values)
    if low == high:
        return lambda _: (start + end) / 2
    step = (end - start) / (high - low)
    return lambda value: start + (value - low) * step


def _level(y: float, width: int) -> str:
    return f'<path d="M0,{y:.1f}H{width}" stroke="{INK}" stroke-width="0.75"/>'


def _line(places: list[_Place], stroke: str, look: str) -> str:
    drawn = "L".join(f"{x:.1f},{y:.1f}" for x, y in places)
    return f'<path d="M{drawn}" fill="none" stroke="{stroke}" {look}/>'


def _dot(place: _Place, point: Point, radius: float) -> str:
    look = STATES[point.state]
    fill = look.ink if look.glyph.fill == "ink" else PAPER
    return (
        f'<circle cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="{radius}" '
        f'fill="{fill}" stroke="{look.ink}"/>'
    )
