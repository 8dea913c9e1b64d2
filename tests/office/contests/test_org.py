"""An organisation's own page."""

from __future__ import annotations

import pytest

PAGE = "small/2025Q3/"


def test_score_rank_and_gap_come_first(html):
    page = html(f"{PAGE}北澳区/")
    assert "2025年三季度，北澳区得58.50分，在港区组3家中排第3名。" in page
    assert page.index("在港区组3家中排第3名") < page.index("比东渡区少33.43分")
    assert page.index("为什么是这个分") < page.index("差在哪") < page.index("怎么追")


def test_the_sum_leads_from_the_figure_to_the_points(html):
    page = html(f"{PAGE}东渡区/")
    assert "60＋40×（7−5）÷（8−5）＝86.67" in page
    assert "数.csv 第3行" in page
    assert 'id="i-cargo"' in page


def test_how_to_rise_is_marked_as_computed(html):
    page = html(f"{PAGE}云门县/")
    assert "测算，供内部参考" in page
    assert "进到第1名" in page
    assert "已经是本组第一名" in html(f"{PAGE}东渡区/")


def test_every_round_is_listed(html):
    page = html(f"{PAGE}东渡区/")
    assert "各期成绩" in page
    assert "数据不全" in page


@pytest.mark.parametrize("path", ["small/2025Q3/天涯区/", "other/2025Q3/东渡区/"])
def test_who_or_what_there_is_not_is_told(visit, path):
    answer = visit(path)
    assert answer.status_code == 404
    assert "请从竞赛评比首页重新选择" in answer.content.decode()


def test_a_name_with_any_sign_has_its_page(visit):
    assert visit("small/2025Q3/%3Cb%3E南塘%3C%2Fb%3E区/").status_code == 200
