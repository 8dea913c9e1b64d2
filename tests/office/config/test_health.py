"""What a monitor reads."""

from __future__ import annotations

import re

import pytest
from django.db import OperationalError

from paitou.office.config import health
from paitou.office.tasks.models import Run, State

pytestmark = pytest.mark.django_db
TOKEN = "0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghij"  # noqa: S105 (of nobody)


def test_it_counts_the_books(client):
    answer = client.get("/healthz")
    told = {"status": "ok", "books": 1, "unreadable": 0, "database": True}
    assert answer.json() == told


@pytest.mark.parametrize("path", ["/healthz", "/metrics"])
def test_it_refuses_to_be_written(client, path):
    assert client.post(path).status_code == 405


class _Gone:
    def cursor(self):
        raise OperationalError("gone")


def test_a_database_that_is_gone_is_told(client, monkeypatch):
    monkeypatch.setattr(health, "connection", _Gone())
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["status"]) == (503, "down")
    assert "paitou_database_up 0" in client.get("/metrics").content.decode()


SAMPLE = re.compile(
    r'[a-z_]+(_bucket|_sum|_count)?(\{[a-z]+="[^"\n]*"(,[a-z]+="[^"\n]*")*\})? \d+(\.\d+)?'
)


def test_the_figures_have_the_form_of_prometheus(client):
    client.get("/sign-in/")
    Run.objects.create(duty="backup", slot="x", state=State.FAILED)
    answer = client.get("/metrics")
    assert answer["Content-Type"].startswith("text/plain; version=0.0.4")
    lines = answer.content.decode().splitlines()
    assert [one for one in lines if one[0] != "#" and not SAMPLE.fullmatch(one)] == []
    assert "paitou_database_up 1" in lines
    assert 'paitou_duty_failing{duty="backup"} 1' in lines
    assert any(one.startswith('paitou_requests_total{view="sign_in",') for one in lines)
    buckets = [one for one in lines if 'bucket{view="sign_in"' in one]
    counts = [int(one.rsplit(" ", 1)[1]) for one in buckets]
    assert len(counts) == 6
    assert counts == sorted(counts)


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("10.0.0.7", {}, 403),
        ("127.0.0.1", {"x-forwarded-for": "203.0.113.9"}, 403),
        ("127.0.0.1", {"x-forwarded-for": "127.0.0.1"}, 403),
    ],
)
def test_only_this_machine_reads_them(client, address, headers, status):
    answer = client.get("/metrics", REMOTE_ADDR=address, headers=headers)
    assert answer.status_code == status


def test_behind_a_proxy_only_what_it_says_counts(client, settings):
    settings.TRUSTED_PROXIES = 1
    assert client.get("/metrics").status_code == 200  # asked directly
    for told, status in (("203.0.113.9", 403), ("127.0.0.1, 203.0.113.9", 403)):
        answer = client.get("/metrics", headers={"x-forwarded-for": told})
        assert answer.status_code == status


def test_or_who_has_the_token(client, settings):
    settings.METRICS_TOKEN = TOKEN
    assert client.get("/metrics").status_code == 403
    for given, status in ((TOKEN, 200), (TOKEN[:-1], 403), ("", 403), ("令牌", 403)):
        headers = {"authorization": f"Bearer {given}"}
        answer = client.get("/metrics", headers=headers, REMOTE_ADDR="10.0.0.7")
        assert answer.status_code == status
