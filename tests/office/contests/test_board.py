"""The board of a round."""

from __future__ import annotations

import re

import pytest


def test_one_sentence_comes_first(html):
    told = re.search(r'class="answer">([^<]+)<', html())[1]
    assert told.startswith("2025年三季度，港区组东渡区领先，比第二名")
    assert "优势主要在水质达标率；内陆组西岭县领先" in told


def test_all_groups_are_there(html):
    assert re.findall(r'<section class="group" id="(g-\d)"', html()) == ["g-1", "g-2"]


def test_extras_and_vetoes_are_told_with_their_papers(html):
    page = html()
    assert "云政〔2025〕8号" in page
    assert "统计造假（核查属实）：取消评优资格" in page


def test_what_is_ours_and_the_general_rules_are_printed(html):
    page = html()
    assert "权重由本项目拟定" in page
    assert "得分四舍五入到2位小数" in page


def test_what_was_written_by_others_stays_words(html):
    for path in ("", "lists/", "analysis/", "small/2025Q3/东渡区/"):
        page = html(path)
        for mark in ("<b>南塘", "<i>（试行）", "<s>通报", "<u>来源"):
            assert mark not in page


def test_a_round_without_all_items_says_so(html):
    assert "数据不全：泊位完工率、水质达标率还没有任何单位的数" in html(period="2025Q4")
    assert "数据不全：" not in html()


def test_the_day_is_kept(html):
    page = html(as_of="2025-12-31", period="2025Q2")
    assert 'name="period" value="2025Q2"' in page
    assert "/plans/yunting/contest/small/2025Q2/东渡区/?as_of=2025-12-31" in page.replace(
        "%E4%B8%9C%E6%B8%A1%E5%8C%BA", "东渡区"
    )


def test_before_any_figure_the_page_says_who_must_do_what(html):
    page = html(as_of="2025-06-30")
    assert "还没有可以计分的一期" in page
    assert "请数源部门" in page


def test_the_analysis_stays_off_the_board(html):
    for words in ("可能的名次", "保持名次的机会", "可靠性"):
        assert words not in html()
        assert words in html("analysis/")


@pytest.mark.parametrize("page", ["", "lists/", "analysis/"])
def test_a_book_without_rulebooks_says_what_is_missing(tracking_client, page):
    answer = tracking_client.get(f"/plans/yunting/contest/{page}")
    assert answer.status_code == 200
    assert "rulebooks/" in answer.content.decode()
