import pytest

from paitou.model import Period
from paitou.report.breakdown.fields import (
    FORMS,
    Area,
    Field,
    area_sheet_name,
    area_sheet_period,
    column_target,
)


@pytest.mark.parametrize(
    ("title", "target"),
    [
        ("牵头 责任单位", Field.LEAD),
        ("协同责任单位", Field.SUPPORT),
        ("督查内容", Field.WORDS),
        ("目标任务（原文）", Field.WORDS),
        ("责任分工/牵头单位", Field.LEAD),
        ("性质(约束性/预期性)", Field.NATURE),
        ("责任人/联络员", Field.LIAISON),
        ("县(市)区/五华区", Area("五华区")),
        ("全市", Area("")),
        ("落实情况(全年)", None),
        ("2023年落实情况", None),
        ("", None),
    ],
)
def test_titles_of_offices_are_understood(title, target):
    assert column_target(title) == target


@pytest.mark.parametrize(
    "title",
    [
        "2024年",
        "2024",
        "年度目标/2024年",
        "2024年度目标",
        "年度目标(2024)",
        "２０２４年任务",
    ],
)
def test_years_are_quota_columns(title):
    assert column_target(title) == Period.of_year(2024)


@pytest.mark.parametrize("text", ["2024", "2024Q2", "2024H1", "2024-06", "2023-2025"])
def test_periods_as_titles_and_back(text):
    period = Period.parse(text)
    assert column_target(period.label) == period
    assert area_sheet_period(area_sheet_name(period)) == period


def test_other_sheets_are_no_area_sheets():
    assert area_sheet_period("填表说明") is None
    assert area_sheet_period("各县(市)区分解") is None


def test_no_two_columns_share_a_title():
    titles = [title for form in FORMS.values() for title in (form.title, *form.synonyms)]
    assert len(titles) == len(set(titles))
