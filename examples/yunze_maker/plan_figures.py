"""The story of the plan's targets → the rows of 云泽市 and its districts, by vintage."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from decimal import Decimal

from yunze_maker.chance import dice_of, rounded, shared_by, stray
from yunze_maker.places import (
    ADDED,
    CITY,
    DISTRICTS,
    LATE,
    OVERLAPPING,
    PROVINCE,
    SILENT,
    size,
)
from yunze_maker.plan_story import (
    FLOWS,
    FUNDS,
    GROWTHS,
    REVENUE,
    SEASONAL,
    STOCKS,
    TRAINING,
    YEARLY,
    ZONE_FUNDS,
    ZONE_JOBS,
    Flow,
    Stock,
)
from yunze_maker.quarters import LATE as LATE_DAYS
from yunze_maker.quarters import USUAL, YEARS, all_quarters, known_on, to_date
from yunze_maker.quotas import year_quota
from yunze_maker.rows import (
    CENSUS,
    CONFIRMED,
    ESTIMATED,
    FINAL,
    PRELIMINARY,
    SUBMITTED,
    UNVERIFIED,
    Row,
)

#: What final accounts take off a year's product, and what the census put on 2023.
CUT, FOUND = Decimal("11.52"), Decimal("6.84")


def plan_tables(seed: int) -> dict[str, list[Row]]:
    """Return the rows of each table by the name of its file."""
    dice = random.Random(seed)  # noqa: S311 (a made-up city needs no secrecy)
    made = [row for flow in FLOWS for row in _flow_rows(flow, dice, seed)]
    return {
        "city.csv": [
            *(r for r in made if r.org == CITY),
            *_stock_rows(dice, seed),
            *_yearly_rows(),
        ],
        "districts.csv": [r for r in made if r.org != CITY],
        "growth.csv": list(_growth_rows()),
        "others.csv": [*_other_rows(), *_zone_rows()],
    }


def _flow_rows(flow: Flow, dice: random.Random, seed: int) -> Iterator[Row]:
    """Yield a flow by the end of every quarter: of the districts, then of the city."""
    shares = _shares(flow, dice, seed)
    for at, period, whole in _courses(flow, dice, seed):
        what = (flow.name, flow.strength)
        grown = {
            org: share * (size(seed, what, org, at) if flow.split else 1)
            for org, share in shares.items()
        }
        values = shared_by(whole, grown, flow.digits)
        if flow.name == FUNDS and period == "2024":
            _exactly_done(values)
        revisions = _revisions(flow, period, grown)
        for org, value in values.items():
            if not _is_silent(flow, org, period):
                yield from _reports(flow, org, period, value)
                yield from _revised(flow, (org, period, value), revisions)
        if flow.split:
            summed = sum(values.values(), Decimal(0))
            # The city has a tenth of its own on top of what its districts raise.
            own = rounded(float(summed) * 1.1, 2) if flow.name == REVENUE else summed
            yield from _reports(flow, CITY, period, own)
            yield from _revised(flow, (CITY, period, own), revisions)


def _shares(flow: Flow, dice: random.Random, seed: int) -> dict[str, float]:
    parts = DISTRICTS if flow.split else {CITY: 1.0}
    return {
        org: share
        * stray(dice_of(seed, flow.name, org) if org in ADDED else dice, flow.scatter * 4)
        for org, share in parts.items()
    }


def _courses(
    flow: Flow, dice: random.Random, seed: int
) -> Iterator[tuple[tuple[int, int], str, float]]:
    """Yield what is done by the end of each quarter; earlier ones show the seasons."""
    for year, whole in flow.years.items():
        told = year == 2024 or flow.name in SEASONAL
        if told or year in YEARS:
            for n, share in enumerate(flow.pace, 1):
                own = dice if told else dice_of(seed, flow.name, year, n)
                scatter = flow.scatter if told else flow.scatter / 3
                yield (year, n), to_date(year, n), whole * share * stray(own, scatter)
        yield (year, 4), str(year), whole
    if flow.to_date:
        for n, share in enumerate(flow.pace, 1):
            scattered = stray(dice, flow.scatter) if n < 3 else 1.0
            yield (
                (2025, n),
                to_date(2025, n),
                flow.to_date * share / flow.pace[2] * scattered,
            )
        last = stray(dice_of(seed, flow.name, 2025, 4), flow.scatter / 3)
        yield (2025, 4), "2025", flow.to_date / flow.pace[2] * last


def _exactly_done(values: dict[str, Decimal]) -> None:
    """Let one county bring in its quota to the cent, at the cost of the largest."""
    quota = year_quota(FUNDS, LATE, 2024)
    values["东溪区"] += values[LATE] - quota
    values[LATE] = quota.quantize(Decimal("0.01"))


def _reports(flow: Flow, org: str, period: str, value: Decimal) -> Iterator[Row]:
    """Yield the vintages of one value: reported, confirmed or preliminary."""
    days = LATE_DAYS if org == LATE and period == "2025Q1-Q3" else USUAL
    if flow.reported and org == CITY and period > "2024":
        early = rounded(float(value) * 1.008, flow.digits)
        day = known_on(period, 15)
        yield Row(flow.name, org, period, early, flow.unit, SUBMITTED, known_on=day)
    note = ""
    if flow.name == REVENUE and org == CITY:
        note = "含市本级，各县区合计不等于全市"
    day = known_on(period, days)
    yield Row(flow.name, org, period, value, flow.unit, flow.state, known_on=day, note=note)


def _revisions(
    flow: Flow, period: str, grown: dict[str, float]
) -> Mapping[str, Mapping[str, Decimal]]:
    """Return by how much each place's year is revised later, so that all still adds up."""
    if flow.state != PRELIMINARY or period not in ("2023", "2024"):
        return {}
    found = {FINAL: {CITY: -CUT}}
    found[FINAL] |= {org: -part for org, part in shared_by(CUT, grown, 2).items()}
    if period == "2023":
        found[CENSUS] = {CITY: FOUND, **shared_by(FOUND, grown, 2)}
    return found


