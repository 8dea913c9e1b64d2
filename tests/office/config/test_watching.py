"""The access log: every answer, by which post, and nobody's name."""

from __future__ import annotations

import json

import pytest

from officials import make_user, signed_in
from paitou.office.people.models import Post
from paitou.office.people.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(settings, tmp_path):
    """Return a function that reads what was written."""
    settings.ACCESS_LOG = str(tmp_path / "logs")

    def read():
        (path,) = (tmp_path / "logs").iterdir()
        assert path.stat().st_mode & 0o777 == 0o600
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    return read


def test_the_public_and_a_post(client, written):
    client.get("/sign-in/?next=/secret")
    signed_in(make_user("zhang-san", Role.AUDIT)).get("/journal/")
    public, audit = written()
    assert (public["path"], public["post"], public["status"]) == ("/sign-in/", None, 200)
    assert audit["post"] == Post.objects.get().pk
    assert audit["address"] == "127.0.0.1"
    assert "zhang-san" not in json.dumps(audit)
    assert "secret" not in json.dumps(public)


def test_a_line_cannot_be_forged(client, written):
    client.get('/a%0A{"post": 1}/' + "x" * 500)
    (line,) = written()
    assert line["status"] == 404
    assert len(line["path"]) == 300


def test_standard_error_is_a_place_too(client, settings, capsys):
    settings.ACCESS_LOG = "-"
    client.get("/healthz")
    assert json.loads(capsys.readouterr().err)["path"] == "/healthz"


def test_a_log_that_cannot_be_written_keeps_nobody_away(client, settings, tmp_path):
    (tmp_path / "taken").write_text("x")
    settings.ACCESS_LOG = str(tmp_path / "taken" / "logs")
    assert client.get("/healthz").status_code == 200


def test_nothing_is_written_where_nobody_asks(client, settings, capsys):
    settings.ACCESS_LOG = ""
    client.get("/healthz")
    assert capsys.readouterr().err == ""
