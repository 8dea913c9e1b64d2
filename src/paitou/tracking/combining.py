"""Several series of one organisation → the series of their sums, and the parts of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from paitou.figures import Series, current, same_kind
from paitou.model import Bound, Figure, FigureState

_ORDER = (Bound.EXACT, Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST)


def combined(found: Sequence[Series]) -> tuple[Series, dict[str, tuple[str, ...]]]:
    """Return the sums by period, and the ids of the figures behind each sum's id.

    A sum with a part missing is a lower bound: counts and amounts are not negative.
    """
    periods = {period for series in found for period in series.by_period}
    sums: dict[str, Figure] = {}
    sources: dict[str, tuple[str, ...]] = {}
    for period in periods:
        vintages = [series.by_period.get(period, ()) for series in found]
        for day in sorted({v.visible_from for part in vintages for v in part}):
            parts = _known_parts(vintages, day)
            if parts and all(same_kind(parts[0].unit, part.unit) for part in parts):
                total = _sum(parts, day, is_complete=len(parts) == len(found))
                sums.setdefault(total.id, total)
                sources[total.id] = tuple(part.id for part in parts)
    return Series.of(sums.values()), sources


def _known_parts(vintages: Sequence[tuple[Figure, ...]], day: dt.date) -> list[Figure]:
    """Return the parts as known on a day: the published ones, else what there is."""
    seen = [[v for v in part if v.visible_from <= day] for part in vintages]
    published = [current(v for v in part if v.is_published) for part in seen]
    parts = published if any(published) else [current(part) for part in seen]
    return [part for part in parts if part and isinstance(part.value, Decimal)]


def _sum(parts: Sequence[Figure], day: dt.date, *, is_complete: bool) -> Figure:
    first = parts[0]
    amount = sum(p.value * p.unit.scale for p in parts if isinstance(p.value, Decimal))
    bound = max((p.bound for p in parts), key=_ORDER.index)
    settles = all(part.is_published for part in parts)
    return evolve(
        first,
        id="+".join(sorted(part.id for part in parts)),
        value=Decimal(amount) / first.unit.scale,
        bound=bound if is_complete else Bound.AT_LEAST,
        # One state for all of them, so that the later sum holds and not the older one.
        state=FigureState.CONFIRMED if settles else FigureState.UNVERIFIED,
        indicator="、".join(part.indicator for part in parts),
        known_on=day,
    )
