"""Tests of outlooks on targets: every measure, what was known on the day, and honesty."""

import datetime as dt

import pytest
from attrs import evolve

from paitou import forecast_plan, load
from paitou.model import Measure
from paitou.outlook.plan import NOTE, outlooks
from tracking.judged import book, figures_of, plan_of

DAY = dt.date(2024, 6, 1)
TRADE = "到2025年，进出口总额达到3000亿元以上。"
AMOUNTS = {
    2017: 1500,
    2018: 1600,
    2019: 1750,
    2020: 1800,
    2021: 2000,
    2022: 2150,
    2023: 2300,
}
YEARS = tuple(f"进出口总额 {year} {amount}亿元" for year, amount in AMOUNTS.items())


def _one(sentence, lines, day=DAY):
    (found,) = outlooks(book(plan_of(sentence), figures_of(lines)), day)
    return found


def _ordered(found):
    return found.lo95 <= found.lo80 <= found.value <= found.hi80 <= found.hi95


def test_a_level_has_a_value_a_band_a_chance_and_what_it_takes():
    found = _one(TRADE, YEARS)
    assert _ordered(found)
    assert 2300 < found.value < 2700
    assert 0.01 <= found.chance < 0.3
    assert found.required_growth == pytest.approx(((3000 / 2300) ** 0.5 - 1) * 100)
    assert (found.unit, str(found.period), found.count) == ("亿元", "2025", 7)
    assert found.note == NOTE


def test_nothing_that_became_known_later_is_used():
    later = (*YEARS, "进出口总额 2024 9000亿元 @2025-03-01")
    assert _one(TRADE, later) == _one(TRADE, YEARS)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_below_four_figures_there_is_no_chance_but_a_band(count):
    found = _one(TRADE, YEARS[-count:])
    assert found.chance is None
    assert _ordered(found)
    assert f"只有{count}个数" in found.reliability
    assert found.required_growth == pytest.approx(14.2, abs=0.1)


def test_with_no_figure_it_says_that_nothing_can_be_said():
    found = _one(TRADE, ())
    assert (found.value, found.chance, found.count) == (None, None, 0)
    assert "没有可用的数" in found.reliability


def test_unverified_figures_are_left_out():
    told = (*YEARS[:-1], YEARS[-1] + " 待核")
    assert _one(TRADE, told).count == 6


def test_preliminary_figures_are_told():
    told = (*YEARS[:-1], YEARS[-1] + " 初步核算")
    assert "初步核算数" in _one(TRADE, told).basis
    assert "初步核算数" not in _one(TRADE, YEARS).basis


def test_another_definition_is_not_mixed_in():
    other = tuple(f"{line} 口径=新口径" for line in YEARS[:3])
    found = _one(TRADE, (*other, *YEARS[3:]))
    assert found.count == 4


def test_what_a_figure_has_settled_is_left_out():
    plan = plan_of(TRADE)
    settled = figures_of((*YEARS, "进出口总额 2025 3100亿元"))
    assert outlooks(book(plan, settled), dt.date(2026, 6, 1)) == ()


def test_a_target_long_past_has_no_outlook_and_no_fault():
    lines = ("进出口总额 2024 2000亿元", "进出口总额 2026 3100亿元")
    (found,) = outlooks(book(plan_of(TRADE), figures_of(lines)), dt.date(2027, 6, 1))
    assert (found.chance, found.next_figure) == (None, None)


def test_figures_to_date_are_taken_apart():
    quarters = [
        f"社会消费品零售总额 {year}{part} {value + 10 * (year - 2021)}亿元"
        for year in (2021, 2022, 2023)
        for part, value in (("Q1", 100), ("H1", 210), ("年1—9月", 330), ("", 460))
    ]
    found = _one("到2025年，社会消费品零售总额达到500亿元以上。", quarters)
    assert found.count == 12
    assert "季度数" in found.basis
    assert 480 < found.value < 505


