"""Wide tables: what stands in rows and columns is found by what is written there."""

import pytest


def test_orgs_by_indicators_with_units_in_the_head(told):
    table = """
2023年各县（市）区主要指标|||||
县（市）区|地区生产总值(亿元)|增速(%)|位次|常住人口（万人）|同比±%
全市合计|7864.8|3.3||868|0.9
五华区|１，４１４|4|1|117.9|/
"""
    assert told(table) == [
        "gdp level 全市 2023 7864.8 亿元",
        "gdp growth 全市 2023 3.3 %",
        "resident-population level 全市 2023 868 万人",
        "resident-population growth 全市 2023 0.9 %",
        "gdp level 五华区 2023 1414 亿元",
        "gdp growth 五华区 2023 4 %",
        "resident-population level 五华区 2023 117.9 万人",
        "resident-population growth 五华区 2023 None %",
    ]


def test_a_head_of_two_rows_with_merged_cells_and_a_unit_line(told):
    table = """
昆明市2023年1-9月主要经济指标||||
填报单位：昆明市统计局（盖章）||||单位：亿元、%
县区|地区生产总值|地区生产总值|固定资产投资|固定资产投资
县区|绝对额|增速|绝对额|增速
五华区|1000|4|120|-2
"""
    merges = [(0, 0, 0, 4), (2, 0, 3, 0), (2, 1, 2, 2), (2, 3, 2, 4)]
    assert told(table, merges=merges) == [
        "gdp level 五华区 2023M01-09 1000 亿元",
        "gdp growth 五华区 2023M01-09 4 %",
        "fixed-asset-investment level 五华区 2023M01-09 120 亿元",
        "fixed-asset-investment growth 五华区 2023M01-09 -2 %",
    ]


def test_a_head_of_two_rows_in_a_csv(told):
    table = """
指标名称|计量单位|2023年1—6月||2023年|
||绝对额|同比增长(%)|绝对额|同比增长(%)
一、地区生产总值|亿元|280|-3.2|573|-2.9
"""
    assert [line.split(" ", 2)[2].strip() for line in told(table)] == [
        "2023H1 280 亿元",
        "2023H1 -3.2 %",
        "2023 573 亿元",
        "2023 -2.9 %",
    ]


def test_orgs_by_periods_with_the_indicator_in_the_title(told):
    table = """
昆明市各县区历年常住人口情况表|||
|||单位：万人
地区|2021年末|2022年|2023
五华区|115|116.4|117.9
"""
    assert told(table) == [
        "resident-population level 五华区 2021 115 万人",
        "resident-population level 五华区 2022 116.4 万人",
        "resident-population level 五华区 2023 117.9 万人",
    ]


def test_growth_in_the_title(told):
    table = "2023年各县区固定资产投资增速（%）|\n县区|增速\n五华区|3.5\n"
    assert told(table, name="1-6月") == [
        "fixed-asset-investment growth 五华区 2023H1 3.5 %"
    ]


def test_indicators_by_periods(told):
    table = """
五华区2023年主要经济指标||||
指标|一季度|上半年|前三季度|全年
地区生产总值(亿元)|300|650|1000|1414
"""
    assert told(table) == [
        "gdp level 五华区 2023Q1 300 亿元",
        "gdp level 五华区 2023H1 650 亿元",
        "gdp level 五华区 2023M01-09 1000 亿元",
        "gdp level 五华区 2023 1414 亿元",
    ]


def test_indicators_by_orgs(told):
    table = """
2023年环境空气质量通报|||||
序号|项目|计量单位|五华区|磨憨|滇中新区
甲|乙|丙|1|2|3
1|PM2.5浓度|微克/立方米|18|20微克/立方米|21
"""
    assert told(table, name="4月") == [
        "pm25 level 五华区 2023-04 18 微克/立方米",
        "pm25 level 磨憨 2023-04 20 微克/立方米",
        "pm25 level 滇中新区 2023-04 21 微克/立方米",
    ]


def test_periods_by_indicators(told):
    table = """
官渡区历年主要指标||
年份|地区生产总值（亿元）|增速（%）
2022年|1474|3
2023年上半年|806|3.2
"""
    assert [line.split(" ", 2)[2] for line in told(table)] == [
        "官渡区 2022 1474 亿元",
        "官渡区 2022 3 %",
        "官渡区 2023H1 806 亿元",
        "官渡区 2023H1 3.2 %",
    ]


