import datetime as dt
from decimal import Decimal

import pytest

from paitou.model import Bound, FigureState, Measure, Period

HEAD = "指标|地区|期别|数值|计量单位|限定词|数据状态|公布日期|可信度|口径|备注\n"


def one(read, row):
    figures, issues = read(HEAD + row)
    assert issues == ()
    return figures[0]


def codes(issues):
    return [issue.code for issue in issues]


def test_one_row_is_one_figure(read):
    figure = one(
        read,
        "地区生产总值|官渡区|2023年1—9月|1，100．2|亿元|突破|快报|2023年10月20日|高|五经普前|甲",
    )
    assert (figure.indicator, figure.indicator_id) == ("地区生产总值", "gdp")
    assert (figure.value, figure.unit.text) == (Decimal("1100.2"), "亿元")
    assert (figure.period, figure.org) == (Period.parse("2023M01-09"), "官渡区")
    assert (figure.qualifier, figure.bound) == ("突破", Bound.AT_LEAST)
    assert (figure.state, figure.confidence) == (FigureState.PRELIMINARY, "high")
    assert (figure.known_on, figure.note) == (dt.date(2023, 10, 20), "甲")
    assert (figure.definition, figure.where) == ("五经普前", "表.xlsx 第2行")


def test_english_titles(read):
    figures, issues = read(
        "indicator|org|period|value|unit|source|confidence\n"
        "地区生产总值增速|昆明市|2023|3.3|%|报告|medium"
    )
    assert issues == ()
    assert (figures[0].measure, figures[0].prices) == (Measure.GROWTH, "real")
    assert figures[0].source == "报告"


def test_a_unit_may_be_an_organisation_or_a_measure(told):
    table = "单位|指标|单位|期别|数值\n五华区|地区生产总值|亿元|2023|1414\n"
    assert told(table) == ["gdp level 五华区 2023 1414 亿元"]
    assert told("指标|地区|单位|期别|数值\n常住人口|五华区|万人|2023|117.9\n") == [
        "resident-population level 五华区 2023 117.9 万人"
    ]


def test_an_empty_cell_is_no_figure_and_a_stroke_says_there_is_none(read):
    figures, issues = read(
        HEAD + "地区生产总值|甲区|2023||亿元||||||\n地区生产总值|乙区|2023|/|亿元||||||\n"
        "地区生产总值|丙区|2023|未公布|亿元||||||\n"
    )
    assert issues == ()
    assert [(f.org, f.value) for f in figures] == [("乙区", None)]


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ("常住人口|甲区|2023|10|万人||||||", "confirmed"),
        ("常住人口|甲区|2023|10|万人|预计|||||", "estimated"),
        ("常住人口|甲区|2023|预计10|万人||||||", "estimated"),
        ("常住人口|甲区|2023|10|万人||||低||", "unverified"),
        ("常住人口|甲区|2023|10|万人|预计|已报||||", "submitted"),
        ("常住人口|甲区|2023|10|万人||普查修订||||", "census_revised"),
    ],
)
def test_states(read, row, state):
    assert one(read, row).state is FigureState(state)


def test_the_unit_of_the_cell_beats_that_of_the_column(told):
    rows = (
        "一般公共预算收入|甲区|2023|12亿元|万元||||||\n常住人口|甲区|2023|5000|人||||||\n"
    )
    assert told(HEAD + rows) == [
        "general-budget-revenue level 甲区 2023 12 亿元",
        "resident-population level 甲区 2023 5000 人",
    ]
    assert told(HEAD + "常住人口|甲区|2023|5万|人||||||") == [
        "resident-population level 甲区 2023 5 万人"
    ]


def test_growth_that_rose_fell_and_stood_still(told):
    rows = "".join(
        f"地区生产总值增速|甲区|{year}|{text}|%||||||\n"
        for year, text in ((2021, "增长5.5%"), (2022, "下降2.7%"), (2023, "持平"))
    )
    assert [line.split()[-2] for line in told(HEAD + rows)] == ["5.5", "-2.7", "0"]


def test_a_fall_in_the_name_is_a_sign(read):
    figure = one(read, "PM2.5浓度同比下降|甲区|2023|5|%||||||")
    assert (figure.value, figure.measure) == (Decimal(-5), Measure.GROWTH)
    assert figure.indicator == "PM2.5浓度增速"


