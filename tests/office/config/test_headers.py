"""The headers of every answer."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("path", ["/plans/yunting/", "/healthz", "/nowhere"])
def test_only_our_own_files_are_let_in(client, path):
    answer = client.get(path)
    policy = answer["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'")
    assert "unsafe" not in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
