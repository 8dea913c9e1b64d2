"""Counts of standings by programme → stacked bars that can be read in black and white."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import frozen

from paitou.model import UsageError
from paitou.render.charts.glyphs import LOOKS, Look
from paitou.render.charts.hatching import hatched
from paitou.render.charts.lettering import clean, fold, width_of
from paitou.render.charts.sheet import Frame, Ink, Sheet
from paitou.render.charts.spec import Spec
from paitou.render.charts.theme import LINE, PAPER, Medium


def _check(standings: Iterable[str]) -> None:
    for standing in standings:
        if standing not in LOOKS:
            raise UsageError(f"进展情况“{standing}”不存在，可用：{'、'.join(LOOKS)}。")


@frozen(kw_only=True)
class StandingRow:
    """One programme: how many of its targets are of each standing."""

    name: str
    counts: tuple[tuple[str, int], ...]

    def __attrs_post_init__(self) -> None:
        _check(key for key, _ in self.counts)

    def count(self, standing: str) -> int:
        """Return how many are of the standing."""
        return sum(count for key, count in self.counts if key == standing)

    @property
    def total(self) -> int:
        """Return how many there are."""
        return sum(count for _, count in self.counts)


@frozen(kw_only=True)
class StandingBars:
    """Programmes and their counts; `words` are the office's own words for standings."""

    title: str
    rows: tuple[StandingRow, ...]
    unit: str = "项"
    words: tuple[tuple[str, str], ...] = ()
    is_simulated: bool = False
    note: str = ""

    def __attrs_post_init__(self) -> None:
        _check(key for key, _ in self.words)

    def word(self, standing: str) -> str:
        """Return the word for a standing."""
        own: Mapping[str, str] = dict(self.words)
        return clean(own.get(standing) or LOOKS[standing].word)

    def total(self, standing: str) -> int:
        """Return how many there are of a standing in all programmes."""
        return sum(row.count(standing) for row in self.rows)

    @property
    def standings(self) -> tuple[str, ...]:
        """Return the standings that occur, in their order."""
        return tuple(key for key in LOOKS if self.total(key))


@lru_cache(maxsize=64)
def standing_bars(chart: StandingBars, medium: Medium = Medium.WEB) -> Spec:
    """Return bars of counts by standing, with a key that says every word and its total."""
    sheet = Sheet.for_medium(medium)
    frame = Frame(
        title=chart.title, context=f"单位：{chart.unit}", is_simulated=chart.is_simulated
    )
    y = _draw_key(chart, sheet, sheet.head(frame))
    drawn = _Bars(chart=chart, sheet=sheet)
    for row in chart.rows:
        y = drawn.draw(row, y)
    if not chart.rows:
        sheet.say_empty((0, sheet.face.width), (y, y + 60))
        y += 60
    return sheet.spec(chart, _describe(chart), sheet.foot([chart.note], y))


def _draw_key(chart: StandingBars, sheet: Sheet, y: float) -> float:
    size, x = sheet.face.small, 2.0
    y += size * 0.5
    for standing in chart.standings:
        words = f"{chart.word(standing)} {chart.total(standing)}"
        wide = size * 2.4 + width_of(words, size)
        if x > 2 and x + wide > sheet.face.width:
            x, y = 2.0, y + size * 1.7
        look, box = LOOKS[standing], (x, x + size * 1.7)
        fill_bar(sheet, look, box, (y - size * 0.7, y + size * 0.7))
        _mark(sheet, look, ((box[0] + box[1]) / 2, y), size)
        sheet.write(words, box[1] + size * 0.4, y, Ink(size=size))
        x += wide + size
    return y + size * 1.4


def fill_bar(
    sheet: Sheet, look: Look, x: tuple[float, float], y: tuple[float, float]
) -> None:
    """Fill a part of a bar: colour, edge and hatch."""
    sheet.box(
        x, y, {"fill": look.bar, "stroke": look.edge, "wide": 1, "dash": list(look.dash)}
    )
    gap = look.gap * sheet.face.stroke / 2
    for slope in look.hatch.slopes:
        sheet.hatch(hatched(x, y, slope, gap), look.edge)


