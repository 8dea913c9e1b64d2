"""The invented city with a round that is open, seen through the API."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen
from django.test import Client

from paitou.model import Book, Period
from paitou.office.api.scopes import Scope
from paitou.office.api.tokens import Wanted, make_token
from paitou.office.books import Shelf
from paitou.office.books.shelf import Reported as Added
from paitou.office.journal.actions import perform
from paitou.office.people.acting import Actor, actor_of
from paitou.office.people.models import Body, Post, Tenure, User
from paitou.office.people.roles import Role
from paitou.office.reporting.actions import pass_on, save_cells, submit
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.figures import stamp_of, with_reported
from paitou.office.reporting.models import Round, Submission
from paitou.office.reporting.rounds import Plan, open_round

NAME = "yunze-2024"
EAST, WEST, CITY = "YZ01", "YZ02", "YZ00"
OPENED = dt.date(2026, 4, 1)
#: One account a role, called by it; and those of another district.
ORGS = {Role.REPORTER: EAST, Role.HEAD: EAST, Role.DEPUTY: EAST, Role.SOURCE: "YZ44"}
OTHERS = {"other": Role.REPORTER, "other-head": Role.HEAD}


@pytest.fixture
def _spring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the first of April 2026 everywhere."""
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *_: OPENED)


@frozen
class Office:
    """An office whose people can be called upon."""

    book: Book
    folder: Path
    round: Round

    def actor(self, login: str) -> Actor:
        """Return somebody as they act today."""
        return actor_of(User.objects.get(login=login), OPENED)

    def form(self, org: str = EAST) -> Submission:
        """Return the form of an organisation."""
        return Submission.objects.get(round=self.round, org=org)

    def approve(self, org: str = EAST) -> None:
        """Fill in a form and bring it all the way."""
        clerk, head = ("reporter", "head") if org == EAST else ("other", "other-head")
        number = self.form(org).pk
        cells = self.form(org).cells.all()
        typed = {cell.key: Typed(text=str(10 + cell.place)) for cell in cells}
        actor = self.actor(clerk)
        perform(actor, save_cells, actor, number, typed)
        perform(actor, submit, actor, number, self.book)
        for login in (head, "supervision"):
            actor = self.actor(login)
            perform(actor, pass_on, actor, number, self.form(org).turn, self.book)


@pytest.fixture
def office(db, _spring, yunze: Book, kunming_file: Path, monkeypatch) -> Office:
    """The invented city on the shelf, its people, and a round that is open."""
    folder = kunming_file.parents[1] / NAME
    begins = dt.date(2024, 1, 1)
    people = {role.value: (ORGS.get(role, CITY), role) for role in Role}
    people |= {login: (WEST, role) for login, role in OTHERS.items()}
    for code in sorted({org for org, _ in people.values()}):
        Body.objects.create(code=code, name=code, kind="other", begins=begins)
    for login, (org, role) in people.items():
        user = User.objects.create_user(login, None, changed_on=OPENED)
        post = Post.objects.create(org=org, title=login, role=role)
        Tenure.objects.create(user=user, post=post, begins=begins)
    added = Added(stamp=stamp_of, add=with_reported)
    shelf = Shelf([folder], lambda _: yunze, added)
    for module in ("plans.views", "config.health", "release.audience"):
        monkeypatch.setattr(f"paitou.office.{module}.served_shelf", lambda: shelf)
    actor = actor_of(User.objects.get(login="supervision"), OPENED)
    plan = Plan(book_name=NAME, period=Period.parse("2026Q1"), opens=OPENED)
    return Office(yunze, folder, perform(actor, open_round, actor, plan, yunze))


@frozen
class Caller:
    """Somebody who calls the API."""

    client: Client
    headers: dict[str, str]

    def get(self, path: str, **query: object):
        """Return the answer to a call that changes nothing."""
        return self.client.get(f"/api{path}", query, headers=self.headers)

    def send(self, path: str, said: object = None, method: str = "POST"):
        """Return the answer to a call that changes something."""
        body = {} if said is None else {"data": json.dumps(said)}
        kind = {"content_type": "application/json"} if body else {}
        return self.client.generic(
            method, f"/api{path}", *body.values(), **kind, headers=self.headers
        )

    def file(self, path: str, data: bytes, kind: str):
        """Return the answer to a call that sends a file."""
        return self.client.post(
            f"/api{path}", data, content_type=kind, headers=self.headers
        )


def token_for(login: str, *scopes: Scope) -> str:
    """Return a token of somebody, for everything where no scope is named."""
    actor = actor_of(User.objects.get(login=login), OPENED)
    wanted = Wanted(name="测试", scopes=frozenset(scopes or Scope))
    return perform(actor, make_token, actor, wanted).text


@pytest.fixture
def call(office) -> Callable[..., Caller]:
    """A function that gives the caller for somebody with a token of some scopes."""

    def caller(login: str = "", *scopes: Scope) -> Caller:
        text = token_for(login, *scopes) if login else ""
        headers = {"Authorization": f"Bearer {text}"} if text else {}
        return Caller(Client(raise_request_exception=False), headers)

    return caller


@pytest.fixture
def session(office) -> Callable[..., Caller]:
    """A function that gives the caller for somebody who signed in on the page."""

    def caller(login: str, *, checks: bool = False) -> Caller:
        client = Client(enforce_csrf_checks=checks)
        user = User.objects.get(login=login)
        client.force_login(user, "django.contrib.auth.backends.ModelBackend")
        return Caller(client, {})

    return caller
