"""Quotas of the plan and tasks of the contest → the target of an organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from attrs import field, frozen

from paitou.contest.fields.records import Records
from paitou.contest.fields.units import factor
from paitou.contest.readings import Reading
from paitou.figures import Places
from paitou.model import Book, Item, Measure, Period, Quota, Unit

_AMOUNTS = frozenset({Measure.LEVEL, Measure.TOTAL, Measure.PER_YEAR})


@frozen(kw_only=True)
class Targets:
    """What each organisation is to reach, by indicator and organisation."""

    _quotas: Mapping[tuple[str, str], tuple[tuple[Quota, Unit, Measure | None], ...]] = (
        field(factory=dict)
    )

    @classmethod
    def of(cls, book: Book, records: Records, places: Places) -> Targets:
        """Return the targets of a book: those of the contest first, then the plan's."""
        found: dict[tuple[str, str], list[tuple[Quota, Unit, Measure | None]]] = {}
        for task in records.tasks:
            key = (book.indicators.resolve(task.statement), places.key(task.org))
            found.setdefault(key, []).append((task, Unit.parse(task.unit or ""), None))
        statements = {statement.id: statement for statement in book.plan.statements}
        for quota in book.quotas:
            statement = statements.get(quota.statement)
            if statement is None or not quota.org:
                continue
            unit = Unit.parse(quota.unit) if quota.unit else statement.unit
            key = (statement.indicator_id, places.key(quota.org))
            found.setdefault(key, []).append((quota, unit, statement.measure))
        return cls(quotas={key: tuple(rows) for key, rows in found.items()})

    def reading(self, item: Item, indicator: str, org: str, period: Period) -> Reading:
        """Return the target for a period; that of the year where there is no other."""
        rows = [
            row for row in self._quotas.get((indicator, org), ()) if _speaks(item, row[2])
        ]
        for wanted, note in ((period, ""), (Period.of_year(period.year), "按全年任务")):
            found = [row for row in rows if row[0].period == wanted]
            if found:
                return _reading(item, found, note if wanted != period else "")
        return Reading(value=None, why=f"没有{period.label}的任务")


def _speaks(item: Item, measure: Measure | None) -> bool:
    """Whether a quota is of the measure of the item; a task of the contest always is."""
    if measure is None or measure is item.measure:
        return True
    return measure in _AMOUNTS and item.measure in _AMOUNTS


def _reading(
    item: Item, rows: Iterable[tuple[Quota, Unit, Measure | None]], note: str
) -> Reading:
    quota, unit, _ = next(iter(rows))
    if quota.value is None:
        return Reading(value=None, why="不承担这项任务（“/”）", where=quota.where)
    times = factor(unit, item.unit) if unit.text else Decimal(1)
    if times is None:
        words = f"任务以“{unit.text}”计，不能换算成“{item.unit.text}”"
        return Reading(value=None, why=words, where=quota.where)
    return Reading(
        value=quota.value * times, why=note, where=quota.where, source=quota.source
    )
