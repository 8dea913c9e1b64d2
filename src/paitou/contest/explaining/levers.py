"""An organisation in a round → the figures that it could raise, and what a raise costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.contest.explaining.gaps import scored
from paitou.contest.explaining.rounds import Round, contestant
from paitou.model import Fact, Formula, Item

#: The facts that an organisation's work moves; targets and the past are given.
MOVABLE = (Fact.VALUE, Fact.GROWTH)
#: Formulas that score marks of judges, which no figure stands for.
JUDGED = frozenset({"jury", "peer", "satisfaction"})
_MOST_PLACES = 6
_HUNDRED = Decimal(100)


@frozen(kw_only=True)
class Lever:
    """A figure of an organisation that more points can be had by.

    Attributes:
        better: 1 where it has to rise, −1 where it has to fall.
        step: the last decimal place in which figures of this item are published.
        pace: what a raise is measured by: the distance of the highest and the lowest of
            the group, or the organisation's own best change in the past.
        top: the most that there is (a score out of 100); None where there is no end.
    """

    item: str
    fact: Fact
    name: str
    unit: str
    now: Decimal
    better: int
    step: Decimal
    pace: Fraction
    top: Decimal | None = None

    @property
    def key(self) -> tuple[str, Fact]:
        """Return under what the reading is found."""
        return self.item, self.fact

    def at(self, steps: int) -> Decimal:
        """Return the value so many steps better."""
        return self.now + self.better * steps * self.step

    def cost(self, steps: int) -> Fraction:
        """Return what the raise costs, in paces."""
        return Fraction(self.step) * steps / self.pace

    @property
    def furthest(self) -> int:
        """Return how many steps are looked at: to 0, to the top, or far beyond all."""
        if self.better < 0 and self.now >= 0:
            return int(self.now / self.step)
        if self.better > 0 and self.top is not None:
            return max(0, int((self.top - self.now) / self.step))
        far = max(self.pace, abs(Fraction(self.now)), Fraction(self.step)) * 64
        return int(far / Fraction(self.step))


def levers(
    round_: Round, org: str, paces: Mapping[str, Decimal] | None = None
) -> tuple[tuple[Lever, ...], dict[str, str]]:
    """Return what can be raised, and why an item cannot.

    Args:
        round_: that is looked at.
        org: whose figures.
        paces: by item: the organisation's own best change in the past, in its unit; items
            without one are measured by the distance of the highest and lowest.
    """
    score, found = scored(round_.board, org), list[Lever]()
    reasons: dict[str, str] = {}
    for item in round_.board.rulebook.scored:
        points = score.of(item.id)
        if points is None or points.points is None or points.missing:
            reasons[item.id] = "本期缺数或不计分，先补报数据"
            continue
        own = tuple(_of_item(round_, org, item, paces or {}))
        if not own:
            reasons[item.id] = "由评委打分或没有可以提高的数值，不作推算"
        found += own
    return tuple(found), reasons


def _of_item(
    round_: Round, org: str, item: Item, paces: Mapping[str, Decimal]
) -> Iterator[Lever]:
    one = contestant(round_.field, org)
    facts = {leaf.on for leaf in _leaves(item.formula) if leaf.name not in JUDGED}
    better = -1 if item.formula and item.formula.name == "control" else item.direction
    for fact in MOVABLE:
        reading = one.reading(item.id, fact)
        if fact not in facts or reading is None or reading.value is None:
            continue
        known = _group_values(round_, one.group, item.id, fact)
        own_pace = paces.get(item.id) if fact is Fact.VALUE else None
        yield Lever(
            item=item.id,
            fact=fact,
            name=item.name if fact is Fact.VALUE else f"{item.name}增速",
            unit=item.unit.text if fact is Fact.VALUE else "%",
            now=reading.value,
            better=better,
            step=_step(known),
            pace=_pace(known, own_pace, reading.value),
            top=_top(item.formula, fact),
        )


def _top(formula: Formula | None, fact: Fact) -> Decimal | None:
    """Return the full marks of a score that was given: nobody gets more than these."""
    given = [leaf for leaf in _leaves(formula) if leaf.on is fact and leaf.name == "given"]
    ends = [leaf.parameters.get("of", _HUNDRED) for leaf in given]
    return min((end for end in ends if isinstance(end, Decimal)), default=None)


def _leaves(formula: Formula | None) -> Iterator[Formula]:
    if formula is None:
        return
    if not formula.parts:
        yield formula
    for _, part in formula.parts:
        yield from _leaves(part)


def _group_values(round_: Round, group: str, item: str, fact: Fact) -> list[Decimal]:
    readings = (
        each.reading(item, fact) for each in round_.field.contestants if each.group == group
    )
    return [r.value for r in readings if r is not None and r.value is not None]


def _step(values: list[Decimal]) -> Decimal:
    places = (-int(value.normalize().as_tuple().exponent) for value in values)
    return Decimal(1).scaleb(-min(max(0, *places, 0), _MOST_PLACES))


def _pace(values: list[Decimal], own: Decimal | None, now: Decimal) -> Fraction:
    if own:
        return abs(Fraction(own))
    spread = Fraction(max(values)) - Fraction(min(values))
    return spread or abs(Fraction(now)) or Fraction(1)
