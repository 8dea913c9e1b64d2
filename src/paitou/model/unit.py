"""Units of measure as plans write them: a scale (万, 亿) and a base (元, 户, %)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from attrs import frozen

SCALES = {
    "十": Decimal(10),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "亿": Decimal(100_000_000),
}
#: Bases that begin with a character that elsewhere is a scale.
_WHOLE = frozenset(
    {"百分点", "千瓦", "千瓦时", "千克", "千米", "千赫", "千伏", "千伏安", "千卡"}
)


@frozen
class Unit:
    """A unit as written: `scale` times `base`; 万亿元 is 10¹² times 元."""

    text: str
    scale: Decimal
    base: str

    @classmethod
    def parse(cls, text: str) -> Unit:
        """Return the unit written as `text`; the empty text is the bare number."""
        return _parse(text)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Unit:
    scale, base = Decimal(1), text
    while base and base[0] in SCALES and base not in _WHOLE:
        scale *= SCALES[base[0]]
        base = base[1:]
    return Unit(text=text, scale=scale, base=base)
