"""Items and a day → the rows of the ledger, and what stands on the page of one."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from attrs import frozen

from paitou.lifecycle import Term, moves_from
from paitou.model import LifeMove, SheetKind
from paitou.office.cases.actions import parts_of
from paitou.office.cases.models import Item, Items
from paitou.office.people.acting import Actor
from paitou.office.reporting.calendars import office_calendar

#: The ways to look at the ledger, and what they are called.
VIEWS = {
    "open": "在办",
    "mine": "等我办",
    "late": "逾期",
    "near": "临期",
    "unsigned": "超时未签收",
    "ended": "已办结",
}


@frozen(kw_only=True)
class Row:
    """An item as the ledger shows it."""

    item: Item
    term: Term | None
    is_unsigned: bool
    is_mine: bool

    @property
    def words(self) -> str:
        """Return how much time there is; when it ended, where it has."""
        if self.term:
            return self.term.words
        closed = self.item.closed_on
        return f"{closed.year}年{closed.month}月{closed.day}日" if closed else ""


@frozen(kw_only=True)
class Ledger:
    """The items of one view, and how many there are in each.

    Attributes:
        by_org: how many are late by organisation, the most first.
    """

    rows: tuple[Row, ...]
    counts: Mapping[str, int]
    by_org: tuple[tuple[str, int], ...] = ()

    @property
    def sentence(self) -> str:
        """Return how it stands, as one sentence."""
        counts = self.counts
        if not counts["open"]:
            return "没有在办的督办事项。"
        parts = [f"在办{counts['open']}件"]
        for key, told in (("late", "逾期"), ("near", "临期"), ("unsigned", "超时未签收")):
            if counts[key]:
                parts.append(f"{told}{counts[key]}件")
        waiting = f"；等您办的{counts['mine']}件" if counts["mine"] else ""
        return f"{'，'.join(parts)}{waiting}。"


def ledger_of(actor: Actor, view: str, today: dt.date) -> Ledger:
    """Return the items that somebody may see, in one view of them."""
    rows = _rows(actor, Item.objects.for_actor(actor), today)
    by_view = {name: [row for row in rows if _is_in(row, name)] for name in VIEWS}
    late = Counter(row.item.org_name for row in by_view["late"])
    return Ledger(
        rows=tuple(by_view.get(view, by_view["open"])),
        counts={name: len(found) for name, found in by_view.items()},
        by_org=tuple(late.most_common()),
    )


def open_items(actor: Actor, today: dt.date) -> tuple[Row, ...]:
    """Return the open items that somebody may see, the most urgent first."""
    return tuple(_rows(actor, Item.objects.for_actor(actor).still_open(), today))


def waiting_items(actor: Actor, today: dt.date) -> tuple[Row, ...]:
    """Return the items that wait for somebody, the most urgent first (今日待办)."""
    return tuple(row for row in open_items(actor, today) if row.is_mine)


def waiting_item_count(actor: Actor) -> int:
    """Return how many items wait for somebody."""
    return sum(_is_mine(actor, one) for one in Item.objects.for_actor(actor).still_open())


def possible_moves(actor: Actor, item: Item) -> tuple[LifeMove, ...]:
    """Return the moves that somebody's posts allow now."""
    return moves_from(item.life, item.state, parts_of(actor, item))


def possible_sheets(item: Item) -> tuple[SheetKind, ...]:
    """Return the sheets that can be sent about an item now."""
    if not item.standing.is_open or item.assigned_on is None:
        return ()
    return item.life.sheets


def _rows(actor: Actor, items: Items, today: dt.date) -> list[Row]:
    """Return items as somebody sees them, the first due first; few queries for many."""
    calendar = office_calendar()
    return [
        Row(
            item=item,
            term=item.term_on(today, calendar),
            is_unsigned=item.is_unsigned_on(today, calendar),
            is_mine=_is_mine(actor, item),
        )
        for item in items.order_by("due", "pk").prefetch_related("supports")
    ]


def _is_mine(actor: Actor, item: Item) -> bool:
    return item.standing.with_part in parts_of(actor, item)


def _is_in(row: Row, view: str) -> bool:
    is_open = row.item.standing.is_open
    match view:
        case "mine":
            return is_open and row.is_mine
        case "late":
            return bool(row.term and row.term.late)
        case "near":
            return bool(row.term and row.term.is_near)
        case "unsigned":
            return row.is_unsigned
        case "ended":
            return not is_open
        case _:
            return is_open
