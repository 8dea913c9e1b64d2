"""A rulebook and the lowest and highest of a period → a rulebook that stays as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from paitou.contest.rulebooks.fingerprint import fingerprint
from paitou.contest.rulebooks.writing import write_rulebook
from paitou.model import Fact, Issue, Item, Level, Rulebook, UsageError

Number = Decimal | Fraction | int
#: Lowest and highest by item, group ("" is any) and fact, as a scoreboard has them.
Bounds = Mapping[tuple[str, str, Fact], tuple[Number, Number]]


def freeze(rulebook: Rulebook, bounds: Bounds) -> Rulebook:
    """Return the rulebook with lowest and highest fixed and the hash of its new text.

    Raises:
        UsageError: bounds of an item that there is not, upside down, or with no exact
            decimal: such have to be rounded first, by whoever answers for it.
    """
    known = {item.id for item in rulebook.items}
    if lost := sorted({item for item, _, _ in bounds} - known):
        raise UsageError(f"上下限里的指标 {'、'.join(lost)} 不在考核办法里，请核对")
    items = tuple(_fixed(item, bounds) for item in rulebook.items)
    frozen = evolve(rulebook, items=items, places={})
    return evolve(frozen, sha256=fingerprint(write_rulebook(frozen)))


def frozen_record(rulebook: Rulebook, day: dt.date) -> dict[str, str]:
    """Return what is put on record when a rulebook is frozen, before data open."""
    return {
        "rulebook": rulebook.id,
        "title": rulebook.title,
        "sha256": rulebook.sha256,
        "frozen_on": day.isoformat(),
    }


def check_frozen(
    rulebook: Rulebook, record: Mapping[str, object], opened: dt.date | None = None
) -> tuple[Issue, ...]:
    """Return what differs from the record of freezing.

    Args:
        rulebook: that is about to be applied.
        record: of `frozen_record`.
        opened: the day on which data became known; None leaves it unchecked.
    """
    day = _day(record.get("frozen_on"))
    if day is None or not record.get("sha256"):
        message = f"《{rulebook.title}》的锁定记录不完整，看不出锁定的是哪一版、哪一天"
        return (_issue("rulebook-record", message, "重新锁定并留存记录", rulebook),)
    issues = []
    if record["sha256"] != rulebook.sha256:
        message = f"《{rulebook.title}》与{day}锁定的一版不同，锁定后规则有改动"
        remedy = "用锁定的一版计分；确需改动的，写明依据后重新锁定"
        issues.append(_issue("rulebook-changed", message, remedy, rulebook))
    if opened is not None and day > opened:
        message = f"《{rulebook.title}》{day}才锁定，数据{opened}已经公布"
        remedy = "下一期在数据公布前锁定，本期公布时如实说明"
        issues.append(_issue("rulebook-late", message, remedy, rulebook))
    return tuple(issues)


def _fixed(item: Item, bounds: Bounds) -> Item:
    """Return the item with its bounds; those of its own fact and those of others apart."""
    own = item.formula.on if item.formula else Fact.VALUE
    simple, others = dict(item.bounds), dict(item.fact_bounds)
    for (name, group, fact), (low, high) in bounds.items():
        if name != item.id:
            continue
        pair = (_exact(low, item), _exact(high, item))
        if pair[0] > pair[1]:
            raise UsageError(f"指标 {item.id} 的最低值大于最高值")
        if fact is own:
            simple[group] = pair
        else:
            others[group, fact] = pair
    return evolve(item, bounds=simple, fact_bounds=others)


def _exact(value: Number, item: Item) -> Decimal:
    if isinstance(value, Decimal):
        return value
    ratio = Fraction(value)
    twos = ratio.denominator
    for prime in (2, 5):
        while twos % prime == 0:
            twos //= prime
    if twos != 1:
        raise UsageError(f"指标 {item.id} 的上下限 {ratio} 除不尽，请先定下保留几位小数")
    return Decimal(ratio.numerator) / Decimal(ratio.denominator)


def _day(written: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(written))
    except ValueError:
        return None


def _issue(code: str, message: str, remedy: str, rulebook: Rulebook) -> Issue:
    return Issue(
        code=code,
        level=Level.ERROR,
        message=message,
        remedy=remedy,
        where=rulebook.place("rulebook", ""),
    )
