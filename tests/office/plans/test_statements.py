"""The table of statements."""

from __future__ import annotations

PAGE = "/plans/yunting/statements/"


def test_it_lists_every_statement(client, plan):
    html = client.get(PAGE).content.decode()
    assert html.count('<th scope="row">') == len(plan.statements)
    assert "2023—2025年，7项量化目标，其中1项为力争；原文没有写责任单位" in html


def test_it_narrows_by_the_same_filters(client):
    html = client.get(PAGE, {"indicator": "港口吞吐量"}).content.decode()
    assert html.count('<th scope="row">') == 3
    assert "共3项目标。" in html


def test_rows_open_the_text(client):
    assert "/plans/yunting/?s=s4#s-s4" in client.get(PAGE).content.decode()


def test_nothing_left_says_what_to_do(client):
    html = client.get(PAGE, {"q": "不存在"}).content.decode()
    assert "<table" not in html
    assert "没有找到“不存在”" in html


def test_it_refuses_to_be_written(client):
    assert client.delete(PAGE).status_code == 405


def test_an_unknown_book_is_told(client):
    assert client.get("/plans/other/statements/").status_code == 404


def test_rows_tell_where_they_stand(tracking_client):
    html = tracking_client.get(PAGE, {"standing": "broken"}).content.decode()
    assert html.count('<th scope="row">') == 1
    assert "/plans/yunting/targets/s7/" in html


def test_a_wrong_day_is_told(client):
    assert client.get(PAGE, {"as_of": "x"}).status_code == 400
