"""Ranks and scores split by item → a league table of bars, the first on top."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from attrs import define, field, frozen

from paitou.model import UsageError
from paitou.render.charts import layers
from paitou.render.charts.layers import SHEET, Row
from paitou.render.charts.lettering import clean, fold
from paitou.render.charts.numbers import plain
from paitou.render.charts.sheet import Frame, Ink, Sheet
from paitou.render.charts.spec import Spec
from paitou.render.charts.theme import BLUE, GREY, LINE, PALE, Medium

_NONE = "—"
#: Rank, name and score take this much of the width, what is left is for the items.
_RANK, _NAME, _SCORE = 0.075, 0.19, 0.155


@frozen
class LeagueHead:
    """An item and its full marks."""

    name: str
    full: Decimal

    def __attrs_post_init__(self) -> None:
        if not self.full.is_finite() or self.full <= 0:
            raise UsageError(f"“{clean(self.name)}”的满分必须大于0。")


@frozen(kw_only=True)
class LeagueBar:
    """One organisation.

    Attributes:
        rank, score: as printed; None where it is not ranked or has no score.
        movement: places risen (+) or fallen (−) since the round before, None without one.
        points: by item, in the order of the heads; None where the item does not count.
        fulls: its own full marks by item, where they are not those of the heads: what is
            missing was shared out among the others.
        note: distance to the place before, or why there is no rank.
    """

    org: str
    rank: int | None
    score: Decimal | None
    points: tuple[Decimal | None, ...]
    movement: int | None = None
    fulls: tuple[Decimal, ...] = ()
    note: str = ""


@frozen(kw_only=True)
class LeagueBars:
    """A group in the order of its ranks; `decimals` are the places of every number."""

    title: str
    heads: tuple[LeagueHead, ...]
    bars: tuple[LeagueBar, ...]
    decimals: int = 2
    is_simulated: bool = False
    note: str = ""

    def __attrs_post_init__(self) -> None:
        for bar in self.bars:
            if {len(bar.points), len(bar.fulls or bar.points)} != {len(self.heads)}:
                raise UsageError(f"“{clean(bar.org)}”的分项数与表头不一致。")

    def words(self, number: Decimal) -> str:
        """Return a number with the places of the rulebook."""
        return f"{number:,.{self.decimals}f}".replace("-", "−")


@lru_cache(maxsize=64)
def league_bars(chart: LeagueBars, medium: Medium = Medium.WEB) -> Spec:
    """Return rank, name, a bar for each item against its full marks, and the score."""
    sheet = Sheet.for_medium(medium)
    context = "单位：分；横条为得分占满分的比例"
    frame = Frame(title=chart.title, context=context, is_simulated=chart.is_simulated)
    y = sheet.head(frame)
    drawing = _Drawing(chart=chart, sheet=sheet)
    y = drawing.draw_heads(y)
    for bar in chart.bars:
        y = drawing.draw(bar, y)
    drawing.finish()
    if not chart.bars:
        sheet.say_empty((0, sheet.face.width), (y, y + 60))
        y += 60
    return sheet.spec(chart, _describe(chart), sheet.foot([chart.note], y))


@define(kw_only=True)
class _Drawing:
    chart: LeagueBars
    sheet: Sheet
    rows: list[Row] = field(factory=list)

    @property
    def _names(self) -> float:
        return self.sheet.face.width * _RANK

    @property
    def _end(self) -> float:
        """Where the columns of the items end and that of the score begins."""
        return self.sheet.face.width * (1 - _SCORE)

    def _columns(self) -> list[tuple[float, float]]:
        """Return where each item's column begins and ends: equally wide."""
        start = self._names + self.sheet.face.width * _NAME
        wide = (self._end - start) / max(len(self.chart.heads), 1)
        gap = self.sheet.face.small * 0.7
        return [
            (start + n * wide, start + (n + 1) * wide - gap)
            for n in range(len(self.chart.heads))
        ]

    def draw_heads(self, y: float) -> float:
        """Write the name and the full marks of each item; return where rows begin."""
        size = self.sheet.face.small
        folded = [
            [*fold(head.name, size, end - start, 2), f"满分{plain(head.full)}"]
            for head, (start, end) in zip(self.chart.heads, self._columns(), strict=True)
        ]
        tall = max(map(len, folded), default=1) * size * 1.35
        for lines, (start, end) in zip(folded, self._columns(), strict=True):
            for nth, line in enumerate(reversed(lines)):
                words = fold(line, size, end - start, 1)
                middle = y + tall - (nth + 0.6) * size * 1.35
                self.sheet.write("".join(words), start, middle, self.sheet.small())
        middle = y + tall - size * 0.8
        right = self.sheet.face.width - 2
        self.sheet.write("名次", 2, middle, self.sheet.small())
        self.sheet.write("总分", right, middle, self.sheet.small(align="right"))
        y += tall + size * 0.3
        self.sheet.rule((2, right), (y, y), {"stroke": GREY, "wide": 1})
        return y

    def draw(self, bar: LeagueBar, y: float) -> float:
        """Draw one organisation; return where the next begins."""
        face = self.sheet.face
        tall = face.text * 1.6 + face.small * 1.6
        upper, lower = y + face.text * 0.95, y + tall - face.small * 0.85
        self._write_rank(bar, upper, lower)
        self._write_name(bar, (upper, lower))
        fulls = bar.fulls or tuple(head.full for head in self.chart.heads)
        for nth, place in enumerate(self._columns()):
            part = (self.chart.heads[nth].name, bar.points[nth], fulls[nth])
            self._draw_part(bar, part, place, (upper, lower))
        right = face.width - 2
        score = _NONE if bar.score is None else self.chart.words(bar.score)
        ink = Ink(size=face.title, bold=True, align="right")
        self.sheet.write(score, right, upper, ink)
        for note in fold(bar.note, face.small, face.width * _SCORE - face.small * 0.4, 1):
            self.sheet.write(note, right, lower, self.sheet.small(align="right"))
        y += tall
        self.sheet.rule((2, right), (y, y), {"stroke": LINE, "wide": 0.6})
        return y

    def _write_rank(self, bar: LeagueBar, upper: float, lower: float) -> None:
        face = self.sheet.face
        rank = _NONE if bar.rank is None else str(bar.rank)
        ink = Ink(size=face.title, bold=True, fill=BLUE)
        self.sheet.write(rank, 2, upper, ink)
        if bar.movement is not None:
            self.sheet.write(_moved(bar.movement), 2, lower, self.sheet.small())

    def _write_name(self, bar: LeagueBar, places: tuple[float, float]) -> None:
        face = self.sheet.face
        lines = fold(bar.org, face.text, face.width * _NAME - face.small * 0.5, 2)
        middles = places if len(lines) > 1 else (sum(places) / 2,)
        for line, middle in zip(lines, middles, strict=False):
            self.sheet.write(line, self._names, middle, Ink(size=face.text, bold=True))

    def _draw_part(
        self,
        bar: LeagueBar,
        part: tuple[str, Decimal | None, Decimal],
        x: tuple[float, float],
        y: tuple[float, float],
    ) -> None:
        (item, points, full), (start, end), face = part, x, self.sheet.face
        words = _NONE if points is None else self.chart.words(points)
        self.sheet.write(words, start, y[0], Ink(size=face.small))
        if points is None or full <= 0:
            return
        place = (y[1] - face.small * 0.4, y[1] + face.small * 0.4)
        self.sheet.box(x, place, {"fill": PALE})
        share = float(min(max(points, Decimal(0)), full) / full)
        self.sheet.box((start, start + share * (end - start)), place, {"fill": BLUE})
        self.rows.append({
            "org": clean(bar.org), "item": clean(item),
            "value": f"{points}", "full": f"{full}",
            "x": round(start, 2), "x2": round(end, 2),
            "y": round(place[0], 2), "y2": round(place[1], 2),
            "fill": "transparent", "stroke": None, "wide": 0, "dash": [],
        })  # fmt: skip

    def finish(self) -> None:
        """Add what the bars stand for, so that it can be read out of the chart."""
        if self.rows:
            self.sheet.data(layers.boxes(self.rows, SHEET, "points"))


def _moved(places: int) -> str:
    if not places:
        return "持平"
    return f"▲升{places}" if places > 0 else f"▼降{-places}"


def _describe(chart: LeagueBars) -> str:
    said = [f"名次表：{chart.title}", *(["模拟数据"] if chart.is_simulated else [])]
    for bar in chart.bars:
        rank = "不排名" if bar.rank is None else f"第{bar.rank}名"
        score = "" if bar.score is None else f"{chart.words(bar.score)}分"
        parts = "、".join(
            f"{head.name}{_NONE if points is None else chart.words(points)}"
            for head, points in zip(chart.heads, bar.points, strict=True)
        )
        said.append(f"{bar.org}{rank}{score}（{parts}）")
    return "；".join(said if chart.bars else [*said, "尚无数据"]) + "。"
