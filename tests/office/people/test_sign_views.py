"""Signing in and out, as somebody does and as somebody who should not tries."""

import re
import time

import pytest
from django.test import Client

from officials import EAST, PASSWORD, make_orgs, make_user, signed_in
from paitou.office.journal.models import Actor, Entry
from paitou.office.journal.verifying import verify
from paitou.office.people.models import Attempt
from paitou.office.people.recovery import marks_of
from paitou.office.people.roles import Role
from paitou.office.people.second_step import code_at, new_key, step_at

pytestmark = pytest.mark.django_db
CODES = re.compile(r"(?:\d{4}-){4}\d{4}")
WRONG = "账号或口令不对"


@pytest.fixture
def li():
    make_orgs()
    return make_user("li", Role.REPORTER)


def sign_in(client, login="li", password=PASSWORD, **more):
    return client.post("/sign-in/", {"login": login, "password": password, **more})


def actions():
    return [entry.action for entry in Entry.objects.all()]


def code_of(user, steps=0):
    return code_at(user.totp_key, step_at(time.time()) + steps)


def test_the_page_warns_of_secrets_and_needs_no_script():
    html = Client().get("/sign-in/").content.decode()
    assert "严禁存储、处理、传输国家秘密" in html
    assert "<script" not in html
    assert 'autocomplete="current-password"' in html


def test_somebody_signs_in_and_out_and_the_journal_names_the_post(li):
    client = Client()
    assert sign_in(client, " LI ").url == "/desk/"
    page = client.get("/people/").content.decode()
    assert "东溪区·填报员" in page
    assert client.post("/sign-out/").url == "/plans/"
    assert client.get("/people/").status_code == 302
    assert actions() == ["people.sign_in", "people.sign_out"]
    first = Entry.objects.get(number=1)
    assert (first.post, first.org) == ("东溪区·填报员li", EAST)
    assert Actor.objects.get(entry=first).user == li
    assert verify().breaks == ()


@pytest.mark.parametrize(
    ("login", "password"), [("li", "wrong"), ("nobody", PASSWORD), ("li", "")]
)
def test_what_is_wrong_is_not_told(li, login, password):
    answer = sign_in(Client(), login, password)
    assert answer.status_code in (200, 400)
    html = answer.content.decode()
    assert WRONG in html or "这个字段是必填项" in html
    assert actions() == []


def test_a_stopped_account_is_wrong_like_any_other(li):
    li.is_active = False
    li.save()
    assert WRONG in sign_in(Client()).content.decode()


@pytest.mark.parametrize("login", ["li", "nobody"])
def test_an_account_is_locked_whether_it_is_there_or_not(li, login):
    client = Client()
    for _ in range(5):
        assert sign_in(client, login, "wrong").status_code == 400
    answer = sign_in(client, login)
    assert answer.status_code == 429
    assert "请15分钟以后再试" in answer.content.decode()


def test_a_lock_is_one_entry_and_ends(li, monkeypatch):
    for _ in range(9):
        sign_in(Client(), "li", "wrong")
    assert actions() == ["people.lock"]
    Attempt.objects.update(at="2020-01-01T00:00:00Z")
    assert sign_in(Client()).status_code == 302


def test_success_forgets_failures(li):
    for _ in range(3):
        for _ in range(4):
            sign_in(Client(), "li", "wrong")
        assert sign_in(Client()).status_code == 302


def test_an_address_that_tries_many_accounts_waits(li, settings):
    settings.ADDRESS_FAILURES = 7
    for number in range(7):
        assert sign_in(Client(), f"user{number}", "wrong").status_code == 400
    assert sign_in(Client()).status_code == 429
    assert sign_in(Client(REMOTE_ADDR="192.0.2.7")).status_code == 302


def test_an_address_is_believed_only_from_a_trusted_proxy(li, settings):
    settings.ADDRESS_FAILURES = 2
    for number in range(2):
        said = {"x-forwarded-for": f"192.0.2.{number}"}
        Client(headers=said).post("/sign-in/", {"login": f"u{number}", "password": "x"})
    assert sign_in(Client()).status_code == 429
    settings.TRUSTED_PROXIES = 1
    assert sign_in(Client(headers={"x-forwarded-for": "1.2.3.4, 192.0.2.9"})).url


def test_what_was_typed_is_not_kept(li):
    sign_in(Client(), PASSWORD, "oops")
    assert not Attempt.objects.filter(key__contains=PASSWORD.lower()).exists()


