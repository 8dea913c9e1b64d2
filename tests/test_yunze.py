import csv
import datetime as dt
import importlib
import io
import sys
from collections import Counter, defaultdict
from decimal import Decimal

import pytest

from conftest import ROOT
from paitou import load
from paitou.indicators import Additivity
from paitou.model import (
    Attainment,
    Bound,
    Level,
    Measure,
    OrgKind,
    Period,
    Quota,
    Role,
    WhyUnknown,
)
from paitou.tracking import track

FOLDER = ROOT / "examples" / "yunze-2024"
DAYS = ("2024-08-01", "2025-02-15", "2025-11-05", "2026-12-31", "2027-02-15")
SEED = 20240101
#: The difference between the districts and the city that is there to be seen.
SHOWN = {("一般公共预算收入", "2024")}
#: What is odd on purpose and is found when the folder is loaded, by code.
PLANTED = {
    "figure-sum-differs": ["云泽市2024年一般公共预算收入"],
    "figure-jump": [
        "湖滨开发区2024年上半年省外到位资金",
        "湖滨开发区2025年上半年省外到位资金",
    ],
    "figure-cumulative-falls": ["湖滨开发区2024年1—9月省外到位资金"],
    "figure-vintages-disagree": ["澄屿区2025年一季度社会消费品零售总额增速"],
}
RATES = (
    "地区生产总值增速", "规模以上工业增加值增速", "固定资产投资增速",
    "社会消费品零售总额增速", "一般公共预算收入增速",
)  # fmt: skip
RANKED = (
    *RATES, "新签约亿元以上项目数", "新开工亿元以上项目数", "省外到位资金", "城镇新增就业",
    "PM2.5平均浓度", "营商环境评分", "企业满意度", "亩均税收",
)  # fmt: skip
WORK = ("年度任务完成率", "重点工作完成率", "群众满意度", "信息报送得分")
GAPS = {("营商环境评分", "棠屏县", "2024Q3"), ("新开工亿元以上项目数", "竹汀县", "2025H1")}
#: Real counties and districts whose names come near to the invented ones.
REAL = (
    "东坡区 东兴区 东营区 溪湖区 玉泉区 泉山区 墨玉县 墨江县 岳麓区 云龙区 云岩区 云溪区"
    " 云城区 云州区 澄城县 澄江市 石屏县 石泉县 石棉县 屏山县 竹溪县 竹山县 长汀县 白河县"
    " 白水县 白沙县 滨湖区 云浮市 云梦县"
)


@pytest.fixture(scope="module")
def book():
    return load(FOLDER)


@pytest.fixture(scope="module")
def maker():
    sys.path.insert(0, str(ROOT / "examples"))
    yield importlib.import_module("make_yunze")
    sys.path.remove(str(ROOT / "examples"))


@pytest.fixture(scope="module")
def areas(book):
    return {org.name: org for org in book.orgs if org.kind.is_area}


@pytest.fixture(scope="module")
def seen(book):
    return {day: track(book, dt.date.fromisoformat(day)).standings for day in DAYS}


def of_city(standings):
    return {s.statement: s for s in standings if s.org == "云泽市"}


def targets(book, *indicators):
    return [s.id for s in book.plan.statements if s.indicator in indicators]


def of(book, indicator, org, period):
    """Return the vintages, the earliest known first."""
    found = [
        f
        for f in book.figures
        if (f.indicator, f.org) == (indicator, org) and f.period == Period.parse(period)
    ]
    return sorted(found, key=lambda f: (f.known_on, f.state.rank))


def values(book, indicator, org, period):
    return [str(f.value) for f in of(book, indicator, org, period)]


