"""The figures of a book → readings of items as known on a day, with why one is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve, field, frozen

from paitou.contest.fields.units import factor, unit_of
from paitou.contest.readings import Reading
from paitou.figures import Known, Ledger, LedgerView
from paitou.figures.cumulative import restated
from paitou.indicators import Additivity, Catalogue
from paitou.model import Fact, Figure, FigureState, Item, Measure, Period

_GROWTHS = frozenset({Measure.GROWTH, Measure.GROWTH_AVG, Measure.GROWTH_EACH})


@frozen(kw_only=True)
class Archive:
    """The figures of a book as they were known on a day.

    Attributes:
        period: that is asked for; of each item the period that figures have is taken.
    """

    ledger: Ledger
    catalogue: Catalogue
    as_of: dt.date
    period: Period
    _periods: dict[tuple[str, Measure], Period] = field(factory=dict, init=False)

    def indicator(self, item: Item) -> str:
        """Return the id of the indicator behind an item."""
        return self.catalogue.resolve(item.indicator or item.name)

    def settle(self, item: Item, measure: Measure, orgs: Iterable[str]) -> Period:
        """Return the period in which a measure of the item was reported to anybody.

        From January on where figures are so, else exactly as asked; one for all, so that
        nobody is compared over another time.
        """
        key = (item.id, measure)
        if key not in self._periods:
            series = [self._known(item, org, measure) for org in orgs]
            candidates = _candidates(self.period)
            found = (p for p in candidates if any(known.at(p) for known in series))
            self._periods[key] = next(found, candidates[0])
        return self._periods[key]

    def reading(self, item: Item, fact: Fact, org: str, period: Period) -> Reading:
        """Return what was known of a fact of the item; `org` is a key of the places."""
        measure = measure_of(item, fact)
        known = self._known(item, org, measure)
        figure = known.at(period) or self._at_end(item, known, period)
        if figure is not None:
            return self._told(item, fact, figure)
        if measure is Measure.LEVEL and (found := self._added(item, org, period)):
            return found
        words = f"到{_day(self.as_of)}没有{period.label}的数"
        return Reading(value=None, why=words)

    def _known(self, item: Item, org: str, measure: Measure) -> Known:
        indicator = self.indicator(item)
        prices = ""
        if measure in _GROWTHS and (entry := self.catalogue.get(indicator)):
            prices = entry.nominal.value if entry.nominal else ""
        series = self.ledger.series(indicator, org, measure, prices=prices)
        return series.known(self.as_of)

    def _at_end(self, item: Item, known: Known, period: Period) -> Figure | None:
        """Return the level at the end of the period of what has a level at any time."""
        entry = self.catalogue.get(self.indicator(item))
        if entry is None or entry.additivity is not Additivity.STOCK:
            return None
        ends = (
            f for f in known.backwards(period.last_month)
            if f.period.last_month == period.last_month
        )  # fmt: skip
        return next(ends, None)

    def _told(self, item: Item, fact: Fact, figure: Figure) -> Reading:
        reading = Reading(
            value=None,
            where=figure.where,
            figure=figure.id,
            source=figure.source,
            state=figure.state.label,
            known_on=figure.known_on,
        )
        label = figure.period.label
        if figure.value is None:
            return evolve(reading, why=f"{label}的数写作“/”")
        if not _counts(item, figure):
            return evolve(reading, why=f"{label}的数是{figure.state.label}，没有核定")
        if figure.value_high is not None or not isinstance(figure.value, Decimal):
            return evolve(reading, why=f"{label}的数不是单个数")
        times = factor(figure.unit, unit_of(item, fact))
        if times is None:
            wanted = unit_of(item, fact).text
            words = f"{label}的数以“{figure.unit.text}”计，不能换算成“{wanted}”"
            return evolve(reading, why=words)
        notes = []
        if figure.qualifier:
            notes.append(f"原文为“{figure.qualifier}”")
        if times != 1:
            notes.append(f"由{figure.value:f}{figure.unit.text}换算")
        return evolve(reading, value=figure.value * times, why="，".join(notes))

    def _added(self, item: Item, org: str, period: Period) -> Reading | None:
        """Return a flow from published figures of other periods: Q1 + Q2."""
        view = LedgerView(ledger=self.ledger, catalogue=self.catalogue, as_of=self.as_of)
        found = restated(view, self.indicator(item), org, period)
        if found is None or found.value_high is not None:
            return None
        times = factor(found.unit, unit_of(item, Fact.VALUE))
        if times is None:
            return None
        return Reading(
            value=found.value * times,
            why=f"由公布的数推算：{found.formula}",
            state=found.state.label,
        )


def measure_of(item: Item, fact: Fact) -> Measure:
    """Return what of its indicator a fact of an item is."""
    return Measure.GROWTH if fact is Fact.GROWTH else item.measure


def _counts(item: Item, figure: Figure) -> bool:
    """A figure counts from 已确认 on; 已报 where the rulebook has it from who is scored."""
    reported = item.is_self_reported and figure.state is FigureState.SUBMITTED
    return reported or figure.is_published


def _candidates(period: Period) -> list[Period]:
    return list(dict.fromkeys(_either(period)))


def _either(period: Period) -> Iterator[Period]:
    if period.year == period.last:
        yield Period.to_date(period.year, period.last_month % 12 + 1)
    yield period


def _day(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
