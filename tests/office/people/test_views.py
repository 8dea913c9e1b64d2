import re

import pytest

from officials import CITY, EAST, make_orgs, make_user, signed_in
from paitou.office.journal.models import Entry
from paitou.office.people.models import Post, Tenure, User
from paitou.office.people.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def system():
    make_orgs()
    return signed_in(make_user("system", Role.SYSTEM, CITY))


@pytest.fixture
def security(system):
    return signed_in(make_user("security", Role.SECURITY, CITY))


def number_of(login):
    return User.objects.get(login=login).pk


def test_a_new_account_shows_its_password_once(system):
    answer = system.post("/people/users/", {"login": "wang", "name": "王某"})
    password = re.search(r"<code>([a-z2-9-]{19})</code>", answer.content.decode())[1]
    assert User.objects.get(login="wang").check_password(password)
    assert "no-store" in answer["Cache-Control"]
    assert password not in system.get("/people/users/").content.decode()


def test_what_was_not_asked_for_is_not_taken(system):
    more = {"is_active": "0", "totp_key": "A", "must_change": "", "role": "system"}
    system.post("/people/users/", {"login": "wang", "name": "", **more})
    wang = User.objects.get(login="wang")
    assert (wang.is_active, wang.totp_key, wang.must_change) == (True, "", True)
    assert not Tenure.objects.filter(user=wang).exists()


@pytest.mark.parametrize("login", ["", "x", "a b", "<script>", "system", "x" * 61])
def test_a_wrong_login_is_told(system, login):
    answer = system.post("/people/users/", {"login": login})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert "<script>" not in answer.content.decode()


@pytest.mark.parametrize(
    ("path", "told"),
    [("renew", "一次性口令"), ("stop", None), ("resume", None), ("unlock", None)],
)
def test_what_is_done_to_an_account_needs_a_reason(system, path, told):
    make_user("wang")
    page = f"/people/users/{number_of('wang')}/{path}/"
    assert system.get(page).status_code == 200
    assert system.post(page, {"reason": ""}).status_code == 400
    answer = system.post(page, {"reason": "工作需要"})
    assert answer.status_code == (200 if told else 302)
    assert (told or "") in answer.content.decode()
    assert Entry.objects.get().reason == "工作需要"
    assert system.get(f"/people/users/{number_of('wang')}/").status_code == 200


def test_erasing(system):
    make_user("wang")
    page = f"/people/users/{number_of('wang')}"
    assert "请先停用" in system.post(f"{page}/erase/", {"reason": "离职"}).content.decode()
    system.post(f"{page}/stop/", {"reason": "离职"})
    assert system.post(f"{page}/erase/", {"reason": "离职"}).url == "/people/users/"
    assert not User.objects.filter(login="wang").exists()


def test_an_administrator_is_not_managed_here(system):
    make_user("audit", Role.AUDIT, CITY)
    page = f"/people/users/{number_of('audit')}"
    assert "重置口令" not in system.get(f"{page}/").content.decode()
    answer = system.post(f"{page}/renew/", {"reason": "忘记"})
    assert answer.status_code == 403
    assert "paitou admin --reset" in answer.content.decode()


def test_a_post_is_made_granted_ended_and_closed(security):
    made = {"org": EAST, "title": "填报员", "role": "reporter"}
    assert security.post("/people/posts/", made).url == "/people/posts/"
    post, wang = Post.objects.get(title="填报员"), make_user("wang")
    page = f"/people/posts/{post.pk}/"
    granted = {"user": wang.pk, "begins": "2026-03-01"}
    assert security.post(page, granted).url == page
    assert "wang" in security.get(page).content.decode()
    assert "东溪区·填报员" in security.get("/people/posts/").content.decode()
    tenure = Tenure.objects.get(user=wang)
    ended = {"day": "2026-04-01", "reason": "调离"}
    assert security.post(f"/people/tenures/{tenure.pk}/end/", ended).url == page
    closed = {"day": "2026-04-01", "reason": "撤编"}
    assert security.post(f"{page}close/", closed).url == page
    actions = [e.action for e in Entry.objects.all()]
    assert actions == [
        "people.add_post", "people.grant_post", "people.end_tenure", "people.close_post",
    ]  # fmt: skip


def test_a_clash_is_told_on_the_form(security):
    wang = make_user("wang", Role.AUDIT, CITY)
    post = Post.objects.create(org=EAST, title="填报员", role=Role.REPORTER)
    granted = {"user": wang.pk, "begins": "2026-03-01"}
    answer = security.post(f"/people/posts/{post.pk}/", granted)
    assert answer.status_code == 400
    assert "三员分立" in answer.content.decode()


def test_taking_the_second_step_off(security):
    wang = make_user("wang")
    User.objects.filter(pk=wang.pk).update(totp_key="ABCD")
    page = f"/people/users/{wang.pk}/"
    assert "取消两步验证" in security.get(page).content.decode()
    assert security.post(f"{page}second-step/", {"reason": "换手机"}).url == page
    assert User.objects.get(pk=wang.pk).totp_key == ""


@pytest.mark.parametrize("number", [0, 999, 10**30])
@pytest.mark.parametrize("path", ["users/{}/", "users/{}/stop/"])
def test_a_number_that_nobody_has(system, number, path):
    assert system.get(f"/people/{path.format(number)}").status_code == 404


@pytest.mark.parametrize("role", [Role.SYSTEM, Role.SECURITY, Role.AUDIT, Role.REPORTER])
def test_the_home_leads_to_what_one_may_open_and_nowhere_else(role):
    make_orgs()
    client = signed_in(make_user("li", role))
    html = client.get("/people/").content.decode()
    for link in re.findall(r'href="(/(?:people|journal)/[^"]*)"', html):
        assert client.get(link).status_code == 200
