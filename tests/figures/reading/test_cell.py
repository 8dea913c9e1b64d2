"""The 指标采集表 (practice.md §15): current value, last year's, growth, target."""

from decimal import Decimal

from paitou.model import FigureState, Measure, Period

HEAD = (
    "指标|单位|口径版本|数源部门|期别|现值|同期|增速(名义/可比)"
    "|目标|位次(全省)|高/低全省pp|数据状态\n"
)


def test_a_row_gives_level_last_year_and_growth(read):
    row = "地区生产总值|亿元|五经普前|市统计局|2023年"
    row += "|7864.76|7541.37|3.3|10000|1|-1.1|初步核算"
    figures, issues = read("昆明市2023年度主要指标采集表|||||||||||\n" + HEAD + row)
    assert [i.code for i in issues] == ["figure-assumed"]
    now, before, growth = figures
    assert (now.value, now.period, now.org) == (
        Decimal("7864.76"),
        Period.of_year(2023),
        "昆明市",
    )
    assert (before.value, before.period) == (Decimal("7541.37"), Period.of_year(2022))
    assert (growth.value, growth.unit.text, growth.prices) == (Decimal("3.3"), "%", "real")
    assert growth.indicator == "地区生产总值增速"
    assert {f.source for f in figures} == {"市统计局"}
    assert {f.definition for f in figures} == {"五经普前"}
    assert {f.state for f in figures} == {FigureState.PRELIMINARY}


def test_the_cell_says_which_growth(read):
    row = "地区生产总值|亿元||市统计局|2023年|7864.76||名义5.2%/可比3.3%||||"
    figures, _ = read(HEAD + row)
    assert [(f.prices, f.value) for f in figures[1:]] == [
        ("nominal", Decimal("5.2")),
        ("real", Decimal("3.3")),
    ]


def test_last_year_without_a_value_is_no_figure(read):
    figures, _ = read(HEAD + "固定资产投资|亿元||市统计局|2023年|/|/|-32.3%||||快报")
    assert [(f.measure, f.value) for f in figures] == [
        (Measure.LEVEL, None),
        (Measure.GROWTH, Decimal("-32.3")),
    ]


def test_the_growth_of_growth_is_refused(read):
    figures, issues = read(HEAD + "地区生产总值增速|%|||2023年|3.3||0.5||||")
    assert [f.value for f in figures] == [Decimal("3.3")]
    assert "figure-measure-unclear" in [i.code for i in issues]


def test_without_a_place_it_is_the_whole(read):
    figures, issues = read(HEAD + "常住人口|万人|||2023年|868||||||")
    assert figures[0].org == ""
    assert "按全市采用" in issues[0].message


def test_grades_count_and_money_in_one_table(read):
    rows = "滇池外海水质|类|||2023|4|劣Ⅴ类||||\n城镇新增就业|亿元|||2023|16.1||||||\n"
    figures, issues = read(HEAD + rows)
    assert [f.value for f in figures] == ["Ⅳ", "劣Ⅴ"]
    assert [i.code for i in issues if i.level == "error"] == ["figure-unit-differs"]
