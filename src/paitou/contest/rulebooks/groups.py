"""The tables under [[group]] and [ties] → who is ranked with whom, and how ties end."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from paitou.contest.rulebooks import values as read
from paitou.contest.rulebooks.desk import Desk, given
from paitou.contest.rulebooks.keys import GROUP_KEYS, TIES_KEYS
from paitou.model import Contestants, Ties
from paitou.review.values import texts


def read_groups(desk: Desk) -> Iterator[Contestants]:
    """Yield the groups in the order of the text."""
    for row in desk.rows("group", GROUP_KEYS):
        yield Contestants(
            id=row.text("id"),
            name=row.text("name"),
            orgs=given(row, "orgs", texts, ()),
            kind=row.text("kind"),
            group=row.text("group"),
            weights=given(row, "weights", read.table(read.marks), {}),
        )


def read_ties(desk: Desk) -> Ties:
    """Return when scores are equal and what decides then."""
    entry = desk.top.table("ties")
    if entry is None:
        return Ties()
    entry.check_keys(TIES_KEYS)
    desk.places["ties", ""] = entry.where
    return Ties(
        tolerance=given(entry, "tolerance", read.marks, Decimal(0)),
        chain=given(entry, "chain", texts, ()),
    )
