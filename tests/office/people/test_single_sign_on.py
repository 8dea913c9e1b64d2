"""Signing in by a provider of OpenID Connect, from end to end, and every way to cheat."""

import threading
import time
from wsgiref.simple_server import WSGIRequestHandler, make_server

import jwt
import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from identity_provider import CLIENT, SECRET, IdentityProvider, new_key
from officials import make_orgs, make_user
from paitou.office.config.provider import Provider
from paitou.office.journal.agreeing import strays
from paitou.office.journal.models import Entry
from paitou.office.people.models import Tenure, User
from paitou.office.people.roles import Role
from paitou.office.people.second_step import code_at, step_at
from paitou.office.people.second_step import new_key as new_totp

pytestmark = pytest.mark.django_db
TOLD = "没有确认您的身份"
NOBODY = "这里没有与您对应的账号"


class _Silent(WSGIRequestHandler):
    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def server():
    idp = IdentityProvider()
    made = make_server("127.0.0.1", 0, idp, handler_class=_Silent)
    threading.Thread(target=made.serve_forever, args=(0.05,), daemon=True).start()
    yield idp, f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


@pytest.fixture
def idp(server, settings):
    made, address = server
    kept = made.published
    made.__init__()
    made.published = made.key = kept
    made.issuer = address
    settings.OIDC = Provider(
        issuer=address,
        client_id=CLIENT,
        client_secret=SECRET,
        name="云泽统一认证",
        claim="preferred_username",
    )
    added = ["allauth.account", "allauth.socialaccount"]
    middleware = "allauth.account.middleware.AccountMiddleware"
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, middleware]
    settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, *added]
    return made


@pytest.fixture
def li():
    make_orgs()
    return make_user("li", Role.REPORTER)


def come(idp, client=None, target=""):
    """Return what somebody sees who comes back from the provider."""
    client = client or Client()
    asked = client.get("/sign-in/single/", {"next": target} if target else {})
    return client.get(idp.allow(asked.url))


def page(answer):
    return answer.content.decode()


def test_somebody_signs_in(idp, li):
    client = Client()
    html = page(client.get("/sign-in/?next=/desk/"))
    assert 'href="/sign-in/single/?next=%2Fdesk%2F"' in html
    assert "用云泽统一认证登录" in html
    assert come(idp, client, "/desk/").url == "/desk/"
    assert "东溪区·填报员" in page(client.get("/people/"))
    actions = [(e.action, e.after and e.after.get("by")) for e in Entry.objects.all()]
    assert actions == [("people.link_user", None), ("people.sign_in", "云泽统一认证")]
    assert not [told for told in strays() if "不符" in told]


def test_what_is_asked_is_bound_to_the_session(idp, li):
    first = Client().get("/sign-in/single/").url
    second = Client().get("/sign-in/single/").url
    for part in ("state=", "nonce=", "code_challenge="):
        ours, theirs = (a.split(part)[1].split("&")[0] for a in (first, second))
        assert ours != theirs
        assert len(ours) >= 16


def test_it_is_learnt_once_who_somebody_is(idp, li):
    come(idp)
    idp.claims = {"sub": "8-1-7", "preferred_username": "renamed"}
    assert come(idp).url == "/desk/"
    idp.claims = {"sub": "another", "preferred_username": "li"}
    answer = come(idp)
    assert answer.status_code == 403
    assert NOBODY in page(answer)


def test_nobody_gets_an_account_or_a_post(idp, li):
    idp.claims = {"sub": "1", "preferred_username": "stranger", "role": "system"}
    before = (User.objects.count(), Tenure.objects.count())
    answer = come(idp)
    assert NOBODY in page(answer)
    assert (User.objects.count(), Tenure.objects.count()) == before
    assert Client().get("/people/").status_code == 302


@pytest.mark.parametrize("name", ["", None, 7, ["li"], {"a": 1}, "l i"])
def test_a_name_that_is_none(idp, li, name):
    idp.claims = {"sub": "1", "preferred_username": name}
    assert NOBODY in page(come(idp))


def test_a_stopped_account_is_like_one_that_is_not_there(idp, li):
    User.objects.filter(pk=li.pk).update(is_active=False)
    assert NOBODY in page(come(idp))
    assert not Entry.objects.exists()


@pytest.mark.parametrize("role", [Role.SYSTEM, Role.SECURITY, Role.AUDIT])
def test_administrators_come_by_their_own_password_only(idp, role):
    make_orgs()
    make_user("li", role)
    assert "三员不能由别的系统代为确认" in page(come(idp))


def late(claims):
    return {**claims, "exp": time.time() - 60}


def without(name):
    return lambda claims: {k: v for k, v in claims.items() if k != name}


