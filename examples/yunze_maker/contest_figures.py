"""The story of the contest → figures of districts, zones and departments by quarter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from yunze_maker.chance import dice_of, rounded, shared_by
from yunze_maker.contest_story import (
    AIR,
    CONTENT,
    INFLATED,
    LEVELS,
    MARK,
    NEARLY,
    ODDITIES,
    OFFICE,
    OWN,
    PM25,
    PM25_APART,
    PM25_COURSE,
    PROMOTION,
    RATES,
    REFORM,
    SCORE,
    SIGNED,
    STARTED,
    TAX,
    TAX_COURSE,
    TAX_PER_MU,
    THIRD,
    WORK,
    WORK_ODDITIES,
    Oddity,
    Projects,
    Rate,
)
from yunze_maker.places import (
    AREAS,
    CITY,
    DISTRICTS,
    HOST,
    OVERLAPPING,
    departments,
    form,
    size,
)
from yunze_maker.plan_story import GROWTHS
from yunze_maker.quarters import YEARS, all_quarters, known_on, single, to_date
from yunze_maker.rows import SUBMITTED, Row

At = tuple[int, int]


def contest_tables(seed: int, city: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the rows of each table; growth of the city follows from its levels."""
    levels = {(r.indicator, r.period): r.value for r in city if r.state != SUBMITTED}
    made = [
        *(row for rate in RATES for row in _rate_rows(seed, rate, levels)),
        *_project_rows(seed, SIGNED),
        *_project_rows(seed, STARTED),
        *_air_rows(seed),
        *_firm_rows(seed),
    ]
    return {
        "contest.csv": list(_with(ODDITIES, made)),
        "departments.csv": list(_with(WORK_ODDITIES, _work_rows(seed))),
    }


def _rate_rows(
    seed: int, rate: Rate, levels: Mapping[tuple[str, str], Decimal | str]
) -> Iterator[Row]:
    for at, whole in zip(all_quarters(), _city_rates(rate, levels), strict=True):
        period = to_date(*at)
        parts = _rates(seed, rate, at, whole)
        told = {CITY: whole, **parts} if rate.city else parts
        for org, value in told.items():
            yield Row(
                rate.name, org, period, rounded(value, 1), "%", rate.state,
                source=rate.source, known_on=known_on(period), note=rate.note,
            )  # fmt: skip


def _city_rates(
    rate: Rate, levels: Mapping[tuple[str, str], Decimal | str]
) -> Iterator[float]:
    listed = rate.city or next(words for name, words, _ in GROWTHS if name == rate.name)
    yield from map(float, listed.split())
    if rate.levels:
        for year, quarter in all_quarters()[4:]:
            now = levels[rate.levels, to_date(year, quarter)]
            before = levels[rate.levels, to_date(year - 1, quarter)]
            yield float(Decimal(now) / Decimal(before) - 1) * 100


def _rates(seed: int, rate: Rate, at: At, whole: float) -> dict[str, float]:
    """Return growth by place, whose mean by size is the city's.

    Where districts have levels too, both come from the same sizes: prices change alike
    everywhere, so that who outgrows the city in one does in the other.
    """
    what = (rate.of or rate.name, rate.strength)
    before, after = (at[0] - 1, at[1]), at
    old = {org: size(seed, what, org, before) for org in AREAS}
    new = {org: size(seed, what, org, after) for org in AREAS}
    grown = sum(DISTRICTS[org] * new[org] for org in DISTRICTS)
    mean = grown / sum(DISTRICTS[org] * old[org] for org in DISTRICTS)
    return {org: (100 + whole) * new[org] / old[org] / mean - 100 for org in AREAS}


def _project_rows(seed: int, projects: Projects) -> Iterator[Row]:
    for year in YEARS:
        done = dict.fromkeys(AREAS, Decimal(0))
        pace = dict(zip("1234", map(float, projects.pace), strict=True))
        wholes = shared_by(projects.years[year], pace, 0)
        zone = shared_by(projects.zone[year], pace, 0)
        for quarter, whole in enumerate(wholes.values(), 1):
            new = _started(seed, projects.name, (year, quarter), whole)
            for org in DISTRICTS:
                done[org] += new[org]
            own = done[OVERLAPPING] + zone[str(quarter)]
            done[OVERLAPPING] = min(own, done[HOST])
            yield from _counted(projects, to_date(year, quarter), done)


def _started(seed: int, name: str, at: At, whole: Decimal) -> dict[str, Decimal]:
    """Return how many each district adds in a quarter."""
    weights = {}
    for org, share in DISTRICTS.items():
        luck = dice_of(seed, name, org, *at).uniform(0.6, 1.4)
        weights[org] = share * luck * (1 + form(org, at[0]) / 12)
    return shared_by(whole, weights, 0)


