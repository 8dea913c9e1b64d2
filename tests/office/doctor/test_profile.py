"""Settings that are not safe for others, and settings that are."""

from __future__ import annotations

import pytest

from paitou.office.doctor import profile
from paitou.office.doctor.profile import profile_issues


@pytest.fixture
def safe(settings, monkeypatch):
    """An office as docs/deploy.md sets it."""
    settings.DEBUG = False
    settings.HTTPS = True
    settings.TRUSTED_PROXIES = 1
    settings.ALLOWED_HOSTS = ["plans.example", "127.0.0.1"]
    settings.SECOND_STEP = "everybody"
    settings.PASSWORD_DAYS = 90
    settings.ACCESS_LOG = "/var/log/paitou"
    settings.LOG_DAYS = 200
    monkeypatch.setattr(profile.os, "geteuid", lambda: 999)
    return settings


def codes():
    return {issue.code for issue in profile_issues()} - {"deploy-django"}


def test_an_office_that_is_set_as_described_is_safe(safe):
    assert codes() == set()


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("DEBUG", True, "deploy-debug"),
        ("HTTPS", False, "deploy-plain-http"),
        ("TRUSTED_PROXIES", 0, "deploy-proxy-unnamed"),
        ("ALLOWED_HOSTS", ["*"], "deploy-hosts"),
        ("ALLOWED_HOSTS", ["localhost"], "deploy-hosts"),
        ("SECOND_STEP", "optional", "deploy-second-step"),
        ("SECOND_STEP", "administrators", "deploy-second-step"),
        ("PASSWORD_DAYS", 0, "deploy-password-days"),
        ("ACCESS_LOG", "", "deploy-log-off"),
        ("LOG_DAYS", 30, "deploy-log-short"),
    ],
)
def test_each_fault_is_told(safe, name, value, code):
    setattr(safe, name, value)
    assert codes() == {code}


def test_logs_that_are_kept_for_ever_are_long_enough(safe):
    safe.LOG_DAYS = 0
    assert codes() == set()


def test_the_root_user_is_told(safe, monkeypatch):
    monkeypatch.setattr(profile.os, "geteuid", lambda: 0)
    assert codes() == {"deploy-as-root"}


def test_what_django_finds_besides_is_told(safe):
    safe.X_FRAME_OPTIONS = "SAMEORIGIN"
    told = [each for each in profile_issues() if each.code == "deploy-django"]
    assert any("security.W019" in each.message for each in told)
