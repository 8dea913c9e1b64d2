import pytest

from tracking.judged import stand

AIR = "空气质量优良天数比例持续保持在98%以上。"
EACH = "每年引进重大产业项目200个以上。"
GROWTH = "工业投资每年增长26%以上。"


def air(*values, day="2026-06-30"):
    years = zip(range(2023, 2026), values, strict=False)
    lines = [f"空气质量优良天数比例 {year} {value}" for year, value in years if value]
    return stand(AIR, lines, day)


def held(found):
    return [test.held for test in found.tests]


@pytest.mark.parametrize(
    ("values", "verdict", "tests"),
    [
        (("98%", "98%", "98%"), "met", [True, True, True]),
        (("97.999%", "99%", "99%"), "broken", [False, True, True]),
        (("99%", "99%", "97.999%"), "broken", [True, True, False]),
        (("99%", "", "99%"), "unknown", [True, None, True]),
        (("", "", ""), "unknown", []),
        (("90%", "", ""), "broken", [False, None, None]),
        (("98% 预计", "99%", "99%"), "unknown", [None, True, True]),
        (("/", "99%", "99%"), "unknown", [None, True, True]),
        (("突破98%", "99%", "99%"), "met", [True, True, True]),
        (("近98%", "99%", "99%"), "broken", [False, True, True]),
        (("突破97%", "99%", "99%"), "unknown", [None, True, True]),
        (("97-99%", "99%", "99%"), "unknown", [None, True, True]),
        (("98-99%", "99%", "99%"), "met", [True, True, True]),
    ],
)
def test_every_year_is_tested_on_its_own(values, verdict, tests):
    found = air(*values)
    assert found.verdict == verdict
    assert held(found) == (tests or held(found))


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("2023-12-30", "not_due"), ("2024-06-30", "on_track"), ("2024-12-31", "on_track"),
     ("2025-04-30", "on_track"), ("2025-05-01", "unknown")],
)  # fmt: skip
def test_a_year_is_due_when_it_is_over(day, verdict):
    assert air("99%", day=day).verdict == verdict


def test_each_test_has_its_value_and_figures():
    found = air("99%", "97%", "98%")
    assert [str(test.value) for test in found.tests] == ["99", "97", "98"]
    assert all(len(test.figures) == 1 for test in found.tests)
    assert set(found.figures) == {i for test in found.tests for i in test.figures}


def test_the_value_is_that_of_the_year_that_broke_it():
    found = air("99%", "97%", "98%")
    assert (found.value, str(found.period)) == (97, "2024")


@pytest.mark.parametrize(
    ("value", "verdict"), [("5.5%", "met"), ("5.6%", "nearly"), ("6%", "missed")]
)
def test_of_one_year_nothing_was_kept_up_that_could_be_broken(value, verdict):
    lines = [f"城镇调查失业率 2025 {value}"]
    sentence = "城镇调查失业率控制在5.5%以内。"
    assert stand(sentence, lines, "2026-06-30", years=(2025, 2025)).verdict == verdict


@pytest.mark.parametrize(
    ("value", "pace", "verdict"),
    [("100", 0, "on_track"), ("99", -0.5, "behind"), ("101", 0.5, "on_track")],
)
def test_the_year_under_way_is_held_against_the_time(value, pace, verdict):
    lines = ["重大产业项目 2023 200个", f"重大产业项目 2024H1 {value}个"]
    found = stand(EACH, lines, "2024-08-30")
    assert (found.verdict, found.pace_pp) == (verdict, pytest.approx(pace))


@pytest.mark.parametrize(
    ("value", "verdict"), [("26%", "on_track"), ("25.9%", "behind"), ("30%", "on_track")]
)
def test_growth_under_way_is_held_against_the_growth_asked_for(value, verdict):
    lines = ["工业投资增速 2023 26%", f"工业投资增速 2024Q1 {value}"]
    found = stand(GROWTH, lines, "2024-06-30")
    assert found.verdict == verdict
    assert found.tests[0].held
    assert found.tests[1].held is None


def test_a_ceiling_of_a_flow_is_broken_before_the_year_is_over():
    lines = ["能源消费总量 2023Q1-Q3 510万吨标准煤"]
    sentence = "能源消费总量控制在500万吨标准煤以内。"
    assert stand(sentence, lines, "2023-11-30").verdict == "broken"


def test_a_floor_of_a_flow_holds_before_the_year_is_over():
    found = stand(EACH, ["重大产业项目 2023Q1-Q3 200个"], "2023-11-30")
    assert found.tests[0].held
    assert found.verdict == "on_track"
