"""Wide tables as offices send them → fields."""

from decimal import Decimal

import pytest

from contest.scoring.made import group, item, rules
from paitou.contest.fields import field_of_sheet
from paitou.model import Extra, Fact, Measure, Unit, UnreadableFile, Veto, VetoEffect
from paitou.tables import read_table


def items():
    from attrs import evolve

    gdp = evolve(item("gdp", 40, "efficacy"), name="地区生产总值", unit=Unit.parse("亿元"))
    speed = evolve(
        item("speed", 30, "efficacy"), name="工业增速", indicator="规模以上工业增加值",
        measure=Measure.GROWTH,
    )  # fmt: skip
    visit = evolve(item("visit", 30, "jury"), name="观摩点评")
    return gdp, speed, visit


def read(tmp_path, text, encoding="utf-8", rulebook=None):
    path = tmp_path / "表.csv"
    path.write_bytes(text.encode(encoding))
    return field_of_sheet(rulebook or rules(*items()), read_table(path))


def value(field, org, item, fact=Fact.VALUE):
    return next(c for c in field.contestants if c.org == org).readings[item, fact].value


def codes(issues):
    return [issue.code for issue in issues]


def test_columns_are_found_by_id_name_or_indicator(tmp_path):
    text = "单位,gdp,规模以上工业增加值增速(%),评委1,评委2\n甲区,100,8.2,90,80\n"
    field, issues = read(tmp_path, text)
    assert issues == ()
    assert value(field, "甲区", "gdp") == 100
    assert value(field, "甲区", "speed") == Decimal("8.2")
    assert field.contestants[0].marks == {"visit": (90, 80)}


def test_facts_stand_behind_the_name_and_the_city_in_a_row(tmp_path):
    text = (
        "单位,地区生产总值,地区生产总值目标,地区生产总值上年同期,地区生产总值增速\n"
        "甲区,100,90,80,8.2%\n全市,1000,900,800,6\n合计,1,1,1,1\n注：快报数,,,,\n"
    )
    field, _ = read(tmp_path, text)
    facts = (Fact.TARGET, Fact.PREVIOUS, Fact.GROWTH)
    assert [value(field, "甲区", "gdp", f) for f in facts] == [90, 80, Decimal("8.2")]
    assert field.city["gdp", Fact.VALUE].value == 1000
    assert [c.org for c in field.contestants] == ["甲区"]


@pytest.mark.parametrize(
    ("head", "cell", "number"),
    [("地区生产总值(万元)", "1234500", "123.45"), ("gdp", "１２３．４５", "123.45"),
     ("地区生产总值", "1.2万亿元", "12000"), ("地区生产总值", "约100", "100"),
     ("地区生产总值(亿元)", "\"1,234.5\"", "1234.5"), ("地区生产总值", "-3", "-3")],
)  # fmt: skip
def test_numbers_come_in_the_unit_of_the_item(tmp_path, head, cell, number):
    field, issues = read(tmp_path, f"单位,{head}\n甲区,{cell}\n")
    assert value(field, "甲区", "gdp") == Decimal(number)
    assert "cell-unreadable" not in codes(issues)


def test_what_was_converted_says_so(tmp_path):
    field, _ = read(tmp_path, "单位,地区生产总值(万元)\n甲区,1234500\n")
    reading = field.contestants[0].readings["gdp", Fact.VALUE]
    assert reading.why == "由1234500万元换算"
    assert reading.where == "表.csv 第2行“地区生产总值(万元)”"


@pytest.mark.parametrize("cell", ["", "/", "—", "缺", "未报", "预计8"])
def test_a_missing_figure_is_a_reading_without_a_value(tmp_path, cell):
    field, issues = read(tmp_path, f"单位,地区生产总值\n甲区,{cell}\n乙区,3\n")
    assert value(field, "甲区", "gdp") is None
    assert field.contestants[1].readings["gdp", Fact.VALUE].why
    assert "cell-unreadable" not in codes(issues)


@pytest.mark.parametrize(
    "cell", ["差不多", "3—5", "#REF!", "8吨", "1e400", "9" * 60, "２０２３年"]
)
def test_what_is_no_number_is_told_with_its_place(tmp_path, cell):
    field, issues = read(tmp_path, f"单位,地区生产总值\n甲区,{cell}\n")
    told = next(i for i in issues if i.code == "cell-unreadable")
    assert value(field, "甲区", "gdp") is None
    assert told.where == "表.csv 第2行“地区生产总值”"


