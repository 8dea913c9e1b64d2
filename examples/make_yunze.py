"""A seed and the story told below → the made-up figures of the fictitious city 云泽市.

Run it as `python examples/make_yunze.py`: it writes yunze-2024/figures/*.csv and prints the
seed. Equal seeds give equal bytes. Nothing here comes from a real place.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import sys
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import NamedTuple

SEED = 20240101
FIGURES = Path(__file__).parent / "yunze-2024" / "figures"
HEAD = (
    "指标", "地区", "期别", "数值", "计量单位",
    "数据状态", "口径", "来源", "公布日期", "备注",
)  # fmt: skip
CITY, PROVINCE, OVERLAPPING = "云泽市", "某省", "湖滨开发区"
#: The parts that add up to the city, and how large each is.
DISTRICTS = {
    "东溪区": 0.21, "墨泉区": 0.16, "云麓区": 0.14, "澄屿区": 0.10, "石笠县": 0.09,
    "棠屏县": 0.08, "竹汀县": 0.07, "白芷县": 0.05, "云泽产业新区": 0.10,
}  # fmt: skip
LATE, SILENT = "石笠县", "竹汀县"
SEASONAL = ("旅游总人数", "省外到位资金")
QUARTERS = ("Q1", "H1", "Q1-Q3", "")
SUBMITTED, CONFIRMED, PRELIMINARY = "已报", "已确认", "初步核算"
FINAL, CENSUS, UNVERIFIED, ESTIMATED = "最终核实", "普查修订", "待核", "预计"


class Row(NamedTuple):
    """One line of a table of figures, in the order of `HEAD`."""

    indicator: str
    org: str
    period: str
    value: Decimal | str
    unit: str
    state: str = CONFIRMED
    definition: str = ""
    source: str = f"模拟数据（种子{SEED}）"
    known_on: dt.date | None = None
    note: str = ""


class Flow(NamedTuple):
    """What is done in a year: whole years, 2025 up to September, and its usual pace.

    `split` says that it is made by districts; `reported` that it is reported before it is
    confirmed; `scatter` how far quarters and districts stray from their usual shares.
    """

    name: str
    unit: str
    digits: int
    years: dict[int, float]
    to_date: float
    pace: tuple[float, float, float] = (0.22, 0.47, 0.72)
    split: bool = False
    reported: bool = False
    scatter: float = 0.012
    state: str = CONFIRMED


class Stock(NamedTuple):
    """What is there at the end of a year, and of September 2025."""

    name: str
    unit: str
    years: dict[int, int]
    latest: int
    definition: str = ""


FLOWS = (
    Flow("地区生产总值", "亿元", 2, {2022: 1946.3, 2023: 2061.5, 2024: 2163.8}, 1618.0,
         (0.215, 0.462, 0.712), split=True, state=PRELIMINARY),
    Flow("一般公共预算收入", "亿元", 2, {2023: 117.21, 2024: 123.04}, 98.1,
         (0.27, 0.53, 0.76), split=True),
    Flow("规模以上工业总产值", "亿元", 1, {2023: 2236.4, 2024: 2491.0}, 1962.0,
         split=True, reported=True),
    Flow("省外到位资金", "亿元", 2, {2022: 331.0, 2023: 352.0, 2024: 386.4}, 318.0,
         (0.14, 0.38, 0.66), split=True, reported=True),
    Flow("亿元以上招商引资项目", "个", 0, {2023: 94, 2024: 112}, 83, split=True),
    Flow("新增规模以上工业企业", "户", 0, {2024: 52}, 33, (0.2, 0.4, 0.7), split=True),
    Flow("城镇新增就业", "万人", 2, {2023: 2.54, 2024: 2.66}, 2.07,
         (0.26, 0.55, 0.80), split=True),
    Flow("职业技能培训", "万人次", 2, {2023: 2.71, 2024: 3.12}, 2.41, split=True),
    Flow("保障性租赁住房", "套", 0, {2024: 1650}, 1020, split=True),
    Flow("城镇老旧小区改造", "个", 0, {2023: 96, 2024: 118}, 0,
         (0.1, 0.35, 0.7), split=True),
    Flow("旅游总人数", "万人次", 1, {2022: 2655.0, 2023: 3822.0, 2024: 4316.0}, 3905.0,
         (0.16, 0.40, 0.84)),
    Flow("社会消费品零售总额", "亿元", 2, {2023: 812.4, 2024: 856.3}, 646.0,
         (0.24, 0.48, 0.73), reported=True),
    Flow("进出口总额", "亿元", 2, {2022: 94.1, 2023: 96.3, 2024: 91.8}, 72.4),
    Flow("园区营业收入", "亿元", 1, {2022: 1043.0, 2023: 1180.0, 2024: 1327.0}, 1042.0),
    Flow("旅游总收入", "亿元", 2, {2023: 298.6, 2024: 337.2}, 0, (0.16, 0.40, 0.84)),
    Flow("旅游总花费", "亿元", 2, {2023: 251.8, 2024: 279.4}, 243.5, (0.16, 0.40, 0.84)),
    Flow("新增公共充电桩", "个", 0, {2024: 1380}, 1893),
    Flow("新建省级以上创新平台", "个", 0, {2024: 6}, 8, (0.0, 0.34, 0.67), scatter=0),
    Flow("培育“链主”企业", "家", 0, {2024: 3}, 3, (0.0, 0.34, 0.67), scatter=0),
)  # fmt: skip
STOCKS = (
    Stock("高新技术企业", "家", {2023: 286, 2024: 352}, 406),
    Stock("专精特新中小企业", "家", {2023: 148, 2024: 176}, 203),
    Stock("省级绿色工厂", "家", {2023: 28, 2024: 39}, 47),
    Stock("科技型中小企业", "家", {2023: 612, 2024: 731}, 0),
    Stock("科技型中小企业", "家", {}, 688, "国家评价入库口径（2025年起）"),
)
#: What comes out once a year: name, unit, values from 2022 on (empty where there is none),
#: months from the end of the year to the day that it is known.
YEARLY = (
    ("常住人口城镇化率", "%", ("62.31", "63.12", "63.84"), 3),
    ("全社会研发经费投入强度", "%", ("1.61", "1.67", "1.79"), 10),
    ("全社会研究与试验发展经费投入", "亿元", ("31.34", "34.63", "38.60"), 10),
    ("每万人口高价值发明专利拥有量", "件", ("", "3.2", "3.9"), 2),
    ("单位地区生产总值能耗降低", "%", ("", "", "2.6"), 6),
    ("规模以上工业单位增加值能耗降低", "%", ("", "", "3.5"), 6),
    ("空气质量优良天数比率", "%", ("", "92.9", "93.7"), 1),
    ("PM2.5平均浓度", "微克/立方米", ("", "34", "32"), 1),
    ("城镇调查失业率", "%", ("", "5.4", "5.3"), 2),
    ("农村居民人均可支配收入", "元", ("", "19876", "21445"), 2),
    ("城乡居民收入比", ":1", ("2.27", "2.24", "2.20"), 2),
    ("战略性新兴产业产值占规模以上工业总产值比重", "%", ("", "27.5", "30.1"), 3),
    ("工业投资占固定资产投资比重", "%", ("30.2", "31.2", "32.6"), 2),
    ("亩均税收", "万元/亩", ("", "12.1", "13.5"), 5),
    ("跨境电商进出口额", "亿元", ("", "", "8.64"), 2),
    ("农产品加工业产值", "亿元", ("", "385.2", "414.7"), 4),
    ("城市生活污水集中收集率", "%", ("", "64.2", "68.1"), 4),
    ("政务服务事项网上可办率", "%", ("", "97.6", "98.9"), 1),
    ("乡镇便民服务中心覆盖率", "%", ("", "81.8", "92.4"), 2),
    ("企业开办时间", "个工作日", ("", "1.5", "1"), 1),
    ("云泽湖水质", "类", ("", "Ⅳ", "Ⅳ"), 2),
)
#: Growth on the year before: quarters of 2024 to date, then of 2025.
GROWTHS = (
    ("地区生产总值增速", "5.6 5.5 5.3 5.3 5.8 5.9 5.7", PRELIMINARY),
    ("规模以上工业增加值增速", "7.9 8.1 8.3 8.6 8.9 8.4 8.2", CONFIRMED),
    ("工业投资增速", "13.2 11.4 10.1 9.4 12.6 13.9 14.2", CONFIRMED),
    ("限额以上社会消费品零售总额增速", "7.0 6.4 6.2 6.1 5.5 6.0 5.9", CONFIRMED),
    ("居民消费价格涨幅", "0.2 0.3 0.4 0.4 0.1 0.0 0.1", CONFIRMED),
)  # fmt: skip


def main() -> None:
    """Write the tables of figures and print the seed."""
    write_all(FIGURES)
    sys.stdout.write(f"种子 {SEED}，数据写在 {FIGURES.name}/\n")


def write_all(folder: Path) -> None:
    """Write every table of figures into a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables().items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(HEAD)
            out.writerows(map(_cells, rows))


