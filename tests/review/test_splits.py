from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from paitou.model import Comparator, Level, Measure, Org, Period, Quota, Unit, When
from paitou.review import check_quotas
from review.plans import CONTENT, HOUSES, PLAN, TEXT, TRADE, Indicators, plan, statement

CITY = Org(code="C", name="试验市", kind="city")
EAST = Org(code="E", name="东区", kind="county", parent="C")
WEST = Org(code="W", name="西区", kind="county", aliases=("西",))
PARK = Org(code="P", name="高新区", kind="zone", parent="C", is_summand=False)
ORGS = (CITY, EAST, WEST, PARK)
EACH = When(kind="each", start=2023, end=2025)


def quota(statement, period, value, org="", **more):
    value = None if value is None else Decimal(value)
    return Quota(
        statement=statement.id, org=org, period=Period.parse(period), value=value, **more
    )


def check(statement, *rows, orgs=ORGS, base=None):
    quotas = tuple(
        quota(statement, *row, where=f"breakdown.csv 第{n}行")
        for n, row in enumerate(rows, 2)
    )
    return check_quotas(base or plan(statement), quotas, orgs, Indicators())


def codes(issues):
    return [issue.code for issue in issues]


def test_districts_that_add_up_to_the_whole():
    assert check(HOUSES, ("2023-2025", "4", "东区"), ("2023-2025", "2", "西")) == ()


def test_more_than_the_whole_is_shown_with_its_sum():
    issues = check(HOUSES, ("2023-2025", "4.1", "东区"), ("2023-2025", "2", "西区"))
    assert codes(issues) == ["quota-over"]
    assert "各县(市)区合计 6.1 万套，比全市目标 6 万套多 0.1 万套" in issues[0].message
    assert issues[0].level is Level.HINT
    assert issues[0].where == "breakdown.csv 第2行等 2 行"
    assert TEXT[issues[0].start : issues[0].end] == HOUSES.quote


def test_less_than_a_floor_is_an_error():
    issues = check(HOUSES, ("2023-2025", "3", "东区"), ("2023-2025", "2", "西区"))
    assert codes(issues) == ["quota-short"]
    assert issues[0].level is Level.ERROR
    assert "比全市目标 6 万套少 1 万套" in issues[0].message


def test_more_than_a_ceiling_is_an_error_even_when_incomplete():
    ceiling = evolve(HOUSES, comparator=Comparator.LE)
    issues = check(ceiling, ("2023-2025", "7", "东区"))
    assert codes(issues) == ["quota-incomplete", "quota-over"]
    assert issues[1].level is Level.ERROR


def test_missing_is_not_zero():
    issues = check(HOUSES, ("2023-2025", "3", "东区"))
    assert codes(issues) == ["quota-incomplete"]
    assert "还缺西区 1 个" in issues[0].message
    assert issues[0].level is Level.HINT


def test_a_district_without_a_share_is_not_missing():
    assert check(HOUSES, ("2023-2025", "6", "东区"), ("2023-2025", None, "西区")) == ()


def test_an_overlapping_zone_is_not_counted():
    rows = [
        ("2023-2025", "4", "东区"),
        ("2023-2025", "2", "西区"),
        ("2023-2025", "1", "高新区"),
    ]
    assert check(HOUSES, *rows) == ()


def test_without_orgs_a_short_split_is_only_said_to_be_incomplete():
    issues = check(HOUSES, ("2023-2025", "3", "东区"), orgs=())
    assert codes(issues) == ["quota-incomplete"]
    assert "orgs.csv" in issues[0].message
    over = check(HOUSES, ("2023-2025", "3", "东区"), ("2023-2025", "4", "西区"), orgs=())
    assert codes(over) == ["quota-over"]
    assert "比总目标" in over[0].message


def test_units_are_converted_and_others_refused():
    rows = [
        quota(HOUSES, "2023-2025", "40000", "东区", unit="套"),
        quota(HOUSES, "2023-2025", "2", "西区", unit="万套"),
    ]
    assert check_quotas(PLAN, rows, ORGS, Indicators()) == ()
    wrong = [quota(HOUSES, "2024", "2", unit="亿元", where="breakdown.csv 第9行")]
    issues = check_quotas(PLAN, wrong, ORGS, Indicators())
    assert codes(issues) == ["quota-unit-differs"]
    assert issues[0].where == "breakdown.csv 第9行"


