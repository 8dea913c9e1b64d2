"""Every address × every role × GET and POST: as declared in `permissions.py`, or it fails."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from officials import CITY, EAST, WEST, make_orgs
from paitou.office.books import Shelf
from paitou.office.people.models import Post, Tenure, User
from paitou.office.people.roles import ADMINISTRATORS, Role
from paitou.office.people.rules import rule_of
from paitou.office.reporting.models import Cell, Round, Submission
from permissions import (
    FILLERS,
    NO_POST,
    NOBODY,
    PAGES,
    PUBLIC,
    SEES_DRAFT,
    SEES_HANDED_IN,
    WHO,
)
from port_city import port_book, port_figures, port_plan

pytestmark = pytest.mark.django_db
BOOK = "yunting"
#: What stands where an address has a gap that names no row.
GAPS = {
    "name": BOOK,
    "book": BOOK,
    "statement": "s1",
    "rulebook": "rules",
    "period": "2025Q4",
    "org": EAST,
    "code": EAST,
    "way": "rename",
    "key": "n1",
    "ending": "docx",
    "move": "report",
    "step": "1",
}
_GAP = re.compile(r"<(\w+):(\w+)>")
#: Addresses of the API have entrances of their own, and a test of their own.
_OTHER_TABLES = ("api",)


def _patterns(resolver=None, prefix=""):
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver) and each.namespace in _OTHER_TABLES:
            continue
        if isinstance(each, URLResolver):
            yield from _patterns(each, prefix + str(each.pattern))
        elif isinstance(each, URLPattern) and not prefix.startswith("api/"):
            yield each.name, (prefix + str(each.pattern), each.callback)


PATTERNS = dict(_patterns())
DECLARED = {name: found for name, found in PATTERNS.items() if name in PAGES}


def test_every_address_is_declared_and_no_other():
    assert set(PATTERNS) - set(PAGES) == set(), "declare them in tests/permissions.py"
    assert set(PAGES) - set(PATTERNS) == set()


@pytest.mark.parametrize("name", PATTERNS)
def test_every_view_says_who_may_open_it(name):
    assert rule_of(PATTERNS[name][1]) is not None


def test_what_administrators_open_alone_is_of_people_and_the_journal():
    rooms = ("people", "journal", "duties")
    for name, (who, _methods) in PAGES.items():
        if who & ADMINISTRATORS and PUBLIC not in who and NO_POST not in who:
            assert PATTERNS[name][0].startswith(rooms), name


def _user(login, role, org):
    user = User.objects.create_user(login, None, changed_on=timezone.localdate())
    if role is not None:
        post = Post.objects.create(org=org, title=login, role=role)
        Tenure.objects.create(user=user, post=post, begins=dt.date(2024, 1, 1))
    return user


def _form(round_, org, **fields):
    form = Submission.objects.create(round=round_, org=org, org_name=org, **fields)
    Cell.objects.create(
        submission=form,
        round=round_,
        place=1,
        key=f"n{form.pk}",
        name="港口吞吐量",
        indicator_id="港口吞吐量",
        measure="level",
        org=org,
        org_name=org,
        period="2026Q1",
        unit="亿吨",
        text="1",
    )
    return form


class Office:
    """An office with a person of every role, at home and elsewhere, and their forms."""

    def __init__(self):
        make_orgs()
        self.users = {NO_POST: _user("none", None, "")}
        for role in Role:
            self.users[role] = _user(role.value, role, EAST)
            self.users[f"{role} elsewhere"] = _user(f"{role}2", role, WEST)
        today = timezone.localdate()
        route = ["endorse", "approve"]
        fields = {"opens": today, "due": today, "route": route}
        rounds = [
            Round.objects.create(book=BOOK, period=p, title=p, **fields)
            for p in ("2026Q1", "2026Q2")
        ]
        self.draft = _form(rounds[0], EAST)
        self.handed_in = _form(rounds[1], EAST, stage="review", turn=1)
        self.rows = {
            "user": self.users[NO_POST].pk,
            "post": Post.objects.create(org=CITY, title="空岗", role=Role.HEAD).pk,
            "tenure": Tenure.objects.first().pk,
            "round": rounds[0].pk,
            "form": self.draft.pk,
        }

    def client(self, who):
        """Return the browser of somebody."""
        client = Client(REMOTE_ADDR="10.1.1.1")
        if who != PUBLIC:
            client.force_login(
                self.users[who], "django.contrib.auth.backends.ModelBackend"
            )
        return client

    def path(self, route):
        """Return an address with its gaps filled."""
        kind = next((k for k in ("tenure", "form", "round", "post") if f"{k}s/" in route), "")

        def filled(gap):
            if gap[2] == "number":
                return str(self.rows.get(kind, self.rows["user"]))
            return GAPS.get(gap[2], "1" if gap[1] == "int" else "x")

        return f"/{_GAP.sub(filled, route)}"


@pytest.fixture(scope="module")
def office(django_db_setup, django_db_blocker, tmp_path_factory):
    folder = tmp_path_factory.mktemp("books") / BOOK
    folder.mkdir()
    from attrs import evolve

    book = evolve(port_book(port_plan()), figures=port_figures())
    shelf = Shelf([folder], lambda _: book)
    patch = pytest.MonkeyPatch()
    for module in ("plans.views", "config.health", "release.audience"):
        patch.setattr(f"paitou.office.{module}.served_shelf", lambda: shelf, raising=False)
    with django_db_blocker.unblock(), transaction.atomic():
        yield Office()
        transaction.set_rollback(True)
    patch.undo()


def ask(client, method, path, data=None):
    """Return an answer, and leave nothing behind of what it did."""
    with transaction.atomic():
        answer = getattr(client, method)(path, data or {})
        answer.close()
        transaction.set_rollback(True)
    return answer


def verdict(answer):
    """Return what an answer says of whoever asked."""
    if answer.status_code == 403:
        return "refused"
    if answer.status_code == 302 and answer.url.startswith("/sign-in/?"):
        return "to sign in"
    if answer.status_code == 302 and answer.url == "/sign-in/":
        return "to sign in"
    return "wrong method" if answer.status_code == 405 else "opens"


def expected(name, who, method):
    """Return what the table says."""
    allowed, methods = PAGES[name]
    if who not in allowed:
        return "to sign in" if who == PUBLIC else "refused"
    return "opens" if method in methods else "wrong method"


#: After the password only, for everybody: without one it begins with the password.
_BEGINS_AT_SIGN_IN = "enter_code"


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("who", WHO)
def test_every_page_opens_as_declared(office, who, method):
    client = office.client(who)
    wrong = []
    for name, (route, _view) in DECLARED.items():
        answer = ask(client, method, office.path(route))
        found, wanted = verdict(answer), expected(name, who, method)
        if name == _BEGINS_AT_SIGN_IN and wanted == "opens":
            wanted = "to sign in"
        if found != wanted or answer.status_code >= 500:
            wrong.append((name, method, answer.status_code, f"{found}, not {wanted}"))
    assert wrong == []


#: The pages of a form, and whether only who may fill it in gets to them.
PAGES_OF_A_FORM = [
    ("get", "form", False),
    ("get", "form_template", False),
    ("post", "form_withdraw", False),
    ("post", "form_paste", True),
    ("post", "form_upload", True),
]


@pytest.mark.parametrize("is_own", [True, False])
@pytest.mark.parametrize("role", Role)
def test_a_form_is_seen_as_declared_and_else_is_not_there(office, role, is_own):
    client = office.client(role if is_own else f"{role} elsewhere")
    for form, seen in ((office.draft, SEES_DRAFT), (office.handed_in, SEES_HANDED_IN)):
        for method, name, is_filling in PAGES_OF_A_FORM:
            there, absent = (
                ask(client, method, f"/{_GAP.sub(str(n), PATTERNS[name][0])}")
                for n in (form.pk, 987654)
            )
            opens = role in (seen[is_own] & FILLERS if is_filling else seen[is_own])
            assert (there.status_code != 404) == opens, name
            assert absent.status_code == 404
            assert opens or body(there) == body(absent), name


def body(answer):
    """Return what is in an answer, but for what differs in every one."""
    text = b"".join(answer) if answer.streaming else answer.content
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", text)


@pytest.mark.parametrize("role", Role)
def test_nobody_else_changes_a_draft(office, role):
    client = office.client(f"{role} elsewhere")
    key = office.draft.cells.get().key
    typed = {f"v-{key}": "999", f"w-{key}": "1", "submit": "1", "stage": "approved"}
    with transaction.atomic():
        client.post(f"/desk/forms/{office.draft.pk}/", typed)
        office.draft.refresh_from_db()
        kept = (office.draft.stage, office.draft.cells.get().text)
        transaction.set_rollback(True)
    assert kept == ("draft", "1")


def test_nobody_elsewhere_sees_a_draft_at_all():
    assert SEES_DRAFT[False] == NOBODY