def test_the_session_gets_a_new_name(li):
    client = Client()
    session = client.session
    session["planted"] = "yes"
    session.save()
    before = session.session_key
    client.cookies["paitou"] = before
    sign_in(client)
    assert client.session.session_key != before
    assert "planted" not in client.session


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
        "evil.example/",
        "\t//evil.example",
    ],
)
def test_nobody_is_sent_to_another_site(li, target):
    assert sign_in(Client(), next=target).url == "/desk/"
    assert target not in Client().get("/sign-in/", {"next": target}).content.decode()


def test_whoever_wanted_a_page_gets_to_it(li):
    client = Client()
    asked = client.get("/people/?a=1&b=2")
    assert asked.url == "/sign-in/?next=%2Fpeople%2F%3Fa%3D1%26b%3D2"
    page = client.get(asked.url).content.decode()
    assert 'name="next" value="/people/?a=1&amp;b=2"' in page
    assert sign_in(client, next="/people/?a=1&b=2").url == "/people/?a=1&b=2"


@pytest.mark.parametrize("path", ["/sign-in/", "/sign-out/", "/password/", "/second-step/"])
def test_a_form_of_another_site_is_refused(li, path):
    client = Client(enforce_csrf_checks=True)
    client.force_login(li)
    answer = client.post(path, {"login": "li", "password": PASSWORD})
    assert answer.status_code == 403
    assert "表单已失效" in answer.content.decode()


def test_the_form_of_the_page_itself_is_taken(li):
    client = Client(enforce_csrf_checks=True)
    html = client.get("/sign-in/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)[1]
    assert sign_in(client, csrfmiddlewaretoken=token).status_code == 302


def test_a_link_signs_nobody_out(li):
    assert signed_in(li).get("/sign-out/").status_code == 405


def test_idling_ends_the_session(li, monkeypatch):
    client = Client()
    sign_in(client)
    assert client.get("/people/").status_code == 200
    later = time.time() + 31 * 60
    monkeypatch.setattr("paitou.office.people.gate.time.time", lambda: later)
    assert client.get("/people/").status_code == 302
    assert client.get("/healthz").status_code == 200


def test_being_busy_keeps_it_but_not_for_days(li, monkeypatch):
    client = Client()
    sign_in(client)
    start, codes = time.time(), []
    for quarter in range(1, 60):
        now = start + quarter * 15 * 60
        monkeypatch.setattr("paitou.office.people.gate.time.time", lambda now=now: now)
        codes.append(client.get("/people/").status_code)
    assert codes.index(302) in (47, 48)


def test_pages_of_somebody_are_not_kept_by_browsers(li):
    assert "no-store" in signed_in(li).get("/people/")["Cache-Control"]
    assert "no-store" in Client().get("/sign-in/")["Cache-Control"]


def test_a_one_time_password_must_be_changed_first(li):
    li.must_change = True
    li.save()
    client = Client()
    assert sign_in(client, next="/people/").url == "/password/"
    assert client.get("/people/").url == "/password/"
    changed = {"old": PASSWORD, "new": "Quite-new-9", "again": "Quite-new-9"}
    assert client.post("/password/", changed).url == "/desk/"
    assert client.get("/people/").status_code == 200
    assert sign_in(Client(), password="Quite-new-9").status_code == 302  # noqa: S106
    assert "people.change_password" in actions()


def test_a_changed_password_ends_the_other_sessions(li):
    here, there = Client(), Client()
    sign_in(here)
    sign_in(there)
    changed = {"old": PASSWORD, "new": "Quite-new-9", "again": "Quite-new-9"}
    here.post("/password/", changed)
    assert here.get("/people/").status_code == 200
    assert there.get("/people/").status_code == 302


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"old": "wrong", "new": "Quite-new-9", "again": "Quite-new-9"}, "现在的口令不对"),
        ({"old": PASSWORD, "new": "Quite-new-9", "again": "Quite-old-9"}, "两次输入"),
        ({"old": PASSWORD, "new": "short", "again": "short"}, "至少要10个字符"),
        ({"old": PASSWORD, "new": PASSWORD, "again": PASSWORD}, "最近5次用过的"),
    ],
)
def test_a_password_that_cannot_be(li, typed, told):
    answer = signed_in(li).post("/password/", typed)
    assert told in answer.content.decode()
    assert li.check_password(PASSWORD)