SPOILT = {
    "another nonce": lambda c: {**c, "nonce": "x"},
    "no nonce": without("nonce"),
    "another issuer": lambda c: {**c, "iss": "https://evil.example"},
    "for another site": lambda c: {**c, "aud": "other"},
    "handed on": lambda c: {**c, "aud": [CLIENT, "other"], "azp": "other"},
    "expired": late,
    "without end": without("exp"),
    "of nobody": without("sub"),
    "not yet": lambda c: {**c, "nbf": time.time() + 600},
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_token_that_proves_nothing(idp, li, how, monkeypatch):
    monkeypatch.setattr(idp, "spoil", SPOILT[how], raising=False)
    client = Client()
    answer = come(idp, client)
    assert answer.status_code == 403
    assert TOLD in page(answer)
    assert client.get("/people/").status_code == 302
    assert not Entry.objects.exists()


@pytest.mark.parametrize("algorithm", ["HS256", "none"])
def test_only_the_keys_of_the_provider_sign(idp, li, algorithm, monkeypatch):
    if algorithm == "none":
        monkeypatch.setattr(jwt, "encode", lambda c, _k, _a, headers: _unsigned(c, headers))
    idp.algorithm = algorithm
    assert TOLD in page(come(idp))


def _unsigned(claims, headers):
    return jwt.api_jwt.PyJWT().encode(claims, None, "none", headers=headers)


def test_a_key_that_is_not_published(idp, li):
    idp.key = new_key()
    assert TOLD in page(come(idp))
    idp.key, idp.header = idp.published, {"kid": "another"}
    assert TOLD in page(come(idp))


def test_a_provider_that_calls_itself_another(idp, li):
    idp.config = {"issuer": "https://evil.example"}
    answer = Client().get("/sign-in/single/")
    assert answer.status_code == 503
    assert "暂时连不上" in page(answer)


def test_a_provider_that_cannot_be_reached(idp, settings, li):
    from attrs import evolve

    settings.OIDC = evolve(settings.OIDC, issuer="http://127.0.0.1:9")
    assert Client().get("/sign-in/single/").status_code == 503


def test_an_answer_is_good_once_and_only_in_its_session(idp, li):
    client = Client()
    address = idp.allow(client.get("/sign-in/single/").url)
    assert TOLD in page(Client().get(address))
    assert client.get(address).url == "/desk/"
    assert TOLD in page(client.get(address))
    assert TOLD in page(Client().get(address))


@pytest.mark.parametrize(
    "query", ["", "?code=x", "?state=x", "?error=access_denied", "?code=x&state=y"]
)
def test_what_nobody_asked_for(idp, li, query):
    client = Client()
    client.get("/sign-in/single/")
    answer = client.get(f"/sign-in/single/back/{query}")
    assert answer.status_code == 403
    assert TOLD in page(answer)


def test_a_code_of_another_session_lacks_its_verifier(idp, li):
    victim, thief = Client(), Client()
    stolen = idp.allow(victim.get("/sign-in/single/").url)
    own = idp.allow(thief.get("/sign-in/single/").url)
    code = stolen.split("code=")[1].split("&")[0]
    mixed = own.replace(own.split("code=")[1].split("&")[0], code)
    assert TOLD in page(thief.get(mixed))


def test_the_second_step_stays(idp, li):
    li.totp_key = new_totp()
    li.save()
    client = Client()
    assert come(idp, client, "/desk/").url == "/second-step/"
    assert client.get("/people/").status_code == 302
    code = code_at(li.totp_key, step_at(time.time()))
    assert client.post("/second-step/", {"code": code}).url == "/desk/"
    assert Entry.objects.order_by("-number")[0].after == {"by": "云泽统一认证"}


def test_a_password_that_is_due_holds_nobody_up_who_needs_none(idp, li):
    User.objects.filter(pk=li.pk).update(must_change=True)
    client = Client()
    assert come(idp, client).url == "/desk/"
    assert client.get("/people/").status_code == 200


def test_the_name_may_stand_only_in_the_userinfo(idp, li):
    idp.claims, idp.more = {"sub": "1"}, {"preferred_username": "li"}
    assert come(idp).url == "/desk/"
    idp.more = {"preferred_username": "li", "sub": "2"}
    assert TOLD in page(come(idp))


def test_nobody_is_sent_elsewhere_afterwards(idp, li):
    assert come(idp, target="https://evil.example/").url == "/desk/"


def test_no_page_of_the_library_is_there(idp):
    for path in ("accounts/login/", "accounts/signup/", "accounts/", "signup/", "oidc/"):
        assert Client().get(f"/{path}").status_code == 404
    for name in ("account_login", "account_signup", "socialaccount_connections"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_without_a_provider_there_is_no_trace(settings):
    assert settings.OIDC is None
    assert "single" not in page(Client().get("/sign-in/"))
    assert Client().get("/sign-in/single/").status_code == 404
    assert Client().get("/sign-in/single/back/?code=1&state=2").status_code == 404
