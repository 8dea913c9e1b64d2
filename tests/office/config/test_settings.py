"""The production profile, as Django itself looks at it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROFILE = {
    "PAITOU_HTTPS": "1",
    "PAITOU_TRUSTED_PROXIES": "1",
    "PAITOU_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "PAITOU_ALLOWED_HOSTS": "plans.example",
    "DJANGO_SETTINGS_MODULE": "paitou.office.config.settings",
}


def django(*arguments, **variables):
    return subprocess.run(
        [sys.executable, "-m", "django", *arguments],
        env={**os.environ, **PROFILE, **variables},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_production_profile_is_clean(tmp_path):
    checked = django(
        "check", "--deploy", "--fail-level", "INFO", PAITOU_DATA_DIR=str(tmp_path)
    )
    assert checked.returncode == 0, checked.stderr
    assert checked.stderr == ""


SINGLE = {
    "PAITOU_OIDC_ISSUER": "https://id.example",
    "PAITOU_OIDC_CLIENT_ID": "paitou",
    "PAITOU_OIDC_CLIENT_SECRET": "handed",
}


@pytest.mark.parametrize("command", ["check", "makemigrations", "migrate"])
def test_the_profile_with_single_sign_on_is_clean_and_makes_no_tables(tmp_path, command):
    more = {
        "check": ("--deploy", "--fail-level", "INFO"),
        "makemigrations": ("--check", "--dry-run"),
        "migrate": ("--plan",),
    }
    done = django(command, *more[command], PAITOU_DATA_DIR=str(tmp_path), **SINGLE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "socialaccount" not in done.stdout


@pytest.mark.parametrize("weak", ["short", "x" * 60, "django-insecure-" + "abcdefg" * 9])
def test_a_weak_secret_stops_the_start(tmp_path, weak):
    done = django("check", PAITOU_DATA_DIR=str(tmp_path), PAITOU_SECRET_KEY=weak)
    assert done.returncode != 0
    assert "PAITOU_SECRET_KEY" in done.stderr


def test_no_model_changed_without_a_migration(tmp_path):
    made = django("makemigrations", "--check", "--dry-run", PAITOU_DATA_DIR=str(tmp_path))
    assert made.returncode == 0, made.stdout


@pytest.mark.parametrize("value", ["2", "sometimes", "x"])
def test_a_wrong_setting_stops_the_start(value):
    answer = django("check", PAITOU_SECOND_STEP=value)
    assert "PAITOU_SECOND_STEP" in answer.stderr


@pytest.fixture
def production(settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 1000


@pytest.mark.django_db
def test_everything_goes_over_https_but_the_monitor(production, client):
    assert client.get("/sign-in/").url == "https://testserver/sign-in/"
    assert client.get("/healthz").status_code == 200
    answer = client.get("/sign-in/", secure=True)
    assert answer["Strict-Transport-Security"].startswith("max-age=")
    cookie = answer.cookies["csrftoken"]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.django_db
def test_the_cookie_of_a_session_is_not_for_scripts(production, client):
    from officials import PASSWORD, make_user

    make_user("li")
    typed = {"login": "li", "password": PASSWORD}
    cookie = client.post("/sign-in/", typed, secure=True).cookies["paitou"]
    assert cookie["secure"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize("path", ["/sign-in/", "/people/", "/journal/"])
def test_no_page_is_shown_inside_another_site(client, path):
    answer = client.get(path)
    assert answer["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
