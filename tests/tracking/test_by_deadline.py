import pytest

from tracking.judged import stand

TRADE = "到2025年,进出口总额达到3000亿元以上。"


def told(*lines, day="2026-06-30", sentence=TRADE):
    return stand(sentence, [f"进出口总额 {line}亿元" for line in lines], day)


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        ("3000.0000001", "met"), ("3000", "met"), ("2999.9999999", "nearly"),
        ("2850", "nearly"), ("2849.9999999", "missed"), ("0", "missed"), ("-1", "missed"),
    ],
)  # fmt: skip
def test_the_last_year_decides(value, verdict):
    assert told(f"2025 {value}").verdict == verdict


@pytest.mark.parametrize(
    ("value", "verdict"),
    [("3000.0000001", "met"), ("3000", "nearly"), ("2850", "nearly"), ("2849", "missed")],
)
def test_more_than_is_more(value, verdict):
    found = told(f"2025 {value}", sentence="到2025年,进出口总额超过3000亿元。")
    assert found.verdict == verdict


def test_reaching_it_is_told_by_the_first_that_did():
    found = told("2023 3001", "2024 3200", "2025 3300")
    assert found.reason.startswith("2023年3001亿元，目标不低于3000亿元，已达到")
    assert (found.value, str(found.period)) == (3300, "2025")
    assert len(found.figures) >= 1


def test_what_lapsed_rests_on_both_figures():
    found = told("2023 3100", "2025 2900")
    assert (found.verdict, found.lapsed, found.value) == ("met", True, 2900)
    assert len(found.figures) == 2
    assert found.share == pytest.approx(2900 / 3000)


def test_a_running_value_that_is_less_is_no_lapse():
    found = told("2024 3100", "2025H1 900", day="2025-08-30")
    assert (found.verdict, found.lapsed) == ("met", False)


def test_reaching_it_late_is_told_as_late():
    found = told("2025 2000", "2026 2500", "2027 3000", day="2028-06-30")
    assert (found.verdict, found.late, found.value) == ("met", True, 3000)
    assert "未按期达到" in found.reason


def test_before_it_was_late_it_was_missed():
    found = told("2025 2000", "2026 3000", day="2026-12-30")
    assert (found.verdict, found.late) == ("missed", False)


def test_a_year_before_the_plan_decides_nothing():
    assert told("2022 9000").verdict == "unknown"


def test_the_method_is_named():
    assert told("2025 3000").method == "level-by"
    assert told().method == "level-by"


def test_a_level_of_zero_is_reached_by_nothing():
    found = stand("到2025年,农村贫困人口降至0人。", ["农村贫困人口 2025 0人"], "2026-06-30")
    assert (found.verdict, found.share) == ("met", None)


def test_a_later_figure_that_leaves_it_open_takes_nothing_back():
    lines = ["经营主体 2023 190万户", "经营主体 2024 突破100万户"]
    found = stand("到2025年,市场主体达到184万户以上。", lines, "2025-06-30")
    assert (found.verdict, found.value, found.lapsed) == ("met", 190, False)
    assert found.share > 1


@pytest.mark.parametrize(("year", "early"), [("2023", True), ("2025", False)])
def test_reaching_it_in_an_earlier_year_is_early(year, early):
    found = told(f"{year} 3001")
    assert (found.verdict, found.early) == ("met", early)


@pytest.mark.parametrize(
    ("day", "value", "verdict"),
    [("2024-06-30", "33", "on_track"), ("2024-06-30", "34", "behind"),
     ("2024-06-30", "29", "on_track"), ("2026-06-30", "29", "unknown")],
)  # fmt: skip
def test_what_is_to_be_kept_to_by_a_year_is_not_reached_before(day, value, verdict):
    lines = ["细颗粒物浓度 2021 38微克/立方米", "细颗粒物浓度 2022 35微克/立方米",
             f"细颗粒物浓度 2023 {value}微克/立方米"]  # fmt: skip
    sentence = "到2025年,细颗粒物浓度控制在30微克/立方米以下。"
    assert stand(sentence, lines, day).verdict == verdict
