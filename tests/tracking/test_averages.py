import pytest

from tracking.judged import stand

GDP = "地区生产总值年均增长6%以上。"
TRADE = "进出口总额年均增长10%以上。"


def gdp(*lines, day="2026-06-30"):
    return stand(GDP, [f"地区生产总值{line}" for line in lines], day)


def trade(*lines, day="2026-06-30"):
    return stand(TRADE, [f"进出口总额{line}" for line in lines], day)


@pytest.mark.parametrize(
    ("value", "verdict"),
    [("6%", "met"), ("5.99%", "nearly"), ("5.5%", "nearly"), ("5.49%", "missed"),
     ("近6%", "nearly"), ("突破6%", "met"), ("突破5%", "unknown"), ("-1%", "missed")],
)  # fmt: skip
def test_a_published_average_decides(value, verdict):
    found = gdp(f"年均增速 2023-2025 {value}")
    assert (found.verdict, found.method) == (verdict, "growth-average")


@pytest.mark.parametrize(
    ("rates", "verdict"),
    [
        ((6, 6, 6), "met"), ((18.2, 0, 0), "nearly"), ((0, 9, 9), "nearly"),
        ((5.5, 5.5, 5.5), "nearly"), ((5.4, 5.4, 5.4), "missed"),
        ((-100, 50, 50), "missed"), ((20, 0, 0), "met"),
    ],
)  # fmt: skip
def test_yearly_growths_are_multiplied_up(rates, verdict):
    years = zip(range(2023, 2026), rates, strict=True)
    found = gdp(*(f"增速 {year} {rate}%" for year, rate in years))
    assert (found.verdict, found.inferred) == (verdict, True)


@pytest.mark.parametrize("gone", [2023, 2024, 2025])
def test_with_a_year_missing_there_is_no_average(gone):
    lines = [f"增速 {year} 1%" for year in range(2023, 2026) if year != gone]
    found = gdp(*lines)
    assert found.verdict == "unknown"
    assert f"{gone}年数据未发布" in found.reason


@pytest.mark.parametrize(
    ("end", "verdict"),
    [("1331", "met"), ("1330.9999999", "nearly"), ("1313", "nearly"), ("1312", "missed"),
     ("1000", "missed"), ("0", "missed"), ("-5", "missed")],
)  # fmt: skip
def test_a_level_is_held_against_the_level_that_growth_leads_to(end, verdict):
    found = trade(" 2022 1000亿元", f" 2025 {end}亿元")
    assert (found.verdict, found.method, found.inferred) == (verdict, "growth-level", True)


def test_only_the_end_of_an_average_counts():
    found = trade(" 2022 1000亿元", " 2024 1500亿元", " 2025 1200亿元")
    assert found.verdict == "missed"


@pytest.mark.parametrize("base", ["0亿元", "-5亿元", "突破1000亿元", "/", "1000亿元 待核"])
def test_without_a_sound_base_there_is_no_level(base):
    assert trade(f" 2022 {base}", " 2025 1400亿元").verdict == "unknown"


def test_a_published_average_goes_before_levels():
    lines = (" 2022 1000亿元", " 2025 1400亿元", "年均增速 2023-2025 9%")
    assert trade(*lines).verdict == "missed"


@pytest.mark.parametrize(("now", "verdict"), [("1210", "on_track"), ("1209", "behind")])
def test_on_the_way_the_growth_so_far_counts(now, verdict):
    found = trade(" 2022 1000亿元", f" 2024 {now}亿元", day="2025-06-30")
    assert found.verdict == verdict


def test_levels_make_no_average_of_real_growth():
    found = gdp(" 2022 1000亿元", " 2025 1500亿元")
    assert (found.verdict, found.required) == ("unknown", 6)


@pytest.mark.parametrize(
    ("rate", "verdict", "pace"),
    [("6%", "on_track", 0), ("5%", "behind", -1), ("8%", "on_track", 2)],
)
def test_on_the_way_the_mean_so_far_counts(rate, verdict, pace):
    found = gdp(f"增速 2023 {rate}", f"增速 2024 {rate}", day="2025-06-30")
    assert (found.verdict, found.pace_pp) == (verdict, pytest.approx(pace))
