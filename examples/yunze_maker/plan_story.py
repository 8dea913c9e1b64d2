"""What the plan's targets ask for → what is told of them: years, pace, growth, levels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from yunze_maker.rows import CONFIRMED, PRELIMINARY


class Flow(NamedTuple):
    """What is done in a year: whole years, 2025 up to September, and its usual pace.

    `split` says that it is made by districts; `reported` that it is reported before it is
    confirmed; `scatter` how far quarters and districts stray from their usual shares, and
    `strength` how much the form of a district shows in them.
    """

    name: str
    unit: str
    digits: int
    years: Mapping[int, float]
    to_date: float
    pace: tuple[float, float, float] = (0.22, 0.47, 0.72)
    split: bool = False
    reported: bool = False
    scatter: float = 0.012
    state: str = CONFIRMED
    strength: float = 2.0


class Stock(NamedTuple):
    """What is there at the end of a year, and of September 2025."""

    name: str
    unit: str
    years: Mapping[int, int]
    latest: int
    definition: str = ""


FLOWS = (
    Flow("地区生产总值", "亿元", 2, {2022: 1946.3, 2023: 2061.5, 2024: 2163.8}, 1618.0,
         (0.215, 0.462, 0.712), split=True, state=PRELIMINARY, strength=1.0),
    Flow("一般公共预算收入", "亿元", 2, {2023: 117.21, 2024: 123.04}, 98.1,
         (0.27, 0.53, 0.76), split=True),
    Flow("规模以上工业总产值", "亿元", 1, {2023: 2236.4, 2024: 2491.0}, 1962.0,
         split=True, reported=True, strength=1.8),
    Flow("省外到位资金", "亿元", 2, {2022: 331.0, 2023: 352.0, 2024: 386.4}, 318.0,
         (0.14, 0.38, 0.66), split=True, reported=True, strength=5.0),
    Flow("亿元以上招商引资项目", "个", 0, {2023: 94, 2024: 112}, 83,
         split=True, strength=5.0),
    Flow("新增规模以上工业企业", "户", 0, {2024: 52}, 33, (0.2, 0.4, 0.7), split=True),
    Flow("城镇新增就业", "万人", 2, {2023: 2.54, 2024: 2.66}, 2.07,
         (0.26, 0.55, 0.80), split=True, strength=3.0),
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
    Stock("高新技术企业", "家", {2022: 241, 2023: 286, 2024: 352}, 406),
    Stock("专精特新中小企业", "家", {2022: 117, 2023: 148, 2024: 176}, 203),
    Stock("省级绿色工厂", "家", {2022: 19, 2023: 28, 2024: 39}, 47),
    Stock("科技型中小企业", "家", {2022: 498, 2023: 612, 2024: 731}, 0),
    Stock("科技型中小企业", "家", {2025: 742}, 688, "国家评价入库口径（2025年起）"),
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
#: Growth on the year before: the twelve quarters to date.
GROWTHS = (
    ("地区生产总值增速",
     "5.0 5.6 5.4 5.5 5.6 5.5 5.3 5.3 5.8 5.9 5.7 5.6", PRELIMINARY),
    ("规模以上工业增加值增速",
     "6.2 6.9 7.3 7.6 7.9 8.1 8.3 8.6 8.9 8.4 8.2 8.1", CONFIRMED),
    ("工业投资增速",
     "10.8 11.9 12.6 12.9 13.2 11.4 10.1 9.4 12.6 13.9 14.2 13.7", CONFIRMED),
    ("限额以上社会消费品零售总额增速",
     "4.8 6.6 7.1 7.3 7.0 6.4 6.2 6.1 5.5 6.0 5.9 5.8", CONFIRMED),
    ("居民消费价格涨幅",
     "0.6 0.4 0.3 0.2 0.2 0.3 0.4 0.4 0.1 0.0 0.1 0.1", CONFIRMED),
)  # fmt: skip
#: Seasons are read from earlier years, which these need by quarter too.
SEASONAL = ("旅游总人数", "省外到位资金")
REVENUE, FUNDS, TRAINING = "一般公共预算收入", "省外到位资金", "职业技能培训"
#: What the zone that lies in a district did in a year; 2025 up to September.
ZONE_FUNDS = {"2023": "36.20", "2024": "41.36", "2025Q1-Q3": "35.18", "2025": "46.90"}
ZONE_JOBS = {2023: 0.12, 2024: 0.13, 2025: 0.14}
