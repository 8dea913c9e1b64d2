"""The invented city at the end of a quarter: its people, and a round that is open."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import frozen
from django.test import Client

from paitou.model import Book, Period
from paitou.office.books import Shelf
from paitou.office.books.shelf import Reported as Added
from paitou.office.journal.actions import perform
from paitou.office.people.acting import Actor, actor_of
from paitou.office.people.models import Body, Post, Tenure, User
from paitou.office.reporting.actions import pass_on, save_cells, submit
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.figures import stamp_of, with_reported
from paitou.office.reporting.freezing import correct
from paitou.office.reporting.models import Round, Submission
from paitou.office.reporting.rounds import Plan, open_round

NAME = "yunze-2024"
QUARTER = Period.parse("2026Q1")
OPENED = dt.date(2026, 4, 1)
EAST, SPRING, STATISTICS, OFFICE = "YZ01", "YZ02", "YZ44", "YZ00"
#: Who is who: login → organisation and role.
PEOPLE = {
    "clerk": (EAST, "reporter"),
    "head": (EAST, "head"),
    "deputy": (EAST, "deputy"),
    "other": (SPRING, "reporter"),
    "other-head": (SPRING, "head"),
    "source": (STATISTICS, "source"),
    "source-head": (STATISTICS, "head"),
    "office": (OFFICE, "supervision"),
    "office-two": (OFFICE, "supervision"),
    "planner": ("YZ31", "planning"),
    "appraiser": ("YZ00", "appraisal"),
    "leader": ("YZ00", "leader"),
    "owner": ("YZ21", "owner"),
    "system": ("YZ00", "system"),
    "security": ("YZ00", "security"),
    "audit": ("YZ00", "audit"),
}


@frozen
class Desk:
    """What tests act with."""

    book: Book
    round: Round

    def actor(self, login: str) -> Actor:
        """Return somebody as they act today."""
        from django.utils import timezone

        user = User.objects.get(login=login)
        return actor_of(user, timezone.localdate(), "10.0.0.1")

    def form(self, org: str = EAST) -> Submission:
        """Return the form of an organisation."""
        return Submission.objects.get(round=self.round, org=org)

    def values(self, org: str = EAST) -> dict[str, Typed]:
        """Return something that can be reported for every cell."""
        cells = self.form(org).cells.all()
        return {cell.key: Typed(text=str(10 + cell.place)) for cell in cells}

    def fill(self, login: str = "clerk", org: str = EAST) -> None:
        """Fill in a whole form."""
        actor = self.actor(login)
        perform(actor, save_cells, actor, self.form(org).pk, self.values(org))

    def submit(self, login: str = "clerk", org: str = EAST) -> None:
        """Fill in and hand in a form."""
        self.fill(login, org)
        actor = self.actor(login)
        perform(actor, submit, actor, self.form(org).pk, self.book)

    def pass_on(self, login: str, org: str = EAST) -> None:
        """Pass a form to the next step."""
        actor, form = self.actor(login), self.form(org)
        perform(actor, pass_on, actor, form.pk, form.turn, self.book)

    def approve(self, org: str = EAST) -> None:
        """Bring a form all the way."""
        clerk, head = ("clerk", "head") if org == EAST else ("other", "other-head")
        self.submit(clerk, org)
        self.pass_on(head, org)
        self.pass_on("office", org)


@pytest.fixture
def on_day(monkeypatch):
    """A function that makes it another day."""

    def set_day(text):
        day = dt.date.fromisoformat(text)
        monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)
        return day

    return set_day


@pytest.fixture
def people(db) -> None:
    """Those who hold posts in the invented city."""
    begins = dt.date(2024, 1, 1)
    for code in sorted({org for org, _ in PEOPLE.values()}):
        Body.objects.create(code=code, name=code, kind="other", begins=begins)
    for login, (org, role) in PEOPLE.items():
        user = User.objects.create_user(login, None, changed_on=OPENED)
        post = Post.objects.create(org=org, title=login, role=role)
        Tenure.objects.create(user=user, post=post, begins=begins)


@pytest.fixture
def desk(people, yunze, on_day) -> Desk:
    """A round of the quarter, opened the day after it ended."""
    on_day("2026-04-01")
    actor = actor_of(User.objects.get(login="office"), OPENED)
    plan = Plan(book_name=NAME, period=QUARTER, opens=OPENED)
    made = perform(actor, open_round, actor, plan, yunze)
    return Desk(yunze, made)


@pytest.fixture
def shelf(desk, monkeypatch, tmp_path) -> Shelf:
    """The book on the shelf of the site, with what the office approves."""
    (tmp_path / NAME).mkdir()
    added = Added(stamp=stamp_of, add=with_reported)
    made = Shelf([tmp_path / NAME], lambda _: desk.book, added)
    for module in ("plans.views", "config.health", "release.audience"):
        monkeypatch.setattr(f"paitou.office.{module}.served_shelf", lambda: made)
    return made


@pytest.fixture
def enter(shelf: Shelf):
    """A function that gives the browser of somebody who signed in."""

    def browser(login: str = "") -> Client:
        client = Client(REMOTE_ADDR="10.0.0.9")
        if login:
            client.force_login(
                User.objects.get(login=login),
                "django.contrib.auth.backends.ModelBackend",
            )
        return client

    return browser


@pytest.fixture
def corrected(desk, on_day) -> Desk:
    """Two districts approved: numbers corrected once, twice, and there and back."""
    desk.approve()
    desk.approve(SPRING)
    on_day("2026-04-20")
    _put_right(desk, 0, "20")
    _put_right(desk, 1, "30", SPRING)
    _put_right(desk, 2, "1")
    on_day("2026-04-21")
    _put_right(desk, 0, "8.5")
    _put_right(desk, 2, "13")
    return desk


def _put_right(desk: Desk, place: int, text: str, org: str = EAST) -> None:
    actor = desk.actor("office-two")
    key = desk.form(org).cells.all()[place].key
    perform(actor, correct, actor, NAME, key, Typed(text=text), "核减", desk.book)
