"""What is known of an indicator: its names, what it measures, and how its values add up."""

from __future__ import annotations

import re
from enum import StrEnum

from attrs import frozen


class Dimension(StrEnum):
    """What sort of thing the values measure; a share is of a whole, so 0 to 100 %."""

    MONEY = "money"
    COUNT = "count"
    SHARE = "share"
    RATE = "rate"
    RATIO = "ratio"
    INDEX = "index"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    ENERGY = "energy"
    POWER = "power"
    TIME = "time"
    GRADE = "grade"
    CONCENTRATION = "concentration"
    PER_CAPITA = "per_capita"
    INTENSITY = "intensity"
    TURNOVER = "turnover"
    COMPUTING = "computing"

    @property
    def label(self) -> str:
        """Return the Chinese word for the dimension."""
        return _DIMENSION_LABELS[self]


class Polarity(StrEnum):
    """Whether more of it, or less of it, is better."""

    MORE = "more"
    LESS = "less"
    NEUTRAL = "neutral"

    @property
    def label(self) -> str:
        """Return the Chinese words for the polarity."""
        return {"more": "越高越好", "less": "越低越好", "neutral": "不论高低"}[self]


class Additivity(StrEnum):
    """What adds up: districts and years (sum), districts only (stock), or nothing."""

    SUM = "sum"
    STOCK = "stock"
    NONE = "none"

    @property
    def label(self) -> str:
        """Return the Chinese words for the additivity."""
        return {"sum": "地区、年度可加", "stock": "地区可加", "none": "不可加"}[self]


class Prices(StrEnum):
    """The prices in which growth is published: constant (real) or current (nominal)."""

    REAL = "real"
    NOMINAL = "nominal"

    @property
    def label(self) -> str:
        """Return the Chinese words for the prices."""
        return {"real": "不变价", "nominal": "现价"}[self]


_DIMENSION_LABELS = {
    Dimension.MONEY: "金额",
    Dimension.COUNT: "数量",
    Dimension.SHARE: "比重",
    Dimension.RATE: "比率",
    Dimension.RATIO: "比值",
    Dimension.INDEX: "指数",
    Dimension.LENGTH: "长度",
    Dimension.AREA: "面积",
    Dimension.VOLUME: "体积",
    Dimension.MASS: "重量",
    Dimension.ENERGY: "电量",
    Dimension.POWER: "功率",
    Dimension.TIME: "时间",
    Dimension.GRADE: "等级",
    Dimension.CONCENTRATION: "浓度",
    Dimension.PER_CAPITA: "人均",
    Dimension.INTENSITY: "强度",
    Dimension.TURNOVER: "周转量",
    Dimension.COMPUTING: "算力",
}


#: What these name is a balance or a difference, so it may be less than nothing.
_BALANCE = "利润|净增|增量|净流|净值|赤字|结余|顺差|之差|收益|变化"
_AMOUNTS = frozenset(
    {
        Dimension.MONEY,
        Dimension.COUNT,
        Dimension.LENGTH,
        Dimension.AREA,
        Dimension.VOLUME,
        Dimension.MASS,
        Dimension.ENERGY,
        Dimension.POWER,
        Dimension.TURNOVER,
        Dimension.COMPUTING,
    }
)


@frozen(kw_only=True)
class Indicator:
    """An indicator that many places use, under one id.

    `unit` is the one usually printed; `nominal` says in which prices its growth is
    published, None where no prices are involved; `note` names the source of the definition.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    dimension: Dimension
    unit: str = ""
    polarity: Polarity = Polarity.MORE
    additivity: Additivity = Additivity.NONE
    nominal: Prices | None = None
    note: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """Return every name that the indicator goes by, the standard one first."""
        return (self.name, *self.aliases)

    @property
    def is_never_negative(self) -> bool:
        """Return whether it is an amount that cannot be below nothing."""
        return self.dimension in _AMOUNTS and not re.search(_BALANCE, self.name)
