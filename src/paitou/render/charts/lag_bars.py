"""Gaps to what was due → bars from a zero line, the furthest behind on top."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from paitou.model import UsageError
from paitou.render.charts import layers
from paitou.render.charts.layers import Axes, Axis, Row
from paitou.render.charts.lettering import clean, fold, width_of
from paitou.render.charts.numbers import Scale, marks_for
from paitou.render.charts.sheet import Frame, Ink, Sheet
from paitou.render.charts.spec import Spec
from paitou.render.charts.target.values import UNPUBLISHED
from paitou.render.charts.theme import BLUE, CINNABAR, GREY, INK, Medium


@frozen(kw_only=True)
class LagBar:
    """A name and its gap, negative where it is behind; None where unpublished."""

    name: str
    gap: Decimal | None

    def __attrs_post_init__(self) -> None:
        if self.gap is not None and not self.gap.is_finite():
            raise UsageError(f"“{clean(self.name)}”的差距必须是确定的数。")


@frozen(kw_only=True)
class LagBars:
    """Gaps of several names; `zero_words` say what the zero line is."""

    title: str
    bars: tuple[LagBar, ...]
    unit: str = "个百分点"
    zero_words: str = "序时进度"
    is_simulated: bool = False
    note: str = ""

    @property
    def sorted(self) -> tuple[LagBar, ...]:
        """Return the bars, furthest behind first, the unpublished last."""
        return tuple(sorted(self.bars, key=lambda bar: (bar.gap is None, bar.gap or 0)))


@lru_cache(maxsize=64)
def lag_bars(chart: LagBars, medium: Medium = Medium.WEB) -> Spec:
    """Return bars of gaps from one zero; what is behind is cinnabar and points left."""
    sheet = Sheet.for_medium(medium)
    scale = Scale.fitting(
        chart.unit, (bar.gap for bar in chart.bars if bar.gap is not None)
    )
    frame = Frame(
        title=chart.title,
        context=f"单位：{scale.unit}；负数为落后",
        is_simulated=chart.is_simulated,
    )
    top = sheet.head(frame) + sheet.face.small * 1.4
    if chart.bars:
        y = _Drawing.measured(chart, scale, sheet).draw(top)
    else:
        sheet.say_empty((0, sheet.face.width), (top, top + 60))
        y = top + 60
    return sheet.spec(chart, _describe(chart, scale), sheet.foot([chart.note], y))


@frozen(kw_only=True)
class _Drawing:
    chart: LagBars
    scale: Scale
    sheet: Sheet
    names: float
    axis: Axis

    @classmethod
    def measured(cls, chart: LagBars, scale: Scale, sheet: Sheet) -> _Drawing:
        """Measure the names and the numbers; what is left is for the bars."""
        face = sheet.face
        widest = max(width_of(clean(bar.name), face.text) for bar in chart.bars)
        names = min(widest, face.width * 0.36) + face.text * 0.8
        gaps = [scale.of(bar.gap) for bar in chart.bars if bar.gap is not None]
        marks = marks_for(gaps, from_zero=True)
        numbers = [_signed(scale, bar.gap) for bar in chart.bars if bar.gap is not None]
        spare = max((width_of(words, face.text) for words in numbers), default=0) + 8
        left = names + (spare if min(gaps, default=0) < 0 else face.text)
        right = face.width - max(spare, width_of(UNPUBLISHED, face.small) + 8)
        low, high = min([*gaps, Decimal(0)]), max([*gaps, Decimal(0)])
        axis = Axis(float(low), float(high if high > low else marks.high), left, right)
        return cls(chart=chart, scale=scale, sheet=sheet, names=names, axis=axis)

    def draw(self, top: float) -> float:
        """Draw the zero line with its words and a row for each name."""
        face, rows, y = self.sheet.face, [], top
        step = face.text * 2
        for bar in self.chart.sorted:
            lines = fold(bar.name, face.text, self.names - face.text * 0.6, 2)
            tall = step if len(lines) < 2 else step * 1.45
            self._write_name(lines, y + tall / 2)
            rows += self._bar(bar, y + tall / 2)
            y += tall
        if rows:
            self.sheet.data(layers.boxes(rows, Axes(x=self.axis), "gaps"))
        zero = self.axis.at(0)
        self.sheet.rule((zero, zero), (top - 2, y), {"stroke": INK, "wide": 1.2})
        half = width_of(clean(self.chart.zero_words), face.small) / 2
        middle = min(max(zero, half + 2), face.width - half - 2)
        ink = self.sheet.small(align="center")
        self.sheet.write(clean(self.chart.zero_words), middle, top - face.small * 0.9, ink)
        return y

    def _write_name(self, lines: tuple[str, ...], middle: float) -> None:
        size = self.sheet.face.text
        for i, line in enumerate(lines):
            shift = (i - (len(lines) - 1) / 2) * size * 1.25
            self.sheet.write(line, 2, middle + shift, Ink(size=size))

    def _bar(self, bar: LagBar, middle: float) -> list[Row]:
        size, zero = self.sheet.face.text, self.axis.at(0)
        if bar.gap is None:
            self.sheet.write(UNPUBLISHED, zero + 6, middle, self.sheet.small())
            return []
        value, is_behind = float(self.scale.of(bar.gap)), bar.gap < 0
        end, fill = self.axis.at(value), CINNABAR if is_behind else BLUE
        ink = Ink(
            size=size, fill=fill if bar.gap else GREY, bold=is_behind,
            align="right" if is_behind else "left",
        )  # fmt: skip
        words = _signed(self.scale, bar.gap)
        self.sheet.write(words, end + (-5 if is_behind else 5), middle, ink)
        half = size * 0.55
        return [{
            "name": clean(bar.name), "value": f"{bar.gap}", "x": 0, "x2": value,
            "y": round(middle - half, 2), "y2": round(middle + half, 2),
            "fill": fill, "stroke": None, "wide": 0, "dash": [],
        }]  # fmt: skip


def _signed(scale: Scale, gap: Decimal) -> str:
    return ("+" if gap > 0 else "") + scale.words(gap, Decimal(0))


def _describe(chart: LagBars, scale: Scale) -> str:
    said = [f"条形图：{chart.title}", *(["模拟数据"] if chart.is_simulated else [])]
    for bar in chart.sorted:
        number = UNPUBLISHED if bar.gap is None else _signed(scale, bar.gap) + scale.unit
        said.append(f"{bar.name}{number}")
    return "；".join(said if chart.bars else [*said, "尚无数据"]) + "。"
