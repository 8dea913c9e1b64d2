"""A field and its scoreboard → the same with other figures, rules or bounds."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import evolve, frozen

from paitou.contest.readings import Contestant, Field, Reading
from paitou.contest.results import Scoreboard
from paitou.contest.scoring import score
from paitou.model import Fact, Item, Rulebook, UsageError

Bounds = Mapping[tuple[str, str, Fact], tuple[Fraction, Fraction]]


@frozen
class Round:
    """A field, and the scoreboard that the rulebook made of it, given the one before."""

    field: Field
    board: Scoreboard
    before: Scoreboard | None = None


def play(rulebook: Rulebook, field: Field, before: Scoreboard | None = None) -> Round:
    """Return the field scored by a rulebook."""
    return Round(field, score(rulebook, field, before), before)


def contestant(field: Field, org: str) -> Contestant:
    """Return who takes part under this name.

    Raises:
        UsageError: nobody does.
    """
    found = next((each for each in field.contestants if each.org == org), None)
    if found is None:
        raise UsageError(f"“{org}”没有参加本期评比，请核对名称")
    return found


def with_contestant(field: Field, one: Contestant) -> Field:
    """Return the field with another state of one contestant."""
    everybody = (one if each.org == one.org else each for each in field.contestants)
    return evolve(field, contestants=tuple(everybody))


def with_values(
    field: Field, org: str, values: Mapping[tuple[str, Fact], Decimal]
) -> Field:
    """Return the field with other values of an organisation, by item and fact."""
    one = contestant(field, org)
    readings = dict(one.readings)
    for key, value in values.items():
        known = readings.get(key, Reading(value=None))
        readings[key] = evolve(known, value=value, why="")
    return with_contestant(field, evolve(one, readings=readings))


def without(field: Field, org: str) -> Field:
    """Return the field as if an organisation took no part."""
    return evolve(field, contestants=tuple(c for c in field.contestants if c.org != org))


def of_group(field: Field, group: str) -> Field:
    """Return the field with one group alone."""
    members = tuple(c for c in field.contestants if c.group == group)
    return evolve(field, contestants=members)


def only(rulebook: Rulebook, items: Collection[str]) -> Rulebook:
    """Return the rulebook with some scored items alone, and nothing that scores lead to.

    Points of these items are what they are among all, unless marks are stretched.
    """
    kept = (evolve(item, parent="") for item in rulebook.scored if item.id in items)
    return evolve(
        rulebook, items=tuple(kept), extras=(), extras_cap=None, vetoes=(), gates=(),
        classes=None, lists=(), ties=type(rulebook.ties)(),
    )  # fmt: skip


def with_bounds(rulebook: Rulebook, bounds: Bounds) -> Rulebook:
    """Return the rulebook with lowest and highest fixed where a decimal says them."""
    return evolve(rulebook, items=tuple(_fixed(item, bounds) for item in rulebook.items))


def without_bounds(rulebook: Rulebook) -> Rulebook:
    """Return the rulebook with lowest and highest taken from whoever takes part."""
    items = (evolve(item, bounds={}, fact_bounds={}) for item in rulebook.items)
    return evolve(rulebook, items=tuple(items))


def _fixed(item: Item, bounds: Bounds) -> Item:
    own = item.formula.on if item.formula else Fact.VALUE
    simple, others = dict(item.bounds), dict(item.fact_bounds)
    for (name, group, fact), pair in bounds.items():
        low, high = (as_decimal(bound) for bound in sorted(pair))
        if name != item.id or low is None or high is None:
            continue
        if fact is own:
            simple[group] = (low, high)
        else:
            others[group, fact] = (low, high)
    return evolve(item, bounds=simple, fact_bounds=others)


def as_decimal(ratio: Fraction) -> Decimal | None:
    """Return the ratio as a decimal, None where its digits never end."""
    rest, places = ratio.denominator, 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest //= prime
            count += 1
        places = max(places, count)
    if rest != 1:
        return None
    return Decimal(ratio.numerator * 10**places // ratio.denominator).scaleb(-places)
