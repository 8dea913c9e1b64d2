import datetime as dt

import pytest
from attrs import evolve
from django.test import Client
from django.utils import timezone

from office.release.conftest import NAME, at
from paitou.model import PageKind, Publicity
from paitou.office.people.acting import PUBLIC
from paitou.office.people.models import User
from paitou.office.release.models import Kind, Release
from paitou.office.release.pages import opens, visit

PLAN = f"/plans/{NAME}/"
INTERNAL = ("off-course/", "outlook/", "outlook.json", "papers/", "contest/lists/")
CLOSED = ("off-course/", "papers/", "contest/lists/", "contest/analysis/")
PUBLIC_PAGES = ("", "overview/", "final/", "statements/", "standings.json", "contest/")
NOW = at("2026-04-20T12:00")


def decide(kind, level, starts, **more):
    return Release.objects.create(
        kind=Kind.PAGE, book=NAME, key=kind, level=level, starts=starts,
        decided_at=starts, decided_by="督查室", **more,
    )  # fmt: skip


@pytest.mark.parametrize("page", INTERNAL)
def test_what_is_internal_asks_everybody_to_sign_in(approved, page):
    answer = Client().get(PLAN + page)
    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/?next=")


@pytest.mark.parametrize("page", PUBLIC_PAGES)
def test_what_is_public_opens_for_everybody_unmarked(approved, page):
    answer = Client().get(PLAN + page)
    assert answer.status_code == 200
    assert "注意保管" not in answer.content.decode()


@pytest.mark.parametrize("login", ["office", "appraiser", "planner", "leader"])
def test_those_who_read_all_open_everything_and_it_is_marked(approved, signed_in, login):
    client = signed_in(login)
    for page in CLOSED:
        answer = client.get(PLAN + page)
        assert answer.status_code == 200
        assert "内部资料，注意保管" in answer.content.decode()
        assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("login", ["clerk", "head", "source", "owner"])
def test_the_lists_of_all_are_not_for_one_organisation(approved, signed_in, login):
    client = signed_in(login)
    answer = client.get(f"{PLAN}off-course/")
    assert answer.status_code == 403
    assert "您的岗位不能查看" in answer.content.decode()
    assert client.get(f"{PLAN}outlook/").status_code == 200


@pytest.mark.parametrize("login", ["system", "security", "audit"])
def test_administrators_open_what_everybody_opens(approved, signed_in, login):
    client = signed_in(login)
    assert client.get(f"{PLAN}outlook/").status_code == 403
    assert client.get(f"{PLAN}overview/").status_code == 200


def test_a_public_page_with_unpublished_figures_is_marked(approved, signed_in, publish):
    client = signed_in("leader")
    assert "含未公布的数据" in client.get(f"{PLAN}overview/").content.decode()
    publish(timezone.now() - dt.timedelta(minutes=1))
    assert "含未公布的数据" not in client.get(f"{PLAN}overview/").content.decode()


def test_nothing_leads_where_one_may_not_go(approved):
    for page in PUBLIC_PAGES:
        text = Client().get(PLAN + page).content.decode()
        assert not [closed for closed in INTERNAL if f"{PLAN}{closed}" in text]


def test_a_target_says_nothing_of_what_is_to_come(approved, signed_in):
    statement = next(iter(visit(PUBLIC, NAME).shelved.assessor.on(NOW.date()).wholes))
    page = f"{PLAN}targets/{statement}/"
    assert "会到哪里" not in Client().get(page).content.decode()


def test_a_decision_holds_from_its_minute_to_its_last_day(approved):
    decide("off_course", "public", NOW, expires=dt.date(2026, 4, 22))

    def is_open(text):
        return visit(PUBLIC, NAME, at(text)).opens(PageKind.OFF_COURSE)

    assert not is_open("2026-04-20T11:59")
    assert is_open("2026-04-20T12:00")
    assert is_open("2026-04-22T23:59")
    assert not is_open("2026-04-23T00:00")


def test_a_list_is_shown_as_it_was_approved_and_no_other_day(approved):
    decide("off_course", "public", NOW, query="as_of=2026-04-09")
    text = Client().get(f"{PLAN}off-course/?as_of=2025-01-01").content.decode()
    assert "2026年4月9日" in text
    assert "2025年1月1日" not in text


def test_a_list_that_has_expired_says_so(approved):
    decide("off_course", "public", NOW, expires=dt.date(2026, 4, 22))
    answer = Client().get(f"{PLAN}off-course/")
    assert answer.status_code == 410
    assert "公开到2026-04-22为止" in answer.content.decode()


def test_the_last_decision_counts(approved):
    decide("outlook", "public", NOW)
    decide("outlook", "internal", NOW)
    decide("outlook", "public", NOW, is_cancelled=True)
    assert Client().get(f"{PLAN}outlook/").status_code == 302


def test_on_request_tells_how_to_ask(approved):
    decide("final", "on_request", NOW)
    answer = Client().get(f"{PLAN}final/")
    assert answer.status_code == 403
    assert "政府信息公开申请" in answer.content.decode()


def test_a_plan_that_is_internal_is_not_listed(approved):
    decide("plan", "internal", NOW)
    text = Client().get("/").content.decode()
    assert approved.book.title not in text


def test_the_folder_may_say_otherwise(approved):
    seen = visit(PUBLIC, NAME)
    told = evolve(seen.shelved.book, release=((PageKind.OUTLOOK, Publicity.PUBLIC),))
    shelved = evolve(seen.shelved, book=told)
    assert opens(PUBLIC, shelved, PageKind.OUTLOOK)
    assert not opens(PUBLIC, shelved, PageKind.OFF_COURSE)
    decide("outlook", "internal", NOW)
    assert not opens(PUBLIC, shelved, PageKind.OUTLOOK)


@pytest.fixture
def alone(serve, book):
    """A client of a site that has no account at all."""
    assert not User.objects.exists()
    return serve(book)


PAGE = "/plans/yunting/off-course/"


def test_one_alone_at_the_machine_opens_everything(alone):
    assert alone.get(PAGE).status_code == 200


@pytest.mark.parametrize(
    "more",
    [
        {"REMOTE_ADDR": "192.168.1.7"},
        {"REMOTE_ADDR": "::ffff:10.0.0.1"},
        {"REMOTE_ADDR": ""},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_VIA": "1.1 proxy"},
    ],
)
def test_from_elsewhere_nobody_is_alone(alone, more):
    assert alone.get(PAGE, **more).status_code == 302


def test_with_a_proxy_nobody_is_alone(alone, settings):
    settings.TRUSTED_PROXIES = 1
    assert alone.get(PAGE).status_code == 302


def test_with_one_account_nobody_is_alone(alone):
    User.objects.create_user("system", None)
    assert alone.get(PAGE).status_code == 302
