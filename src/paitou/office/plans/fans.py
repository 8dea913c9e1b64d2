"""An outlook and a chart → the chart with a fan, where both speak of the same values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from paitou.render.charts import Band, Point, TargetChart

if TYPE_CHECKING:
    from paitou.outlook.plan import FanPoint, Outlook

#: The fan is in the unit that the target is written in, the chart perhaps in another.
_SCALES = tuple(Decimal(10) ** power for power in range(-8, 9))
_CLOSE = Decimal("0.001")
_DIGITS = 6


def with_fan(chart: TargetChart, outlook: Outlook | None) -> TargetChart:
    """Return the chart with its fan; as it is where no year of both is the same value.

    A target on growth is charted by the level that it leads to: its fan is of the growth.
    """
    if outlook is None or chart.labels or not chart.reported:
        return chart
    known = [point for point in outlook.fan if point.is_known]
    scale = _scale(known, chart.reported)
    if scale is None:
        return chart
    last = known[-1].period
    fan = tuple(_bands((p for p in outlook.fan if p.period >= last), scale))
    return evolve(chart, fan=fan) if len(fan) > 1 else chart


def _scale(known: list[FanPoint], reported: tuple[Point, ...]) -> Decimal | None:
    """Return what turns the fan into the unit of the chart, found by a year of both."""
    values = {point.period: point.value for point in reported}
    for point in reversed(known):
        charted = values.get(point.period)
        if charted:
            for scale in _SCALES:
                told = Decimal(repr(point.value)) * scale
                if abs(told - charted) <= abs(charted) * _CLOSE:
                    return scale
    return None


def _bands(points: Iterator[FanPoint], scale: Decimal) -> Iterator[Band]:
    for point in points:
        yield Band(
            period=point.period,
            value=_said(point.value, scale),
            lo80=_said(point.lo80, scale),
            hi80=_said(point.hi80, scale),
            lo95=_said(point.lo95, scale),
            hi95=_said(point.hi95, scale),
        )


def _said(value: float, scale: Decimal) -> Decimal:
    """Return a computed value with the digits that a chart can show."""
    return Decimal(f"{Decimal(repr(value)) * scale:.{_DIGITS}g}")