def tables() -> dict[str, list[Row]]:
    """Return the rows of each table by the name of its file."""
    dice = random.Random(SEED)  # noqa: S311 (a made-up city needs no secrecy)
    made = [row for flow in FLOWS for row in _flow_rows(flow, dice)]
    return {
        "city.csv": [
            *(r for r in made if r.org == CITY),
            *_stock_rows(dice),
            *_yearly_rows(),
        ],
        "districts.csv": [r for r in made if r.org != CITY],
        "growth.csv": list(_growth_rows()),
        "others.csv": list(_other_rows()),
    }


def _flow_rows(flow: Flow, dice: random.Random) -> Iterator[Row]:
    """Yield a flow by the end of every quarter: of the districts, then of the city."""
    parts = DISTRICTS if flow.split else {CITY: 1.0}
    shares = {org: share * _stray(dice, flow.scatter * 4) for org, share in parts.items()}
    scale = sum(shares.values())
    for period, whole in _courses(flow, dice):
        done = {org: whole * share / scale for org, share in shares.items()}
        values = _shared_out(done, flow.digits)
        for org, value in values.items():
            if not _is_silent(flow, org, period):
                yield from _reports(flow, org, period, value)
        if flow.split:
            if flow.name == "一般公共预算收入":
                yield from _reports(flow, CITY, period, _own_revenue(values))
            else:
                yield from _reports(flow, CITY, period, _summed(values))


