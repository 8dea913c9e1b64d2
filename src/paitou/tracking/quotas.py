"""A target and its quotas → the target of each organisation that carries a share."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from paitou.figures import Places
from paitou.model import (
    Measure,
    Period,
    PeriodKind,
    Quota,
    Statement,
    Unit,
    When,
    WhenKind,
)

_ADDED = frozenset({Measure.TOTAL})


def split_statement(
    statement: Statement, quotas: tuple[Quota, ...], whole: str, places: Places
) -> Iterator[tuple[str, Statement, tuple[Quota, ...]]]:
    """Yield the target of the whole, then that of each organisation with a quota.

    Each comes with the key of its organisation and the quotas of its years, in the
    statement's own unit. What carries no share ("/") has no target.
    """
    by_org: dict[str, list[Quota]] = {whole: []}
    for quota in quotas:
        if quota.value is not None:
            by_org.setdefault(places.key(quota.org) if quota.org else whole, []).append(
                _in_unit(quota, statement.unit)
            )
    for org, shares in by_org.items():
        ordered = tuple(sorted(shares, key=lambda q: q.period.last_month))
        if org == whole:
            yield org, statement, ordered
        elif isinstance(statement.value, Decimal):
            yield org, _share_of(statement, ordered), ordered


def quota_of(quotas: tuple[Quota, ...], year: int) -> Decimal | None:
    """Return what falls to a year, in the statement's unit; None where nothing does."""
    wanted = Period.of_year(year)
    return next(
        (q.value for q in quotas if q.period == wanted and q.value is not None), None
    )


def _in_unit(quota: Quota, unit: Unit) -> Quota:
    if not quota.unit or quota.value is None:
        return quota
    scale = Unit.parse(quota.unit).scale / unit.scale
    return evolve(quota, value=quota.value * scale, unit=None)


def _share_of(statement: Statement, quotas: tuple[Quota, ...]) -> Statement:
    """Return the statement as one organisation has to meet it, over its quotas' years."""
    spans = [q for q in quotas if q.period.kind is PeriodKind.SPAN]
    years = [q for q in quotas if q.period.kind is PeriodKind.YEAR]
    used = spans[-1:] or years or list(quotas)
    first = min(q.period.year for q in used)
    last = max(q.period.last for q in used)
    values = [q.value for q in used if q.value is not None]
    value = values[-1]
    if statement.measure in _ADDED:
        value = sum(values, Decimal(0))
    elif statement.measure is Measure.GROWTH_AVG:
        value = _mean_growth(values)
    kind = statement.when.kind
    when = When(
        kind=WhenKind.IN if kind is WhenKind.IN else kind,
        start=first if kind in (WhenKind.EACH, WhenKind.OVER, WhenKind.IN) else None,
        end=last,
        source=statement.when.source,
    )
    return evolve(statement, value=value, value_high=None, when=when)


def _mean_growth(values: list[Decimal]) -> Decimal:
    """Return the average growth in % that growths of single years make."""
    product = Decimal(1)
    for value in values:
        product *= 1 + value / 100
    mean = (float(product) ** (1 / len(values)) - 1) * 100
    return Decimal(mean).quantize(Decimal("0.0001")).normalize()
