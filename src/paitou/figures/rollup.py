"""Figures of the parts of a place → the figure of the whole, or what is missing of it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from paitou.figures.derived import Computation, Derived, Question, derived, places_in
from paitou.figures.intervals import Interval, total
from paitou.figures.measuring import same_kind
from paitou.figures.ratios import numerator_unit, share_factor
from paitou.figures.view import LedgerView
from paitou.indicators.relations import Denominator, Relation, RelationKind
from paitou.model import Figure, Period, Unit

Reaches = Sequence[Interval]
_SHARE_PLACES = 2


@frozen(kw_only=True)
class RolledUp:
    """A whole from its parts; a part that is missing is no nought.

    Attributes:
        value: the whole, None while a part is missing.
        at_least: what the known parts make together, where no part can be below nothing.
        missing: the names of the parts without a figure.
    """

    value: Derived | None = None
    at_least: Derived | None = None
    missing: tuple[str, ...] = ()


def rolled_up(
    view: LedgerView, indicator_id: str, org: str, period: Period, definition: str = ""
) -> RolledUp:
    """Return the whole that the parts of an organisation make, or what is missing.

    Amounts are added over those that `Places` counts as summands. A rate of the whole is
    that of all parts together, Σ numerators ÷ Σ denominators, and never a mean of rates.
    """
    asked = Question(indicator_id, view.ledger.places.key(org), period)
    parts = view.ledger.places.summands(asked.org)
    if not parts:
        return RolledUp()
    if view.adds_up(indicator_id):
        return _added(view, asked, parts, definition)
    for relation in view.catalogue.relations_of(indicator_id):
        if _is_weighable(relation, indicator_id):
            return _weighted(view, asked, parts, relation)
    return RolledUp()


def _added(
    view: LedgerView, asked: Question, parts: tuple[str, ...], definition: str
) -> RolledUp:
    found = {
        part: view.figure(asked.indicator_id, part, asked.period, definition)
        for part in parts
    }
    unit = next((figure.unit for figure in found.values() if figure), None)
    known = [f for f in found.values() if f and unit and same_kind(f.unit, unit)]
    counted = {view.ledger.places.key(figure.org) for figure in known}
    missing = tuple(part for part in parts if part not in counted)
    if unit is None:
        return RolledUp(missing=_names(view, missing))
    sure = not missing
    if missing and not view.is_never_negative(asked.indicator_id):
        return RolledUp(missing=_names(view, missing))
    answer = derived(view, asked, _sum_of(known, unit, is_whole=sure, count=len(parts)))
    if sure:
        return RolledUp(value=answer)
    return RolledUp(at_least=answer, missing=_names(view, missing))


def _sum_of(
    figures: Sequence[Figure], unit: Unit, *, is_whole: bool, count: int
) -> Computation:
    def rule(reaches: Reaches) -> Interval:
        added = total(reaches)
        return added if is_whole else Interval(added.low, None)

    said = f"{count}个单位之和" if is_whole else f"{count}个单位中已有{len(figures)}个之和"
    return Computation(
        inputs=tuple(figures),
        rule=rule,
        form=said,
        unit=unit,
        factor=1 / unit.scale,
        places=max(places_in(figure, unit) for figure in figures),
    )


def _is_weighable(relation: Relation, indicator_id: str) -> bool:
    return (
        relation.kind is RelationKind.RATIO
        and relation.whole == indicator_id
        and relation.denominator_of is Denominator.SAME
    )


@frozen
class _Weight:
    """A part's numerator, or else its rate, beside its denominator."""

    numerator: Figure
    whole: Figure
    #: What the rate times the denominator is divided by; None of a numerator itself.
    factor: Decimal | None

    @property
    def unit(self) -> Unit:
        """Return the unit of its numerator."""
        if self.factor is None:
            return self.numerator.unit
        return numerator_unit(self.numerator.unit, self.whole.unit)


def _weighted(
    view: LedgerView, asked: Question, parts: tuple[str, ...], relation: Relation
) -> RolledUp:
    found = {part: _weight(view, relation, part, asked) for part in parts}
    missing = tuple(part for part, weight in found.items() if weight is None)
    weights = [weight for weight in found.values() if weight]
    unit = view.unit(asked.indicator_id)
    factor = share_factor(unit, view.indicator(asked.indicator_id)) if unit else None
    if missing or unit is None or factor is None or not _are_alike(weights, unit):
        return RolledUp(missing=_names(view, missing))

    def rule(reaches: Reaches) -> Interval:
        pairs = list(zip(reaches[::2], reaches[1::2], strict=True))
        tops = [_numerator(w, *pair) for w, pair in zip(weights, pairs, strict=True)]
        return total(tops) / total([whole for _, whole in pairs])

    name, under = (_named(view, each) for each in relation.parts)
    way = Computation(
        inputs=tuple(f for weight in weights for f in (weight.numerator, weight.whole)),
        rule=rule,
        form=f"{len(parts)}个单位的{name}之和 ÷ {under}之和",
        unit=unit,
        factor=factor,
        places=_SHARE_PLACES,
    )
    return RolledUp(value=derived(view, asked, way))


def _weight(
    view: LedgerView, relation: Relation, org: str, asked: Question
) -> _Weight | None:
    whole = view.figure(relation.denominator, org, asked.period)
    if whole is None:
        return None
    if part := view.figure(relation.numerator, org, asked.period):
        return _Weight(part, whole, None)
    rate = view.figure(relation.whole, org, asked.period)
    factor = share_factor(rate.unit, view.indicator(relation.whole)) if rate else None
    if rate is None or factor is None:
        return None
    return _Weight(rate, whole, factor * rate.unit.scale)


def _numerator(weight: _Weight, top: Interval, whole: Interval) -> Interval:
    return top if weight.factor is None else (top * whole).scaled(1 / weight.factor)


def _are_alike(weights: Sequence[_Weight], unit: Unit) -> bool:
    first = weights[0]
    return same_kind(numerator_unit(unit, first.whole.unit), first.unit) and all(
        same_kind(each.unit, first.unit) and same_kind(each.whole.unit, first.whole.unit)
        for each in weights
    )


def _names(view: LedgerView, orgs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(view.ledger.places.name, orgs))


def _named(view: LedgerView, indicator_id: str) -> str:
    known = view.indicator(indicator_id)
    return known.name if known else indicator_id