def _courses(flow: Flow, dice: random.Random) -> Iterator[tuple[str, float]]:
    """Yield what is done by the end of each quarter; earlier ones show the seasons."""
    for year, whole in flow.years.items():
        if year == 2024 or flow.name in SEASONAL:
            for part, share in zip(QUARTERS, flow.pace, strict=False):
                yield f"{year}{part}", whole * share * _stray(dice, flow.scatter)
        yield str(year), whole
    for part, share in zip(QUARTERS[:3], flow.pace, strict=True):
        if flow.to_date:
            ratio = share / flow.pace[2]
            stray = _stray(dice, flow.scatter) if part != "Q1-Q3" else 1.0
            yield f"2025{part}", flow.to_date * ratio * stray


def _reports(flow: Flow, org: str, period: str, value: Decimal) -> Iterator[Row]:
    """Yield the vintages of one value: reported, confirmed or preliminary, final."""
    day = _known_on(period, 50 if org == LATE and period == "2025Q1-Q3" else 25)
    if flow.reported and org == CITY and period > "2024":
        early = _rounded(float(value) * 1.008, flow.digits)
        early_day = _known_on(period, 15)
        yield Row(flow.name, org, period, early, flow.unit, SUBMITTED, known_on=early_day)
    note = ""
    if flow.name == "一般公共预算收入" and org == CITY:
        note = "含市本级，各县区合计不等于全市"
    yield Row(flow.name, org, period, value, flow.unit, flow.state, known_on=day, note=note)
    if flow.state == PRELIMINARY and period in ("2023", "2024"):
        yield from _revisions(flow, org, period, value)


def _revisions(flow: Flow, org: str, period: str, value: Decimal) -> Iterator[Row]:
    """Yield the later vintages of a year's value; the census of 2023 comes on top.

    Every district by the same amount, so that the city stays what they make.
    """
    year, times = int(period), len(DISTRICTS) if org == CITY else 1
    revised = value - times * Decimal("1.28")
    day = dt.date(year + 1, 12, 20)
    yield Row(flow.name, org, period, revised, flow.unit, FINAL, known_on=day)
    if year == 2023:
        counted = value + times * Decimal("0.76")
        day = dt.date(2025, 3, 28)
        yield Row(flow.name, org, period, counted, flow.unit, CENSUS, known_on=day)


