"""Outlooks of a book → targets by chance, then by need; those of before, scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from paitou.model import Standing, Statement
from paitou.office.books import Day, Shelved
from paitou.office.plans.looking_ahead import Ahead, ahead_of
from paitou.outlook.plan.keeping import Kept
from paitou.outlook.plan.track_record import TrackRecord, track_record

if TYPE_CHECKING:
    from paitou.outlook.plan import Outlook

_LOW, _EVEN = 0.2, 0.5


@frozen(kw_only=True)
class Line:
    """One target of one organisation."""

    statement: Statement
    org: str
    is_whole: bool
    ahead: Ahead
    outlook: Outlook


@frozen(kw_only=True)
class OutlookPage:
    """Open targets in three lists; those of organisations apart.

    Attributes:
        likely: with a chance, the least likely first.
        taking: without one, by how much they would take.
        silent: nothing is known.
        orgs: what was split to organisations and has a chance, the least likely first.
    """

    shelved: Shelved
    day: Day
    likely: tuple[Line, ...]
    taking: tuple[Line, ...]
    silent: tuple[Line, ...]
    orgs: tuple[Line, ...]
    record: TrackRecord

    @property
    def sentence(self) -> str:
        """Return what an office has to know first."""
        total = len(self.likely) + len(self.taking) + len(self.silent)
        if not total:
            return "没有还要测算的目标。"
        low = [line for line in self.likely if (line.outlook.chance or 0) < _LOW]
        told = f"尚无定论的{total}项目标中，{len(self.likely)}项能给出可能性"
        if low:
            names = "、".join(dict.fromkeys(line.statement.indicator for line in low[:3]))
            more = "等" if len(low) > 3 else ""
            told += f"，其中{len(low)}项低于20%（{names}{more}）"
        if self.taking:
            told += f"；{len(self.taking)}项的数太少或缺基数，只说要达到须怎样"
        if self.silent:
            told += f"；{len(self.silent)}项没有可用的数"
        return f"{told}。"


def outlook_page(shelved: Shelved, day: Day) -> OutlookPage:
    """Return the page of a day."""
    statements = {one.id: one for one in shelved.book.plan.statements}
    wholes = shelved.assessor.on(day.date).wholes
    lines = [
        Line(
            statement=statements[outlook.statement],
            org=outlook.org,
            is_whole=_is_whole(outlook, wholes),
            ahead=ahead_of(outlook),
            outlook=outlook,
        )
        for outlook in shelved.forecaster.on(day.date).values()
        if outlook.statement in statements
    ]
    own = [line for line in lines if line.is_whole]
    parts = [line for line in lines if not line.is_whole]
    return OutlookPage(
        shelved=shelved,
        day=day,
        likely=_by_chance(own),
        taking=_by_need(own),
        silent=tuple(line for line in own if not line.ahead.value),
        orgs=_by_chance(parts),
        record=_record(shelved, day),
    )


def _record(shelved: Shelved, day: Day) -> TrackRecord:
    """Return how good those were that were issued before the day."""
    kept = (each for each in shelved.book.outlooks if isinstance(each, Kept))
    standings = shelved.assessor.on(day.date).tracking.standings
    return track_record(
        (each for each in kept if each.as_of <= day.date),
        {(one.statement, one.org): one for one in reversed(standings)},
    )


def _is_whole(outlook: Outlook, wholes: dict[str, Standing]) -> bool:
    standing = wholes.get(outlook.statement)
    return standing is None or standing.org == outlook.org


def _by_chance(lines: list[Line]) -> tuple[Line, ...]:
    with_chance = [line for line in lines if line.outlook.chance is not None]
    return tuple(sorted(with_chance, key=lambda line: line.outlook.chance or 0.0))


def _by_need(lines: list[Line]) -> tuple[Line, ...]:
    """Those that would take most first; where nothing is asked of a year they come last."""
    open_ = [x for x in lines if x.outlook.chance is None and x.ahead.value]
    return tuple(sorted(open_, key=lambda line: -(line.outlook.required_growth or 0.0)))