def test_real_and_nominal_growth_never_meet(read):
    rows = (
        "地区生产总值增速|甲区|2023|4|%||||||\n地区生产总值名义增速|甲区|2023|5.2|%||||||\n"
    )
    figures, _ = read(HEAD + rows + "地区生产总值增速|甲区|2023|5.2|%||||||现价|\n")
    assert [f.prices for f in figures] == ["real", "nominal", "real"]
    assert len({f.id for f in figures}) == 3


@pytest.mark.parametrize(
    ("row", "code", "where"),
    [
        ("地区生产总值|甲区|2023年13月|1|亿元||||||", "figure-period-unreadable", "期别"),
        ("地区生产总值|甲区||1|亿元||||||", "figure-period-missing", "数值"),
        ("地区生产总值|甲区|2023|待定|亿元||||||", "figure-value-unreadable", "数值"),
        ("地区生产总值|甲区|2023|#REF!|亿元||||||", "figure-formula-error", "数值"),
        ("地区生产总值|甲区|2023|8000|户||||||", "figure-unit-differs", "数值"),
        ("地区生产总值|甲区|2023|增长5%|亿元||||||", "figure-value-unreadable", "数值"),
        ("地区生产总值|甲区|2023|5%|||||||", "figure-unit-differs", "数值"),
        ("地区生产总值增速|甲区|2023|40|亿元||||||", "figure-unit-differs", "数值"),
        ("地区生产总值|甲区|2023|1||||||||", "figure-unit-missing", "数值"),
        ("地区生产总值(亿元)|甲区|2023|1|万元||||||", "figure-unit-differs", "数值"),
        ("|甲区|2023|1|亿元||||||", "figure-indicator-missing", "数值"),
        ("地区生产总值||2023|1|亿元||||||", "figure-org-missing", "地区"),
        ("地区生产总值|甲区|2023|1|亿元||大概||||", "figure-state-unknown", "数据状态"),
        (
            "地区生产总值|甲区|2023|1|亿元|||2024-02-30|||",
            "figure-day-unreadable",
            "公布日期",
        ),
        ("地区生产总值|甲区|2023|1|亿元||||七成||", "figure-confidence-unknown", "可信度"),
        (
            "地区生产总值|甲区|2023|1以内|亿元|突破|||||",
            "figure-value-unreadable",
            "限定词",
        ),
        ("地区生产总值|甲区|2023|力争900|亿元||||||", "figure-value-unreadable", "数值"),
    ],
)
def test_a_refusal_names_row_and_column_and_spares_the_other_rows(read, row, code, where):
    sound = "常住人口|乙区|2023|10|万人||||||"
    figures, issues = read(f"{HEAD}{row}\n{sound}")
    assert [f.org for f in figures] == ["乙区"]
    assert codes(issues) == [code]
    assert issues[0].where == f"表.xlsx 第2行“{where}”"


def test_year_and_month_in_columns_of_their_own(told):
    table = "指标|地区|年份|月份|数值|计量单位\n用电量|甲区|2023|9|5|亿千瓦时\n"
    assert told(table)[0].split()[3] == "2023-09"
    assert told(table.replace("|9|", "|1—9月|"))[0].split()[3] == "2023M01-09"
    assert (
        told(table.replace("月份", "季度").replace("|9|", "|3|"))[0].split()[3] == "2023Q3"
    )


def test_the_year_of_the_title_completes_the_month_of_the_row(told):
    table = (
        "2023年主要指标||||\n指标|地区|期别|数值|计量单位\n常住人口|甲区|上半年|5|万人\n"
    )
    assert told(table)[0].split()[3] == "2023H1"


def test_ranks_and_grades(told):
    rows = "环境空气质量国考排名|甲区|2022-04|第3|||||||\n"
    rows += "阳宗海水质类别|甲区|2023|III类|||||||\n"
    assert [line.split()[-2:] for line in told(HEAD + rows)] == [["3", "名次"], ["Ⅲ", "类"]]


def test_footers_are_no_rows(told):
    table = HEAD + "常住人口|甲区|2023|10|万人||||||\n注：2023年为快报数|||5|||||||\n"
    assert len(told(table + "填报人：张三||审核人：李四|电话：123|||||||\n")) == 1


def test_a_source_below_the_table_holds_for_all_rows(read):
    figures, _ = read(
        HEAD + "常住人口|甲区|2023|10|万人||||||\n数据来源：市统计局||||||||||"
    )
    assert figures[0].source == "市统计局"
