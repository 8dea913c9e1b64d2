"""Several series of one organisation → the series of their sums, and the parts of each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from paitou.figures import Series, current, same_kind
from paitou.model import Bound, Figure

_ORDER = (Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST)


def combined(found: Sequence[Series]) -> tuple[Series, dict[str, tuple[str, ...]]]:
    """Return the sums by period, and the ids of the figures behind each sum's id.

    A sum with a part missing is a lower bound: counts and amounts are not negative.
    """
    periods = {period for series in found for period in series.by_period}
    sums: list[Figure] = []
    sources: dict[str, tuple[str, ...]] = {}
    for period in periods:
        parts = [current(series.by_period.get(period, ())) for series in found]
        there = [part for part in parts if part and isinstance(part.value, Decimal)]
        if not there or not all(same_kind(there[0].unit, p.unit) for p in there):
            continue
        total = _sum(there, is_complete=len(there) == len(found))
        sums.append(total)
        sources[total.id] = tuple(part.id for part in there)
    return Series.of(sums), sources


def _sum(parts: Sequence[Figure], *, is_complete: bool) -> Figure:
    first = parts[0]
    amount = sum(p.value * p.unit.scale for p in parts if isinstance(p.value, Decimal))
    bound = max((p.bound for p in parts), key=_ORDER.index)
    return evolve(
        first,
        id="+".join(sorted(part.id for part in parts)),
        value=Decimal(amount) / first.unit.scale,
        bound=bound if is_complete else Bound.AT_LEAST,
        state=min((part.state for part in parts), key=lambda state: state.rank),
        indicator="、".join(part.indicator for part in parts),
        known_on=max((p.known_on for p in parts if p.known_on), default=None),
    )
