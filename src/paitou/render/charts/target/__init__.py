"""The chart of one target: its values, its plot, and the words beside the marks."""

from paitou.render.charts.target.chart import target_chart
from paitou.render.charts.target.values import Band, Point, TargetChart

__all__ = ["Band", "Point", "TargetChart", "target_chart"]
