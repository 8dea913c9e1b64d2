"""A field → groups with their members, and every fact as an exact number, by item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from attrs import field, frozen

from paitou.contest.formulas import describe
from paitou.contest.readings import Contestant, Field, Reading
from paitou.model import Contestants, Fact, Formula, Item, Rulebook, SmallGroup, UsageError


@frozen(kw_only=True)
class Entrant:
    """A contestant with its facts by item: as they were read, and exact."""

    contestant: Contestant
    readings: Mapping[str, tuple[tuple[Fact, Reading], ...]]
    facts: Mapping[str, Mapping[Fact, Fraction]]

    @property
    def org(self) -> str:
        """Return its name."""
        return self.contestant.org

    @property
    def group(self) -> str:
        """Return the id of its group."""
        return self.contestant.group

    def known(self, item: str) -> Mapping[Fact, Fraction]:
        """Return the facts of an item that are known."""
        return self.facts.get(item, {})


@frozen(kw_only=True, slots=False)
class Roster:
    """Everybody who takes part, by group in the rulebook's order; rows lose their order."""

    rulebook: Rulebook
    groups: Mapping[str, tuple[Entrant, ...]]
    city: Mapping[str, Mapping[Fact, Fraction]]
    city_readings: Mapping[str, tuple[tuple[Fact, Reading], ...]] = field(factory=dict)

    @classmethod
    def of(cls, rulebook: Rulebook, taking_part: Field) -> Roster:
        """Return the roster of a field.

        Raises:
            UsageError: an organisation takes part twice.
        """
        names = [contestant.org for contestant in taking_part.contestants]
        if twice := sorted(name for name, n in Counter(names).items() if n > 1):
            raise UsageError(f"“{twice[0]}”在参评单位里出现了不止一次，请只留一行")
        found: dict[str, list[Entrant]] = {group.id: [] for group in rulebook.groups}
        others = sorted({c.group for c in taking_part.contestants} - set(found))
        found |= {group: [] for group in others}
        for contestant in sorted(taking_part.contestants, key=lambda c: c.org):
            found[contestant.group].append(_entrant(contestant))
        city = _by_item(taking_part.city)
        return cls(
            rulebook=rulebook,
            groups={group: tuple(members) for group, members in found.items() if members},
            city={item: _exact(known) for item, known in city.items()},
            city_readings=city,
        )

    @cached_property
    def _contestants(self) -> Mapping[str, Contestants]:
        return {group.id: group for group in self.rulebook.groups}

    def name(self, group: str) -> str:
        """Return what a group is called; 全部单位 where there is none."""
        known = self._contestants.get(group)
        return known.name if known else group or "全部单位"

    def weight(self, item: Item, group: str) -> Fraction:
        """Return the full marks of an item in a group."""
        return Fraction(self.rulebook.weight(item, self._contestants.get(group)))

    def items(self, group: str) -> tuple[Item, ...]:
        """Return the items that count in a group."""
        return tuple(i for i in self.rulebook.scored if self.weight(i, group) > 0)

    def is_small(self, group: str) -> bool:
        """Return whether a group is of too few to compare."""
        return len(self.groups[group]) < self.rulebook.small

    def company(self, item: Item, group: str) -> tuple[Entrant, ...]:
        """Return those that a member of the group is compared with."""
        pools = self.rulebook.small_group is SmallGroup.FIELD and self.is_small(group)
        if not pools:
            return self.groups[group]
        return tuple(
            entrant
            for other, members in self.groups.items()
            if self.weight(item, other) > 0
            for entrant in members
        )


def compared_facts(formula: Formula | None) -> tuple[Fact, ...]:
    """Return the facts in which a formula or its parts compare; a stranger's own."""
    if formula is None:
        return ()
    described = describe(formula.name)
    own = (formula.on,) if described is None or described.compares else ()
    parts = (fact for _, part in formula.parts for fact in compared_facts(part))
    return tuple(dict.fromkeys((*own, *parts)))


def _entrant(contestant: Contestant) -> Entrant:
    readings = _by_item(contestant.readings)
    facts = {item: _exact(known) for item, known in readings.items()}
    return Entrant(contestant=contestant, readings=readings, facts=facts)


def _by_item(
    readings: Mapping[tuple[str, Fact], Reading],
) -> dict[str, tuple[tuple[Fact, Reading], ...]]:
    found: dict[str, list[tuple[Fact, Reading]]] = {}
    for (item, fact), reading in sorted(readings.items(), key=lambda pair: pair[0]):
        found.setdefault(item, []).append((fact, reading))
    return {item: tuple(known) for item, known in found.items()}


def _exact(known: tuple[tuple[Fact, Reading], ...]) -> dict[Fact, Fraction]:
    return {
        fact: Fraction(reading.value)
        for fact, reading in known
        if reading.value is not None
    }
