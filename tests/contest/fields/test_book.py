"""A book → a field, as figures were known on a day."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from contest.scoring.made import group, item, rules
from paitou.contest.fields import field_of_book
from paitou.folder import load
from paitou.model import Fact, Measure, OrgKind, Period, Unit

DAY = dt.date(2024, 8, 1)
HALF = Period.parse("2024Q2")
ORGS = (
    "code,name,kind,group,parent,is_summand,aliases\n"
    "C,某市,全市,,,是,\nA,甲区,县(市)区,主城,C,是,甲\nB,乙县,县(市)区,县域,C,是,\n"
)
HEAD = "指标,地区,期别,数值,计量单位,数据状态,公布日期\n"
FIGURES = HEAD + (
    "进出口总额,甲区,2024H1,30,亿元,已确认,2024-07-20\n"
    "进出口总额,甲区,2024H1,35,亿元,已确认,2024-09-20\n"
    "进出口总额,甲区,2023H1,25,亿元,已确认,2023-07-20\n"
    "进出口总额,乙县,2024Q1,80000,万元,已确认,2024-04-20\n"
    "进出口总额,乙县,2024Q2,70000,万元,已确认,2024-07-20\n"
    "进出口总额,某市,2024H1,300,亿元,已确认,2024-07-20\n"
    "企业满意度,甲区,2024Q2,91,%,已报,2024-07-05\n"
    "企业满意度,乙县,2024Q2,/,%,已报,2024-07-05\n"
    "地区生产总值增速,甲区,2024H1,约8.2,%,初步核算,2024-07-20\n"
    "地区生产总值增速,乙县,2024H1,6.1,%,待核,2024-07-20\n"
)
TRADE = evolve(item("trade", 50, "ratio"), name="进出口总额", unit=Unit.parse("亿元"))
HAPPY = evolve(item("happy", 50), name="企业满意度")
SPEED = evolve(
    item("gdp", 50, "efficacy"),
    name="增长",
    indicator="地区生产总值",
    measure=Measure.GROWTH,
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "plan.txt").write_text(
        "某市方案\n一、目标\n进出口总额突破600亿元。", "utf-8"
    )
    (tmp_path / "orgs.csv").write_text(ORGS, "utf-8")
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "数.csv").write_text(FIGURES, "utf-8")
    (tmp_path / "contest").mkdir()
    return tmp_path


def read(folder, *items, groups=(), day=DAY, period=HALF, **more):
    return field_of_book(rules(*items, groups=groups, **more), load(folder), period, day)


def reading(found, org, name, fact=Fact.VALUE):
    field, _ = found
    return next(c for c in field.contestants if c.org == org).readings[name, fact]


def test_figures_to_date_are_taken_as_known_on_the_day(folder):
    found = read(folder, TRADE)
    assert reading(found, "甲区", "trade").value == 30
    later = read(folder, TRADE, day=dt.date(2024, 10, 1))
    assert reading(later, "甲区", "trade").value == 35
    early = reading(read(folder, TRADE, day=dt.date(2024, 7, 1)), "甲区", "trade")
    assert (early.value, early.why) == (None, "到2024年7月1日没有2024年上半年的数")


def test_a_flow_to_date_is_added_up_from_published_quarters(folder):
    found = reading(read(folder, TRADE), "乙县", "trade")
    assert found.value == 15
    assert "由公布的数推算" in found.why


def test_a_reading_keeps_its_figure_source_and_state(folder):
    found = reading(read(folder, TRADE), "甲区", "trade")
    assert (found.state, found.known_on) == ("已确认", dt.date(2024, 7, 20))
    assert (found.figure != "", found.where) == (True, "figures/数.csv 第2行")


def test_what_nobody_confirmed_is_missing_unless_the_rulebook_has_it_from_them(folder):
    found = reading(read(folder, HAPPY), "甲区", "happy")
    assert (found.value, found.why) == (None, "2024年二季度的数是已报，没有核定")
    own = evolve(HAPPY, is_self_reported=True)
    assert reading(read(folder, own), "甲区", "happy").value == 91
    assert reading(read(folder, own), "乙县", "happy").why == "2024年二季度的数写作“/”"
    speed = read(folder, SPEED)
    assert reading(speed, "乙县", "gdp").why.endswith("是待核，没有核定")
    assert reading(speed, "甲区", "gdp").why == "原文为“约”"


def test_the_past_is_the_same_period_of_the_year_before(folder):
    better = evolve(TRADE, formula=evolve(TRADE.formula, name="improvement"))
    found = read(folder, better)
    assert reading(found, "甲区", "trade", Fact.PREVIOUS).value == 25


def test_the_city_is_the_whole(folder):
    field, _ = read(folder, TRADE)
    assert field.city["trade", Fact.VALUE].value == 300


def test_targets_come_from_tasks_to_date_else_from_the_year(folder):
    tasks = (
        "indicator,org,period,value,unit\n进出口总额,甲,2024H1,28,亿元\n"
        "进出口总额,乙县,2024,400000,万元\n"
    )
    (folder / "contest" / "quotas.csv").write_text(tasks, "utf-8")
    found = read(folder, TRADE)
    assert reading(found, "甲区", "trade", Fact.TARGET).value == 28
    year = reading(found, "乙县", "trade", Fact.TARGET)
    assert (year.value, year.why) == (40, "按全年任务")


def test_targets_come_from_quotas_of_the_plan(folder):
    statement = load(folder).plan.statements[0].id
    rows = f"statement,org,period,value,unit\n{statement},甲区,2024,90,亿元\n"
    (folder / "breakdown.csv").write_text(rows, "utf-8")
    found = read(folder, TRADE)
    assert reading(found, "甲区", "trade", Fact.TARGET).value == 90
    assert reading(found, "乙县", "trade", Fact.TARGET).why == "没有2024年上半年的任务"


def test_groups_fit_by_kind_and_group_and_by_list(folder):
    urban = group("城", group="主城", kind=OrgKind.COUNTY.label)
    groups = (urban, group("名", orgs=("乙县", "丙")))
    field, _ = read(folder, TRADE, groups=groups)
    assert {c.org: c.group for c in field.contestants} == {
        "甲区": "城",
        "乙县": "名",
        "丙": "名",
    }


def test_events_fall_in_the_period_and_are_called_as_the_rules_call_them(folder):
    from paitou.model import Extra

    table = (
        "单位,日期,种类,事项,分值,文号\n甲区,2024-05-01,加分,获奖,1,某1号\n"
        "甲区,2024-07-01,加分,获奖,1,某2号\n甲,2024-06-30,通报,别的,,某3号\n"
        "甲区,某日,加分,获奖,1,\n甲区,2024-05-01,加分,获奖,1,某1号\n"
    )
    (folder / "contest" / "events.csv").write_text(table, "utf-8")
    extras = (Extra(id="a", name="获奖"), Extra(id="b", name="通报", each=Decimal(-1)))
    field, _ = read(folder, TRADE, extras=extras)
    kinds = [e.kind for c in field.contestants if c.org == "甲区" for e in c.events]
    assert kinds == ["获奖", "通报", "获奖"]
    codes = [issue.code for issue in load(folder).issues]
    assert "event-unreadable" in codes
    assert "event-twice" in codes


def test_marks_of_judges_come_from_the_table_of_the_period(folder):
    table = "单位,评委1,评委2,评委3,观摩日期\n甲区,90,80,,2024-08-01\n乙县,７０,60,50,\n"
    (folder / "contest" / "observation-2024Q2.csv").write_text(table, "utf-8")
    field, _ = read(folder, TRADE, item("visit", 50, "jury"))
    marks = {c.org: c.marks for c in field.contestants}
    assert marks == {"甲区": {"visit": (90, 80)}, "乙县": {"visit": (70, 60, 50)}}


def test_events_are_counted_where_an_item_counts_them(folder):
    (folder / "contest" / "events.csv").write_text(
        "单位,日期,事项\n甲区,2024-05-01,安全事故\n", "utf-8"
    )
    safety = evolve(item("s", 50, "control", on=Fact.COUNT, each=3), name="安全事故")
    found = read(folder, safety)
    counts = [reading(found, org, "s", Fact.COUNT).value for org in ("甲区", "乙县")]
    assert counts == [1, 0]
    assert all(not c.events for c in found[0].contestants)


def test_a_book_that_nobody_of_takes_part_is_told(folder):
    field, issues = read(folder, TRADE, groups=(group("无", kind="开发区"),))
    assert (field.contestants, issues[0].code) == ((), "contest-empty")


def test_items_without_any_figure_are_told(folder):
    _, issues = read(folder, evolve(TRADE, name="没有的指标"))
    assert [i.code for i in issues] == ["item-without-figures"]


def test_marks_given_after_the_day_are_not_known_yet(folder):
    table = "单位,评委1,评委2,观摩日期\n甲区,90,80,2024-08-04\n乙县,70,60,2024-07-01\n"
    (folder / "contest" / "observation-2024Q2.csv").write_text(table, "utf-8")
    asked = TRADE, item("visit", 50, "jury")
    field, _ = read(folder, *asked, day=dt.date(2024, 7, 20))
    marks = {c.org: c.marks for c in field.contestants}
    assert marks == {"甲区": {}, "乙县": {"visit": (70, 60)}}
