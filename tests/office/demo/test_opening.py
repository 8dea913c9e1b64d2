"""What the start of a demonstration prints, the first time and later."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connections

from paitou.model import UsageError
from paitou.office.demo import opening
from paitou.office.demo.folder import read_kept
from paitou.office.people.accounts import stop_user
from paitou.office.people.acting import actor_of
from paitou.office.people.models import User
from paitou.office.people.passwords import faults_of, put
from paitou.office.reporting.models import Round


@pytest.fixture
def start(db, monkeypatch, tmp_path, yunze):
    """A function that starts the demonstration on a day."""
    monkeypatch.setattr(opening, "load", lambda _: yunze)
    monkeypatch.setattr(connections, "close_all", lambda: None)
    monkeypatch.setattr(opening, "tick", lambda: [])

    def started(day="2026-11-24"):
        today = dt.date.fromisoformat(day)
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: today)
        return opening.open_demo(tmp_path, tmp_path)

    return started


def test_the_first_start_prints_who_may_sign_in(start, tmp_path):
    told = start()
    kept = read_kept(tmp_path)
    for login, password in kept.passwords.items():
        assert f"{login} " in told
        assert password in told
        assert faults_of(f"{password}x", User.objects.get(login=login)) == []
    assert f"种子 {kept.seed}" in told
    assert "2026年1—9月填报，2026-11-20截止" in told


def test_the_second_start_makes_nothing_anew(start):
    first, rounds = start(), list(Round.objects.values_list("pk", flat=True))
    assert start() == first
    assert list(Round.objects.values_list("pk", flat=True)) == rounds


def test_the_second_start_gives_the_printed_passwords_back(start, tmp_path):
    start()
    user = User.objects.get(login="dongxi")
    put(user, "Something-else-9", must_change=True)
    system = actor_of(User.objects.get(login="system"), dt.date(2026, 11, 24))
    stop_user(system, User.objects.get(login="shili"), "试一试")
    start()
    passwords = read_kept(tmp_path).passwords
    user.refresh_from_db()
    assert user.check_password(passwords["dongxi"])
    assert not user.must_change
    assert User.objects.get(login="shili").is_active


def test_an_old_demonstration_says_how_to_make_it_anew(start):
    start()
    assert "删除" in start("2027-03-01")


def test_the_data_of_others_are_left_alone(start):
    User.objects.create_user("somebody", None)
    with pytest.raises(UsageError, match="不是演示的"):
        start()
