"""A target chart → its specification for a medium."""

from __future__ import annotations

from functools import lru_cache

from paitou.render.charts.numbers import Scale
from paitou.render.charts.sheet import Frame, Sheet
from paitou.render.charts.spec import Spec
from paitou.render.charts.target.back import draw_gaps, draw_grid, draw_target
from paitou.render.charts.target.fan import FAN_NOTE, draw_fan
from paitou.render.charts.target.figures import draw_path, draw_reported
from paitou.render.charts.target.labels import (
    label_points,
    name_gaps,
    name_path,
    name_target,
)
from paitou.render.charts.target.plot import Plot, lay_out
from paitou.render.charts.target.under import draw_time, explain_states
from paitou.render.charts.target.values import LESS_IS_BETTER, TargetChart, describe
from paitou.render.charts.theme import Medium

_FROM_ZERO = "纵轴不从0起。"


@lru_cache(maxsize=256)
def target_chart(chart: TargetChart, medium: Medium = Medium.WEB) -> Spec:
    """Return the chart of one target: figures, required path, target, gaps."""
    sheet = Sheet.for_medium(medium)
    scale = Scale.fitting(chart.unit, chart.values)
    plot = lay_out(chart, scale, sheet, sheet.head(_frame(chart, scale)))
    unplaced = _draw(plot)
    y = explain_states(plot, draw_time(plot))
    return sheet.spec(chart, describe(chart, scale), sheet.foot(_notes(plot, unplaced), y))


def _frame(chart: TargetChart, scale: Scale) -> Frame:
    unit = f"单位：{scale.unit}" if scale.unit and not chart.labels else ""
    is_less = not chart.more_is_better and not chart.labels
    context = "；".join(part for part in (unit, LESS_IS_BETTER if is_less else "") if part)
    return Frame(title=chart.title, context=context, is_simulated=chart.is_simulated)


def _draw(plot: Plot) -> list[str]:
    """Draw from the back to the front; return the words that found no room."""
    draw_grid(plot)
    draw_gaps(plot)
    draw_target(plot)
    draw_fan(plot)
    draw_path(plot)
    draw_reported(plot)
    if not plot.chart.reported:
        plot.sheet.say_empty(plot.across, (plot.frame.top, plot.frame.bottom))
    # The weightiest words choose first.
    name_gaps(plot)
    unplaced = name_target(plot)
    label_points(plot)
    name_path(plot)
    return unplaced


def _notes(plot: Plot, unplaced: list[str]) -> list[str]:
    is_cut = plot.marks.is_cut and not plot.chart.labels
    lines = [f"横线：{words}" for words in unplaced]
    lines += [FAN_NOTE] if len(plot.chart.fan) > 1 else []
    return [*lines, (_FROM_ZERO if is_cut else "") + plot.chart.note]
