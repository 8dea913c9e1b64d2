"""Words, lines, areas and pictures at places of a sheet → records that Typst draws."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from paitou.render.charts import Spec, draw_svg

# What JSON holds: texts and numbers by name.
Record: TypeAlias = dict[str, str | float]


@attrs.frozen(kw_only=True)
class Words:
    """One line with its baseline at `y`; it never takes more than `room`."""

    text: str
    x: float
    y: float
    room: float
    size: float
    fill: str
    face: str = "sans"
    weight: str = "regular"
    align: str = "left"


@attrs.frozen(kw_only=True)
class Area:
    """A rectangle; without a stroke only its fill is drawn, without a fill its edge."""

    x: float
    y: float
    wide: float
    tall: float
    fill: str = ""
    stroke: str = ""
    line: float = 0.0


@attrs.frozen(kw_only=True)
class Rule:
    """A level line of a thickness in mm."""

    x: float
    y: float
    wide: float
    line: float
    stroke: str


@attrs.frozen(kw_only=True)
class Drawing:
    """An SVG as wide as told; `told` is its alternative text."""

    svg: str
    x: float
    y: float
    wide: float
    told: str


@attrs.frozen(kw_only=True)
class Plot:
    """A chart as wide as told; it is drawn once it is known that it stays."""

    spec: Spec
    x: float
    y: float
    wide: float


Mark: TypeAlias = Words | Area | Rule | Drawing | Plot


def moved(mark: Mark, down: float) -> Mark:
    """Return the mark further down."""
    return attrs.evolve(mark, y=mark.y + down)


def record_of(mark: Mark) -> Record:
    """Return the mark as plain values, with its kind."""
    drawn = _drawn(mark) if isinstance(mark, Plot) else mark
    held = attrs.asdict(drawn)
    plain = {k: round(v, 3) if isinstance(v, float) else v for k, v in held.items()}
    return {"kind": type(drawn).__name__.lower(), **plain}


def _drawn(plot: Plot) -> Drawing:
    spec = plot.spec
    return Drawing(
        svg=draw_svg(spec), x=plot.x, y=plot.y, wide=plot.wide, told=spec.description
    )
