"""What a form asks for and the example's own figures → a number to fill in, by a seed."""

from __future__ import annotations

import random
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from paitou.figures import Places
from paitou.indicators import Additivity
from paitou.model import Book, Figure, Measure, Period, Unit
from paitou.office.reporting.asks import Ask
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.wanted import catalogue_of

#: The numbers of a seed are the same on every machine and on every day.
SEED = 20260101
_POINTS = frozenset({"%", "‰", "个百分点"})
#: A year's growth is taken over from the year before, within these bounds, and moved a bit.
_SLOWEST, _FASTEST, _MOVE = Decimal("0.97"), Decimal("1.15"), 0.02
#: How far a rate moves in a year, in its own points.
_DRIFT = 0.3
_YEARLY = Typed(text="/", note="年度指标，季度没有数")
_NEVER = Typed(text="/", note="统计制度没有覆盖，正在与统计部门对接")
_YEAR = 12

_Key = tuple[str, Measure, str, str]


class Simulated:
    """Numbers for the cells of a book: its own where it has them, else a year on."""

    def __init__(self, book: Book, seed: int = SEED) -> None:
        self._seed = seed
        self._places = Places.of(book.orgs, book.title)
        self._catalogue = catalogue_of(book)
        self._figures = _latest(book.figures, self._places)
        #: What is reported more often than once a year.
        self._counted = {
            key[:3] for key, figure in self._figures.items() if figure.period.months < _YEAR
        }

    def typed(self, ask: Ask) -> Typed:
        """Return what is typed into a cell; a number that never was is told to be none."""
        value = self._value(ask, ask.org)
        if value is not None:
            return Typed(text=f"{value:f}")
        return _YEARLY if ask.last or ask.quota else _NEVER

    def _value(self, ask: Ask, org: str) -> Decimal | None:
        if own := self._known(ask, org, ask.period):
            return _in_unit(own, ask.unit)
        year_ago = self._known(ask, org, ask.period.shifted(-1))
        if year_ago is None:
            return self._from_quota(ask) if ask.quota else self._from_last(ask)
        base = _in_unit(year_ago, ask.unit)
        if ask.measure is Measure.GROWTH or Unit.parse(ask.unit).base in _POINTS:
            return self._drifted(base, ask, org)
        whole = self._as_parts(ask, org, base)
        if whole is not None:
            return whole
        before = self._known(ask, org, ask.period.shifted(-2))
        return _rounded(base * self._factor(ask, org, base, before), base)

    def _as_parts(self, ask: Ask, org: str, base: Decimal) -> Decimal | None:
        """Return the whole as its parts move, so that sums that held still hold."""
        parts = self._places.summands(org)
        then = [self._known(ask, part, ask.period.shifted(-1)) for part in parts]
        known = [_in_unit(each, ask.unit) for each in then if each is not None]
        if not parts or len(known) < len(parts) or not sum(known):
            return None
        now = [self._value(ask, part) for part in parts]
        total = sum((each for each in now if each is not None), Decimal(0))
        return _rounded(base * total / sum(known), base)

    def _factor(self, ask: Ask, org: str, base: Decimal, before: Figure | None) -> Decimal:
        """Return by how much a number grows: the same in every quarter of the year."""
        then = _in_unit(before, ask.unit) if before else Decimal(0)
        grown = base / then if then else Decimal(1)
        usual = min(_FASTEST, max(_SLOWEST, grown))
        return usual + Decimal(str(self._chance(ask, org).uniform(-_MOVE, _MOVE)))

    def _drifted(self, base: Decimal, ask: Ask, org: str) -> Decimal:
        move = Decimal(str(self._chance(ask, org).uniform(-_DRIFT, _DRIFT)))
        moved = _rounded(base + move, base)
        is_share = ask.measure is not Measure.GROWTH
        return min(moved, max(base, Decimal(100))) if is_share else moved

    def _from_last(self, ask: Ask) -> Decimal | None:
        """Return the number as it was last, of a stock that is counted within the year."""
        known = self._catalogue.get(ask.indicator_id)
        is_stock = known is not None and known.additivity is Additivity.STOCK
        counted = (ask.indicator_id, ask.measure, ask.org) in self._counted
        if ask.last is None or not (is_stock and counted):
            return None
        base = ask.last.amount
        return None if base is None else base / Unit.parse(ask.unit).scale

    def _from_quota(self, ask: Ask) -> Decimal | None:
        """Return a part of what the year asks for, of what was never reported before."""
        if ask.quota is None or (base := ask.quota.amount) is None:
            return None
        wanted = base / Unit.parse(ask.unit).scale
        part = Decimal(ask.period.months) / Decimal(ask.quota.period.months)
        move = Decimal(str(1 + self._chance(ask, ask.org).uniform(-_MOVE, _MOVE)))
        return _rounded(wanted * min(part, Decimal(1)) * move, wanted)

    def _known(self, ask: Ask, org: str, period: Period) -> Figure | None:
        key = (ask.indicator_id, ask.measure, org, str(period))
        return self._figures.get(key)

    def _chance(self, ask: Ask, org: str) -> random.Random:
        named = f"{self._seed} {ask.indicator_id} {ask.measure} {org}"
        return random.Random(named)  # noqa: S311 (a story, no secret)


def _latest(figures: Iterable[Figure], places: Places) -> dict[_Key, Figure]:
    """Return the last vintage of every published number by what it speaks of."""
    found: dict[_Key, Figure] = {}
    for figure in sorted(figures, key=lambda each: each.visible_from):
        if figure.is_published and isinstance(figure.value, Decimal):
            org = places.key(figure.org)
            key = (figure.indicator_id, figure.measure, org, str(figure.period))
            found[key] = figure
    return found


def _in_unit(figure: Figure, unit: str) -> Decimal:
    value = figure.value if isinstance(figure.value, Decimal) else Decimal(0)
    if figure.unit.text == unit or not unit:
        return value
    return value * figure.unit.scale / Unit.parse(unit).scale


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """Return a value with as many places as another one is written with."""
    exponent = like.as_tuple().exponent
    places = min(0, exponent) if isinstance(exponent, int) else 0
    return value.quantize(Decimal(1).scaleb(places), ROUND_HALF_UP) + 0  # no -0.0