def test_nobody_becomes_more_by_sending_more(li):
    changed = {"old": PASSWORD, "new": "Quite-new-9", "again": "Quite-new-9"}
    more = {"login": "root", "totp_key": "A", "is_active": "", "role": "system"}
    signed_in(li).post("/password/", {**changed, **more})
    li.refresh_from_db()
    assert (li.login, li.totp_key, li.is_active) == ("li", "", True)


@pytest.fixture
def two_steps(li):
    li.totp_key = new_key()
    li.save()
    return li


def test_the_second_step(two_steps):
    client = Client()
    assert sign_in(client, next="/people/?x").url == "/second-step/"
    assert client.get("/people/").status_code == 302
    answer = client.post("/second-step/", {"code": "000000"})
    assert answer.status_code == 400
    code = code_of(two_steps)
    assert client.post("/second-step/", {"code": code}).url == "/people/?x"
    assert client.get("/people/").status_code == 200


def test_a_code_is_taken_once(two_steps):
    code = code_of(two_steps)
    first, second = Client(), Client()
    for client in (first, second):
        sign_in(client)
    assert first.post("/second-step/", {"code": code}).status_code == 302
    assert second.post("/second-step/", {"code": code}).status_code == 400


def test_the_password_alone_buys_no_more_codes(two_steps):
    client = Client()
    tried = 0
    while sign_in(client).status_code == 302 and tried < 20:
        client.post("/second-step/", {"code": "000000"})
        tried += 1
    assert tried == 5


def test_the_second_step_waits_five_minutes(two_steps, monkeypatch):
    client = Client()
    sign_in(client)
    later = time.time() + 301
    monkeypatch.setattr("paitou.office.people.sign_views.time.time", lambda: later)
    assert client.get("/second-step/").url == "/sign-in/"


def test_setting_up_the_second_step(li):
    client = Client()
    sign_in(client)
    page = client.get("/second-step/new/").content.decode()
    assert "<svg" in page
    key = client.session["new_key"]
    assert client.post("/second-step/new/", {"code": "000000"}).status_code == 400
    code = code_at(key, step_at(time.time()))
    shown = client.post("/second-step/new/", {"code": code}).content.decode()
    assert len(CODES.findall(shown)) == 8
    li.refresh_from_db()
    assert li.totp_key == key
    assert client.get("/people/").status_code == 200
    assert client.get("/second-step/new/").url == "/desk/"


def test_setting_up_the_second_step_ends_the_other_sessions(li):
    here, there = Client(), Client()
    sign_in(here)
    sign_in(there)
    here.get("/second-step/new/")
    here.post(
        "/second-step/new/",
        {"code": code_at(here.session["new_key"], step_at(time.time()))},
    )
    assert there.get("/people/").status_code == 302


def test_a_printed_code_takes_the_place_of_the_phone_once(two_steps):
    mine = ("1111-2222-3333-4444-5555", "1111-2222-3333-4444-6666")
    two_steps.recovery = marks_of(mine)
    two_steps.save()
    for code, status in ((mine[0], 302), (mine[0], 400), ("11112222333344446666", 302)):
        client = Client()
        sign_in(client)
        assert client.post("/second-step/", {"code": code}).status_code == status
    assert actions().count("people.use_recovery") == 2


def test_new_codes_need_the_phone(two_steps):
    client = signed_in(two_steps)
    assert client.post("/recovery-codes/", {"code": "000000"}).status_code == 400
    page = client.post("/recovery-codes/", {"code": code_of(two_steps)}).content.decode()
    code = CODES.search(page)[0]
    other = Client()
    sign_in(other)
    assert other.post("/second-step/", {"code": code}).status_code == 302
    assert "备用码还有7个" in other.get("/people/").content.decode()


def test_codes_without_a_phone_lead_to_setting_it_up(li):
    assert signed_in(li).get("/recovery-codes/").url == "/second-step/new/"


def test_administrators_can_be_made_to_have_one(li, settings):
    settings.SECOND_STEP = "administrators"
    admin = make_user("wang", Role.AUDIT)
    assert signed_in(admin).get("/journal/").url == "/second-step/new/"
    assert signed_in(li).get("/people/").status_code == 200
    settings.SECOND_STEP = "everybody"
    assert signed_in(li).get("/people/").url == "/second-step/new/"
