"""The house style of sheets: what a cell is for → its font, fill, border and alignment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from paitou.render.sheet_page import BODY_SIZE, HEAD_SIZE, Joining, SheetColumn, Tone

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_INK, _BLUE, _CINNABAR, _GREY = "#1F2328", "#1F4E79", "#B3261E", "#6B7280"
_RULE = "#8A94A0"
# 只写标准字体名，由读者的电脑提供字体
_SONG, _HEI, _TITLE = "宋体", "黑体", "方正小标宋简体"
_PARTS: dict[str, dict[str, object]] = {
    "title": {"font_name": _TITLE, "font_size": 20, "font_color": _INK, "align": "center"},
    "left": {"font_name": _SONG, "font_size": 11, "font_color": _INK, "align": "left"},
    "right": {"font_name": _SONG, "font_size": 11, "font_color": _INK, "align": "right"},
    "frame": {
        "font_name": _HEI,
        "font_size": 11,
        "font_color": _CINNABAR,
        "align": "center",
    },
    "foot": {
        "font_name": _SONG,
        "font_size": BODY_SIZE,
        "font_color": _INK,
        "align": "left",
    },
    "head": {
        "font_name": _HEI,
        "font_size": HEAD_SIZE,
        "font_color": _BLUE,
        "bg_color": "#E3EAF2",
        "align": "center",
        "border": 1,
        "border_color": _RULE,
    },
}
_FILLS = {Tone.TASK: "#F3F6F9", Tone.TOTAL: "#FAF6EC"}


@define
class Styles:
    """The formats of one workbook; each is made once."""

    book: Workbook
    _made: dict[tuple[object, ...], Format] = field(factory=dict, init=False)

    def part(self, name: str) -> Format:
        """Return the format of a part that is no body: title, left, right, head, foot."""
        return self._get((name,), _PARTS[name])

    def body(self, column: SheetColumn, tone: Tone, *, is_joined: bool = False) -> Format:
        """Return the format of a cell of the table."""
        is_run = column.joining is not Joining.NONE
        centred = (column.is_centred or is_run) and not is_joined
        wanted: dict[str, object] = {
            "font_name": _SONG,
            "font_size": column.size,
            "font_color": _GREY if column.is_quiet else _INK,
            "align": "center" if centred else "left",
            "indent": 0 if centred else 1,
            "bold": is_joined,
            "border": 1,
            "border_color": _RULE,
        }
        if tone in _FILLS:
            wanted["bg_color"] = _FILLS[tone]
        if column.number_format:
            wanted["num_format"] = column.number_format
        key = (tone, centred, is_joined, column.is_quiet, column.number_format)
        return self._get(key, wanted)

    def _get(self, key: tuple[object, ...], wanted: dict[str, object]) -> Format:
        if key not in self._made:
            whole = {"valign": "vcenter", "text_wrap": True, **wanted}
            self._made[key] = self.book.add_format(whole)
        return self._made[key]
