"""What the city has to do → what falls to each district, by year, by quarter, to date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from yunze_maker.chance import rounded, shared_by
from yunze_maker.contest_story import PM25_APART, PM25_COURSE
from yunze_maker.places import CITY, DISTRICTS, OVERLAPPING, form
from yunze_maker.quarters import single, to_date
from yunze_maker.rows import csv_of, shown

HEAD = ("statement", "org", "period", "value", "unit", "source", "quote")
CONTEST_HEAD = ("indicator", "org", "period", "value", "unit", "source")
SOURCE = "市产业强基办分解表（模拟）"
CONTEST_SOURCE = "大竞赛季度任务（模拟）"
PACE = {
    "省外到位资金": (14, 24, 28, 34),
    "亿元以上招商引资项目": (22, 25, 25, 28),
    "城镇新增就业": (26, 29, 25, 20),
    "新签约亿元以上项目数": (22, 26, 24, 28),
    "新开工亿元以上项目数": (26, 30, 20, 24),
}
#: The year from which quotas come by quarter.
QUARTERLY = 2025


class Split(NamedTuple):
    """A target of the plan, what the city has to do of it, and what it is called."""

    statement: str
    quote: str
    unit: str
    years: Mapping[int, str]
    indicator: str = ""
    digits: int = 0
    overlap: Mapping[int, str] = {}
    is_shared: bool = True


SPLITS = (
    Split("s0bd812508f", "规模以上工业总产值突破3000亿元", "亿元",
          {2024: "2480", 2025: "2730", 2026: "3000"}),
    Split("s6f4a71e850", "三年累计新增规模以上工业企业180户", "户",
          {2024: "55", 2025: "60", 2026: "65"}),
    Split("sd15ae3a181", "三年累计引进省外到位资金1200亿元以上", "亿元",
          {2024: "380", 2025: "400", 2026: "420"}, "省外到位资金",
          overlap={2024: "40", 2025: "42", 2026: "45"}),
    Split("s3c1e0e565c", "每年引进亿元以上招商引资项目100个以上", "个",
          {2024: "100", 2025: "100", 2026: "100"}, "亿元以上招商引资项目"),
    Split("s28f81cfc30", "每年城镇新增就业2.5万人以上", "万人",
          {2024: "2.5", 2025: "2.5", 2026: "2.5"}, "城镇新增就业", 2),
    Split("s8b53d73ccd", "三年累计开展职业技能培训9万人次", "万人次",
          {2024: "3", 2025: "3", 2026: "3"}, digits=2),
    Split("s42b72283a2", "三年累计筹集保障性租赁住房6000套", "套",
          {2024: "1800", 2025: "2100", 2026: "2100"}),
    Split("sa854b33632", "改造城镇老旧小区120个", "个", {2024: "120"}),
    Split("s083a6ea653", "一般公共预算收入达到150亿元以上", "亿元",
          {2024: "136", 2025: "143", 2026: "150"}, is_shared=False),
    Split("sad9ddaa892", "旅游总人数达到5000万人次", "万人次",
          {2024: "4250", 2025: "4620", 2026: "5000"}, is_shared=False),
    Split("scfdfe0b87c", "地区生产总值达到2550亿元左右", "亿元",
          {2024: "2190", 2025: "2360", 2026: "2550"}, is_shared=False),
)  # fmt: skip
#: The contest's own quotas of projects: what the city is to do in a year.
PROJECTS = {
    "新签约亿元以上项目数": {2024: "130", 2025: "140"},
    "新开工亿元以上项目数": {2024: "85", 2025: "95"},
}
OWN = {"新签约亿元以上项目数": ("8", "9"), "新开工亿元以上项目数": ("5", "6")}
#: The mean concentration that the city is to stay below.
PM25_LIMIT = {2024: 33, 2025: 31}
#: The growth that the city expects of itself in 2024 and 2025, in %.
GROWTH = {
    "地区生产总值增速": (6.0, 6.0), "规模以上工业增加值增速": (8.0, 8.0),
    "固定资产投资增速": (7.0, 6.5), "社会消费品零售总额增速": (7.0, 6.5),
    "一般公共预算收入增速": (5.0, 5.0),
}  # fmt: skip


def breakdown() -> str:
    """Return breakdown.csv: years for all, quarters for what the contest ranks."""
    lines = [line for split in SPLITS for line in _split_lines(split)]
    return "\ufeff" + csv_of(HEAD, lines)


def contest_quotas() -> str:
    """Return contest/quotas.csv: what is due to date, at the end of each quarter."""
    lines = []
    for year in (2024, QUARTERLY):
        for name, unit, digits, shares in _contest_years(year):
            for org, whole in shares.items():
                parts = _by_quarter(name, whole, digits)
                for quarter in (1, 2, 3, 4):
                    due = sum(parts[:quarter], Decimal(0))
                    lines.append(_due(name, org, to_date(year, quarter), due, unit))
        lines += [*_growth_lines(year), *_air_lines(year)]
    return csv_of(CONTEST_HEAD, lines)


def year_quota(indicator: str, org: str, year: int) -> Decimal:
    """Return what a district has to do in a year."""
    (split,) = (split for split in SPLITS if split.indicator == indicator)
    return _of_year(split, year)[org]


def _split_lines(split: Split) -> Iterator[tuple[str, ...]]:
    for year in split.years:
        for org, value in _of_year(split, year).items():
            yield _line(split, org, str(year), value)
    if split.indicator:
        yield from _quarter_lines(split)


def _quarter_lines(split: Split) -> Iterator[tuple[str, ...]]:
    done = {
        org: _by_quarter(split.indicator, whole, split.digits)
        for org, whole in _of_year(split, QUARTERLY).items()
        if org != CITY
    }
    for quarter in (1, 2, 3, 4):
        period = single(QUARTERLY, quarter)
        own = {org: parts[quarter - 1] for org, parts in done.items()}
        whole = sum((own[org] for org in DISTRICTS), Decimal(0))
        for org, value in {CITY: whole, **own}.items():
            yield _line(split, org, period, value)


def _of_year(split: Split, year: int) -> dict[str, Decimal]:
    whole = Decimal(split.years[year])
    if not split.is_shared:
        return {CITY: whole}
    shares = shared_by(whole, DISTRICTS, split.digits)
    if year in split.overlap:
        shares[OVERLAPPING] = Decimal(split.overlap[year])
    return {CITY: whole, **shares}


def _by_quarter(indicator: str, whole: Decimal, digits: int) -> list[Decimal]:
    pace = dict(zip("1234", map(float, PACE[indicator]), strict=True))
    return list(shared_by(whole, pace, digits).values())


def _contest_years(year: int) -> Iterator[tuple[str, str, int, dict[str, Decimal]]]:
    """Yield what is shared out in a year: name, unit, digits, by place."""
    for split in SPLITS:
        if split.indicator in ("省外到位资金", "城镇新增就业"):
            shares = _of_year(split, year)
            shares.setdefault(OVERLAPPING, Decimal("0.13"))
            del shares[CITY]
            yield split.indicator, split.unit, split.digits, shares
    for name, years in PROJECTS.items():
        shares = shared_by(Decimal(years[year]), DISTRICTS, 0)
        shares[OVERLAPPING] = Decimal(OWN[name][year - 2024])
        yield name, "个", 0, shares


def _growth_lines(year: int) -> Iterator[tuple[str, ...]]:
    """Yield the growth expected; more is asked of those who have grown faster."""
    for name, goals in GROWTH.items():
        goal = goals[year - 2024]
        for org in (*DISTRICTS, OVERLAPPING):
            more = round(form(org, year - 1) / 1.5) * 0.5
            for quarter in (1, 2, 3, 4):
                yield _due(name, org, to_date(year, quarter), rounded(goal + more, 1), "%")


def _air_lines(year: int) -> Iterator[tuple[str, ...]]:
    """Yield what the air may hold at most; winters may hold more."""
    for org, apart in PM25_APART.items():
        for quarter, season in enumerate(PM25_COURSE, 1):
            most = rounded((PM25_LIMIT[year] + apart) * season, 1)
            yield _due("PM2.5平均浓度", org, to_date(year, quarter), most, "微克/立方米")


def _line(split: Split, org: str, period: str, value: Decimal) -> tuple[str, ...]:
    number = shown(value.normalize()) if value else "0"
    return (split.statement, org, period, number, split.unit, SOURCE, split.quote)


def _due(name: str, org: str, period: str, value: Decimal, unit: str) -> tuple[str, ...]:
    return (name, org, period, shown(value), unit, CONTEST_SOURCE)
