"""A table of districts with their row and column → a map of tiles, no borders claimed."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from paitou.model import UsageError
from paitou.render.charts.glyphs import LOOKS, Look
from paitou.render.charts.lettering import clean, fold, width_of
from paitou.render.charts.numbers import Scale
from paitou.render.charts.sheet import Frame, Ink, Sheet
from paitou.render.charts.spec import Spec
from paitou.render.charts.target.values import UNPUBLISHED
from paitou.render.charts.theme import PAPER, Medium

_WIDEST = 10.5  # in sizes of the text: a tile grows no wider


@frozen(kw_only=True)
class Tile:
    """One district: its place, its value, its standing and perhaps its own word."""

    name: str
    row: int
    column: int
    value: Decimal | None = None
    standing: str = "unknown"
    word: str = ""

    def __attrs_post_init__(self) -> None:
        if self.standing not in LOOKS:
            raise UsageError(f"进展情况“{self.standing}”不存在，可用：{'、'.join(LOOKS)}。")
        if not (0 <= self.row < 100 and 0 <= self.column < 100):
            raise UsageError(f"“{clean(self.name)}”的行、列必须在0到99之间。")
        if self.value is not None and not self.value.is_finite():
            raise UsageError(f"“{clean(self.name)}”的数值必须是确定的数。")


@frozen(kw_only=True)
class DistrictTiles:
    """Tiles and what their values are counted in; no two tiles share a place."""

    title: str
    unit: str
    tiles: tuple[Tile, ...]
    is_simulated: bool = False
    note: str = ""

    def __attrs_post_init__(self) -> None:
        taken: dict[tuple[int, int], Tile] = {}
        for tile in self.tiles:
            other = taken.setdefault((tile.row, tile.column), tile)
            if other is not tile:
                names = f"“{clean(other.name)}”和“{clean(tile.name)}”"
                raise UsageError(f"{names}占了同一格，请改其中一个的行或列。")


@lru_cache(maxsize=64)
def district_tiles(chart: DistrictTiles, medium: Medium = Medium.WEB) -> Spec:
    """Return one tile a district: name, value, and the standing by glyph, word and fill."""
    sheet = Sheet.for_medium(medium)
    scale = Scale.fitting(chart.unit, (t.value for t in chart.tiles if t.value is not None))
    unit = f"单位：{scale.unit}" if scale.unit else ""
    y = sheet.head(Frame(title=chart.title, context=unit, is_simulated=chart.is_simulated))
    if chart.tiles:
        y = _draw_tiles(chart, scale, sheet, y)
    else:
        sheet.say_empty((0, sheet.face.width), (y, y + 60))
        y += 60
    return sheet.spec(chart, _describe(chart, scale), sheet.foot([chart.note], y))


def _draw_tiles(chart: DistrictTiles, scale: Scale, sheet: Sheet, top: float) -> float:
    face, gap = sheet.face, 4.0
    first_row, first_column = (
        min(getattr(t, k) for t in chart.tiles) for k in ("row", "column")
    )
    columns = max(tile.column for tile in chart.tiles) - first_column + 1
    wide = min((face.width - 4) / columns, face.text * _WIDEST)
    left = (face.width - wide * columns) / 2
    drawn = [
        _TileBox(
            sheet, scale, (left + (tile.column - first_column) * wide, wide - gap), tile
        )
        for tile in chart.tiles
    ]
    tall = max(box.needed for box in drawn)
    for box in drawn:
        box.draw(top + (box.tile.row - first_row) * (tall + gap), tall)
    rows: int = max(tile.row for tile in chart.tiles) - first_row + 1
    return top + rows * (tall + gap)


@frozen
class _TileBox:
    sheet: Sheet
    scale: Scale
    across: tuple[float, float]  # left, width
    tile: Tile

    @property
    def _look(self) -> Look:
        return LOOKS[self.tile.standing]

    @property
    def _inner(self) -> float:
        return self.across[1] - self.sheet.face.small * 0.7

    @property
    def _names(self) -> tuple[str, ...]:
        return fold(self.tile.name, self.sheet.face.text, self._inner, 2)

    @property
    def _words(self) -> tuple[str, ...]:
        words = self.tile.word or self._look.word
        return fold(
            words, self.sheet.face.small, self._inner - self.sheet.face.small * 1.2, 3
        )

    @property
    def needed(self) -> float:
        """Return the height that the words take."""
        face = self.sheet.face
        lines = face.text * 1.3 * (len(self._names) + 1.1) + face.small * 1.3 * len(
            self._words
        )
        return lines + face.small * 0.9

    def draw(self, top: float, tall: float) -> None:
        """Draw the tile and its words from the top down."""
        face, look, (left, wide) = self.sheet.face, self._look, self.across
        edge = {
            "stroke": look.edge,
            "wide": 1.5 if look.hatch.slopes else 1,
            "dash": list(look.dash),
        }
        self.sheet.box((left, left + wide), (top, top + tall), {"fill": look.tile, **edge})
        x, y = left + face.small * 0.4, top + face.small * 0.4
        for line in self._names:
            y += face.text * 1.3
            ink = Ink(size=face.text, fill=look.on_tile, bold=True)
            self.sheet.write(line, x, y - face.text * 0.65, ink)
        y += face.text * 1.4
        self.sheet.write(
            self._number, x, y - face.text * 0.7, Ink(size=face.text, fill=look.on_tile)
        )
        mark = {"ink": PAPER if look.on_tile == PAPER else look.ink, "paper": look.tile}
        for i, line in enumerate(self._words):
            y += face.small * 1.3
            middle = y - face.small * 0.65
            if i == 0:
                place = (x + face.small * 0.4, middle)
                size = {"radius": face.small * 0.34, "wide": face.small * 0.11}
                self.sheet.glyph(look.glyph, place, {**mark, **size})
            self.sheet.write(
                line, x + face.small * 1.1, middle, Ink(size=face.small, fill=mark["ink"])
            )

    @property
    def _number(self) -> str:
        if self.tile.value is None:
            return "—"
        words = self.scale.words(self.tile.value)
        face = self.sheet.face
        return (
            words
            if width_of(words, face.text) <= self._inner
            else fold(words, face.text, self._inner, 1)[0]
        )


def _describe(chart: DistrictTiles, scale: Scale) -> str:
    said = [f"分区图：{chart.title}", *(["模拟数据"] if chart.is_simulated else [])]
    for tile in sorted(chart.tiles, key=lambda t: (t.row, t.column)):
        number = UNPUBLISHED if tile.value is None else scale.words(tile.value) + scale.unit
        said.append(f"{tile.name}{number}，{tile.word or LOOKS[tile.standing].word}")
    return "；".join(said if chart.tiles else [*said, "尚无数据"]) + "。"
