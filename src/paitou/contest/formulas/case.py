"""What a formula is asked: one organisation's facts for an item, and those of its group."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Protocol, TypeAlias

from attrs import evolve, field, frozen

from paitou.contest.formulas.descriptions import describe
from paitou.contest.formulas.wording import less
from paitou.contest.results import Working
from paitou.model import Fact, Flat, Formula, Parameter

#: Digits of a root, which no fraction gives exactly.
_DIGITS = 50


@frozen(kw_only=True, slots=False)
class Peers:
    """The values of a group for one fact of an item, in rising order.

    Attributes:
        bounds: lowest and highest, fixed before or those of the values.
        is_fixed: whether they were fixed before figures came in.
    """

    values: tuple[Fraction, ...]
    bounds: tuple[Fraction, Fraction]
    is_fixed: bool = False

    @property
    def count(self) -> int:
        """Return how many have a value."""
        return len(self.values)

    @cached_property
    def width(self) -> Fraction:
        """Return how far highest and lowest lie apart."""
        return self.bounds[1] - self.bounds[0]

    @cached_property
    def width_words(self) -> str:
        """Return the same as it stands in a sum: （9.4−3.1）."""
        return less(self.bounds[1], self.bounds[0])

    def better(self, value: Fraction, direction: int) -> int:
        """Return how many are strictly better than a value of the group."""
        first, last = self._places[value]
        return len(self.values) - last if direction > 0 else first

    def equal(self, value: Fraction) -> int:
        """Return how many have exactly this value, which is one of the group."""
        first, last = self._places[value]
        return last - first

    @cached_property
    def _places(self) -> Mapping[Fraction, tuple[int, int]]:
        """Where in the order each value begins and ends."""
        found: dict[Fraction, tuple[int, int]] = {}
        for place, value in enumerate(self.values):
            found[value] = (found.get(value, (place,))[0], place + 1)
        return found

    @cached_property
    def mean(self) -> Fraction:
        """Return the mean of the values."""
        return sum(self.values, Fraction(0)) / len(self.values)

    @cached_property
    def deviation(self) -> Fraction:
        """Return the standard deviation (n−1) to 50 digits; 0 for fewer than two."""
        if len(self.values) < 2:
            return Fraction(0)
        squares = sum(((v - self.mean) ** 2 for v in self.values), Fraction(0))
        return root(squares / (len(self.values) - 1))


def rising(value: Fraction) -> tuple[float, Fraction]:
    """Return a key that sorts exactly and fast: fractions only where floats are equal."""
    try:
        return float(value), value
    except OverflowError:
        return (math.inf if value > 0 else -math.inf), value


def root(value: Fraction) -> Fraction:
    """Return the square root to 50 digits, exactly those digits from then on."""
    with localcontext() as context:
        context.prec = _DIGITS
        return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).sqrt())


@frozen(kw_only=True)
class Case:
    """The question to a formula.

    Attributes:
        full: the full marks that its points are measured by.
        facts: of the organisation, exact; one that is not known is not there.
        marks: of judges, or votes by level.
        peers: of the group, by fact.
        flat: what an item gives where highest and lowest are the same.
    """

    formula: Formula
    direction: int = 1
    full: Fraction
    facts: Mapping[Fact, Fraction] = field(factory=dict)
    city: Mapping[Fact, Fraction] = field(factory=dict)
    marks: tuple[Fraction, ...] = ()
    peers: Mapping[Fact, Peers] = field(factory=dict)
    flat: Flat = Flat.FULL

    @property
    def value(self) -> Fraction | None:
        """Return the fact that the formula looks at."""
        return self.facts.get(self.formula.on)

    def number(self, name: str) -> Fraction | None:
        """Return a parameter that is a number: as given, else its default, else None."""
        value = self._parameter(name)
        return _exact(value) if isinstance(value, Decimal) else None

    def numbers(self, name: str) -> tuple[Fraction, ...]:
        """Return a parameter that is several numbers, empty where there are none."""
        value = self._parameter(name)
        return tuple(map(_exact, value)) if isinstance(value, tuple) else ()

    def word(self, name: str) -> str:
        """Return a parameter that is a word, empty where there is none."""
        value = self._parameter(name)
        return value if isinstance(value, str) else ""

    def is_on(self, name: str) -> bool:
        """Return a parameter that is a yes or no; one that is not given is no."""
        return self._parameter(name) is True

    def part(self, share: Fraction, formula: Formula) -> Case:
        """Return the question to a part of a mix."""
        return evolve(self, formula=formula, full=self.full * share)

    def _parameter(self, name: str) -> Parameter | None:
        if name in self.formula.parameters:
            return self.formula.parameters[name]
        return _default(self.formula.name, name)


@lru_cache(maxsize=512)
def _exact(number: Decimal) -> Fraction:
    return Fraction(number)


@lru_cache(maxsize=512)
def _default(formula: str, name: str) -> Parameter | None:
    described = describe(formula)
    known = described.parameter(name) if described else None
    return known.default if known else None


@frozen
class Lack:
    """Why a formula has no answer; the rule for missing figures then holds."""

    why: str


Answer: TypeAlias = Working | Lack


class Scorer(Protocol):
    """A formula; others register theirs in the entry-point group `paitou.scorers`."""

    def __call__(self, case: Case, /) -> Answer:
        """Return the share of full marks with its sum in words, or what is lacking."""


#: What a fact is called in a sum.
FACT_WORDS = {
    Fact.VALUE: "实际值",
    Fact.GROWTH: "增速",
    Fact.TARGET: "目标值",
    Fact.PREVIOUS: "上期值",
    Fact.CITY: "全市值",
    Fact.COUNT: "件数",
}


def lacking(case: Case, fact: Fact | None = None) -> Lack:
    """Return that a fact is missing."""
    return Lack(f"缺少{FACT_WORDS[fact or case.formula.on]}")


def clipped(
    value: Fraction, low: Fraction | None, high: Fraction | None
) -> tuple[Fraction, str]:
    """Return the value within its limits, and which of them acted, in words."""
    if high is not None and value > high:
        return high, "最高"
    if low is not None and value < low:
        return low, "最低"
    return value, ""