def test_years_of_a_total_add_up():
    assert check(HOUSES, ("2023", "2"), ("2024", "2"), ("2025", "2")) == ()
    issues = check(HOUSES, ("2023", "2"), ("2024", "2"), ("2025", "1.5"))
    assert codes(issues) == ["quota-short"]
    assert "2023—2025年“保障性租赁住房”全市各年合计 5.5 万套" in issues[0].message


def test_missing_years_are_named():
    issues = check(HOUSES, ("2023", "2"), ("2024", "2"))
    assert codes(issues) == ["quota-incomplete"]
    assert "还缺2025年" in issues[0].message


def test_years_of_a_district_add_up_to_its_own():
    rows = [("2023-2025", "6", "东区"), ("2023-2025", None, "西区")]
    years = [("2023", "1", "东区"), ("2024", "2", "东区"), ("2025", "2", "东区")]
    issues = check(HOUSES, *rows, *years)
    assert codes(issues) == ["quota-short"]
    assert "东区各年合计 5 万套，比东区目标 6 万套少 1 万套" in issues[0].message


def test_the_last_year_of_a_level_is_the_level():
    assert check(TRADE, ("2023", "2000"), ("2024", "2500"), ("2025", "3000")) == ()
    issues = check(TRADE, ("2023", "2000"), ("2025", "2900"))
    assert codes(issues) == ["quota-short"]
    assert "分解值 2900 亿元，比方案目标 3000 亿元少 100 亿元" in issues[0].message


def test_districts_of_a_year_are_held_against_that_year():
    rows = [("2024", "2500"), ("2024", "2000", "东区"), ("2024", "400", "西区")]
    issues = check(TRADE, *rows)
    assert codes(issues) == ["quota-short"]
    assert "2024年" in issues[0].message


def test_quarters_of_a_flow_add_up():
    quarters = [(f"2024Q{n}", "600") for n in (1, 2, 3)]
    issues = check(TRADE, ("2024", "2500"), *quarters, ("2024Q4", "600"))
    assert codes(issues) == ["quota-short"]
    assert "各期合计 2400 亿元" in issues[0].message
    assert codes(check(TRADE, ("2024", "2500"), *quarters)) == ["quota-incomplete"]


def test_a_stock_ends_its_year_where_the_year_ends():
    people = evolve(TRADE, indicator="常住人口", indicator_id="常住人口")
    assert check(people, ("2024", "900"), ("2024Q1", "890"), ("2024Q4", "900")) == ()
    issues = check(people, ("2024", "900"), ("2024Q1", "890"), ("2024Q4", "899"))
    assert codes(issues) == ["quota-short"]


def test_every_year_of_a_yearly_target_is_the_target():
    yearly = evolve(HOUSES, measure=Measure.PER_YEAR, when=EACH)
    assert check(yearly, ("2023", "6"), ("2024", "6.5")) != ()
    issues = check(yearly, ("2023", "6"), ("2024", "5"))
    assert codes(issues) == ["quota-short"]
    parts = check(yearly, ("2024", "4", "东区"), ("2024", "2", "西区"))
    assert parts == ()


def test_rates_are_only_bounded():
    assert check(CONTENT, ("2025", "95", "东区"), ("2025", "85", "西区")) == ()
    issues = check(CONTENT, ("2025", "85", "东区"), ("2025", "80", "西区"))
    assert codes(issues) == ["quota-bounds"]
    assert "各县(市)区最高为 85%，低于全市目标 90%" in issues[0].message


def test_growth_compounds_to_the_average():
    growth = evolve(
        TRADE,
        measure=Measure.GROWTH_AVG,
        value=Decimal(10),
        unit=Unit.parse("%"),
        when=When(kind="over", start=2023, end=2025),
    )
    assert check(growth, ("2023", "8"), ("2024", "10"), ("2025", "12.1")) == ()
    issues = check(growth, ("2023", "8"), ("2024", "10"), ("2025", "11"))
    assert codes(issues) == ["quota-short"]
    assert "各年平均" in issues[0].message


def test_an_indicator_of_unknown_additivity_is_not_added():
    unknown = evolve(TRADE, indicator="景气指数", indicator_id="景气指数")
    issues = check(unknown, ("2025", "1", "东区"), ("2025", "1", "西区"))
    assert codes(issues) == ["additivity-unknown"]


