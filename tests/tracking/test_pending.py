import datetime as dt

import pytest

from tracking.judged import Written, judged, stand

TRADE = "到2025年,进出口总额达到3000亿元以上。"
SHARE = "到2025年,常住人口城镇化率达到82%以上。"
DAY = "2026-06-30"


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("2022-01-01", "not_due"), ("2024-04-29", "not_due"), ("2024-04-30", "unknown"),
     ("2025-12-31", "unknown"), ("2026-01-01", "unknown")],
)  # fmt: skip
def test_without_any_figure_it_depends_on_the_day(day, verdict):
    found = stand(TRADE, [], day)
    assert found.verdict == verdict
    assert (found.value, found.figures, found.share) == (None, (), None)
    assert found.required == 3000


@pytest.mark.parametrize(
    ("said", "why"),
    [("3100亿元 待核", "unverified"), ("预计3100亿元", "unverified"),
     ("3100亿元 自报", "unverified"), ("/", "not_published")],
)  # fmt: skip
def test_why_it_is_unknown(said, why):
    found = stand(TRADE, [f"进出口总额 2025 {said}"], DAY)
    assert (found.verdict, found.why_unknown) == ("unknown", why)
    assert (found.value, found.share) == (None, None)


def test_who_has_a_quota_has_not_reported():
    case = Written(
        file="", title="", plan=TRADE, day=dt.date(2026, 6, 30), rules={},
        expected={}, org="东城区",
        quotas=("东城区 2025 900亿元",),
    )  # fmt: skip
    found = judged(case)
    assert found.why_unknown == "not_reported"
    assert "未报送" in found.reason


def test_an_unverified_value_of_an_earlier_time_is_no_reason():
    found = stand(TRADE, ["进出口总额 2021 3100亿元 待核"], DAY)
    assert found.why_unknown == "not_published"


def test_the_last_known_figure_before_the_plan_is_named():
    found = stand(TRADE, ["进出口总额 2021 900亿元", "进出口总额 2022 预计950亿元"], DAY)
    assert "规划期前最近一期为2021年900亿元" in found.reason


def test_a_half_year_is_said_not_to_be_the_year():
    found = stand(SHARE, ["常住人口城镇化率 2025H1 83%"], DAY)
    assert "不能当作全年" in found.reason


def test_what_would_settle_it_is_named():
    assert stand(TRADE, [], DAY).settles == "2025年的“进出口总额”经确认后即可判定"


@pytest.mark.parametrize(
    ("lines", "verdict"),
    [
        (["出口总额 2025 3100亿元"], "met"),
        (["出口总额 2025 2000亿元", "进口总额 2025 1100亿元"], "met"),
        (["出口总额 2025 2000亿元"], "unknown"),
        (["进出口总额 2025 2900亿元 单位=云泽省"], "unlikely"),
        (["进出口总额 2025 9000亿元 单位=云泽省"], "unknown"),
        (["进出口总额 2025 3100亿元 单位=东城区"], "met"),
        (["进出口总额 2025 3100亿元 单位=高新区"], "unknown"),
        (["进出口总额 2025 3100亿元 待核 单位=东城区"], "unknown"),
    ],
)
def test_relations_may_show_it_but_never_miss_it(lines, verdict):
    found = stand(TRADE, lines, DAY)
    assert found.verdict == verdict
    assert found.inferred == (verdict in ("met", "unlikely"))
    if found.inferred:
        assert "测算，非统计数据" in found.reason
        assert found.figures


def test_a_published_figure_goes_before_a_bound():
    lines = ["进出口总额 2025 2000亿元", "进出口总额 2025 3100亿元 单位=东城区"]
    found = stand(TRADE, lines, DAY)
    assert (found.verdict, found.inferred) == ("missed", False)


def test_bounds_that_decide_nothing_are_kept():
    found = stand(TRADE, ["出口总额 2025 2000亿元"], DAY)
    assert found.bounds[0].low == 2000
    assert "已知约束" in found.reason
