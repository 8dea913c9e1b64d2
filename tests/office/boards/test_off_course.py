"""What is off course by who must act, and what is missing from whom."""

from __future__ import annotations

from attrs import evolve

from paitou.model import Assignment, Decision, Subject

PAGE = "/plans/yunting/off-course/"


def test_nobody_named_is_said(tracking_client):
    html = tracking_client.get(PAGE).content.decode()
    assert "7项目标中，4项偏离，都未明确责任单位；2项缺数据或口径，还无法评价。" in html


def test_who_must_act_comes_first(serve, tracked):
    named = Decision(
        subject=Subject.STATEMENT, id="s1", assignment=Assignment(lead_org="市交通运输局")
    )
    html = serve(evolve(tracked, decisions=(named,))).get(PAGE).content.decode()
    assert html.index("市交通运输局") < html.index("未明确责任单位<small>")
    assert "3项未明确责任单位" in html


def test_the_owner_of_the_data_provides_it(serve, tracked):
    named = Decision(
        subject=Subject.STATEMENT, id="s3", assignment=Assignment(data_source="市统计局")
    )
    html = serve(evolve(tracked, decisions=(named,))).get(PAGE).content.decode()
    assert "市统计局，1项" in html


def test_what_would_settle_it_is_said(tracking_client):
    html = tracking_client.get(PAGE).content.decode()
    assert "经确认后即可判定。" in html


def test_a_wrong_day_is_told(tracking_client):
    assert tracking_client.get(PAGE, {"as_of": "x"}).status_code == 400


def test_an_unknown_book_is_told(tracking_client):
    assert tracking_client.get("/plans/other/off-course/").status_code == 404


def test_it_refuses_to_be_written(tracking_client):
    assert tracking_client.delete(PAGE).status_code == 405
