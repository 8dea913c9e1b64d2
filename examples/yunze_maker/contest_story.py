"""What the contest ranks districts and zones by → what is told of it, and what is odd."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from yunze_maker.rows import CONFIRMED, FINAL, PRELIMINARY, SUBMITTED

STATISTICS, FINANCE, TAX = "市统计局", "市财政局", "市税务部门"
PROMOTION, REFORM, AIR = "市投资促进局", "市发展改革委", "市生态环境局"
THIRD, OWN, OFFICE = "第三方评估机构", "各县区自报", "市考评办"


class Rate(NamedTuple):
    """Growth to date of the places: that of the city, and how far they lie apart.

    `city` lists the twelve quarters, or those of 2023 only where later ones follow from
    the levels of `levels`; it is empty where growth.csv has the city already.
    """

    name: str
    source: str
    city: str
    strength: float
    levels: str = ""
    state: str = CONFIRMED
    note: str = ""
    of: str = ""


RATES = (
    Rate("地区生产总值增速", STATISTICS, "", 1.0, state=PRELIMINARY,
         note="按可比价格计算", of="地区生产总值"),
    Rate("规模以上工业增加值增速", STATISTICS, "", 1.8,
         note="按可比价格计算", of="规模以上工业总产值"),
    Rate("固定资产投资增速", STATISTICS,
         "6.1 6.8 7.2 7.4 8.0 7.1 6.4 6.0 5.2 5.9 6.3 6.1", 3.5),
    Rate("社会消费品零售总额增速", STATISTICS, "5.6 7.2 7.0 7.3", 1.2,
         "社会消费品零售总额"),
    Rate("一般公共预算收入增速", FINANCE, "4.1 5.0 5.6 5.8", 2.4, "一般公共预算收入"),
)  # fmt: skip


class Projects(NamedTuple):
    """Projects of 100 million yuan and more: of the city by year, and its usual pace."""

    name: str
    years: Mapping[int, int]
    pace: tuple[int, int, int, int]
    zone: Mapping[int, int]


#: Signed and started; districts report what they signed before it is checked.
SIGNED, STARTED = (
    Projects("新签约亿元以上项目数", {2023: 118, 2024: 141, 2025: 139}, (20, 28, 22, 30),
             {2023: 6, 2024: 8, 2025: 9}),
    Projects("新开工亿元以上项目数", {2023: 76, 2024: 91, 2025: 97}, (26, 30, 20, 24),
             {2023: 4, 2024: 5, 2025: 6}),
)  # fmt: skip
#: Mean of the city by year, how each place differs from it, and the course of a year.
PM25 = {2023: 34.0, 2024: 32.0, 2025: 30.8}
PM25_COURSE = (1.36, 1.12, 0.92, 1.0)
PM25_APART = {
    "东溪区": 2.6, "墨泉区": 3.1, "云麓区": 0.4, "澄屿区": -1.8, "霁川区": 1.7,
    "石笠县": 1.2, "棠屏县": -2.4, "竹汀县": -3.6, "白芷县": -4.1, "梧岫县": -2.9,
    "云泽产业新区": 4.4, "湖滨开发区": -1.1,
}  # fmt: skip
#: Score of a third party, share of content firms as districts count it, tax on a mu of
#: industrial land, each as of 2023.
SCORE, CONTENT, TAX_PER_MU = "营商环境评分", "企业满意度", "亩均税收"
LEVELS = {
    "东溪区": (82.4, 91.2, 15.8), "墨泉区": (80.1, 88.6, 13.9),
    "云麓区": (84.6, 92.3, 14.6), "澄屿区": (76.8, 86.9, 12.2),
    "霁川区": (79.5, 90.1, 11.8), "石笠县": (74.2, 85.4, 9.1),
    "棠屏县": (77.9, 87.8, 9.7), "竹汀县": (71.6, 84.9, 7.4),
    "白芷县": (78.3, 88.9, 6.8), "梧岫县": (73.1, 86.2, 7.9),
    "云泽产业新区": (85.9, 91.8, 18.7), "湖滨开发区": (83.2, 90.6, 16.1),
}  # fmt: skip
TAX_COURSE = (0.27, 0.53, 0.76, 1.0)
#: Self-reported shares just short of this have a way of reaching it.
MARK, NEARLY = 90.0, 88.7


class Oddity(NamedTuple):
    """What happens to a row: `late` moves its day, `missing` drops it, `more` adds one."""

    kind: str
    indicator: str
    org: str
    period: str
    day: dt.date | None = None
    value: str = ""
    state: str = CONFIRMED
    note: str = ""
    source: str = ""


RETAIL, INVESTMENT = "社会消费品零售总额增速", "固定资产投资增速"
INDUSTRY, PRODUCT = "规模以上工业增加值增速", "地区生产总值增速"
ODDITIES = (
    *(Oddity("late", name, "石笠县", "2025Q1-Q3", dt.date(2025, 11, 19))
      for name in (PRODUCT, INDUSTRY, INVESTMENT, RETAIL, SIGNED.name, STARTED.name)),
    Oddity("late", "PM2.5平均浓度", "梧岫县", "2024H1", dt.date(2024, 8, 9),
           note="监测设备检修，补报"),
    Oddity("late", SIGNED.name, "白芷县", "2025Q1-Q3", dt.date(2025, 11, 20),
           note="核查后确认"),
    Oddity("missing", SCORE, "棠屏县", "2024Q3"),
    Oddity("missing", STARTED.name, "竹汀县", "2025H1"),
    Oddity("change", INVESTMENT, "竹汀县", "2025Q1-Q3", value="/",
           note="数据质量核查未通过，暂不发布"),
    Oddity("change", INVESTMENT, "白芷县", "2025H1", value="16.8"),
    Oddity("more", INVESTMENT, "白芷县", "2025H1", dt.date(2025, 9, 12), "9.6", FINAL,
           "统计执法检查后核减"),
    Oddity("change", INDUSTRY, "霁川区", "2025H1", value="5.9"),
    Oddity("more", INDUSTRY, "霁川区", "2025H1", dt.date(2025, 7, 30), "8.2",
           note="截止日前更正，补入2户企业"),
    Oddity("change", INDUSTRY, "白芷县", "2025Q1", value="34.6",
           note="比上季度高出二十多个百分点，与用电量不符，尚待核实"),
    Oddity("change", RETAIL, "澄屿区", "2025Q1", value="5.2"),
    Oddity("more", RETAIL, "澄屿区", "2025Q1", dt.date(2025, 4, 25), "6.1",
           source="市商务局"),
    Oddity("change", RETAIL, "墨泉区", "2024H1", value="7.4"),
    Oddity("more", RETAIL, "墨泉区", "2024H1", dt.date(2024, 10, 18), "6.7", FINAL,
           "季后更正，剔除异地汇总"),
)  # fmt: skip
#: Reported before it is checked, and cut by the check: place, period, how many too many.
INFLATED = {
    ("白芷县", "2025H1"): 3, ("白芷县", "2025Q1-Q3"): 5, ("霁川区", "2025H1"): 2,
    ("石笠县", "2024"): 2, ("竹汀县", "2025Q1"): 1, ("墨泉区", "2024H1"): 1,
}  # fmt: skip
#: Departments: name, mean, spread, direction over the years; all of the office's scoring.
WORK = (
    ("年度任务完成率", "%", Decimal("93"), 4.0),
    ("重点工作完成率", "%", Decimal("90"), 5.0),
    ("群众满意度", "%", Decimal("91"), 3.0),
    ("信息报送得分", "分", Decimal("84"), 7.0),
)
WORK_ODDITIES = (
    Oddity("late", "年度任务完成率", "市交通运输局", "2025Q3", dt.date(2025, 11, 14)),
    Oddity("late", "重点工作完成率", "市交通运输局", "2025Q3", dt.date(2025, 11, 14)),
    Oddity("missing", "群众满意度", "市水利局", "2024Q4"),
    Oddity("change", "群众满意度", "市统计局", "2025Q2", value="/",
           note="不直接服务群众，本季未测评"),
    Oddity("change", "信息报送得分", "市科技局", "2025Q1", value="71.5"),
    Oddity("more", "信息报送得分", "市科技局", "2025Q1", dt.date(2025, 5, 16),
           "79.5", FINAL, "异议复核后更正，漏记2篇"),
    Oddity("change", "重点工作完成率", "市文化和旅游局", "2024Q2", value="100.0",
           state=SUBMITTED, note="单位自报，未经核定"),
)  # fmt: skip
