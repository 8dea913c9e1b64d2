"""Judge 100 targets for 20 organisations from 100,000 figures of 12 quarters.

First on one day, as a board does, then on the last day of each quarter, as a history does.

    python benchmarks/bench_standings.py [--repeat 3]

Figures and quotas are made up from a printed seed. What is timed begins with the figures
in memory: finding them, choosing the vintage of each day, judging, wording and lights.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import sys
import time
from collections import Counter
from decimal import Decimal

from attrs import evolve

from material import KUNMING
from paitou import compile_document, read_document
from paitou.indicators import standard
from paitou.model import (
    Book,
    Figure,
    FigureState,
    Measure,
    Org,
    OrgKind,
    Period,
    Quota,
    Role,
    Statement,
)
from paitou.tracking import Tracker

SEED = 20230101
TARGETS, ORGS, QUARTERS, FIGURES = 100, 20, 12, 100_000
_FIRST, _LAST = 2023, 2025
_VINTAGES = (FigureState.SUBMITTED, FigureState.CONFIRMED, FigureState.PRELIMINARY)


def main() -> int:
    """Print what was judged and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=3)
    book, days = made_book(random.Random(SEED))
    print(f"seed {SEED}: {len(book.figures):,} figures, {len(book.quotas):,} quotas")
    repeat = parser.parse_args().repeat
    for told, wanted in (("one day", days[-1:]), ("every quarter's last day", days)):
        found = [judged(book, wanted) for _ in range(repeat)]
        seconds, counts = min(found, key=lambda pair: pair[0])
        print(f"{told}: {counts.total():,} standings in {seconds:.2f} s  {dict(counts)}")
    return 0


def judged(book: Book, days: tuple[dt.date, ...]) -> tuple[float, Counter[str]]:
    """Return the seconds of processor time that it takes, and how many stand where."""
    began = time.process_time()
    tracker = Tracker.of(book)
    counts: Counter[str] = Counter()
    for day in days:
        counts.update(standing.verdict.value for standing in tracker.standings(day))
    return time.process_time() - began, counts


def made_book(chance: random.Random) -> tuple[Book, tuple[dt.date, ...]]:
    """Return a book of 100 targets split to 20 organisations, and the days to judge on."""
    plan = compile_document(read_document(KUNMING))
    targets = [s for s in plan.statements if s.role is Role.TARGET and _is_number(s)]
    targets = [*targets, *targets][:TARGETS]
    targets = [_renamed(target, number) for number, target in enumerate(targets)]
    orgs = tuple(
        Org(code=f"{n}", name=f"模拟{n}区", kind=OrgKind.COUNTY) for n in range(ORGS)
    )
    quotas = tuple(q for t in targets for org in orgs for q in _quotas(t, org))
    figures = tuple(_figures(targets, orgs, chance))
    quarters = [
        Period.parse(f"{y}Q{q}") for y in range(_FIRST, _LAST + 1) for q in (1, 2, 3, 4)
    ]
    book = Book(
        name="simulated",
        title="模拟数据",
        plan=evolve(plan, statements=tuple(targets)),
        compiled=plan,
        indicators=standard(),
        quotas=quotas,
        orgs=orgs,
        figures=figures,
    )
    return book, tuple(period.last_day for period in quarters[-QUARTERS:])


def _is_number(statement: Statement) -> bool:
    return isinstance(statement.value, Decimal)


def _renamed(target: Statement, number: int) -> Statement:
    indicator = f"{target.indicator_id}#{number}" if number >= 90 else target.indicator_id
    return evolve(target, id=f"s{number:010d}", indicator_id=indicator)


def _quotas(target: Statement, org: Org) -> list[Quota]:
    assert isinstance(target.value, Decimal)
    share = target.value / ORGS
    return [
        Quota(statement=target.id, org=org.name, period=Period.of_year(year), value=share)
        for year in range(_FIRST, _LAST + 1)
    ]


def _figures(
    targets: list[Statement], orgs: tuple[Org, ...], chance: random.Random
) -> list[Figure]:
    """Return the figures to date of every quarter, in as many vintages as make 100,000."""
    found: list[Figure] = []
    periods = [
        Period.to_date(year, month)
        for year in range(_FIRST - 1, _LAST + 1)
        for month in (3, 6, 9, 12)
    ]
    while len(found) < FIGURES:
        state = _VINTAGES[min(len(found) // (FIGURES // 3), 2)]
        for target in targets:
            for org in orgs:
                for period in periods:
                    found.append(_figure(target, org, period, state, chance))
    return found[:FIGURES]


def _figure(
    target: Statement, org: Org, period: Period, state: FigureState, chance: random.Random
) -> Figure:
    assert isinstance(target.value, Decimal)
    share = Decimal(period.months if period.year == period.last else 12) / 12
    value = target.value / ORGS * share * Decimal(str(round(chance.uniform(0.6, 1.2), 3)))
    late = 20 + 30 * _VINTAGES.index(state)
    return Figure(
        id=f"f{chance.getrandbits(40):010x}",
        indicator=target.indicator,
        indicator_id=target.indicator_id,
        measure=_measured(target),
        org=org.name,
        period=period,
        value=value.quantize(Decimal("0.01")),
        unit=target.unit,
        state=state,
        known_on=period.last_day + dt.timedelta(days=late),
    )


def _measured(target: Statement) -> Measure:
    growths = (Measure.GROWTH, Measure.GROWTH_EACH, Measure.GROWTH_AVG)
    return Measure.GROWTH if target.measure in growths else Measure.LEVEL


if __name__ == "__main__":
    sys.exit(main())
