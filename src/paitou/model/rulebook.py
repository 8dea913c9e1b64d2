"""The rules of a contest or an appraisal (考核办法): what is scored, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from paitou.model.statement import Measure
from paitou.model.unit import Unit

#: What a formula may be told: a number, a word, a yes or no, or several numbers.
Parameter: TypeAlias = Decimal | str | bool | tuple[Decimal, ...]


class Fact(StrEnum):
    """What is known of an organisation for one item; a formula says which it looks at."""

    VALUE = "value"
    GROWTH = "growth"
    TARGET = "target"
    PREVIOUS = "previous"
    CITY = "city"
    COUNT = "count"


class Missing(StrEnum):
    """What becomes of an item for which an organisation has no figure."""

    ZERO = "zero"
    REWEIGHT = "reweight"
    GROUP_MEAN = "group_mean"
    GROUP_LOWEST = "group_lowest"
    LAST = "last"
    UNRANKED = "unranked"


class Flat(StrEnum):
    """What an item gives where highest and lowest are the same."""

    FULL = "full"
    HALF = "half"
    ZERO = "zero"


class SmallGroup(StrEnum):
    """What becomes of a score by comparison in a group of too few."""

    FIELD = "field"
    ALLOW = "allow"
    LEAVE_OUT = "leave_out"


class VetoEffect(StrEnum):
    """What a veto (一票否决) does; the score itself is never touched."""

    NO_HONOUR = "no_honour"
    LAST_CLASS = "last_class"
    NOT_ABOVE = "not_above"
    UNRANKED = "unranked"


class ClassRule(StrEnum):
    """Whether classes are cut by score or by share of the organisations."""

    CUT = "cut"
    SHARE = "share"


@frozen(kw_only=True)
class Formula:
    """How a raw value becomes points; a mix is made of parts with shares that sum to 1.

    Attributes:
        name: of a formula that is registered (ratio, efficacy, rank, …).
        on: the fact that it looks at.
        parameters: by name, as the formula documents them.
        parts: of a mix: share and formula.
    """

    name: str
    on: Fact = Fact.VALUE
    parameters: Mapping[str, Parameter] = field(factory=dict)
    parts: tuple[tuple[Decimal, Formula], ...] = ()


@frozen(kw_only=True)
class Item:
    """A node of the tree of indicators; one without children is scored by its formula.

    Attributes:
        parent: id of the node above, empty at the top.
        weight: full marks of a scored item; of a node above it, what its children sum to.
        indicator: as the catalogue, figures and columns of a table call it.
        direction: 1 where more is better, −1 where less is.
        source: who supplies the figures (数源部门).
        is_self_reported: whether those who are scored supply them.
        missing: for this item; None is the rule of the rulebook.
        bounds: lowest and highest fixed before figures came in, by group ("" is any).
        fact_bounds: the same for facts that only a part of a mix looks at (增速).
        is_on_top: its points come on top of full marks (加减分项): the weight is then only
            what its points are measured by, and no part of any sum.
        unit_note: what a reader has to know of how it is counted.
    """

    id: str
    name: str
    parent: str = ""
    weight: Decimal
    indicator: str = ""
    measure: Measure = Measure.LEVEL
    unit: Unit
    direction: int = 1
    source: str = ""
    is_self_reported: bool = False
    formula: Formula | None = None
    missing: Missing | None = None
    bounds: Mapping[str, tuple[Decimal, Decimal]] = field(factory=dict)
    fact_bounds: Mapping[tuple[str, Fact], tuple[Decimal, Decimal]] = field(factory=dict)
    is_on_top: bool = False
    unit_note: str = ""

    def fixed(self, group: str, fact: Fact) -> tuple[Decimal, Decimal] | None:
        """Return lowest and highest fixed for a fact in a group, None where none are."""
        for place in (group, ""):
            if (place, fact) in self.fact_bounds:
                return self.fact_bounds[place, fact]
        if fact is not (self.formula.on if self.formula else Fact.VALUE):
            return None
        return self.bounds.get(group, self.bounds.get(""))


@frozen(kw_only=True)
class Contestants:
    """A group that is ranked by itself (板块, 组别), with weights of its own if it has any.

    Attributes:
        orgs: names; where none is given, whatever matches kind and group of the book.
        weights: full marks by item that differ from the usual; 0 leaves the item out.
    """

    id: str
    name: str
    orgs: tuple[str, ...] = ()
    kind: str = ""
    group: str = ""
    weights: Mapping[str, Decimal] = field(factory=dict)


@frozen(kw_only=True)
class Extra:
    """Points added or deducted outside the items (加分、减分), with a cap.

    Attributes:
        each: points for one event; negative deducts. None where the event states them.
        cap: the most that it may add or deduct in all, as a positive number.
        gate: id of a gate that must be passed for it to count.
    """

    id: str
    name: str
    each: Decimal | None = None
    cap: Decimal | None = None
    gate: str = ""
    note: str = ""


@frozen(kw_only=True)
class Veto:
    """An event that costs honours or class whatever the score is."""

    id: str
    name: str
    effect: VetoEffect
    class_name: str = ""
    note: str = ""


@frozen(kw_only=True)
class Gate:
    """A value of an item that must be reached for an honour, an extra or a class."""

    id: str
    name: str
    item: str
    at_least: Decimal | None = None
    at_most: Decimal | None = None


@frozen(kw_only=True)
class ClassBand:
    """A class (优秀, A类) and where it ends.

    Attributes:
        least: by cut: the lowest score that belongs to it; None takes what is left.
        share: by share: up to which cumulated share, 0 to 1, from the top.
        gate: id of a gate that must be passed.
    """

    name: str
    least: Decimal | None = None
    share: Decimal | None = None
    gate: str = ""


@frozen(kw_only=True)
class Classes:
    """How scores become classes.

    Attributes:
        most: the largest share of a group that may be in the first class; None is any.
        exempt: events that keep an organisation out of classes, or out of the last:
            name of the event to the class it is treated as ("" is 不定等级).
        not_below: name of an event to the class below which it keeps nobody.
    """

    rule: ClassRule
    bands: tuple[ClassBand, ...]
    most: Decimal | None = None
    exempt: Mapping[str, str] = field(factory=dict)
    not_below: Mapping[str, str] = field(factory=dict)


class ListRule(StrEnum):
    """By what an organisation comes onto a list."""

    TOP = "top"
    BOTTOM = "bottom"
    RISEN = "risen"
    FALLEN = "fallen"
    BELOW = "below"
    ABOVE = "above"


@frozen(kw_only=True)
class Honours:
    """A list that names organisations by rule: 先进, 进位, 提醒, 红榜, 黑榜.

    Attributes:
        count: how many are named in each group; `counts` where groups differ.
        by: id of an item; empty is the score.
        threshold: places for risen and fallen, points for above and below.
        tone: praise, remind or warn.
    """

    id: str
    name: str
    rule: ListRule
    count: int | None = None
    counts: Mapping[str, int] = field(factory=dict)
    by: str = ""
    threshold: Decimal | None = None
    gate: str = ""
    tone: str = "praise"


@frozen(kw_only=True)
class Ties:
    """When scores are equal and what decides then; the order of rows never does.

    Attributes:
        tolerance: scores no further apart than this share their rank (1-2-2-4).
        chain: ids of items that are compared one after the other; empty shares the rank.
    """

    tolerance: Decimal = Decimal(0)
    chain: tuple[str, ...] = ()


@frozen(kw_only=True)
class Rulebook:
    """A whole rulebook.

    Attributes:
        source: the published rules it follows, with place, year and number.
        is_ours: whether anything in it that was not published is our own; `ours` says what.
        full: full marks before extras.
        decimals: to how many places a score is printed; ranks use the printed score.
        small: groups of fewer than this are small.
        sha256: of the text it was read from, in hexadecimal.
        unsaid: keys of the rules that the text leaves to their defaults.
        places: file and line of each part by kind and id (item, gdp), where it was read.
    """

    id: str
    title: str
    source: str
    is_ours: bool = False
    ours: str = ""
    note: str = ""
    rhythm: str = "quarterly"
    full: Decimal = Decimal(100)
    decimals: int = 2
    items: tuple[Item, ...]
    groups: tuple[Contestants, ...] = ()
    extras: tuple[Extra, ...] = ()
    extras_cap: Decimal | None = None
    vetoes: tuple[Veto, ...] = ()
    gates: tuple[Gate, ...] = ()
    classes: Classes | None = None
    lists: tuple[Honours, ...] = ()
    ties: Ties = field(factory=Ties)
    missing: Missing = Missing.ZERO
    flat: Flat = Flat.FULL
    small: int = 5
    small_group: SmallGroup = SmallGroup.ALLOW
    sha256: str = ""
    unsaid: frozenset[str] = field(factory=frozenset, eq=False)
    places: Mapping[tuple[str, str], str] = field(factory=dict, eq=False, repr=False)

    @property
    def scored(self) -> tuple[Item, ...]:
        """Return the items that are scored: those that no other lies under."""
        above = {item.parent for item in self.items}
        return tuple(item for item in self.items if item.id not in above)

    def item(self, item_id: str) -> Item | None:
        """Return the item with this id, None where there is none."""
        return next((item for item in self.items if item.id == item_id), None)

    def place(self, kind: str, name: str) -> str:
        """Return file and line of a part, or what is known instead of them."""
        return self.places.get((kind, name), f"考核办法 {self.id}")

    def weight(self, item: Item, group: Contestants | None) -> Decimal:
        """Return the full marks of an item for a group."""
        return (group.weights if group else {}).get(item.id, item.weight)