def test_a_column_in_another_sort_of_unit_is_told_once(tmp_path):
    _, issues = read(tmp_path, "单位,地区生产总值(万户)\n甲区,1\n乙区,2\n")
    assert codes(issues).count("column-unit") == 1


def test_the_same_organisation_twice_is_told(tmp_path):
    field, issues = read(tmp_path, "单位,gdp\n甲 区,1\n甲区,2\n")
    assert (len(field.contestants), value(field, "甲区", "gdp")) == (1, 1)
    told = next(i for i in issues if i.code == "contestant-duplicate")
    assert "与第2行重复" in told.message
    assert told.where == "表.csv 第3行"


def test_unknown_and_lacking_columns_are_told(tmp_path):
    _, issues = read(tmp_path, "序号,单位,gdp,心情,备注\n1,甲区,1,好,\n")
    assert codes(issues) == ["item-without-column", "column-unused"]
    assert "“工业增速”、“观摩点评”" in issues[0].message
    assert "“心情”" in issues[1].message
    assert "备注" not in issues[1].message


def test_groups_are_named_listed_or_all_there_are(tmp_path):
    groups = (group("city", orgs=("乙区",)), group("county"))
    rulebook = rules(*items(), groups=groups)
    text = "单位,组别,gdp\n甲县,county组,1\n乙区,,2\n丙,别处,3\n"
    field, issues = read(tmp_path, text, rulebook=rulebook)
    assert {c.org: c.group for c in field.contestants} == {"甲县": "county", "乙区": "city"}
    assert "contestant-group" in codes(issues)
    open_ = rules(*items(), groups=(group("a"), group("b")))
    field, issues = read(tmp_path, "单位,gdp\n甲,1\n", rulebook=open_)
    assert (field.contestants[0].group, "contest-ungrouped" in codes(issues)) == ("", True)


def test_who_is_listed_and_has_no_row_takes_part_without_figures(tmp_path):
    rulebook = rules(*items(), groups=(group("a", orgs=("甲", "乙")),))
    field, issues = read(tmp_path, "单位,gdp\n甲,1\n", rulebook=rulebook)
    assert [c.org for c in field.contestants] == ["乙", "甲"]
    assert "contestant-absent" in codes(issues)


def test_columns_of_bonuses_and_vetoes_are_events(tmp_path):
    extras = (Extra(id="e", name="表彰", each=Decimal(1)), Extra(id="f", name="督查扣分"))
    vetoes = (Veto(id="v", name="事故", effect=VetoEffect.UNRANKED),)
    rulebook = rules(*items(), extras=extras, vetoes=vetoes)
    text = "单位,gdp,表彰,督查扣分,事故\n甲,1,2,-0.5,是\n乙,1,0,,否\n"
    field, issues = read(tmp_path, text, rulebook=rulebook)
    told = [(e.kind, e.points) for e in field.contestants[1].events]
    assert told == [("表彰", None)] * 2 + [("督查扣分", Decimal("-0.5")), ("事故", None)]
    assert field.contestants[0].events == ()
    assert "cell-unreadable" not in codes(issues)


@pytest.mark.parametrize("name", ["=1+1", "+cmd", "@SUM(A1)"])
def test_a_name_like_a_formula_is_refused(tmp_path, name):
    field, issues = read(tmp_path, f"单位,gdp\n{name},1\n甲,2\n")
    assert [c.org for c in field.contestants] == ["甲"]
    assert "contestant-name" in codes(issues)


def test_gb18030_and_merged_titles_read_alike(tmp_path):
    text = "某市竞赛数据\n单位：万元\n单位,地区生产总值\n甲区,1000000\n"
    field, _ = read(tmp_path, text, "gb18030")
    assert value(field, "甲区", "gdp") == 100


def test_a_table_without_items_is_one_fault(tmp_path):
    field, issues = read(tmp_path, "姓名,年龄\n张三,3\n")
    assert (field.contestants, codes(issues)) == ((), ["table-without-columns"])


def test_an_empty_file_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(UnreadableFile, match="空文件"):
        read(tmp_path, "\n\n")


def test_a_head_alone_has_no_contestants(tmp_path):
    field, issues = read(tmp_path, "单位,gdp\n")
    assert (field.contestants, "contest-empty" in codes(issues)) == ((), True)


def test_satisfaction_takes_its_votes_by_level(tmp_path):
    rulebook = rules(item("s", 100, "satisfaction"))
    text = "单位,很满意,满意,基本满意,不太满意,不满意\n甲,5,4,3,2,1\n"
    field, _ = read(tmp_path, text, rulebook=rulebook)
    assert field.contestants[0].marks == {"s": (5, 4, 3, 2, 1)}
