"""Variables of a place and of those within it → the identities that add them up."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from paitou.consistency.plan.known import published
from paitou.consistency.plan.sources import Source, Sourced, SourceKind
from paitou.consistency.plan.variables import Naming, Variable
from paitou.consistency.system import Constraint, Kind
from paitou.figures import LedgerView
from paitou.model import Bound, Period, PeriodKind


def added(
    variables: frozenset[Variable],
    view: LedgerView,
    naming: Naming,
    also: frozenset[str] = frozenset(),
) -> Iterator[Sourced]:
    """Yield that a place is the sum of its summands, where two are spoken of or more.

    Only what adds up and cannot be below nothing, or is named in `also`, and only where
    the published figures of the last common year agree but for rounding: what lies
    between a city and its districts (市本级, 口径) stays possible.
    """
    places = naming.ledger.places
    parents = {above for v in variables for above in places.above(v.org)[:1]}
    wholes = {v.at(v.indicator_id, org) for v in variables for org in (v.org, *parents)}
    for whole in sorted(wholes):
        parts = tuple(whole.at(whole.indicator_id, o) for o in places.summands(whole.org))
        if not parts or sum(each in variables for each in (whole, *parts)) < 2:
            continue
        if _adds(whole.plain_id, view, also) and not differs(whole, parts, view, naming):
            yield _identity(whole, parts, naming)


def differs(
    whole: Variable, parts: tuple[Variable, ...], view: LedgerView, naming: Naming
) -> bool:
    """Return whether the figures of the last common year do not add up."""
    figures = view.figures(whole.plain_id, whole.org)
    years = [f.period for f in figures if f.period.kind is PeriodKind.YEAR]
    for period in sorted(set(years), reverse=True):
        found = [_reach(view, naming, each, period) for each in parts]
        beside = _reach(view, naming, whole, period)
        known = [reach for reach in found if reach is not None]
        if beside is None or len(known) < len(parts):
            continue
        low, high = (sum((r[end] for r in known), Fraction(0)) for end in (0, 1))
        return low > beside[1] or high < beside[0]
    return False


def _reach(
    view: LedgerView, naming: Naming, variable: Variable, period: Period
) -> tuple[Fraction, Fraction] | None:
    figure = view.figure(variable.plain_id, variable.org, period)
    if figure is None or figure.bound is not Bound.EXACT:
        return None
    made = published(variable, figure, naming)
    if made is None or made.constraint.lo is None or made.constraint.hi is None:
        return None
    return made.constraint.lo, made.constraint.hi


def _adds(indicator_id: str, view: LedgerView, also: frozenset[str]) -> bool:
    if indicator_id in also:
        return True
    return view.adds_up(indicator_id) and view.is_never_negative(indicator_id)


def _identity(whole: Variable, parts: tuple[Variable, ...], naming: Naming) -> Sourced:
    terms = {part.name: Fraction(-1) for part in parts}
    places = naming.ledger.places
    kinds = [places.org(part.org) for part in parts]
    kind = "县（市、区）" if all(o and o.kind.is_area for o in kinds) else "单位"
    return Sourced(
        constraint=Constraint(
            name=f"places@{whole.name}",
            kind=Kind.IDENTITY,
            terms={whole.name: Fraction(1), **terms},
            lo=Fraction(0),
            hi=Fraction(0),
        ),
        source=Source(
            kind=SourceKind.RELATION,
            id="sum-of-places",
            words=f"{naming.words(whole)}＝{len(parts)}个{kind}之和",
            quote="、".join(places.name(part.org) for part in parts),
        ),
    )
