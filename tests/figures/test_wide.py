import pytest

from paitou.figures.wide import read_head
from paitou.model import FigureState, Measure, Period


@pytest.mark.parametrize(
    "title",
    [
        "增速",
        "增速%",
        "同比±%",
        "±%",
        "同比增长(%)",
        "比上年增长（％）",
        "增幅(%)",
        "同比(%)",
        "2023年比2022年增长%",
        "累计增速",
        "较上年同期增长",
    ],
)
def test_growth_beside_a_level(title):
    head = read_head((title,))
    assert (head.measure, head.words) == (Measure.GROWTH, ())


@pytest.mark.parametrize(
    ("title", "prices"),
    [
        ("增速(可比)", "real"),
        ("名义增速", "nominal"),
        ("增速(名义/可比)", ""),
        ("增速(不变价)", "real"),
    ],
)
def test_prices_of_growth(title, prices):
    assert read_head((title,)).prices == prices


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("2023年", "2023"),
        ("2023", "2023"),
        ("2022年末", "2022"),
        ("2023年1-9月", "2023M01-09"),
        ("2023年一季度", "2023Q1"),
        ("2023年（快报）", "2023"),
        ("2023年上半年完成", "2023H1"),
    ],
)
def test_periods(title, period):
    head = read_head((title,))
    assert head.period == Period.parse(period)
    assert head.is_value


def test_a_part_of_a_year_without_the_year():
    assert read_head(("1—9月",)).part == "1—9月"
    assert read_head(("上半年", "增速(%)")).part == "上半年"


def test_last_year():
    assert read_head(("上年同期",)).lag == 1
    assert read_head(("2023年", "上年同期")).lag == 1
    assert read_head(("2022年同期",)).lag == 0


@pytest.mark.parametrize(
    "title",
    ["目标", "2023年目标", "年度目标任务", "2025年目标值", "位次", "全省排名", "环比增速"],
)
def test_what_is_no_figure(title):
    assert read_head((title,)).is_ignored


def test_an_indicator_with_unit_and_period():
    head = read_head(("地区生产总值(亿元)", "2023年"))
    assert (head.words, head.unit) == (("地区生产总值",), "亿元")
    assert read_head(("2023年地区生产总值(亿元)",)).words == ("地区生产总值",)
    assert read_head(("PM2.5浓度(微克/立方米)",)).unit == "微克/立方米"


def test_the_unit_of_a_level_is_not_that_of_its_growth():
    head = read_head(("地区生产总值(亿元)", "增速"))
    assert (head.measure, head.unit) == (Measure.GROWTH, "")


def test_a_change_is_growth_only_in_percent():
    assert read_head(("同比增减(%)",)).measure is Measure.GROWTH
    assert read_head(("同比增减(亿元)",)).measure is Measure.CHANGE
    assert read_head(("同比增减",)).is_growth_open
    assert read_head(("同比下降(%)",)).falls


def test_an_estimate_is_said_in_the_head():
    head = read_head(("预计全年完成",))
    assert (head.state, head.part) == (FigureState.ESTIMATED, "全年")


@pytest.mark.parametrize(
    "title", ["工业增加值", "累计投资(托管以来)", "净增企业完成全年任务比例", "经济首位度"]
)
def test_names_stay_names(title):
    assert read_head((title,)).words
