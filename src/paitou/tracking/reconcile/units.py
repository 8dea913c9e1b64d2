"""A unit as written → what kind of thing it counts, and how many of the kind's own unit."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from paitou.model import Quantity, Unit

#: Kind, then each of its units with its size in the first one.
_KINDS: dict[str, dict[str, str]] = {
    "rate": {"%": "1", "％": "1", "‰": "0.1", "成": "10"},
    "points": {"个百分点": "1", "百分点": "1", "%点": "1"},
    "length": {"公里": "1", "千米": "1", "km": "1", "里": "0.5", "米": "0.001"},
    "area": {
        "亩": "1",
        "公顷": "15",
        "平方公里": "1500",
        "平方千米": "1500",
        "平方米": "0.0015",
        "平米": "0.0015",
    },
    "mass": {"吨": "1", "公斤": "0.001", "千克": "0.001", "斤": "0.0005", "克": "0.000001"},
    "volume": {"立方米": "1", "方": "1", "立方": "1", "升": "0.001"},
    "power": {"千瓦": "1", "瓦": "0.001", "兆瓦": "1000", "吉瓦": "1000000"},
    "energy": {
        "千瓦时": "1",
        "度": "1",
        "度电": "1",
        "兆瓦时": "1000",
        "吉瓦时": "1000000",
    },
    "time": {"小时": "1", "分钟": "1/60", "个小时": "1"},
    "days": {"天": "1", "日": "1", "个工作日": "1", "工作日": "1"},
    "ratio": {"倍": "1", ":1": "1", "∶1": "1", "：1": "1"},
    "person-times": {"人次": "1", "人·次": "1"},
    "people": dict.fromkeys(("人", "名", "位", "个人"), "1"),
    "events": dict.fromkeys(("场", "场次", "次", "届", "期", "批次"), "1"),
    "count": dict.fromkeys(
        (
            *("个", "家", "户", "所", "项", "件", "处", "座", "套", "样"),
            *("台", "台套", "部", "辆", "栋", "幢", "间", "条"),
            *("只", "种", "类", "宗", "起", "支", "张", "艘", "架", "门", "对", "株"),
            *("款", "项目", "单", "例", "组", "片", "块", "口", "孔", "单元", "批"),
        ),
        "1",
    ),
}
#: 套（间）, 户(套): one unit with another beside it.
_BRACKET = re.compile(r"[（(][^（()）]*[)）]$")


@frozen
class Measured:
    """What a unit counts and how much of it one is; `is_bare` for numbers without unit."""

    kind: str
    factor: Decimal

    @property
    def is_bare(self) -> bool:
        """Return whether the text names no unit (惠及76万群众)."""
        return not self.kind


@lru_cache(maxsize=1024)
def measured(unit: Unit) -> Measured:
    """Return what the unit counts; a unit in no table is a kind of its own."""
    base = _BRACKET.sub("", unit.base)
    for kind, sizes in _KINDS.items():
        if size := sizes.get(base):
            numerator, _, denominator = size.partition("/")
            factor = Decimal(numerator) / Decimal(denominator or 1)
            return Measured(kind, unit.scale * factor)
    return Measured(base, unit.scale)


def same_kind(one: Unit, other: Unit) -> bool:
    """Return whether values in the two units can be held against each other."""
    a, b = measured(one), measured(other)
    countable = {"count", "people", "events", "person-times", ""}
    if a.is_bare or b.is_bare:
        return {a.kind, b.kind} <= countable
    return a.kind == b.kind


def converted(value: Quantity, unit: Unit) -> Decimal:
    """Return the value in another unit of the same kind."""
    return value.value * measured(value.unit).factor / measured(unit).factor


def is_rate(unit: Unit) -> bool:
    """Return whether differences in it are percentage points."""
    return measured(unit).kind in ("rate", "points")
