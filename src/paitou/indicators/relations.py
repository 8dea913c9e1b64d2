"""Turns the table of relations between indicators into values: sums, parts and ratios."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from attrs import field, frozen

from paitou.indicators.shipped import ALIAS_SIGN, DATA, RELATIONS
from paitou.model import InternalError

HEAD = "kind,whole,parts,denominator,note"


class RelationKind(StrEnum):
    """How the values of indicators hang together for one place and period."""

    SUM = "sum"
    PART = "part"
    RATIO = "ratio"


class Denominator(StrEnum):
    """Whose denominator a ratio takes: the same place's, the place above's, a year's mean.

    The mean is that of the ends of this year and of the one before.
    """

    SAME = "same"
    ABOVE = "above"
    MEAN = "mean"


@frozen(kw_only=True)
class Relation:
    """One relation that holds by definition, in any plan.

    Attributes:
        whole: the whole of a sum or a part, the result of a ratio.
        parts: all summands of a sum; the one part; a ratio's numerator and denominator.
        note: where the definition is.
    """

    kind: RelationKind = field(converter=RelationKind)
    whole: str
    parts: tuple[str, ...]
    denominator_of: Denominator = field(converter=Denominator, default=Denominator.SAME)
    note: str = ""

    @property
    def id(self) -> str:
        """Return its name; a ratio has one for each result, so a plan's own replaces it."""
        if self.kind is RelationKind.RATIO:
            return f"ratio-{self.whole}"
        return f"{self.kind}-{self.whole}-of-{'-and-'.join(sorted(self.parts))}"

    @property
    def numerator(self) -> str:
        """Return what a ratio is taken of."""
        return self.parts[0]

    @property
    def denominator(self) -> str:
        """Return what a ratio is taken to."""
        return self.parts[1]

    @property
    def members(self) -> tuple[str, ...]:
        """Return the ids of all indicators that it ties together."""
        return (self.whole, *self.parts)


def parts_of_whole(whole: str, parts: tuple[str, ...], note: str) -> list[Relation]:
    """Return one relation for each part: no more than the whole."""
    return [
        Relation(kind=RelationKind.PART, whole=whole, parts=(part,), note=note)
        for part in parts
    ]


@cache
def read_relations() -> tuple[Relation, ...]:
    """Return the relations that ship with Paitou; a fault in these is a fault of ours."""
    from csv import reader

    with (DATA / RELATIONS).open(encoding="utf-8", newline="") as file:
        rows = reader(file)
        if next(rows) != HEAD.split(","):
            raise InternalError(f"{RELATIONS}: 表头应为 {HEAD}")
        return tuple(relation for row in rows for relation in _relations(row))


def _relations(row: list[str]) -> list[Relation]:
    kind, whole, written, denominator, note = row
    parts = tuple(written.split(ALIAS_SIGN))
    if kind == RelationKind.PART:
        return parts_of_whole(whole, parts, note)
    return [
        Relation(
            kind=RelationKind(kind),
            whole=whole,
            parts=parts,
            denominator_of=Denominator(denominator or Denominator.SAME),
            note=note,
        )
    ]
