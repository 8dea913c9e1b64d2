"""Scores, ranks, classes and lists, every point with the arithmetic that gave it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from paitou.contest.readings import Event, Reading
from paitou.model import Fact, Issue, Period, Rulebook


@frozen(kw_only=True)
class Working:
    """The arithmetic of one formula.

    Attributes:
        formula: its registered name.
        share: of the item's full marks that it gives, exact; it may pass 1 or be negative.
        inputs: named numbers in the order of the sum (实际值, 最高值, 系数 …), exact.
        words: the sum with its numbers in Chinese: 60＋40×（8.2−3.1）÷（9.4−3.1）＝92.38.
        parts: of a mix: share and working of each part.
        clipped: whether a cap or a floor acted.
    """

    formula: str
    share: Fraction
    inputs: tuple[tuple[str, Fraction], ...] = ()
    words: str
    parts: tuple[tuple[Fraction, Working], ...] = ()
    clipped: bool = False


@frozen(kw_only=True)
class ItemPoints:
    """What an organisation gets for one item.

    Attributes:
        points: exact; None where the item does not count (re-weighted or unranked).
        full: full marks here, after weights of the group and re-weighting.
        rank: among those of its group that have points, ties 1-2-2-4.
        missing: the rule that was applied where there is no figure; empty otherwise.
    """

    item: str
    points: Fraction | None
    full: Fraction
    rank: int | None = None
    working: Working | None = None
    readings: tuple[tuple[Fact, Reading], ...] = ()
    missing: str = ""


@frozen(kw_only=True)
class ExtraPoints:
    """What an event added or deducted, after gates and caps."""

    extra: str
    points: Fraction
    event: Event
    words: str = ""


@frozen(kw_only=True)
class OrgScore:
    """An organisation's score and what follows from it.

    Attributes:
        exact: the score before rounding, None where it is not scored.
        score: as printed; ranks go by it.
        rank: in its group, None where it is not ranked; `why_unranked` then says why.
        vetoes: names of those that apply, with the event in words.
    """

    org: str
    group: str
    exact: Fraction | None
    score: Decimal | None
    rank: int | None
    points: tuple[ItemPoints, ...]
    extras: tuple[ExtraPoints, ...] = ()
    class_name: str | None = None
    class_reason: str = ""
    vetoes: tuple[str, ...] = ()
    why_unranked: str = ""

    def of(self, item: str) -> ItemPoints | None:
        """Return what it gets for an item."""
        return next((points for points in self.points if points.item == item), None)


@frozen(kw_only=True)
class Named:
    """One organisation on a list, and why."""

    org: str
    words: str


@frozen(kw_only=True)
class Scoreboard:
    """A period scored by a rulebook.

    Attributes:
        scores: by group in the rulebook's order, then rank, then name.
        bounds: highest and lowest that were used, by item, group and fact.
        notes: what the rulebook left to its general rules and where they acted, printed.
        lists: the organisations on each list, by its id.
    """

    rulebook: Rulebook
    period: Period | None
    scores: tuple[OrgScore, ...]
    bounds: Mapping[tuple[str, str, Fact], tuple[Fraction, Fraction]] = field(factory=dict)
    lists: Mapping[str, tuple[Named, ...]] = field(factory=dict)
    notes: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()

    def of(self, org: str) -> OrgScore | None:
        """Return the score of an organisation, None where it does not take part."""
        return next((score for score in self.scores if score.org == org), None)

    def group(self, group: str) -> tuple[OrgScore, ...]:
        """Return the scores of a group, the best first."""
        return tuple(score for score in self.scores if score.group == group)