def test_an_empty_corner(told):
    table = "昆明市主要指标|||\n|计量单位|2022年|2023年\n常住人口|万人|860|868\n"
    assert len(told(table)) == 2


def test_last_year_and_the_estimate_for_the_year(read):
    table = """
2023年1-9月||||
县区|地区生产总值(亿元)|上年同期|增速(%)|预计全年
五华区|1000|960|4|1414
"""
    figures, _ = read(table)
    said = [(str(f.period), str(f.value), f.unit.text, f.state.label) for f in figures]
    assert said == [
        ("2023M01-09", "1000", "亿元", "已确认"),
        ("2022M01-09", "960", "亿元", "已确认"),
        ("2023M01-09", "4", "%", "已确认"),
        ("2023", "1414", "亿元", "预计"),
    ]


def test_targets_ranks_and_shares_of_the_target_are_no_figures(told):
    table = """
2023年五华区目标完成情况||||
指标|单位|2023年目标|2023年完成|完成率
地区生产总值|亿元|1500|1414.74|94.3%
"""
    assert told(table) == ["gdp level 五华区 2023 1414.74 亿元"]


def test_a_head_repeated_on_the_next_page(told):
    row = "县区|2023年常住人口(万人)\n"
    assert len(told(f"{row}五华区|117.9\n{row}官渡区|163\n")) == 2


@pytest.mark.parametrize(
    ("title", "said"),
    [("主要指标", "没有写时期"), ("2022年与2023年对比", "2022年、2023年")],
)
def test_a_period_that_nobody_states_is_not_guessed(read, title, said):
    figures, issues = read(
        f"{title}||\n县区|地区生产总值(亿元)|常住人口(万人)\n五华区|1|2\n"
    )
    assert figures == ()
    assert [i.code for i in issues] == ["figure-period-missing"] * 2
    assert said in issues[0].message


def test_row_and_head_that_name_two_periods(read):
    _, issues = read("指标|期别|计量单位|2023年\n常住人口|2022年|万人|860\n")
    assert "figure-period-missing" in [i.code for i in issues]


def test_a_title_that_speaks_of_quick_figures(read):
    figures, _ = read("2023年快报数|\n县区|常住人口(万人)\n五华区|117.9\n")
    assert figures[0].state.label == "初步核算"
    figures, _ = read("县区|2023年常住人口(万人)\n五华区|117.9\n注：本表数据均为快报数|\n")
    assert figures[0].state.label == "初步核算"


def test_a_column_that_is_not_understood_is_told(read):
    table = "指标|期别|数值|计量单位|怪列\n常住人口|2023|868|万人|5\n"
    figures, issues = read(table)
    assert len(figures) == 1
    assert [i.code for i in issues if i.level == "warning"] == ["figure-column-unread"]


def test_values_in_merged_cells_belong_to_nobody(read):
    table = "县区|2023年常住人口(万人)\n五华区|200\n盘龙区|200\n官渡区|163\n"
    figures, issues = read(table, merges=[(1, 1, 2, 1)])
    assert [f.org for f in figures] == ["官渡区"]
    assert [i.code for i in issues] == ["figure-value-merged"]


def test_an_org_merged_over_its_rows(told):
    table = "县区|指标|计量单位|2023年\n五华区|常住人口|万人|117.9\n"
    table += "五华区|地区生产总值|亿元|1414\n"
    assert [line.split()[2] for line in told(table, merges=[(1, 0, 2, 0)])] == [
        "五华区"
    ] * 2


def test_a_tall_row_is_one_row(read):
    table = "县区|2023年常住人口(万人)\n五华区|117.9\n五华区|117.9\n"
    figures, issues = read(table, merges=[(1, 0, 2, 0), (1, 1, 2, 1)])
    assert (len(figures), issues) == (1, ())


def test_a_sheet_without_a_head(read):
    figures, issues = read("随便|写写\n你好|世界\n")
    assert (figures, [i.code for i in issues]) == ((), ["figure-table-unknown"])
    assert read("|\n|") == ((), ())
