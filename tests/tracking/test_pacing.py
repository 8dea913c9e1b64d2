from decimal import Decimal

import pytest

from paitou.model import Period, Quota
from paitou.tracking.by_deadline import Aim
from paitou.tracking.pacing import required_path, year_quota
from tracking.judged import evidence, plan_of, stand, targets

GDP = "到2025年,经济总量达到1300亿元以上。"
BASE = "地区生产总值 2022 1000亿元"
ID = targets(plan_of(GDP))[0].id


def quotas(**values):
    return tuple(
        Quota(statement=ID, period=Period.parse(year[1:]), value=Decimal(value))
        for year, value in values.items()
    )


def path(*lines, **more):
    known = evidence(GDP, lines, "2024-06-30", **more)
    aim = Aim(goal=known.case.goal, unit=known.case.statement.unit)
    points = required_path(known, aim)
    return [(str(p.period), p.value / 10**8, p.is_duty) for p in points]


def test_the_path_is_a_straight_line_from_the_base():
    assert path(BASE) == [
        ("2022", 1000, False), ("2023", 1100, False), ("2024", 1200, False),
        ("2025", 1300, False),
    ]  # fmt: skip


def test_there_is_no_path_without_a_base():
    assert path() == []


def test_quotas_are_the_path_where_there_are_any():
    found = path(BASE, quotas=quotas(y2023=1050, y2024=1150))
    assert found == [
        ("2022", 1000, False), ("2023", 1050, True), ("2024", 1150, True),
        ("2025", 1300, False),
    ]  # fmt: skip


def test_a_growth_has_a_path_of_growth():
    sentence = "市场主体年均增长10%以上。"
    lines = ["经营主体 2022 100万户", "经营主体 2024 121万户"]
    found = stand(sentence, lines, "2025-06-30")
    assert (found.verdict, found.pace_pp) == ("on_track", 0)


@pytest.mark.parametrize(
    ("value", "lead"), [("1100", 0), ("1099.99", -0.003333), ("1100.01", 0.003333)]
)
def test_the_lead_is_exact_at_the_line(value, lead):
    lines = ["地区生产总值 2021 900亿元", BASE, f"地区生产总值 2023 {value}亿元"]
    found = stand(GDP, lines, "2024-06-30")
    assert found.pace_pp == pytest.approx(lead, abs=1e-6)
    assert found.verdict == ("behind" if lead < 0 else "on_track")


def test_a_line_from_the_first_figure_stands_in_for_a_base():
    lines = ["地区生产总值 2023 1000亿元", "地区生产总值 2024 1150亿元"]
    found = stand(GDP, lines, "2025-06-30")
    assert (found.verdict, found.pace_pp) == ("on_track", 0)
    assert "从2023年直线推算" in found.reason


def test_what_was_asked_for_already_at_the_base_has_no_way_to_go():
    lines = ["地区生产总值 2022 1300亿元", "地区生产总值 2023 1250亿元"]
    assert stand(GDP, lines, "2024-06-30").verdict == "not_due"


@pytest.mark.parametrize(("base", "now"), [("1500", "1250"), ("1400", "1299")])
def test_a_base_beyond_the_aim_makes_no_progress_backwards(base, now):
    lines = [f"地区生产总值 2022 {base}亿元", f"地区生产总值 2023 {now}亿元"]
    found = stand(GDP, lines, "2024-06-30")
    assert found.verdict == "not_due"
    assert found.share < 1
    assert "2022年已达到目标" in found.reason


def test_the_quota_of_a_year_is_in_the_base_of_the_unit():
    known = evidence(GDP, [], "2024-06-30", quotas=quotas(y2024=1150))
    assert year_quota(known, 2024) == 1150 * 10**8
    assert year_quota(known, 2023) is None


def test_a_quota_of_nothing_divides_nothing():
    lines = ["地区生产总值 2024H1 500亿元"]
    found = stand(GDP, lines, "2024-08-30", quotas=quotas(y2024=0))
    assert found.verdict in ("not_due", "on_track", "behind")
