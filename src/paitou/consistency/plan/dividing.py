"""A bound of a ratio → the same bound of its part against its whole, in their units."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from paitou.consistency.plan.variables import Naming, Variable
from paitou.figures import same_kind
from paitou.figures.ratios import numerator_unit, share_factor
from paitou.indicators.relations import Denominator, Relation, RelationKind
from paitou.model import Unit


@frozen(kw_only=True)
class Division:
    """A ratio as its part, and what it is taken to with the weight of each.

    Attributes:
        factor: the ratio, in the base of its unit, times this is part ÷ whole as the
            variables are measured.
    """

    part: Variable
    wholes: tuple[tuple[Variable, Fraction], ...]
    factor: Fraction

    def against(self, bound: Decimal) -> dict[Variable, Fraction]:
        """Return the terms of `part − bound · whole`."""
        terms = {self.part: Fraction(1)}
        for whole, weight in self.wholes:
            terms[whole] = terms.get(whole, 0) - Fraction(bound) * self.factor * weight
        return terms


def divisions(ratio: Variable, unit: Unit, naming: Naming) -> Iterator[Division]:
    """Yield how a ratio that is written in this unit is a part against a whole.

    30 % of GDP: part ≥ 0.3 · whole. 12万元 a head over the year's mean: 亿元 of GDP ≥
    12 · (万人 of this year's end + 万人 of the last's) ÷ 2. Both are exact for any number;
    only a ratio that is not yet a number would be a product of unknowns.
    """
    for relation in naming.catalogue.relations_of(ratio.indicator_id):
        if relation.kind is RelationKind.RATIO and relation.whole == ratio.indicator_id:
            found = _division(relation, ratio, unit, naming)
            if found is not None:
                yield found


def _division(
    relation: Relation, ratio: Variable, unit: Unit, naming: Naming
) -> Division | None:
    part, whole = naming.unit(relation.numerator), naming.unit(relation.denominator)
    factor = share_factor(unit, naming.catalogue.get(relation.whole))
    wholes = _wholes(relation, ratio, naming)
    if not factor or not wholes or not same_kind(numerator_unit(unit, whole), part):
        return None
    return Division(
        part=ratio.at(relation.numerator),
        wholes=wholes,
        factor=Fraction(whole.scale) / Fraction(part.scale * factor * unit.scale),
    )


def _wholes(
    relation: Relation, ratio: Variable, naming: Naming
) -> tuple[tuple[Variable, Fraction], ...]:
    here = ratio.at(relation.denominator)
    if relation.denominator_of is Denominator.ABOVE:
        above = naming.ledger.places.above(ratio.org)[:1]
        return tuple((ratio.at(relation.denominator, org), Fraction(1)) for org in above)
    if relation.denominator_of is Denominator.MEAN:
        half = Fraction(1, 2)
        return ((here, half), (here.in_year(here.year - 1), half))
    return ((here, Fraction(1)),)
