"""The table of commitments."""

from __future__ import annotations

PAGE = "/plans/yunting/commitments/"


def test_it_lists_every_commitment(client, plan):
    html = client.get(PAGE).content.decode()
    assert html.count('<th scope="row">') == len(plan.commitments)
    assert "重大项目" in html
    assert "创建获批" in html


def test_it_escapes_what_the_plan_says(client):
    html = client.get(PAGE).content.decode()
    assert "&lt;b&gt;海洋&lt;/b&gt;强市" in html


def test_it_narrows_by_kind(client):
    html = client.get(PAGE, {"kind": "project"}).content.decode()
    assert html.count('<th scope="row">') == 2


def test_it_refuses_to_be_written(client):
    assert client.put(PAGE).status_code == 405


def test_an_unknown_book_is_told(client):
    assert client.get("/plans/other/commitments/").status_code == 404
