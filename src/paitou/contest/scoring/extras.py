"""Events of an organisation → points on top of the items, after gates and caps."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from attrs import define, field

from paitou.contest.formulas.wording import plus, said
from paitou.contest.readings import Event
from paitou.contest.results import ExtraPoints
from paitou.contest.scoring.gating import Gates
from paitou.contest.scoring.roster import Entrant
from paitou.model import Extra, Rulebook

_NIL = Fraction(0)


def extras_of(
    rulebook: Rulebook, entrant: Entrant, gates: Gates
) -> tuple[ExtraPoints, ...]:
    """Return what each event adds or deducts, by the rulebook's order, then by day."""
    whole = _Cap(most=_exact(rulebook.extras_cap), name="加减分合计")
    found: list[ExtraPoints] = []
    for extra in rulebook.extras:
        own = _Cap(most=_exact(extra.cap), name=extra.name)
        barred = gates.trouble(extra.gate, entrant) if extra.gate else ""
        for event in ordered(e for e in entrant.contestant.events if is_of(e, extra)):
            found.append(_counted(extra, event, barred, (own, whole)))
    return tuple(found)


def is_of(event: Event, rule: Extra) -> bool:
    """Return whether an event is one that the rule speaks of, by name or id."""
    return event.kind in (rule.name, rule.id)


def ordered(events: Iterable[Event]) -> list[Event]:
    """Return events by day, then by their papers; the order of rows is lost."""
    return sorted(
        events,
        key=lambda e: (
            e.day.isoformat() if e.day else "", e.document, e.reason, str(e.points or 0),
        ),
    )  # fmt: skip


@define(kw_only=True)
class _Cap:
    """What is left to add and to deduct."""

    most: Fraction | None
    name: str
    used: dict[bool, Fraction] = field(factory=lambda: {True: _NIL, False: _NIL})

    def allow(self, points: Fraction) -> Fraction:
        """Return how many of the points are within the cap."""
        if self.most is None or not points:
            return points
        is_bonus = points > 0
        left = max(_NIL, self.most - self.used[is_bonus])
        return min(points, left) if is_bonus else max(points, -left)

    def use(self, points: Fraction) -> None:
        """Take note of points that were counted."""
        if points:
            self.used[points > 0] += abs(points)


def _counted(
    extra: Extra, event: Event, barred: str, caps: tuple[_Cap, ...]
) -> ExtraPoints:
    stated = extra.each if extra.each is not None else event.points
    if stated is None:
        words = f"{extra.name}：没有写分值，不计"
        return ExtraPoints(extra=extra.id, points=_NIL, event=event, words=words)
    points = Fraction(stated)
    if barred:
        words = f"{extra.name}{plus(points)}分，{barred}，不计"
        return ExtraPoints(extra=extra.id, points=_NIL, event=event, words=words)
    kept, words = points, f"{extra.name}{plus(points)}分"
    for cap in caps:
        allowed = cap.allow(kept)
        if allowed != kept and cap.most is not None:
            words += f"，{cap.name}最多{said(cap.most)}分，只计{said(allowed)}分"
        kept = allowed
    for cap in caps:
        cap.use(kept)
    return ExtraPoints(extra=extra.id, points=kept, event=event, words=words)


def _exact(cap: Decimal | None) -> Fraction | None:
    return None if cap is None else Fraction(cap)
