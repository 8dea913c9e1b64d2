"""The tables under [[item]] → the tree of indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import evolve

from paitou.contest.rulebooks import values as read
from paitou.contest.rulebooks.desk import Desk, given
from paitou.contest.rulebooks.keys import BOUNDS_OF, ITEM_KEYS
from paitou.contest.rulebooks.words import chosen
from paitou.model import Fact, Formula, Issue, Item, Level, Measure, Missing, Unit
from paitou.review.table_entry import TableEntry
from paitou.review.values import choice


def read_items(desk: Desk) -> tuple[Item, ...]:
    """Return the items in the order of the text; parents that cannot be are left out."""
    items = tuple(_item(row, desk) for row in desk.rows("item"))
    return tuple(_rooted(items, desk))


def _item(row: TableEntry, desk: Desk) -> Item:
    allowed = desk.formulas.allowed(row.data)
    if allowed is not None:
        row.check_keys(ITEM_KEYS | allowed)
    row.require("weight")
    return Item(
        id=row.text("id"),
        name=row.text("name"),
        parent=row.text("parent"),
        weight=given(row, "weight", read.marks, Decimal(0)),
        indicator=row.text("indicator"),
        measure=given(row, "measure", choice(Measure), Measure.LEVEL),
        unit=given(row, "unit", read.unit, Unit.parse("")),
        direction=given(row, "direction", read.direction, 1),
        source=row.text("source"),
        is_self_reported=given(row, "self_reported", read.flag, False),
        formula=_formula(row, desk),
        missing=row.get("missing", chosen(Missing)),
        bounds=given(row, "bounds", read.bounds, {}),
        fact_bounds=_fact_bounds(row),
        is_on_top=given(row, "on_top", read.flag, False),
        unit_note=row.text("unit_note"),
    )


def _formula(row: TableEntry, desk: Desk) -> Formula | None:
    name = row.text("id")

    def tell(key: str, trouble: str, remedy: str) -> None:
        row.note("rulebook-formula", f"指标 {name} {trouble}，公式没有采用", remedy, key)

    return desk.formulas.read(row.data, tell)


def _fact_bounds(
    row: TableEntry,
) -> Mapping[tuple[str, Fact], tuple[Decimal, Decimal]]:
    return {
        (group, fact): pair
        for key, fact in BOUNDS_OF.items()
        for group, pair in given(row, key, read.bounds, {}).items()
    }


def _rooted(items: tuple[Item, ...], desk: Desk) -> Iterator[Item]:
    """Yield the items; one whose chain of parents does not reach the top is put there."""
    parents = {item.id: item.parent for item in items}
    sound: set[str] = {""}
    for item in items:
        trouble = _trouble(item, parents, sound)
        if trouble:
            parents[item.id] = ""
            desk.top.issues.append(_lost(item, trouble, desk))
            yield evolve(item, parent="")
        else:
            yield item


def _trouble(item: Item, parents: Mapping[str, str], sound: set[str]) -> str:
    """Return what is wrong above an item; what is found sound is not walked again."""
    if item.parent and item.parent not in parents:
        return f"的上级 {item.parent[:30]} 不存在"
    seen = {item.id}
    above = item.parent
    while above not in sound:
        if above in seen:
            return "与它的上级互为上下级" if above == item.id else ""
        seen.add(above)
        above = parents.get(above, "")
    sound |= seen
    return ""


def _lost(item: Item, trouble: str, desk: Desk) -> Issue:
    near = read.nearest(item.parent, [name for kind, name in desk.places if kind == "item"])
    return Issue(
        code="rulebook-parent",
        level=Level.ERROR,
        message=f"指标 {item.id} {trouble}，暂按一级指标",
        remedy=(near if "不存在" in trouble else "") or "改正 parent，一级指标不写 parent",
        where=desk.places["item", item.id],
    )
