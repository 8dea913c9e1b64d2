import pytest

from tracking.judged import stand

YEAR = (2025, 2025)
GDP = "2025年地区生产总值增长5.5%左右。"


def gdp(*lines, day="2026-06-30", sentence=GDP):
    return stand(sentence, [f"地区生产总值{line}" for line in lines], day, years=YEAR)


@pytest.mark.parametrize(
    ("value", "verdict", "pace"),
    [
        ("5.5%", "met", 0), ("5.5001%", "met", 0.0001), ("5.4999%", "nearly", -0.0001),
        ("5%", "nearly", -0.5), ("4.9999%", "missed", -0.5001), ("0%", "missed", -5.5),
        ("-2%", "missed", -7.5), ("近5.5%", "nearly", 0), ("突破5.5%", "met", 0),
        ("5.5-6%", "met", 0),
    ],
)  # fmt: skip
def test_a_growth_is_short_by_points(value, verdict, pace):
    found = gdp(f"增速 2025 {value}")
    assert (found.verdict, found.pace_pp) == (verdict, pytest.approx(pace))


@pytest.mark.parametrize("value", ["突破5%", "不超过6%", "5.4-5.6%", "/", "5.6% 预计"])
def test_a_growth_that_is_not_sure_is_unknown(value):
    assert gdp(f"增速 2025 {value}").verdict == "unknown"


@pytest.mark.parametrize(
    ("period", "verdict"),
    [
        ("2025Q1", "behind"),
        ("2025H1", "behind"),
        ("2025M01-05", "behind"),
        ("2025Q2", "not_due"),
        ("2025-05", "not_due"),
        ("2024", "not_due"),
    ],
)
def test_under_way_only_growth_since_january_counts(period, verdict):
    assert gdp(f"增速 {period} 5%", day="2025-07-05").verdict == verdict


@pytest.mark.parametrize(
    ("day", "verdict"), [("2025-08-31", "behind"), ("2025-09-01", "unknown")]
)
def test_what_should_have_been_followed_up_says_nothing_any_more(day, verdict):
    assert gdp("增速 2025Q1 5%", day=day).verdict == verdict


def test_the_longest_part_counts():
    found = gdp("增速 2025Q1 5%", "增速 2025H1 5.6%", day="2025-08-30")
    assert (found.verdict, str(found.period)) == ("on_track", "2025H1")
    assert found.settles == "2025年全年增速"


def test_a_fall_is_ahead_when_it_is_deeper():
    sentence = "2025年单位地区生产总值能耗下降2.7%以上。"
    lines = ["单位地区生产总值能耗增速 2025 下降3%"]
    found = stand(sentence, lines, "2026-06-30", years=YEAR)
    assert (found.verdict, found.pace_pp) == ("met", pytest.approx(0.3))


def test_growth_of_levels_is_told_as_computed():
    lines = ["固定资产投资 2024 100亿元", "固定资产投资 2025 110亿元"]
    found = stand("2025年固定资产投资增长8%以上。", lines, "2026-06-30", years=YEAR)
    assert (found.verdict, found.value, found.inferred) == ("met", 10, True)
    assert len(found.figures) == 2


def test_levels_of_parts_of_the_year_make_no_growth_of_the_year():
    lines = ["固定资产投资 2024H1 50亿元", "固定资产投资 2025H1 60亿元"]
    found = stand("2025年固定资产投资增长8%以上。", lines, "2026-06-30", years=YEAR)
    assert found.verdict == "unknown"
