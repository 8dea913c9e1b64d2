import datetime as dt

import pytest
from django.test import Client

from paitou.folder import load
from paitou.office.books import Shelf

pytest.importorskip("numpy")
DAY = "?as_of=2025-11-05"


@pytest.fixture(scope="module")
def shelf(request):
    """The shelf with the invented city, so that it looks ahead once for all tests."""
    return Shelf([request.config.rootpath / "examples" / "yunze-2024"], load)


@pytest.fixture
def client(shelf, db, monkeypatch):
    """A client of a site that serves the invented city."""
    monkeypatch.setattr("paitou.office.release.audience.served_shelf", lambda: shelf)
    return Client()


def test_the_page_says_first_what_will_probably_be_missed(client):
    text = client.get(f"/plans/yunze-2024/outlook/{DAY}").content.decode()
    assert "能给出可能性" in text
    assert "测算，供内部参考" in text
    assert "低于5%" in text


def test_outlooks_that_were_kept_are_scored(client):
    text = client.get(f"/plans/yunze-2024/outlook/{DAY}").content.decode()
    assert "以前测算得怎么样" in text
    assert "已有结果" in text


def test_every_target_on_it_has_a_page_with_a_fan(client):
    outlooks = client.get(f"/plans/yunze-2024/outlook.json{DAY}").json()["outlooks"]
    found = next(one for one in outlooks if one["chance"] is not None)
    text = client.get(f"/plans/yunze-2024/targets/{found['statement']}/{DAY}").content
    assert "会到哪里" in text.decode()
    assert "深色带为八成可能的区间" in text.decode()


def test_nothing_that_became_known_later_is_used(client):
    early = client.get("/plans/yunze-2024/outlook.json?as_of=2024-06-30").json()
    assert early["as_of"] == dt.date(2024, 6, 30).isoformat()
    assert all(one["note"] == "测算，供内部参考" for one in early["outlooks"])
