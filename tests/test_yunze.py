import csv
import datetime as dt
import importlib.util
import io
from collections import defaultdict
from decimal import Decimal

import pytest

from conftest import ROOT
from paitou import load
from paitou.model import Attainment, Bound, Level, Measure, Quota, Role, WhyUnknown
from paitou.tracking import track

FOLDER = ROOT / "examples" / "yunze-2024"
SCRIPT = ROOT / "examples" / "make_yunze.py"
DAYS = ("2024-08-01", "2025-02-15", "2025-11-05", "2026-12-31", "2027-02-15")
#: The difference between the districts and the city that is there to be seen.
SHOWN = {("一般公共预算收入", "2024")}
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
    spec = importlib.util.spec_from_file_location("make_yunze", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def seen(book):
    return {day: track(book, dt.date.fromisoformat(day)).standings for day in DAYS}


def of_city(standings):
    return {s.statement: s for s in standings if s.org == "云泽市"}


def targets(book, *indicators):
    return [s.id for s in book.plan.statements if s.indicator in indicators]


def test_it_loads_without_errors_and_one_difference_is_shown(book):
    assert [i for i in book.issues if i.level is Level.ERROR] == []
    assert {i.code for i in book.issues} == {"figure-sum-differs"}
    assert len(book.issues) == len(SHOWN)


def test_it_says_that_it_is_made_up(book):
    assert book.is_simulated
    assert {figure.source for figure in book.figures} == {"模拟数据（种子20240101）"}


def test_the_script_makes_the_same_bytes_again(maker, tmp_path):
    maker.write_all(tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    kept = {path.name: path.read_bytes() for path in (FOLDER / "figures").iterdir()}
    assert made == kept


def test_another_seed_makes_other_figures(maker, monkeypatch):
    first = maker.tables()
    monkeypatch.setattr(maker, "SEED", maker.SEED + 1)
    assert maker.tables() != first


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
    gdp = [f for f in book.figures if f.indicator_id == "gdp" and f.org == "云泽市"]
    states = [
        f.state.label
        for f in sorted(gdp, key=lambda f: f.known_on)
        if f.period.year == 2023
    ]
    assert states == ["初步核算", "最终核实", "普查修订"]


def test_the_districts_make_the_city(book):
    parts = [org.name for org in book.orgs if org.kind.is_area and org.is_summand]
    done = defaultdict(dict)
    for f in book.figures:
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
