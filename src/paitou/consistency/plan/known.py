"""Published figures, and values computed from them → facts about variables."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from paitou.consistency.plan.sources import Source, Sourced, SourceKind
from paitou.consistency.plan.variables import Naming, Variable
from paitou.consistency.system import Constraint, Kind
from paitou.figures import Derived, LedgerView, derive, same_kind
from paitou.model import Bound, Figure, Period


def facts(
    variables: frozenset[Variable], view: LedgerView, naming: Naming
) -> Iterator[Sourced]:
    """Yield what is known of the variables on the view's day, exact as it was rounded.

    A published value of 7541.37 says between 7541.365 and 7541.375; a computed one as much
    as its inputs leave open.
    """
    for variable in sorted(variables):
        if variable.is_comparable:
            continue
        period = Period.of_year(variable.year)
        if period.last_day > view.as_of:
            continue
        figure = view.figure(variable.indicator_id, variable.org, period)
        if figure is not None:
            made = published(variable, figure, naming)
        else:
            found = derive(view, variable.indicator_id, variable.org, period)
            made = _computed(variable, found, naming) if found else None
        if made is not None:
            yield made


def published(variable: Variable, figure: Figure, naming: Naming) -> Sourced | None:
    """Return what a figure says of a variable; None where its unit does not fit."""
    unit = naming.unit(variable.indicator_id)
    if not isinstance(figure.value, Decimal) or not same_kind(figure.unit, unit):
        return None
    scale = Fraction(figure.unit.scale / unit.scale)
    value, half = Fraction(figure.value) * scale, _half(figure.value) * scale
    high = value if figure.value_high is None else Fraction(figure.value_high) * scale
    low_known = figure.bound is not Bound.AT_MOST
    high_known = figure.bound is not Bound.AT_LEAST
    words = f"{naming.words(variable)}{figure.qualifier}{figure.value}{figure.unit.text}"
    return _fact(
        variable,
        figure.id,
        (value - half if low_known else None, high + half if high_known else None),
        Source(kind=SourceKind.FIGURE, id=figure.id, words=words, quote=figure.where),
    )


def _computed(variable: Variable, found: Derived, naming: Naming) -> Sourced | None:
    unit = naming.unit(variable.indicator_id)
    if not same_kind(found.unit, unit):
        return None
    scale = Fraction(found.unit.scale / unit.scale)
    margin = Fraction(found.margin) * scale
    value = Fraction(found.value) * scale
    top = Fraction(found.value_high or found.value) * scale
    low = None if found.bound is Bound.AT_MOST else value - margin
    high = None if found.bound is Bound.AT_LEAST else top + margin
    source = Source(
        kind=SourceKind.FIGURE,
        id=found.inputs[0],
        words=f"{naming.words(variable)}（测算）：{found.formula}",
    )
    return _fact(variable, f"computed:{variable.name}", (low, high), source)


def _fact(
    variable: Variable,
    name: str,
    bounds: tuple[Fraction | None, Fraction | None],
    source: Source,
) -> Sourced:
    constraint = Constraint(
        name=f"fact:{name}",
        kind=Kind.FACT,
        terms={variable.name: Fraction(1)},
        lo=bounds[0],
        hi=bounds[1],
    )
    return Sourced(constraint=constraint, source=source)


def _half(value: Decimal) -> Fraction:
    """Return half of the last place that a value was written with."""
    exponent = value.as_tuple().exponent
    return Fraction(5) * Fraction(10) ** (
        (exponent if isinstance(exponent, int) else 0) - 1
    )
