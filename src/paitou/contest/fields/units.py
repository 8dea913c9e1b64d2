"""A number in one unit → the same in the unit of an item, or why it cannot be."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from paitou.figures import same_kind
from paitou.model import Fact, Item, Unit

_PERCENT = Unit.parse("%")
_BARE = frozenset({"", "比", "倍", "系数"})
_RATES = frozenset({"%", "个百分点", "百分点"})
_HUNDRED = Decimal(100)


def unit_of(item: Item, fact: Fact) -> Unit:
    """Return the unit in which a fact of an item is counted."""
    if fact is Fact.GROWTH:
        return _PERCENT
    return Unit.parse("") if fact is Fact.COUNT else item.unit


@lru_cache(maxsize=2048)
def factor(given: Unit, wanted: Unit) -> Decimal | None:
    """Return what a number in one unit is multiplied by, None where they differ in kind."""
    if given == wanted:
        return Decimal(1)
    if given.base in _RATES and wanted.base in _RATES:
        return Decimal(1)
    if given.base in _RATES and wanted.base in _BARE:
        return 1 / _HUNDRED
    if given.base in _BARE - {""} and wanted.base in _RATES:
        return _HUNDRED
    if wanted.base in _BARE and wanted.scale == 1:
        return Decimal(1) if given.scale == 1 else None
    if given.base == "" and given.scale != 1:  # 万 alone, of whatever is counted
        return given.scale / wanted.scale
    return given.scale / wanted.scale if same_kind(given, wanted) else None
