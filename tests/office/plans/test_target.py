"""The page of one target."""

from __future__ import annotations

import re

import pytest
from attrs import evolve

from paitou.model import Period, Quota
from paitou.tracking import Reading, TrackingRules

PAGE = "/plans/yunting/targets/{}/"


def page(client, statement="s1", **query):
    answer = client.get(PAGE.format(statement), query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_answers_first(tracking_client):
    html = page(tracking_client)
    assert re.search(r"<h1[^>]*>.*港口吞吐量低于目标。</h1>", html, re.DOTALL)
    assert "2025年离目标还差0.3亿吨" in html


def test_it_leads_back_to_the_sentence(tracking_client):
    html = page(tracking_client)
    assert "全市港口吞吐量达到3亿吨以上" in html
    assert 'href="/plans/yunting/?s=s1#s-s1"' in html


def test_every_figure_has_its_source_and_place(tracking_client):
    html = page(tracking_client)
    assert 'href="https://example.org/2022" rel="noopener' in html
    assert "数.csv 第6行" in html
    assert "27000万吨" in html


def test_both_vintages_are_shown(tracking_client):
    html = page(tracking_client)
    assert "初步核算" in html
    assert html.count("未采用，以同期另一条为准") == 1


def test_what_was_not_known_yet_is_not_shown(tracking_client):
    html = page(tracking_client, as_of="2025-02-01")
    assert "2.65亿吨" in html
    assert "2.6亿吨" not in html
    assert "按2025年2月1日已知数据" in html


def test_every_number_of_the_reason_opens_a_row(tracking_client):
    html = page(tracking_client)
    anchors = set(re.findall(r'href="#(f-[^"]+)"', html))
    assert anchors
    assert anchors <= set(re.findall(r'id="(f-[^"]+)"', html))


def test_years_are_tested_one_by_one(tracking_client):
    html = page(tracking_client, "s7")
    assert "逐年检查" in html
    assert len(re.findall(r'<tr><th scope="row">202[345]年</th>', html)) == 3


def test_an_unverified_figure_settles_nothing(tracking_client):
    html = page(tracking_client, "s6")
    assert "船员还无法评价：只有未经确认的数据，待核。" in html


def test_a_hostile_source_is_only_words(tracking_client):
    html = page(tracking_client, "s6")
    assert "&lt;script&gt;alert" in html
    assert "<script>alert" not in html


@pytest.mark.parametrize("source", ["javascript:alert(1)", "data:text/html,x"])
def test_only_addresses_of_pages_are_links(serve, tracked, source):
    figures = tuple(evolve(one, source=source) for one in tracked.figures)
    html = page(serve(evolve(tracked, figures=figures)))
    assert source in html
    assert f'href="{source}' not in html


def test_without_figures_it_says_what_to_do(client):
    html = page(client, "s3")
    assert "一个也没有：请先落实责任单位" in html


def test_readings_stand_side_by_side(serve, tracked):
    readings = tuple(
        Reading(statement="s5", name=name, indicators=(indicator,))
        for name, indicator in (("全部", "航运企业"), ("只计本地", "本地航运企业"))
    )
    book = evolve(tracked, tracking=TrackingRules(readings=readings))
    html = page(serve(book), "s5")
    assert "按各种口径分别看" in html
    assert "<h3>全部</h3>" in html
    assert "<h3>只计本地</h3>" in html


def test_shares_are_listed_with_where_they_stand(serve, tracked):
    share = Quota(statement="s1", org="东港区", period=Period.of_year(2025), value=2)
    html = page(serve(evolve(tracked, quotas=(share,))))
    assert "各单位进展" in html
    assert "东港区" in html


@pytest.mark.parametrize("statement", ["nope", "c1", "s1'--", "%00"])
def test_an_unknown_target_is_told(tracking_client, statement):
    answer = tracking_client.get(PAGE.format(statement))
    assert answer.status_code == 404
    assert "没有这一" in answer.content.decode()


def test_a_wrong_day_is_told(tracking_client):
    answer = tracking_client.get(PAGE.format("s1"), {"as_of": "<b>"})
    assert answer.status_code == 400
    assert "“&lt;b&gt;”不是能用的日期" in answer.content.decode()


def test_it_refuses_to_be_written(tracking_client):
    assert tracking_client.post(PAGE.format("s1")).status_code == 405
