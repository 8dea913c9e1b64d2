"""What an official typed into a number cell → its value or range, unit and qualifier."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from paitou.text.view import fold


class Content(StrEnum):
    """What a number cell turned out to hold."""

    NONE = "none"  # empty, or a sign for "there is none": / — 无
    NUMBER = "number"
    RANGE = "range"  # 3—5
    UNREAD = "unread"  # words, or a number written so that it can be read two ways


@frozen(kw_only=True)
class NumberCell:
    """A number as it was typed; `qualifier` is the word that bounds it, as written."""

    text: str
    content: Content = field(converter=Content)
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    qualifier: str = ""

    @property
    def is_none(self) -> bool:
        """Return whether the cell says that there is no number."""
        return self.content is Content.NONE

    @property
    def is_read(self) -> bool:
        """Return whether the cell was understood."""
        return self.content is not Content.UNREAD


_BLANK = re.compile(r"(?<!\d)\s+|\s+(?!\d)|(?<=\d)\s(?=\d{3}(?:\D|$))")
_NONE = frozenset({"", "/", "//", "\\", "-", "--", "—", "——", "无", "暂无", "N/A", "n/a"})
_DASHES = str.maketrans({"−": "-", "﹣": "-", "‑": "-"})
_BEFORE = (
    "大约|约为|约|近|超过|超|突破|不低于|不少于|不小于|不高于|不超过|不多于|不大于"
    "|至少|达到|达|高于|低于|大于|小于|控制在|力争|保持在|保持|>=|<=|≥|≤|>|<"
)
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_UNIT = r"(?::1|[^\d\s,.;:()<>=≥≤~—-]{0,8}?)"
_FORM = re.compile(
    rf"(?P<before>(?:{_BEFORE})*)(?P<low>[+-]?{_NUMBER})(?P<inner>{_UNIT})"
    rf"(?:(?:-|—+|~|至|到)(?P<high>{_NUMBER})(?P<outer>{_UNIT}))?"
    rf"(?P<after>及以上|及以下|以上|以下|以内|左右|上下|(?:多|余)(?P<counted>{_UNIT}))?"
    rf"(?:\((?P<bracket>{_UNIT})\))?"
)


def parse_number(text: str) -> NumberCell:
    """Return what the text of a number cell says; nothing is guessed.

    Digits may be full-width, thousands set apart by commas; 万元 and 亿元 stay as written.
    """
    plain = _BLANK.sub("", fold(text).translate(_DASHES))
    if plain in _NONE:
        return NumberCell(text=text, content=Content.NONE)
    found = _FORM.fullmatch(plain)
    return (found and _cell(text, found)) or NumberCell(text=text, content=Content.UNREAD)


def _cell(text: str, found: re.Match[str]) -> NumberCell | None:
    """Return the cell, or None where its parts contradict each other."""
    units = {unit for unit in (found["inner"], found["outer"], found["bracket"]) if unit}
    counted = found["counted"] or ""
    if len(units) > 1 or (found["high"] and counted):
        return None
    unit = "".join(units) + counted
    after = found["after"] or ""
    qualifier = found["before"] + after.removesuffix(counted)
    low = _decimal(found["low"])
    if not found["high"]:
        return NumberCell(
            text=text, content=Content.NUMBER, value=low, unit=unit, qualifier=qualifier
        )
    high = _decimal(found["high"])
    if high <= low:
        return None
    return NumberCell(
        text=text, content=Content.RANGE, low=low, high=high, unit=unit, qualifier=qualifier
    )


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
