"""A target's indicator and organisation → the series that speak of it."""

from __future__ import annotations

import re
from functools import partial

from attrs import field, frozen

from paitou.figures import Ledger, Series
from paitou.indicators import Additivity, Catalogue
from paitou.model import Measure, Statement
from paitou.tracking.combining import combined
from paitou.tracking.rules import Reading

_GROWTH_NAME = re.compile("(?:增速|增长率|增长速度|增幅|涨幅|增长)$")
_DONE = frozenset({Measure.TOTAL, Measure.PER_YEAR})
_LONGEST_VERB = 4


@frozen(kw_only=True)
class Found:
    """The series of a target, by what of its indicator their values speak of.

    Attributes:
        stock: of a target to add to something, how much of it there is; else empty.
        others: the levels under other definitions.
        sources: ids of the figures behind an added-up one.
    """

    indicator_id: str
    is_growth: bool
    levels: Series
    stock: Series
    growths: Series
    averages: Series
    changes: Series
    others: tuple[Series, ...] = ()
    sources: dict[str, tuple[str, ...]] = field(factory=dict)

    @property
    def has_any(self) -> bool:
        """Return whether anything was reported of it."""
        return any((self.levels, self.stock, self.growths, self.averages, self.changes))


def find_series(
    statement: Statement,
    org: str,
    ledger: Ledger,
    catalogue: Catalogue,
    reading: Reading | None,
) -> Found:
    """Return the series; of growth only those in the prices that it is published in."""
    ids = _indicator_ids(statement, catalogue, reading)
    known = catalogue.get(ids[0])
    find = partial(_series, ledger, ids, org)
    prices = str(known.nominal) if known and known.nominal else ""
    levels, sources = find(Measure.LEVEL)
    named = [name for name in ledger.definitions(ids[0], org) if name and len(ids) == 1]
    others = tuple(ledger.series(ids[0], org, definition=name) for name in named)
    if not levels and len(others) == 1:
        levels = others[0]  # the same definition beside every figure is no other one
    stock = Series()
    is_growth = not levels and bool(_GROWTH_NAME.search(statement.indicator))
    if is_growth:
        levels = find(Measure.GROWTH, prices)[0]  # 涨幅控制在3%: its level is a growth
    if statement.measure in _DONE and known and known.additivity is Additivity.STOCK:
        # 新增企业500家 is no sum of how many there are.
        stock, levels = levels, _added(statement, org, ledger, catalogue)
    elif statement.measure in _DONE and not levels:
        levels = _added(statement, org, ledger, catalogue)
    return Found(
        indicator_id=ids[0],
        is_growth=is_growth,
        levels=levels,
        stock=stock,
        growths=find(Measure.GROWTH, prices)[0],
        averages=find(Measure.GROWTH_AVG, prices)[0],
        changes=find(Measure.CHANGE)[0],
        others=others,
        sources=sources,
    )


def _indicator_ids(
    statement: Statement, catalogue: Catalogue, reading: Reading | None
) -> tuple[str, ...]:
    if reading is None or not reading.indicators:
        return (statement.indicator_id,)
    return tuple(catalogue.resolve(name) for name in reading.indicators)


def _series(
    ledger: Ledger, ids: tuple[str, ...], org: str, measure: Measure, prices: str = ""
) -> tuple[Series, dict[str, tuple[str, ...]]]:
    found = [ledger.series(each, org, measure, prices=prices) for each in ids]
    return (found[0], {}) if len(found) == 1 else combined(found)


def _added(statement: Statement, org: str, ledger: Ledger, catalogue: Catalogue) -> Series:
    """Return the figures named by what is done: 新增X, X培训, or as the quote says it."""
    name = statement.indicator
    head = statement.quote.partition(name)[0][-_LONGEST_VERB:]
    tails = [head[place:] for place in range(len(head))]
    verbs = dict.fromkeys((*(t for t in tails if len(t) > 1), "新增", "净增"))
    for said in (*(verb + name for verb in verbs), *(name + verb for verb in verbs)):
        found = catalogue.resolve(said)
        series = ledger.series(found, org)
        if found != statement.indicator_id and series:
            return series
    return Series()