SENTENCES = {
    "2023—2025年，进出口总额年均增长10%以上。": Measure.GROWTH_AVG,
    "到2025年，进出口总额比2022年增长30%以上。": Measure.CHANGE_RATE,
    "到2025年，进出口总额比2022年翻一番。": Measure.MULTIPLE,
    "2023—2025年，累计完成进出口总额7000亿元以上。": Measure.TOTAL,
    "进出口总额保持在2000亿元以上。": Measure.MAINTAIN,
    "2025年，进出口总额增长8%以上。": Measure.GROWTH,
    "每年完成进出口总额2400亿元以上。": Measure.PER_YEAR,
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_measure_has_an_outlook_in_its_own_unit(sentence):
    plan = plan_of(sentence)
    assert plan.statements[0].measure is SENTENCES[sentence]
    (found,) = outlooks(book(plan, figures_of(YEARS)), DAY)
    assert _ordered(found)
    assert 0 <= found.chance <= 0.99


def test_a_published_growth_reverts_and_may_be_negative():
    lines = [f"工业投资增速 {year} {rate}%" for year, rate in
             zip(range(2018, 2024), (12, 3, 8, 10, 6, 9), strict=True)]  # fmt: skip
    found = _one("2025年，工业投资增速达到12%以上。", lines)
    assert 6 < found.value < 10
    assert "回归" in found.basis


def test_a_share_never_passes_a_hundred():
    lines = [f"常住人口城镇化率 {year} {share}%" for year, share in
             ((2020, 96), (2021, 97), (2022, 98), (2023, 99))]  # fmt: skip
    found = _one("到2025年，常住人口城镇化率达到99.5%以上。", lines)
    assert found.hi95 <= 100


def test_the_record_says_until_when_it_can_be_reached():
    lines = [*YEARS[:-1], "进出口总额 2023 2900亿元"]
    found = _one("到2025年，进出口总额达到3200亿元以上。", lines)
    assert found.unreachable_after.year in (2024, 2025)
    assert "没有先例" in found.precedent
    hopeless = _one("到2025年，进出口总额达到9000亿元以上。", lines)
    assert str(hopeless.unreachable_after) == "2023"
    assert "不能按期达到" in hopeless.precedent


def test_the_next_figure_narrows_the_band():
    found = _one(TRADE, YEARS)
    assert str(found.next_figure) == "2024"
    assert 0.2 < found.narrowing < 0.7


def test_a_single_outlying_figure_elsewhere_changes_little():
    plan = plan_of(TRADE)
    figures = figures_of(YEARS)
    slipped = evolve(figures[0], org="东城区", id="x", value=figures[0].value * 10_000)
    first, second = (
        outlooks(book(plan, told), DAY)[0] for told in (figures, (*figures, slipped))
    )
    assert second.value == first.value


@pytest.fixture(scope="module")
def yunze(request):
    return load(request.config.rootpath / "examples" / "yunze-2024")


def test_the_fictitious_city_runs_and_every_outlook_is_marked(yunze):
    found = forecast_plan(yunze, dt.date(2025, 9, 1))
    assert len(found) > 100
    assert {each.note for each in found} == {NOTE}
    assert all(each.chance is None for each in found if each.count < 4)
    assert all(_ordered(each) for each in found if each.value is not None)


def test_districts_add_up_to_the_city_and_its_official_difference(yunze):
    found = forecast_plan(yunze, dt.date(2025, 9, 1))
    agreed = [each for each in found if "官方差额" in each.basis]
    assert agreed
    assert {each.org for each in agreed} == {"云泽市"}


def test_kunming_says_how_little_a_few_figures_can_tell(kunming_file):
    found = forecast_plan(load(kunming_file.parent), dt.date(2023, 6, 1))
    with_chance = [each for each in found if each.chance is not None]
    assert len(with_chance) <= 5
    assert sum(each.count == 0 for each in found) > len(found) / 2
    (gdp,) = [each for each in found if each.unit == "万亿元" and each.count]
    assert gdp.chance < 0.2
    assert gdp.required_growth == pytest.approx(9.9, abs=0.1)