def table(name):
    with (FOLDER / "contest" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_it_loads_with_nothing_odd_but_what_was_planted(book):
    assert [i for i in book.issues if i.level is Level.ERROR] == []
    found = defaultdict(list)
    for issue in book.issues:
        found[issue.code].append(issue.message)
    assert found.keys() == PLANTED.keys()
    for code, beginnings in PLANTED.items():
        told = sorted(found[code])
        assert len(told) == len(beginnings)
        assert all(m.startswith(b) for m, b in zip(told, beginnings, strict=True))


def test_it_says_that_it_is_made_up(book):
    assert book.is_simulated
    assert all(f"模拟数据（种子{SEED}）" in figure.source for figure in book.figures)
    assert {f.source.partition("·")[0] for f in book.figures} > {"市统计局", "各县区自报"}


def test_the_tables_of_the_contest_say_so_too():
    assert all("模拟" in row["source"] for row in table("quotas.csv"))
    assert all("模拟" in row["document"] for row in table("events.csv"))
    for path in (FOLDER / "contest").glob("observation-*.csv"):
        assert all("模拟数据" in row["备注"] for row in table(path.name))


def test_the_script_makes_the_same_bytes_again(maker, tmp_path):
    maker.write_all(tmp_path, SEED)
    made = {p.relative_to(tmp_path) for p in tmp_path.rglob("*.csv")}
    assert {p.relative_to(FOLDER) for p in (FOLDER / "figures").iterdir()} < made
    for path in made:
        assert (tmp_path / path).read_bytes() == (FOLDER / path).read_bytes(), path


def test_another_seed_makes_other_figures(maker):
    one, other = maker.tables(SEED), maker.tables(SEED + 1)
    same = {name for name in one if one[name] == other[name]}
    assert same == {"breakdown.csv", "contest/quotas.csv"}


def test_there_are_twelve_places_in_three_groups(areas):
    groups = Counter(org.group for org in areas.values())
    assert groups == {"主城区": 5, "县域": 5, "开发区": 2}
    assert [org.name for org in areas.values() if not org.is_summand] == ["湖滨开发区"]


def test_there_are_twenty_departments(book):
    departments = {o.name for o in book.orgs if o.kind is OrgKind.DEPARTMENT}
    assert len(departments) == 20
    for name in WORK:
        assert {f.org for f in book.figures if f.indicator == name} == departments


def test_there_are_twelve_quarters_of_everything_that_is_ranked(book, areas):
    ends = {y * 12 + m for y in (2023, 2024, 2025) for m in (2, 5, 8, 11)}
    found = defaultdict(set)
    for f in book.figures:
        found[f.indicator, f.org].add(f.period.last_month)
    gaps = {(i, o, Period.parse(p).last_month) for i, o, p in GAPS}
    missing = {
        (name, org, end)
        for name in RANKED
        for org in areas
        for end in ends - found[name, org]
    }
    assert missing == gaps


def test_the_last_quarter_is_not_known_before_it_is_published(book):
    last = [f for f in book.figures if f.period.last_day == dt.date(2025, 12, 31)]
    assert {f.known_on.year for f in last if f.state.can_settle} == {2026}
    assert {f.org for f in last} >= {"云泽市", "霁川区", "湖滨开发区", "市水利局"}


def test_districts_outgrow_the_city_in_rates_as_in_levels(book, areas):
    """Prices change alike everywhere, so real growth differs by what nominal does."""
    for org in (name for name, area in areas.items() if area.is_summand):
        for period in ("Q1", "H1", "Q1-Q3", ""):
            level = [ratio(book, o, period) for o in (org, "云泽市")]
            (told,), (whole,) = (
                values(book, "地区生产总值增速", o, f"2024{period}")
                for o in (org, "云泽市")
            )
            real = (1 + float(told) / 100) / (1 + float(whole) / 100)
            assert level[0] / level[1] == pytest.approx(real, abs=0.002)


def ratio(book, org, period):
    now, before = (of(book, "地区生产总值", org, f"{y}{period}")[0] for y in (2024, 2023))
    return float(now.value / before.value)


@pytest.mark.parametrize("name", ["社会消费品零售总额", "一般公共预算收入"])
def test_growth_of_the_city_is_that_of_its_levels(book, name):
    for year in (2024, 2025):
        for part in ("Q1", "H1", "Q1-Q3", ""):
            now, before = (
                of(book, name, "云泽市", f"{y}{part}")[-1] for y in (year, year - 1)
            )
            (told,) = of(book, f"{name}增速", "云泽市", f"{year}{part}")
            grown = (now.value / before.value - 1) * 100
            assert abs(grown - told.value) <= Decimal("0.05")


@pytest.mark.parametrize("name", RATES)
def test_growth_of_districts_lies_around_that_of_the_city(book, areas, name):
    for part in ("2023", "2024H1", "2025Q1-Q3"):
        (whole,) = of(book, name, "云泽市", part)
        parts = [of(book, name, org, part)[-1].value for org in areas]
        given = [value for value in parts if value is not None]
        assert min(given) < whole.value < max(given)


def test_some_report_late(book):
    (late,) = of(book, "固定资产投资增速", "石笠县", "2025Q1-Q3")
    (usual,) = of(book, "固定资产投资增速", "墨泉区", "2025Q1-Q3")
    assert (usual.known_on, late.known_on) == (dt.date(2025, 10, 25), dt.date(2025, 11, 19))
    (held,) = of(book, "固定资产投资增速", "竹汀县", "2025Q1-Q3")
    assert held.value is None


def test_some_are_corrected_after_they_were_published(book):
    assert values(book, "固定资产投资增速", "白芷县", "2025H1") == ["16.8", "9.6"]
    assert values(book, "规模以上工业增加值增速", "霁川区", "2025H1") == ["5.9", "8.2"]
    assert values(book, "信息报送得分", "市科技局", "2025Q1") == ["71.5", "79.5"]


def test_some_are_suspicious(book):
    assert values(book, "规模以上工业增加值增速", "白芷县", "2025Q1") == ["34.6"]
    assert values(book, "省外到位资金", "湖滨开发区", "2024H1") == ["157168"]
    assert of(book, "省外到位资金", "湖滨开发区", "2024H1")[0].state.label == "待核"
    (fund,) = targets(book, "省外到位资金")
    quota = next(
        q.value
        for q in book.quotas
        if (q.statement, q.org, str(q.period)) == (fund, "石笠县", "2024")
    )
    assert of(book, "省外到位资金", "石笠县", "2024")[-1].value == quota


def test_self_reported_shares_gather_just_above_the_mark(book):
    told = [f.value for f in book.figures if f.indicator == "企业满意度"]
    below = sum(Decimal("89.2") <= value < 90 for value in told)
    above = sum(90 <= value < Decimal("90.8") for value in told)
    assert (below, above > 20) == (0, True)


def test_what_districts_report_is_checked_and_cut(book):
    told = of(book, "新签约亿元以上项目数", "白芷县", "2025Q1-Q3")
    assert [f.state.label for f in told] == ["已报", "已确认"]
    assert told[0].value - told[1].value == 5
    assert told[1].known_on > dt.date(2025, 11, 5)


def test_every_place_is_marked_by_seven_judges_each_quarter(areas):
    files = sorted(path.name for path in (FOLDER / "contest").glob("observation-*.csv"))
    assert (
        files
        == [f"observation-{y}Q{q}.csv" for y in (2024, 2025) for q in range(1, 5)][:-1]
    )
    for name in files:
        rows = table(name)
        assert {row["单位"] for row in rows} == areas.keys()
        marks = [row[f"评委{n}"] for row in rows for n in range(1, 8)]
        assert all(0 <= int(mark) <= 100 for mark in marks if mark)
        assert marks.count("") <= 1


def test_events_are_of_those_in_the_book_and_of_three_kinds(book):
    rows = table("events.csv")
    assert {row["org"] for row in rows} <= {org.name for org in book.orgs}
    assert {row["kind"] for row in rows} == {"加分", "扣分", "一票否决"}
    for row in rows:
        assert dt.date(2024, 1, 1) <= dt.date.fromisoformat(row["day"])
        sign = {"加分": 1, "扣分": -1, "一票否决": 0}[row["kind"]]
        assert Decimal(row["points"]) * sign >= 0


def test_quotas_of_the_contest_are_those_of_the_plan(book):
    (fund,) = targets(book, "省外到位资金")
    plan = {(q.org, q.period.year): q.value for q in book.quotas
            if q.statement == fund and not q.period.part}  # fmt: skip
    due = {(r["org"], r["period"]): Decimal(r["value"]) for r in table("quotas.csv")
           if r["indicator"] == "省外到位资金"}  # fmt: skip
    assert len(due) == 12 * 8
    for (org, period), value in due.items():
        if period.isdigit():
            assert value == plan[org, int(period)]


def test_the_plan_has_every_measure_and_no_number_unexplained(book):
    statements = book.compiled.statements
    assert {s.measure for s in statements} == set(Measure)
    assert {s.role for s in statements} == {Role.TARGET}
    assert {s.when.end for s in statements} <= {2024, 2025, 2026}
    assert [m for m in book.compiled.mentions if m.name == "unexplained"] == []


def test_everything_has_somebody_who_answers_for_it(book):
    items = (*book.plan.statements, *book.plan.commitments)
    assert [i.quote for i in items if not book.assignment_of(i).lead_org] == []
    assert [i.quote for i in items if not book.assignment_of(i).lead_official] == []


def test_every_verdict_occurs(seen):
    found = {s.verdict for standings in seen.values() for s in standings}
    assert found == set(Attainment)


def test_every_reason_for_not_knowing_occurs(seen):
    found = {s.why_unknown for standings in seen.values() for s in standings}
    assert found - {None} == set(WhyUnknown)


def test_nothing_is_unknown_by_accident(book, seen):
    meant = targets(
        book, "单位地区生产总值能耗", "技术合同成交额", "旅游总收入", "科技型中小企业",
        "限额以上社会消费品零售总额", "规模以上工业单位增加值能耗",
    )  # fmt: skip
    unknown = {s.statement for s in seen["2025-11-05"] if s.why_unknown}
    silent = {s.org for s in seen["2025-11-05"] if s.why_unknown == "not_reported"}
    assert unknown - set(targets(book, "职业技能培训")) <= set(meant)
    assert silent == {"竹汀县"}


def test_what_lagged_caught_up(book, seen):
    (training,) = targets(book, "职业技能培训")
    (platforms,) = targets(book, "省级以上创新平台")
    assert of_city(seen["2024-08-01"])[training].verdict is Attainment.BEHIND
    assert of_city(seen["2025-02-15"])[training].verdict is Attainment.ON_TRACK
    assert of_city(seen["2025-02-15"])[platforms].verdict is Attainment.BEHIND
    assert of_city(seen["2025-11-05"])[platforms].verdict is Attainment.ON_TRACK


def test_a_lag_is_excused_until_the_day_agreed(book, seen):
    (housing,) = targets(book, "保障性租赁住房")
    before = of_city(seen["2025-11-05"])[housing]
    assert before.verdict is Attainment.BEHIND
    assert "2025年12月31日前可滞后" in before.deviation
    assert of_city(seen["2026-12-31"])[housing].deviation == ""


def test_a_year_that_fell_short_breaks_an_each_year_target(book, seen):
    (investment,) = targets(book, "工业投资")
    assert of_city(seen["2024-08-01"])[investment].verdict is not Attainment.BROKEN
    assert of_city(seen["2025-02-15"])[investment].verdict is Attainment.BROKEN
    assert of_city(seen["2025-11-05"])[investment].verdict is Attainment.BROKEN


def test_revisions_are_seen_only_once_they_are_known(book):
    states = [f.state.label for f in of(book, "地区生产总值", "云泽市", "2023")]
    assert states == ["初步核算", "最终核实", "普查修订"]


def test_the_districts_make_the_city(book):
    parts = [org.name for org in book.orgs if org.kind.is_area and org.is_summand]
    done = defaultdict(dict)
    for f in book.figures:
        known = book.indicators.get(f.indicator_id)
        is_share = known is not None and known.additivity is Additivity.NONE
        if is_share or f.measure is not Measure.LEVEL:
            continue
        if f.bound is Bound.EXACT and isinstance(f.value, Decimal):
            done[f.indicator, str(f.period), f.state][f.org] = f.value
    checked = {
        (indicator, period): sum(found[part] for part in parts) == found["云泽市"]
        for (indicator, period, _), found in done.items()
        if found.keys() >= {*parts, "云泽市"}
    }
    assert len(checked) > 60
    assert {where for where, agrees in checked.items() if not agrees} == SHOWN


def test_the_quotas_of_the_districts_make_those_of_the_city(book):
    parts = {org.name for org in book.orgs if org.kind.is_area and org.is_summand}
    shared = defaultdict(list[Quota])
    for quota in book.quotas:
        shared[quota.statement, quota.period].append(quota)
    split = [rows for rows in shared.values() if parts <= {q.org for q in rows}]
    assert len({rows[0].statement for rows in split}) == 8
    assert len([rows for rows in split if rows[0].period.part]) == 12
    for rows in split:
        (whole,) = (q.value for q in rows if q.org == "云泽市")
        assert sum(q.value for q in rows if q.org in parts) == whole


def test_no_figure_is_known_before_its_period_is_over(book):
    early = [f for f in book.figures if f.known_on <= f.period.last_day]
    assert {f.state.label for f in early} <= {"预计"}


def test_the_table_says_that_the_figures_are_made_up(book):
    from paitou.cli.standing_table import standing_table

    told = standing_table(book, track(book, dt.date(2025, 11, 5)))
    assert told.startswith("模拟数据")


def test_every_page_of_the_workbook_says_so(book):
    from python_calamine import CalamineWorkbook

    from paitou.report.standing_sheet import standing_bytes

    made = standing_bytes(book, track(book, dt.date(2025, 11, 5)))
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(made))
    for name in workbook.sheet_names:
        head = workbook.get_sheet_by_name(name).to_python(nrows=3)
        assert "模拟数据" in [cell for row in head for cell in row]


def test_no_name_is_that_of_a_real_place(book):
    names = {name for org in book.orgs for name in (org.name, *org.aliases)}
    assert names.isdisjoint(REAL.split())
    assert "某省" in names


def test_codes_are_none_of_the_national_standard(book):
    assert not any(org.code.isdigit() for org in book.orgs)


def test_the_tables_are_in_the_long_form_that_people_read():
    with (FOLDER / "figures" / "city.csv").open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file))
    assert head[:5] == ["指标", "地区", "期别", "数值", "计量单位"]