def _stock_rows(dice: random.Random) -> Iterator[Row]:
    """Yield a stock at the end of each quarter, on its way between the years given."""
    for stock in STOCKS:
        for year, value in stock.years.items():
            if year == 2024:
                yield from _on_the_way(stock, 2024, (stock.years[2023], value), dice)
            day = _known_on(str(year), 25)
            yield Row(stock.name, CITY, str(year), Decimal(value), stock.unit, known_on=day)
        if stock.latest and stock.years:
            end = stock.years[2024] + (stock.latest - stock.years[2024]) * 4 // 3
            yield from _on_the_way(stock, 2025, (stock.years[2024], end), dice)
        elif stock.latest:
            yield _stock_row(stock, "2025Q3", stock.latest)


def _on_the_way(
    stock: Stock, year: int, ends: tuple[int, int], dice: random.Random
) -> Iterator[Row]:
    for quarter in (1, 2, 3):
        way = (ends[1] - ends[0]) * quarter / 4 * _stray(dice, 0.05)
        if year == 2025 and quarter == 3:
            way = stock.latest - ends[0]
        yield _stock_row(stock, f"{year}Q{quarter}", ends[0] + round(way))


def _stock_row(stock: Stock, period: str, value: int) -> Row:
    return Row(
        stock.name, CITY, period, Decimal(value), stock.unit,
        definition=stock.definition, known_on=_known_on(period, 25),
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
    periods = [f"2024{part}" for part in QUARTERS] + [f"2025{p}" for p in QUARTERS[:3]]
    for name, values, state in GROWTHS:
        for period, value in zip(periods, values.split(), strict=True):
            day = _known_on(period, 25)
            yield Row(name, CITY, period, Decimal(value), "%", state, known_on=day)


def _other_rows() -> Iterator[Row]:
    """Yield what does not fit the rule: the province, a zone, what nobody confirmed."""
    for year, value in ((2022, "18420.5"), (2023, "19386.2"), (2024, "20297.9")):
        day = dt.date(year + 1, 1, 22)
        whole = Decimal(value)
        yield Row(
            "地区生产总值", PROVINCE, str(year), whole, "亿元", PRELIMINARY, known_on=day
        )
    for period, done in (("2024", "41.36"), ("2025Q1-Q3", "35.18")):
        amount = Decimal(done)
        yield Row(
            "省外到位资金", OVERLAPPING, period, amount, "亿元",
            known_on=_known_on(period, 25), note="已计入云麓区，不计入全市合计",
        )  # fmt: skip
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


def _is_silent(flow: Flow, org: str, period: str) -> bool:
    """Revenue by district comes once a year; one county sends in no more training."""
    if flow.name == "一般公共预算收入" and org != CITY:
        return period != "2024"
    is_asked = flow.name == "职业技能培训" and org == SILENT
    return is_asked and period in ("2025H1", "2025Q1-Q3")


def _own_revenue(values: dict[str, Decimal]) -> Decimal:
    """Return the city's revenue: that of the districts and its own, a tenth on top."""
    return _rounded(float(sum(values.values())) * 1.1, 2)


def _summed(values: dict[str, Decimal]) -> Decimal:
    return sum(values.values(), Decimal(0))


def _shared_out(done: dict[str, float], digits: int) -> dict[str, Decimal]:
    """Return the parts rounded so that they add up to the rounded whole."""
    one = Decimal(1).scaleb(-digits)
    whole = _rounded(sum(done.values()), digits)
    parts = {
        org: Decimal(str(v)).quantize(one, rounding="ROUND_FLOOR")
        for org, v in done.items()
    }
    left = int((whole - sum(parts.values(), Decimal(0))) / one)
    nearest = sorted(done, key=lambda org: (float(parts[org]) - done[org], org))
    for org in nearest[:left]:
        parts[org] += one
    return parts


def _stray(dice: random.Random, scatter: float) -> float:
    return 1 + scatter * (2 * dice.random() - 1)


def _rounded(value: float, digits: int) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def _known_on(period: str, days: int) -> dt.date:
    """Return the day so many days after the end of a quarter, a half, or a year."""
    ends = {"Q1": (3, 31), "H1": (6, 30), "Q2": (6, 30), "Q3": (9, 30), "Q1-Q3": (9, 30)}
    month, day = ends.get(period[4:], (12, 31))
    return dt.date(int(period[:4]), month, day) + dt.timedelta(days)


def _cells(row: Row) -> Sequence[str]:
    value = format(row.value, "f") if isinstance(row.value, Decimal) else row.value
    known_on = row.known_on.isoformat() if row.known_on else ""
    return (*row[:3], value, *row[4:8], known_on, row.note)


if __name__ == "__main__":
    main()
