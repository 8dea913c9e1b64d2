"""Milestones on the pages where they belong."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from paitou.model import Milestone, Period

TARGET = "/plans/yunting/targets/s3/"
DAY = {"as_of": "2025-06-20"}


@pytest.fixture
def nodes():
    return (
        Milestone(
            subject="task", id="sec3", what="一期开工", due=dt.date(2025, 6, 1),
            org="港务局",
        ),
        Milestone(
            subject="statement", id="s3", what="二期<验收>", due=Period.parse("2025-06"),
            note="待批",
        ),
        Milestone(subject="task", id="sec4", what="别处的", due=dt.date(2025, 6, 25)),
        Milestone(
            subject="task", id="sec3", what="早已办完", due=dt.date(2024, 6, 1),
            done_on=dt.date(2024, 5, 1),
        ),
    )  # fmt: skip


@pytest.fixture
def shown(serve, tracked, nodes):
    return serve(evolve(tracked, milestones=nodes))


def body(client, path, **query):
    answer = client.get(path, DAY | query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_target_shows_its_own_and_those_of_its_task(shown):
    html = body(shown, TARGET)
    assert "逾期未完成，已逾期19天" in html
    assert "二期&lt;验收&gt;" in html
    assert "按期完成，提前31天" in html
    assert "别处的" not in html


def test_a_card_shows_them(shown):
    html = body(shown, "/plans/yunting/", s="c1")
    assert "一期开工" in html.partition('id="card"')[2]


def test_what_nobody_answers_for_says_so(shown):
    assert '<td class="org nobody">未明确责任单位</td>' in body(shown, TARGET)


def test_what_was_done_later_was_not_done_then(shown):
    html = body(shown, TARGET, as_of="2024-04-30")
    assert "未到期，还有32天" in html


@pytest.mark.parametrize(
    "path", [TARGET, "/plans/yunting/?s=s3", "/plans/yunting/overview/"]
)
def test_without_milestones_nothing_is_said(tracking_client, path):
    html = tracking_client.get(path).content.decode()
    assert "节点" not in html
    assert 'class="nodes"' not in html