def _counted(projects: Projects, period: str, done: Mapping[str, Decimal]) -> Iterator[Row]:
    whole = sum((done[org] for org in DISTRICTS), Decimal(0))
    for org, count in {CITY: whole, **done}.items():
        if projects is SIGNED and org != CITY:
            claimed = count + INFLATED.get((org, period), 0)
            yield Row(
                projects.name, org, period, claimed, "个", SUBMITTED,
                source=OWN, known_on=known_on(period, 10),
            )  # fmt: skip
        source = PROMOTION if projects is SIGNED else REFORM
        day = known_on(period)
        yield Row(projects.name, org, period, count, "个", source=source, known_on=day)


def _air_rows(seed: int) -> Iterator[Row]:
    for year, quarter in all_quarters():
        period = to_date(year, quarter)
        for org, apart in PM25_APART.items():
            noise = dice_of(seed, "PM2.5", org, year, quarter).gauss(0, 0.7)
            value = (PM25[year] + apart + noise) * PM25_COURSE[quarter - 1]
            yield Row(
                "PM2.5平均浓度", org, period, rounded(value, 1), "微克/立方米",
                source=AIR, known_on=known_on(period),
            )  # fmt: skip


def _firm_rows(seed: int) -> Iterator[Row]:
    """Yield what firms say, as a third party and as districts ask them, and their tax."""
    for year, quarter in all_quarters():
        own, period = single(year, quarter), to_date(year, quarter)
        years = year - YEARS[0] + quarter / 4
        for org, (score, content, tax) in LEVELS.items():
            dice = dice_of(seed, "firms", org, year, quarter)
            marks = score + years * (0.9 + form(org, year) * 0.5) + dice.gauss(0, 1.6)
            share = content + years * 0.4 + dice.gauss(0, 1.1)
            if NEARLY <= share < MARK:
                share = MARK + dice.uniform(0, 0.3)
            growth = 1 + (years * (5 + form(org, year)) + dice.gauss(0, 1.5)) / 100
            paid = tax * growth * TAX_COURSE[quarter - 1]
            day = known_on(own)
            yield Row(SCORE, org, own, rounded(marks, 2), "分", source=THIRD, known_on=day)
            yield Row(
                CONTENT, org, own, rounded(min(share, 99.0), 1), "%", SUBMITTED,
                source=OWN, known_on=known_on(own, 12),
            )  # fmt: skip
            yield Row(
                TAX_PER_MU, org, period, rounded(paid, 2), "万元/亩",
                source=TAX, known_on=day,
            )  # fmt: skip


def _work_rows(seed: int) -> Iterator[Row]:
    for name, unit, mean, spread in WORK:
        for org in departments():
            usual = float(mean) + dice_of(seed, name, org).gauss(0, spread * 0.6)
            for year, quarter in all_quarters():
                dice = dice_of(seed, name, org, year, quarter)
                value = min(usual + dice.gauss(0, spread * 0.6), 99.9)
                period = single(year, quarter)
                yield Row(
                    name, org, period, rounded(value, 1), unit,
                    source=OFFICE, known_on=known_on(period, 20),
                )  # fmt: skip


def _with(oddities: Iterable[Oddity], rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows with what is odd about some of them.

    Raises:
        LookupError: there is no such row to be odd.
    """
    odd: dict[tuple[str, str, str], list[Oddity]] = {}
    for oddity in oddities:
        key = (oddity.indicator, oddity.org, oddity.period)
        odd.setdefault(key, []).append(oddity)
    met = set()
    for row in rows:
        found = odd.get(row[:3], ()) if row.source != OWN else ()
        met |= {row[:3]} if found else set()
        yield from _odd(row, found)
    if missed := odd.keys() - met:
        raise LookupError(f"no such rows: {sorted(missed)}")


def _odd(row: Row, oddities: Iterable[Oddity]) -> Iterator[Row]:
    after: list[Row] = []
    for oddity in oddities:
        value = oddity.value if oddity.value == "/" else Decimal(oddity.value or 0)
        note = oddity.note or row.note
        match oddity.kind:
            case "missing":
                return
            case "late":
                row = row._replace(known_on=oddity.day, note=note)
            case "change":
                row = row._replace(value=value, note=note)
                if oddity.state == SUBMITTED:
                    row = row._replace(state=SUBMITTED)
            case "more":
                source = oddity.source or row.source
                more = row._replace(value=value, state=oddity.state, source=source)
                after.append(more._replace(known_on=oddity.day, note=note))
    yield row
    yield from after
