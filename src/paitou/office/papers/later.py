"""A book and the day of an issued paper → the figures that were corrected since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import frozen

from paitou.model import Figure, Period


@frozen(kw_only=True)
class Corrected:
    """A figure that a paper could say, and what is known in its place."""

    name: str
    org: str
    period: str
    before: str
    after: str
    day: dt.date


def corrected_since(
    figures: Iterable[Figure], as_of: dt.date, today: dt.date, period: Period | None
) -> tuple[Corrected, ...]:
    """Return what was known on a day and is known otherwise today.

    Args:
        figures: every vintage that whoever looks may see.
        as_of: by what was known on this day the paper was written.
        today: by what is known on this day it is compared.
        period: of a paper about one, only figures that end with it.
    """
    series: dict[tuple[object, ...], list[Figure]] = {}
    for each in figures:
        ends_with = period is None or each.period.last_day == period.last_day
        if ends_with and each.visible_from <= today:
            series.setdefault(_about(each), []).append(each)
    found = (_corrected(each, as_of) for each in series.values())
    return tuple(sorted(filter(None, found), key=lambda one: (one.name, one.org)))


def _about(figure: Figure) -> tuple[object, ...]:
    name = figure.indicator_id or figure.indicator
    told = (figure.measure, figure.prices, figure.org, str(figure.period))
    return (name, *told, figure.definition)


def _corrected(series: list[Figure], as_of: dt.date) -> Corrected | None:
    """What changed of one number; None where nothing did, or nothing was known then."""
    dated = sorted(series, key=lambda each: each.visible_from)
    known = [each for each in dated if each.visible_from <= as_of]
    before, after = known[-1] if known else None, dated[-1]
    if before is None or (before.value, before.unit) == (after.value, after.unit):
        return None
    return Corrected(
        name=after.indicator,
        org=after.org,
        period=after.period.label,
        before="".join(_words(before)),
        after="".join(_words(after)),
        day=after.visible_from,
    )


def _words(figure: Figure) -> Iterator[str]:
    yield figure.qualifier
    yield "/" if figure.value is None else f"{figure.value}"
    yield "" if figure.value is None else figure.unit.text
