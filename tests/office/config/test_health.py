"""What a monitor reads."""

from __future__ import annotations


def test_it_counts_the_books(client):
    answer = client.get("/healthz")
    assert answer.json() == {"status": "ok", "books": 1, "unreadable": 0}


def test_it_refuses_to_be_written(client):
    assert client.post("/healthz").status_code == 405
