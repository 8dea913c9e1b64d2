"""Relations between indicators and published figures → the value that follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from paitou.figures.derived import Computation, Derived, Question, derived, places_in
from paitou.figures.intervals import rest, total
from paitou.figures.measuring import same_kind
from paitou.figures.ratios import ratio_of
from paitou.figures.view import LedgerView
from paitou.indicators.relations import Denominator, Relation, RelationKind
from paitou.model import Bound, Period

Found = Iterator[Derived | None]


def derive(view: LedgerView, indicator_id: str, org: str, period: Period) -> Derived | None:
    """Return the value that follows in one step from published figures and a relation.

    Exact ones come before bounds, then those that rounding moves least.
    """
    return next(iter(derivations(view, indicator_id, org, period)), None)


def derivations(
    view: LedgerView, indicator_id: str, org: str, period: Period
) -> tuple[Derived, ...]:
    """Return every value that follows in one step, the best first."""
    asked = Question(indicator_id, view.ledger.places.key(org), period)
    found = [
        answer
        for relation in view.catalogue.relations_of(indicator_id)
        for answer in _WAYS[relation.kind](view, relation, asked)
        if answer is not None and _is_possible(view, answer)
    ]
    return tuple(sorted(found, key=_worse))


def _by_sum(view: LedgerView, relation: Relation, asked: Question) -> Found:
    """The whole is all parts; a part is the whole without the others."""
    others = [m for m in relation.members if m != asked.indicator_id]
    found = [view.figure(other, asked.org, asked.period) for other in others]
    figures = [figure for figure in found if figure is not None]
    if len(figures) < len(found):
        return
    usual = view.unit(asked.indicator_id) or figures[0].unit
    unit = usual if same_kind(usual, figures[0].unit) else figures[0].unit
    if not all(same_kind(figure.unit, unit) for figure in figures):
        return
    is_whole = asked.indicator_id == relation.whole
    yield derived(
        view,
        asked,
        Computation(
            inputs=tuple(figures),
            rule=total if is_whole else rest,
            form=(" + " if is_whole else " − ").join(
                f"{{{i}}}" for i in range(len(figures))
            ),
            unit=unit,
            factor=1 / unit.scale,
            places=max(places_in(figure, unit) for figure in figures),
        ),
    )


def _by_ratio(view: LedgerView, relation: Relation, asked: Question) -> Found:
    if asked.indicator_id == relation.whole:
        yield ratio_of(view, relation, asked.org, asked.period).solved_for_share(asked)
        return
    if asked.indicator_id == relation.numerator:
        yield ratio_of(view, relation, asked.org, asked.period).solved_for_part(asked)
    if asked.indicator_id == relation.denominator:
        for org in _below(view, relation, asked.org):
            yield ratio_of(view, relation, org, asked.period).solved_for_whole(asked)


def _below(view: LedgerView, relation: Relation, org: str) -> tuple[str, ...]:
    """Return those whose ratio has this organisation's value as its denominator."""
    if relation.denominator_of is not Denominator.ABOVE:
        return (org,)
    places = view.ledger.places
    reported = view.ledger.orgs(relation.whole)
    return tuple(each for each in reported if places.above(each)[:1] == (org,))


def _by_part(_view: LedgerView, _relation: Relation, _asked: Question) -> Found:
    """A part says no value of the whole, only a bound, which `bounds` finds."""
    yield from ()


_WAYS: dict[RelationKind, Callable[[LedgerView, Relation, Question], Found]] = {
    RelationKind.SUM: _by_sum,
    RelationKind.RATIO: _by_ratio,
    RelationKind.PART: _by_part,
}


def _is_possible(view: LedgerView, answer: Derived) -> bool:
    """Return whether it is not below nothing where that cannot be: then inputs clash."""
    top = answer.value if answer.value_high is None else answer.value_high
    if answer.bound is Bound.AT_LEAST or not view.is_never_negative(answer.indicator_id):
        return True
    return top + answer.margin >= 0


def _worse(answer: Derived) -> tuple[int, Decimal, str]:
    size = abs(answer.value) or Decimal(1)
    order = (Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST)
    return order.index(answer.bound), answer.margin / size, answer.formula