def _revised(
    flow: Flow,
    of: tuple[str, str, Decimal],
    revisions: Mapping[str, Mapping[str, Decimal]],
) -> Iterator[Row]:
    org, period, value = of
    for state, changes in revisions.items():
        day = dt.date(2025, 3, 28) if state == CENSUS else dt.date(int(period) + 1, 12, 20)
        later = value + changes[org]
        yield Row(flow.name, org, period, later, flow.unit, state, known_on=day)


def _stock_rows(dice: random.Random, seed: int) -> Iterator[Row]:
    """Yield a stock at the end of each quarter, on its way between the years given."""
    for stock in STOCKS:
        if stock.definition:
            yield _stock_row(stock, "2025Q3", stock.latest)
        for year, value in stock.years.items():
            if year in (2023, 2024):
                ends = (stock.years[year - 1], value)
                own = dice if year == 2024 else dice_of(seed, stock.name, year)
                yield from _on_the_way(stock, year, ends, own)
            yield _stock_row(stock, str(year), value)
        if stock.latest and not stock.definition:
            end = stock.years[2024] + (stock.latest - stock.years[2024]) * 4 // 3
            yield from _on_the_way(stock, 2025, (stock.years[2024], end), dice)
            yield _stock_row(stock, "2025", end)


def _on_the_way(
    stock: Stock, year: int, ends: tuple[int, int], dice: random.Random
) -> Iterator[Row]:
    for quarter in (1, 2, 3):
        way = (ends[1] - ends[0]) * quarter / 4 * stray(dice, 0.05)
        if year == 2025 and quarter == 3:
            way = stock.latest - ends[0]
        yield _stock_row(stock, f"{year}Q{quarter}", ends[0] + round(way))


def _stock_row(stock: Stock, period: str, value: int) -> Row:
    return Row(
        stock.name, CITY, period, Decimal(value), stock.unit,
        definition=stock.definition, known_on=known_on(period),
        note="2025年起改按国家评价入库统计，与以前不可比" if stock.definition else "",
    )  # fmt: skip


def _yearly_rows() -> Iterator[Row]:
    for name, unit, values, months in YEARLY:
        for year, value in zip((2022, 2023, 2024), values, strict=True):
            if value:
                day = dt.date(year + 1, months, 25)
                shown = Decimal(value) if value[0].isdigit() else value
                yield Row(name, CITY, str(year), shown, unit, known_on=day)


def _growth_rows() -> Iterator[Row]:
    for name, values, state in GROWTHS:
        for at, value in zip(all_quarters(), values.split(), strict=True):
            period = to_date(*at)
            day = known_on(period)
            yield Row(name, CITY, period, Decimal(value), "%", state, known_on=day)


def _other_rows() -> Iterator[Row]:
    """Yield what does not fit the rule: the province, what nobody confirmed."""
    for year, value in ((2022, "18420.5"), (2023, "19386.2"), (2024, "20297.9")):
        day, whole = dt.date(year + 1, 1, 22), Decimal(value)
        yield Row(
            "地区生产总值", PROVINCE, str(year), whole, "亿元", PRELIMINARY, known_on=day
        )
    day, base = dt.date(2024, 1, 25), Decimal("41.2")
    yield Row("技术合同成交额", CITY, "2023", base, "亿元", known_on=day)
    yield Row(
        "技术合同成交额", CITY, "2024", Decimal("62.5"), "亿元", UNVERIFIED,
        known_on=dt.date(2025, 2, 10), note="县区自报汇总，含重复登记，市科技局正在核实",
    )  # fmt: skip
    yield Row(
        "常住人口城镇化率", CITY, "2025", Decimal("64.5"), "%", ESTIMATED,
        known_on=dt.date(2025, 10, 28), note="按前三季度户籍迁移情况预计",
    )  # fmt: skip


def _zone_rows() -> Iterator[Row]:
    """Yield what the zone did that a district counts too; one of its reports is a slip."""
    pace = {flow.name: (*flow.pace, 1.0) for flow in FLOWS}
    for year, quarter in all_quarters():
        period = to_date(year, quarter)
        told = ZONE_FUNDS.get(period)
        part = float(ZONE_FUNDS[str(year)]) * pace[FUNDS][quarter - 1]
        amount = Decimal(told) if told else rounded(part, 2)
        state, note = CONFIRMED, "已计入云麓区，不计入全市合计"
        if period == "2024H1":
            amount, state = rounded(part * 10_000, 0), UNVERIFIED
            note = "开发区自报，疑似把万元填成亿元，未经核实"
        yield Row(
            FUNDS, OVERLAPPING, period, amount, "亿元", state,
            known_on=known_on(period), note=note,
        )  # fmt: skip
        jobs = rounded(ZONE_JOBS[year] * pace["城镇新增就业"][quarter - 1], 2)
        yield Row(
            "城镇新增就业", OVERLAPPING, period, jobs, "万人",
            known_on=known_on(period), note="已计入云麓区，不计入全市合计",
        )  # fmt: skip


def _is_silent(flow: Flow, org: str, period: str) -> bool:
    """Revenue by district comes once a year; one county sends in no more training."""
    if flow.name == REVENUE and org != CITY:
        return period != "2024"
    is_asked = flow.name == TRAINING and org == SILENT
    return is_asked and period in ("2025H1", "2025Q1-Q3", "2025")
