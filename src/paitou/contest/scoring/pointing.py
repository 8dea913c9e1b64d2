"""Facts and yardsticks → the points of every organisation for every item."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import define, evolve, field, frozen

from paitou.contest.formulas import Answer, Case, Lack, work
from paitou.contest.formulas.case import rising
from paitou.contest.readings import Reading
from paitou.contest.results import ItemPoints, Scoreboard, Working
from paitou.contest.scoring.roster import Entrant, Roster
from paitou.contest.scoring.yardsticks import Bounds, Yardstick, yardstick
from paitou.model import Fact, Item, Missing

_NIL = Fraction(0)
#: What ItemPoints.missing says where a group is too small for the item to count.
LEFT_OUT = "leave_out"
_NO_FORMULA = Lack("考核办法没有写这一项怎样计分")


@define(kw_only=True)
class Pointing:
    """Points of one group, item by item; what acted on the way is kept to be told."""

    roster: Roster
    group: str
    before: Scoreboard | None = None
    bounds: dict[tuple[str, str, Fact], Bounds] = field(factory=dict)
    points: dict[str, list[ItemPoints]] = field(factory=dict)
    unranked: dict[str, str] = field(factory=dict)
    missed: list[tuple[Item, str, str, str]] = field(factory=list)
    flat: list[tuple[Item, Fact]] = field(factory=list)
    left_out: list[Item] = field(factory=list)
    pooled: list[Item] = field(factory=list)
    fixed: list[Item] = field(factory=list)

    def run(self) -> dict[str, tuple[ItemPoints, ...]]:
        """Return the points of each organisation of the group."""
        entrants = self.roster.groups[self.group]
        self.points = {entrant.org: [] for entrant in entrants}
        items = self.roster.items(self.group)
        for item in items:
            self._item(item, entrants)
        # Those on top of full marks are never raised.
        weights = {
            item.id: self.roster.weight(item, self.group)
            for item in items
            if not item.is_on_top
        }
        return {org: _raised(found, weights) for org, found in self.points.items()}

    def _item(self, item: Item, entrants: tuple[Entrant, ...]) -> None:
        rod = yardstick(self.roster, item, self.group)
        self._tell(item, rod)
        full = self.roster.weight(item, self.group)
        answers = [self._answer(e, item, full, rod) for e in entrants]
        known = [a.share for a in answers if not isinstance(a, Lack)]
        city = self._city(item)
        cells = [
            self._cell(entrant, item, answer, known, rod)
            for entrant, answer in zip(entrants, answers, strict=True)
        ]
        ranks = places_of([cell.share for cell in cells])
        for entrant, cell, rank in zip(entrants, cells, ranks, strict=True):
            points = ItemPoints(
                item=item.id,
                points=None if cell.share is None else cell.share * full,
                full=_NIL if cell.share is None else full,
                rank=rank,
                working=cell.working,
                readings=_readings(entrant, item, city),
                missing=cell.missing,
            )
            self.points[entrant.org].append(points)

    def _answer(
        self, entrant: Entrant, item: Item, full: Fraction, rod: Yardstick
    ) -> Answer:
        if item.formula is None:
            return _NO_FORMULA
        case = Case(
            formula=item.formula,
            direction=item.direction,
            full=full,
            facts=entrant.known(item.id),
            city=self.roster.city.get(item.id, {}),
            marks=tuple(map(Fraction, entrant.contestant.marks.get(item.id, ()))),
            peers=rod.peers,
            flat=self.roster.rulebook.flat,
        )
        return work(case)

    def _city(self, item: Item) -> tuple[tuple[Fact, Reading], ...]:
        known = dict(self.roster.city_readings.get(item.id, ()))
        found = known.get(item.formula.on) if item.formula else None
        return () if found is None else ((Fact.CITY, found),)

    def _cell(
        self,
        entrant: Entrant,
        item: Item,
        answer: Answer,
        known: list[Fraction],
        rod: Yardstick,
    ) -> _Cell:
        if rod.is_left_out:
            return _Cell(None, missing=LEFT_OUT)
        if isinstance(answer, Lack):
            return self._missing(entrant, item, answer, known)
        return _Cell(answer.share, working=answer)

    def _missing(
        self, entrant: Entrant, item: Item, lack: Lack, known: list[Fraction]
    ) -> _Cell:
        asked = item.missing or self.roster.rulebook.missing
        share, rule = self._stand_in(entrant.org, item, asked, known)
        self.missed.append((item, entrant.org, _why(entrant, item, lack), rule))
        if share is None and rule == Missing.UNRANKED:
            why = f"{item.name}缺数，按办法不参加排名"
            self.unranked.setdefault(entrant.org, why)
        return _Cell(share, missing=rule.value)

    def _stand_in(
        self, org: str, item: Item, rule: Missing, shares: list[Fraction]
    ) -> tuple[Fraction | None, Missing]:
        """Return the share that stands in, None where the item does not count, and by what.

        Where the group has no value at all, mean and lowest cannot be taken and the item
        does not count; where there is no period before, nothing stands in.
        """
        match rule:
            case Missing.ZERO:
                return _NIL, rule
            case Missing.GROUP_MEAN | Missing.GROUP_LOWEST if not shares:
                return None, Missing.REWEIGHT
            case Missing.GROUP_MEAN:
                return sum(shares, _NIL) / len(shares), rule
            case Missing.GROUP_LOWEST:
                return min(shares), rule
            case Missing.LAST:
                past = self._past(org, item)
                return (past, rule) if past is not None else (_NIL, Missing.ZERO)
        return None, rule

    def _past(self, org: str, item: Item) -> Fraction | None:
        score = self.before.of(org) if self.before else None
        points = score.of(item.id) if score else None
        if points is None or points.points is None or not points.full:
            return None
        return points.points / points.full

    def _tell(self, item: Item, rod: Yardstick) -> None:
        for fact, peers in rod.peers.items():
            self.bounds[item.id, self.group, fact] = peers.bounds
            if peers.bounds[0] == peers.bounds[1] and peers.count > 1:
                self.flat.append((item, fact))
        if any(peers.is_fixed for peers in rod.peers.values()):
            self.fixed.append(item)
        if rod.is_left_out:
            self.left_out.append(item)
        if rod.is_pooled:
            self.pooled.append(item)


@frozen
class _Cell:
    """What an organisation gets for an item, before full marks are raised."""

    share: Fraction | None
    working: Working | None = None
    missing: str = ""


def places_of(shares: Sequence[Fraction | None]) -> list[int | None]:
    """Return the rank of each share, equals sharing one; None has none."""
    order = sorted(
        (i for i, share in enumerate(shares) if share is not None),
        key=lambda i: rising(shares[i] or _NIL),
        reverse=True,
    )
    ranks: list[int | None] = [None] * len(shares)
    for place, i in enumerate(order, start=1):
        tied = place > 1 and shares[order[place - 2]] == shares[i]
        ranks[i] = ranks[order[place - 2]] if tied else place
    return ranks


def _raised(
    found: list[ItemPoints], weights: Mapping[str, Fraction]
) -> tuple[ItemPoints, ...]:
    """Return the points with full marks raised for those that do not count."""
    gone = [p.item for p in found if p.points is None and p.item in weights]
    total = sum(weights.values(), _NIL) if gone else _NIL
    kept = total - sum((weights[item] for item in gone), _NIL)
    if not gone or not kept:
        return tuple(found)
    factor = total / kept
    return tuple(_times(p, factor) if p.item in weights else p for p in found)


def _times(points: ItemPoints, factor: Fraction) -> ItemPoints:
    if points.points is None:
        return points
    return evolve(points, points=points.points * factor, full=points.full * factor)


def _why(entrant: Entrant, item: Item, lack: Lack) -> str:
    """Return why the figure is not there, as the table or the book says it."""
    said = (r.why for _, r in entrant.readings.get(item.id, ()) if r.value is None)
    words = "、".join(dict.fromkeys(why for why in said if why))
    return f"{lack.why}（{words}）" if words else lack.why


def _readings(
    entrant: Entrant, item: Item, city: tuple[tuple[Fact, Reading], ...]
) -> tuple[tuple[Fact, Reading], ...]:
    """Return what was read for the item; the city's value where the row has none."""
    own = entrant.readings.get(item.id, ())
    return own if any(fact is Fact.CITY for fact, _ in own) else (*own, *city)
