"""Milestones on the overview: what is due soon, overdue, or was reached late."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from attrs import evolve

from paitou.model import Milestone

PAGE = "/plans/yunting/overview/"


def node(what, due, org="港务局", **fields):
    return Milestone(
        id="sec3", what=what, due=dt.date.fromisoformat(due), org=org, **fields
    )


@pytest.fixture
def html(serve, tracked):
    late = dt.date(2025, 5, 9)
    nodes = (
        node("乙先逾期", "2025-05-01", "水务局"),
        node("甲后逾期", "2025-06-01"),
        node("甲将到期", "2025-07-20"),
        node("还早", "2025-07-21"),
        node("晚了几天", "2025-05-01", done_on=late),
        node("按时", "2025-05-10", done_on=late),
        node("没人管", "2025-04-01", ""),
    )
    client = serve(evolve(tracked, milestones=nodes))
    return client.get(PAGE, {"as_of": "2025-06-20"}).content.decode()


def test_they_stand_by_who_must_act_the_most_pressing_first(html):
    rows = re.findall(r'<td class="org[^"]*">(.+?)</td><th scope="row">(.+?)</th>', html)
    assert rows == [
        ("水务局", "乙先逾期"),
        ("港务局", "甲后逾期"),
        ("港务局", "甲将到期"),
        ("港务局", "晚了几天"),
        ("未明确责任单位", "没人管"),
    ]


def test_a_sentence_counts_them_all(html):
    told = (
        "7个节点中，3个逾期未完成，1个30天内到期，1个逾期完成，1个按期完成，1个以后到期。"
    )
    assert f'<a href="#nodes">{told}</a>' in html


def test_each_leads_to_its_task(html):
    assert 'href="/plans/yunting/?as_of=2025-06-20#sec-sec3"' in html
