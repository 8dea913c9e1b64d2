"""Shares of targets that are done → bars against the target's line, in the given order."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from attrs import define, field, frozen

from paitou.model import UsageError
from paitou.render.charts import layers
from paitou.render.charts.glyphs import LOOKS, Look
from paitou.render.charts.hatching import hatched
from paitou.render.charts.layers import Axes, Axis, Row
from paitou.render.charts.lettering import clean, fold, width_of
from paitou.render.charts.numbers import Scale
from paitou.render.charts.sheet import Frame, Ink, Sheet
from paitou.render.charts.spec import Spec
from paitou.render.charts.theme import INK, PALE, Medium

_WHOLE = Decimal(100)
#: A share beyond this is told by its number: its bar would make the others too small.
_LONGEST = Decimal(200)
_SCALE = Scale("%", Decimal(1), is_share=True)


@frozen(kw_only=True)
class ShareBar:
    """One target.

    Attributes:
        share: how much is done, in % of the target; None where that has no number.
        due: how much should be done by now, in %; None where nothing says so.
        detail: value and target in words.
        word: for the standing; empty is the usual one.
    """

    name: str
    standing: str
    share: Decimal | None = None
    due: Decimal | None = None
    detail: str = ""
    word: str = ""

    def __attrs_post_init__(self) -> None:
        if self.standing not in LOOKS:
            raise UsageError(f"进展情况“{self.standing}”不存在，可用：{'、'.join(LOOKS)}。")
        held = (number for number in (self.share, self.due) if number is not None)
        if not all(number.is_finite() for number in held):
            raise UsageError(f"“{clean(self.name)}”的完成率必须是确定的数。")


@frozen(kw_only=True)
class ShareBars:
    """Targets in the order in which they are to be read."""

    title: str
    bars: tuple[ShareBar, ...]
    is_simulated: bool = False
    note: str = ""


@lru_cache(maxsize=64)
def share_bars(chart: ShareBars, medium: Medium = Medium.WEB) -> Spec:
    """Return a bar for each target; what should be done by now is a dashed line on it."""
    sheet = Sheet.for_medium(medium)
    context = "完成率（%）；竖线为目标"
    context += "，虚线为序时进度" if any(bar.due is not None for bar in chart.bars) else ""
    frame = Frame(title=chart.title, context=context, is_simulated=chart.is_simulated)
    y = sheet.head(frame)
    if chart.bars:
        drawing = _Drawing(sheet=sheet, axis=_axis(chart, sheet))
        for bar in chart.bars:
            y = drawing.draw(bar, y)
        drawing.finish()
    else:
        sheet.say_empty((0, sheet.face.width), (y, y + 60))
        y += 60
    return sheet.spec(chart, _describe(chart), sheet.foot([chart.note], y))


def _axis(chart: ShareBars, sheet: Sheet) -> Axis:
    face = sheet.face
    shares = [bar.share for bar in chart.bars if bar.share is not None]
    spare = max((width_of(_words(share), face.text) for share in shares), default=0)
    high = min(max([_WHOLE, *shares]), _LONGEST)
    return Axis(0.0, float(high), 2.0, face.width - spare - face.text)


def _words(share: Decimal) -> str:
    return f"{_SCALE.words(share, _WHOLE)}%"


@define(kw_only=True)
class _Drawing:
    sheet: Sheet
    axis: Axis
    rows: list[Row] = field(factory=list)

    def draw(self, bar: ShareBar, top: float) -> float:
        """Draw the words of a target and its bar; return where the next begins."""
        face = self.sheet.face
        y = self._say(bar, top + face.small * 0.3)
        if bar.share is not None:
            self._draw_bar(bar, bar.share, (y, y + face.text * 0.95))
            y += face.text * 0.95
        return y + face.small * 0.5

    def finish(self) -> None:
        """Add what the bars stand for, so that it can be read out of the chart."""
        if self.rows:
            self.sheet.data(layers.boxes(self.rows, Axes(x=self.axis), "shares"))

    def _say(self, bar: ShareBar, y: float) -> float:
        """Write mark, name, standing and detail, on one line where they have room."""
        face, look = self.sheet.face, LOOKS[bar.standing]
        tall, left = face.text * 1.5, face.text * 1.35
        middle, right = y + tall / 2, face.width - 2
        mark = {"ink": look.ink, "radius": face.text * 0.36, "wide": face.text * 0.12}
        self.sheet.glyph(look.glyph, (face.text * 0.55, middle), mark)
        word = clean(bar.word or look.word)
        room = right - left - width_of(word, face.small) - face.text * 0.5
        name = "".join(fold(bar.name, face.text, room, 1))
        self.sheet.write(name, left, middle, Ink(size=face.text, bold=True))
        end = left + width_of(name, face.text) + face.text * 0.5
        self.sheet.write(word, end, middle, Ink(size=face.small, fill=look.ink))
        end += width_of(word, face.small) + face.text
        detail = clean(bar.detail)
        if end + width_of(detail, face.small) <= right:
            self.sheet.write(detail, right, middle, self.sheet.small(align="right"))
            return y + tall
        y += tall
        for line in fold(detail, face.small, right - left, 2):
            self.sheet.write(line, left, y + face.small * 0.7, self.sheet.small())
            y += face.small * 1.4
        return y + face.small * 0.2

    def _draw_bar(self, bar: ShareBar, share: Decimal, y: tuple[float, float]) -> None:
        face, look, start = self.sheet.face, LOOKS[bar.standing], self.axis.start
        goal, end = self.axis.at(100), self.axis.at(_drawn(share))
        self.sheet.box((start, goal), y, {"fill": PALE})
        self.sheet.box((start, end), y, {"fill": look.bar})
        gap = look.gap * face.stroke / 2
        for slope in look.hatch.slopes:
            self.sheet.hatch(hatched((start, end), y, slope, gap), look.edge)
        self._draw_lines(bar, y)
        self.sheet.write(
            _words(share),
            max(end, goal) + face.text * 0.4,
            sum(y) / 2,
            Ink(size=face.text, bold=True, fill=look.ink),
        )
        self.rows.append(_row(bar, share, y, look))

    def _draw_lines(self, bar: ShareBar, y: tuple[float, float]) -> None:
        """Draw the target, and what should be done by now, across the bar."""
        face, over = self.sheet.face, self.sheet.face.text * 0.14
        ends = (y[0] - over, y[1] + over)
        goal = self.axis.at(100)
        self.sheet.rule((goal, goal), ends, {"stroke": INK, "wide": face.stroke * 1.2})
        if bar.due is not None and 0 < bar.due < _WHOLE:
            due = self.axis.at(float(bar.due))
            dash = [face.stroke * 1.6, face.stroke]
            look = {"stroke": INK, "wide": face.stroke * 0.8, "dash": dash}
            self.sheet.rule((due, due), ends, look)


def _drawn(share: Decimal) -> float:
    return float(min(max(share, Decimal(0)), _LONGEST))


def _row(bar: ShareBar, share: Decimal, y: tuple[float, float], look: Look) -> Row:
    return {
        "name": clean(bar.name), "value": f"{share}", "x": 0, "x2": _drawn(share),
        "due": None if bar.due is None else f"{bar.due}",
        "y": round(y[0], 2), "y2": round(y[1], 2),
        "fill": "transparent", "stroke": look.edge, "wide": 1, "dash": list(look.dash),
    }  # fmt: skip


def _describe(chart: ShareBars) -> str:
    said = [
        f"条形图：{chart.title or '完成率'}",
        *(["模拟数据"] if chart.is_simulated else []),
    ]
    for bar in chart.bars:
        done = "" if bar.share is None else f"完成{_words(bar.share)}，"
        due = "" if bar.due is None else f"序时进度{_words(bar.due)}，"
        said.append(
            f"{bar.name}{done}{due}{bar.word or LOOKS[bar.standing].word}，{bar.detail}"
        )
    return "；".join(said if chart.bars else [*said, "尚无数据"]) + "。"
