"""The download of the 任务分解表."""

from __future__ import annotations

from urllib.parse import quote

PAGE = "/plans/yunting/breakdown.xlsx"


def test_it_sends_a_workbook(client):
    answer = client.get(PAGE)
    assert b"".join(answer.streaming_content).startswith(b"PK")
    assert (
        quote("云汀市向海图强三年行动方案任务分解表.xlsx") in answer["Content-Disposition"]
    )


def test_it_refuses_to_be_written(client):
    assert client.post(PAGE).status_code == 405


def test_an_unknown_book_is_told(client):
    assert client.get("/plans/other/breakdown.xlsx").status_code == 404
