"""A panel in place → a vector PDF, set by Typst; equal panels give equal bytes."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from paitou.model import InternalError, UsageError
from paitou.render.charts.lettering import clean
from paitou.render.charts.theme import FONTS
from paitou.render.poster.fitting import Placed
from paitou.render.poster.marks import record_of

if TYPE_CHECKING:
    from typst import Fonts

#: The first that is installed is used; none is shipped.
SANS: Final = tuple(name for name in FONTS if name != "sans-serif")
SERIF: Final = ("Noto Serif CJK SC", "Source Han Serif SC", "SimSun")
_TEMPLATE: Final = "poster.typ"
#: A PDF carries a day; ours is fixed, so that equal panels give equal bytes.
_CREATED: Final = 946684800  # 2000-01-01


def panel_pdf(placed: Placed) -> bytes:
    """Return the panel as PDF of one page.

    Raises:
        UsageError: no font with Chinese characters is installed.
    """
    import typst

    sheet = placed.sheet
    data = {
        "title": clean(placed.shown.title),
        "width": sheet.width,
        "height": sheet.height,
        "fonts": {"sans": _font(SANS), "serif": _font(SERIF)},
        "marks": [record_of(mark) for mark in placed.marks],
    }
    source = files("paitou.render.poster").joinpath(_TEMPLATE).read_bytes()
    # Data never becomes source text: nothing in it can be read as a command.
    made, warnings = typst.compile_with_warnings(
        source,
        format="pdf",
        timestamp=_CREATED,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        font_paths=_fonts(),
    )
    if warnings:
        raise InternalError(f"排版引擎报告：{warnings[0].message}")
    return made


@cache
def _fonts() -> Fonts:
    import typst

    return typst.Fonts()


def _font(names: tuple[str, ...]) -> str:
    installed = {name.lower() for name in _fonts().families()}
    found = next((name for name in names if name.lower() in installed), None)
    if found is None:
        raise UsageError(
            f"没有找到展板所用的字体（{'、'.join(names)}），请安装其中一种，"
            "如 Debian 的 fonts-noto-cjk"
        )
    return found
