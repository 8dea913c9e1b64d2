"""The final evaluation of a whole plan."""

from __future__ import annotations

import re

from attrs import evolve

PAGE = "/plans/yunting/final/"


def text_of(html):
    return re.sub(r"<[^>]+>", "", html)


def test_every_target_is_a_row(tracking_client, plan):
    html = tracking_client.get(PAGE).content.decode()
    assert len(re.findall(r'<tr><th scope="row">', html)) == len(plan.statements)
    assert "基期2022" in html


def test_values_are_in_the_unit_of_the_target(tracking_client):
    html = tracking_client.get(PAGE).content.decode()
    row = html.split("targets/s1/", 1)[1].split("</tr>")[0]
    years = re.findall(r'data-year="(\d+)"', row)
    assert years == ["2022", "2023", "2024", "2025"]
    assert "2.7</a>" in row


def test_a_missing_year_is_no_zero(tracking_client):
    html = tracking_client.get(PAGE).content.decode()
    row = html.split("targets/s3/", 1)[1].split("</tr>")[0]
    assert row.count("—") == 4


def test_the_share_that_cannot_be_judged_is_told(tracking_client):
    told = text_of(tracking_client.get(PAGE).content.decode())
    assert "无法评价的占28.6%，不等于没有完成" in told


def test_numbers_open_the_figure(tracking_client):
    html = tracking_client.get(PAGE).content.decode()
    assert re.search(r'href="/plans/yunting/targets/s1/#f-[^"]+">2\.5</a>', html)


def test_an_unverified_value_says_so(tracking_client):
    html = tracking_client.get(PAGE).content.decode()
    row = html.split("targets/s6/", 1)[1].split("</tr>")[0]
    assert "doubtful" in row
    assert "<small>待核</small>" in row


def test_before_the_end_it_says_so(tracking_client):
    html = tracking_client.get(PAGE, {"as_of": "2024-06-30"}).content.decode()
    assert "规划期还没有结束" in html


def test_a_wrong_day_is_told(tracking_client):
    assert tracking_client.get(PAGE, {"as_of": "2099-01-01"}).status_code == 400


def test_an_unknown_book_is_told(tracking_client):
    assert tracking_client.get("/plans/other/final/").status_code == 404


def test_it_refuses_to_be_written(tracking_client):
    assert tracking_client.put(PAGE).status_code == 405


def test_a_year_under_way_shows_what_was_done_so_far_with_its_months(
    serve, tracked, make_figure
):
    so_far = make_figure("港口吞吐量", "2024Q1-Q3", "1.9", "亿吨")
    figures = (*(f for f in tracked.figures if f.period.year < 2024), so_far)
    page = serve(evolve(tracked, figures=figures)).get(PAGE, {"as_of": "2024-11-01"})
    row = page.content.decode().split("targets/s1/", 1)[1].split("</tr>")[0]
    cell = row.split('data-year="2024"', 1)[1].split("</td>")[0]
    assert "1.9</a><small>1—9月</small>" in cell
    assert 'data-year="2025">—' in row


def test_what_was_there_within_a_year_is_of_its_end(serve, tracked, make_figure):
    figures = (make_figure("航运企业", "2024Q3", "45", "家"),)
    page = serve(evolve(tracked, figures=figures)).get(PAGE, {"as_of": "2024-11-01"})
    assert "45</a><small>三季度末</small>" in page.content.decode()