def _mark(sheet: Sheet, look: Look, at: tuple[float, float], size: float) -> None:
    """The glyph of a standing on its own fill; over a hatch it stands on paper."""
    half = size * 0.52
    if look.hatch.slopes:
        sheet.clear((at[0] - half, at[0] + half), (at[1] - half, at[1] + half))
    ink = look.on_bar if look.on_bar == PAPER else look.ink
    mark = {"ink": ink, "radius": size * 0.33, "wide": size * 0.11}
    sheet.glyph(look.glyph, at, mark)


@frozen(kw_only=True)
class _Bars:
    chart: StandingBars
    sheet: Sheet

    @property
    def _size(self) -> float:
        return self.sheet.face.text

    @property
    def _names(self) -> float:
        widest = max(width_of(clean(row.name), self._size) for row in self.chart.rows)
        return min(widest, self.sheet.face.width * 0.36) + self._size * 0.8

    def draw(self, row: StandingRow, y: float) -> float:
        """Draw one bar with its name and total; return where the next begins."""
        size, face = self._size, self.sheet.face
        lines = fold(row.name, size, self._names - size * 0.6, 2)
        tall = size * (1.7 if len(lines) < 2 else 2.7)
        middle = y + tall / 2
        for i, line in enumerate(lines):
            shift = (i - (len(lines) - 1) / 2) * size * 1.25
            self.sheet.write(line, 2, middle + shift, Ink(size=size))
        most = max(row.total for row in self.chart.rows) or 1
        total = f"{most:,}{clean(self.chart.unit)[:4]}"
        length = face.width - self._names - width_of(total, size) - size
        bar = (middle - size * 0.8, middle + size * 0.8)
        x = self._fill(row, bar, length / most)
        words = f"{row.total:,}{clean(self.chart.unit)[:4]}"
        self.sheet.write(words, x + size * 0.4, middle, Ink(size=size))
        start = self._names
        self.sheet.rule((start, start), (y, y + tall + size * 0.4), {"stroke": LINE})
        return y + tall + size * 0.4

    def _fill(self, row: StandingRow, bar: tuple[float, float], step: float) -> float:
        x = self._names
        for standing in LOOKS:
            if count := row.count(standing):
                end = x + count * step
                self._fill_part(LOOKS[standing], count, ((x + 0.75, end - 0.75), bar))
                x = end
        return x

    def _fill_part(
        self, look: Look, count: int, place: tuple[tuple[float, float], tuple[float, float]]
    ) -> None:
        (start, end), bar = place
        size, middle = self.sheet.face.small, sum(bar) / 2
        fill_bar(self.sheet, look, (start, end), bar)
        words = f"{count:,}"
        both = size * 1.3 + width_of(words, size)
        if end - start < size * 1.1:
            return
        if end - start < both + 4 or count == 1:
            _mark(self.sheet, look, ((start + end) / 2, middle), size)
            return
        left = (start + end - both) / 2
        if look.hatch.slopes:
            self.sheet.clear(
                (left - 2, left + both + 2), (middle - size * 0.6, middle + size * 0.6)
            )
        _mark(self.sheet, look, (left + size * 0.5, middle), size)
        ink = Ink(size=size, fill=look.on_bar, bold=True)
        self.sheet.write(words, left + size * 1.2, middle, ink)


def _describe(chart: StandingBars) -> str:
    said = [f"条形图：{chart.title}", *(["模拟数据"] if chart.is_simulated else [])]
    said += [
        f"{chart.word(key)}{chart.total(key)}{chart.unit}" for key in chart.standings
    ] or ["尚无数据"]
    for row in chart.rows[:40]:
        parts = (f"{chart.word(key)}{row.count(key)}" for key in LOOKS if row.count(key))
        said.append(f"{row.name}{row.total}{chart.unit}：" + "、".join(parts))
    return "；".join(said) + "。"
