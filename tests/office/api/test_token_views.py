import re

import pytest

from paitou.office.api.models import ApiToken
from paitou.office.api.scopes import Scope
from paitou.office.api.tokens import token_of


@pytest.fixture
def client(session):
    return session("reporter").client


def test_a_token_is_shown_once_and_then_listed(client):
    said = {"name": "采集系统", "scopes": ["read", "report"], "days": "30"}
    shown = client.post("/people/tokens/", said)
    text = re.search(r"<code>(ptk_[\w-]+)</code>", shown.content.decode())[1]
    assert token_of(text).owner.login == "reporter"
    assert "no-store" in shown["Cache-Control"]
    listed = client.get("/people/tokens/").content.decode()
    assert "采集系统" in listed
    assert text not in listed


def test_what_is_not_chosen_is_told(client):
    shown = client.post("/people/tokens/", {"name": "x", "days": "400"})
    assert shown.status_code == 400
    assert 'role="alert"' in shown.content.decode()
    assert not ApiToken.objects.exists()


def test_a_token_is_ended(client):
    client.post("/people/tokens/", {"name": "x", "scopes": ["read"], "days": "3"})
    page = f"/people/tokens/{ApiToken.objects.get().pk}/end/"
    assert "不能恢复" in client.get(page).content.decode()
    assert client.post(page).status_code == 302
    assert ApiToken.objects.get().revoked_on
    assert "停用" in client.get("/people/tokens/").content.decode()


def test_the_token_of_another_is_not_there(client, session):
    client.post("/people/tokens/", {"name": "x", "scopes": ["read"], "days": "3"})
    page = f"/people/tokens/{ApiToken.objects.get().pk}/end/"
    assert session("head").client.post(page).status_code == 404
    assert not ApiToken.objects.get().revoked_on


def test_who_has_not_signed_in_is_led_to_do_so(call):
    assert call().client.get("/people/tokens/").status_code == 302


def test_only_what_the_posts_can_use_is_offered(client):
    page = client.get("/people/tokens/").content.decode()
    assert [scope for scope in Scope if f'value="{scope}"' in page] == ["read", "report"]
