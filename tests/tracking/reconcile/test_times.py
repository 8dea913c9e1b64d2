import pytest

from paitou.tracking.reconcile.times import Timing, Years, reviewed_year, timing, years_of
from tracking.reconcile.reports import report

ONE, SPAN = Years(2024, 2024), Years(2021, 2025)


@pytest.fixture
def total():
    return report(2024, wanted="改造老旧小区50个。").statements[0]


@pytest.mark.parametrize(
    ("due", "told", "past", "expected"),
    [
        (ONE, ONE, 2024, Timing.SAME),
        (ONE, Years(2020, 2024), 2024, Timing.OTHER),
        (ONE, Years(2025, 2025), 2025, Timing.OTHER),
        (Years(2026, 2026), ONE, 2024, Timing.NOT_DUE),
        (SPAN, Years(2021, 2025), 2025, Timing.SAME),
        (SPAN, Years(2025, 2025), 2025, Timing.OTHER),
        (SPAN, Years(2024, 2024), 2024, Timing.NOT_DUE),
        (Years(2021, 2025, True), ONE, 2024, Timing.ONE_OF_MANY),
        (None, ONE, 2024, Timing.SAME),
    ],
)
def test_times_meet_or_not(total, due, told, past, expected):
    assert timing(total, total, due, told, past) is expected


def test_undated_sums_of_a_review_of_five_years_are_of_all_of_them():
    plan = report(2026, told="改造老旧小区50个，粮食产量120万吨。")
    total, level = plan.statements
    assert years_of(total, plan, True) == Years(2021, 2025)
    assert years_of(level, plan, True) == Years(2025, 2025)
    assert years_of(total, plan) == Years(2025, 2025)


def test_a_report_reviews_the_year_before_its_own():
    assert reviewed_year(report(2026, told="粮食产量120万吨。")) == 2025
    assert reviewed_year(report(2026)) == 2025
