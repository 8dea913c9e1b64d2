"""Tests of the 任务进展月报表."""

import datetime as dt

import pytest

from paitou.model import Period, UsageError
from paitou.report.progress_sheet import progress_page, write_progress

DAY = dt.date(2025, 11, 5)


@pytest.fixture(scope="module")
def page(yunze):
    return progress_page(yunze, DAY)


def rows(page):
    return [row.cells for row in page.rows if row.joined is None]


def test_the_columns_are_those_that_offices_use(page):
    assert [column.title for column in page.columns] == [
        "序号", "任务", "牵头单位", "年度目标", "本月完成", "累计完成", "完成率(%)",
        "序时差(百分点)", "进展文字", "问题", "需协调", "下月计划", "填报人",
        "审核人(主要领导)", "日期",
    ]  # fmt: skip
    assert page.title.endswith("任务进展月报表（2025年10月）")
    assert page.frame == "模拟数据"


def test_what_is_known_is_filled_in_and_the_rest_is_blank(page):
    known = next(cells for cells in rows(page) if cells[1].startswith("地区生产总值为"))
    assert known[:6] == (
        "1", known[1], "市发展改革委", "2360亿元", "", "1618亿元（2025年1—9月）",
    )  # fmt: skip
    assert known[8].startswith("已知：")
    assert all(cells[10:] == ("",) * 5 for cells in rows(page))


def test_every_target_commitment_and_node_has_a_row(yunze, page):
    texts = [cells[1] for cells in rows(page)]
    assert {one.quote for one in yunze.plan.commitments} <= set(texts)
    assert {one.what for one in yunze.milestones} <= set(texts)
    assert [cells[0] for cells in rows(page)] == [
        str(n) for n in range(1, len(texts) + 1)
    ]  # fmt: skip


def test_an_office_gets_its_own_rows(yunze):
    page = progress_page(yunze, DAY, org="市住房城乡建设局")
    assert {cells[2] for cells in rows(page)} == {"市住房城乡建设局"}
    assert page.left == "填报单位(盖章)：市住房城乡建设局"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"period": Period.parse("2025Q3")}, "2025-09"),
        ({"period": Period.parse("2025-11")}, "还没有结束"),
        ({"org": "不存在的局"}, "没有由“不存在的局”牵头的任务"),
    ],
)
def test_wrong_questions_are_told(yunze, asked, words):
    with pytest.raises(UsageError, match=words):
        progress_page(yunze, DAY, **asked)


def test_a_bare_plan_gives_a_form_to_fill(kunming, tmp_path):
    write_progress(kunming, tmp_path / "a.xlsx", as_of=dt.date(2024, 1, 5))
    page = progress_page(kunming, dt.date(2024, 1, 5))
    assert page.frame == ""
    assert len(rows(page)) > len(kunming.plan.commitments)