def test_falls_are_compared_by_magnitude():
    fall = evolve(HOUSES, measure=Measure.CHANGE, value=Decimal(-6))
    assert check(fall, ("2023-2025", "-4", "东区"), ("2023-2025", "-2", "西区")) == ()
    issues = check(fall, ("2023-2025", "-3", "东区"), ("2023-2025", "-2", "西区"))
    assert codes(issues) == ["quota-short"]
    assert "少 1 万套" in issues[0].message


def test_rounding_is_a_hint():
    rows = [("2025", "1499.97", "东区"), ("2025", "1500.02", "西区")]
    assert [i.level for i in check(TRADE, *rows)] == [Level.HINT]


def test_towns_add_up_to_their_district():
    towns = tuple(
        Org(code=f"T{n}", name=f"{n}镇", kind="county", parent="E") for n in (1, 2)
    )
    rows = [("2025", "3000", "东区"), ("2025", None, "西区")]
    issues = check(
        TRADE, *rows, ("2025", "1", "1镇"), ("2025", "2", "2镇"), orgs=(*ORGS, *towns)
    )
    assert codes(issues) == ["quota-short"]
    assert "东区所辖各县(市)区合计 3 亿元，比东区目标 3000 亿元" in issues[0].message


def test_grades_late_and_unknown_statements():
    grade = evolve(TRADE, measure=Measure.GRADE, value="Ⅲ")
    assert codes(check(grade, ("2025", "3"))) == ["quota-of-grade"]
    assert codes(check(TRADE, ("2026", "3"))) == ["quota-late"]
    gone = quota(evolve(TRADE, id="gone"), "2025", "1", quote="原话")
    issues = check_quotas(PLAN, [gone], ORGS, Indicators())
    assert codes(issues) == ["quota-orphaned"]
    assert "原话" in issues[0].message


def test_a_range_is_held_to_both_ends():
    ranged = evolve(HOUSES, comparator=Comparator.RANGE, value_high=Decimal(8))
    assert check(ranged, ("2023-2025", "4", "东区"), ("2023-2025", "3", "西区")) == ()
    over = check(ranged, ("2023-2025", "4", "东区"), ("2023-2025", "5", "西区"))
    assert codes(over) == ["quota-over"]


AMOUNTS = st.lists(st.integers(0, 10**6), min_size=2, max_size=12)


@given(AMOUNTS, st.integers(-3, 3))
def test_the_gap_is_exactly_what_is_shown(amounts, off):
    orgs = tuple(
        Org(code=f"o{n}", name=f"{n}县", kind="county") for n in range(len(amounts))
    )
    whole = Decimal(sum(amounts) + off)
    target = statement(TEXT, "新增绿地200公顷", "常住人口", "200", "公顷")
    target = evolve(target, value=whole)
    rows = [("2025", a, f"o{n}") for n, a in enumerate(amounts)]
    issues = check(target, *rows, orgs=orgs)
    if off == 0:
        assert issues == ()
    else:
        word = "少" if (off > 0) == (whole >= 0) else "多"
        assert f"{word} {abs(off)} 公顷" in issues[0].message


@given(AMOUNTS, st.integers(1, 11))
def test_a_split_with_gaps_is_never_called_short(amounts, kept):
    orgs = tuple(
        Org(code=f"o{n}", name=f"{n}县", kind="county") for n in range(len(amounts))
    )
    target = evolve(HOUSES, value=Decimal(10**9))
    rows = [("2023-2025", a, f"o{n}") for n, a in enumerate(amounts)][
        : min(kept, len(orgs) - 1)
    ]
    assert set(codes(check(target, *rows, orgs=orgs))) == {"quota-incomplete"}


@given(st.lists(st.decimals(-(10**6), 10**6, places=2), min_size=3, max_size=3))
def test_years_that_add_up_are_no_fault(values):
    target = evolve(HOUSES, value=sum(values, Decimal(0)))
    rows = [(str(year), v) for year, v in zip((2023, 2024, 2025), values, strict=True)]
    assert check(target, *rows) == ()


@pytest.mark.parametrize("measure", list(Measure))
@pytest.mark.parametrize("comparator", list(Comparator))
def test_no_kind_of_statement_makes_it_fail(measure, comparator):
    target = evolve(HOUSES, measure=measure, comparator=comparator)
    rows = [("2023", "1"), ("2024", "2", "东区"), ("2025", "0"), ("2023-2025", "5", "西区")]
    check(target, *rows)
