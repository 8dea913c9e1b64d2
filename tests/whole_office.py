"""An office with everybody in it, and every address of the site, for tests that try all."""

from __future__ import annotations

import datetime as dt
import re

from attrs import evolve
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from databases import one_connection
from officials import CITY, EAST, WEST, make_orgs
from paitou.office.books import Shelf
from paitou.office.people.acting import PUBLIC as NO_ACTOR
from paitou.office.people.acting import actor_of
from paitou.office.people.models import Post, Tenure, User
from paitou.office.people.roles import Role
from paitou.office.reporting.models import Cell, Reported, Round, Submission
from permissions import NO_POST, PAGES, PUBLIC
from port_city import figure, port_book, port_figures, port_plan

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
    "kind": "outlook",
}
GAP = re.compile(r"<(\w+):(\w+)>")
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


def _approved(form):
    Submission.objects.filter(pk=form.pk).update(stage="approved", turn=1)
    key = form.cells.get().key
    one = figure("港口吞吐量", "2025Q3", "1", "亿吨", known_on=dt.date(2025, 11, 1))
    more = {"book": BOOK, "key": key, "vintage": 1, "approver": "督查室"}
    row = Reported.of(one, submission=form, **more)
    row.save()
    return row


class Office:
    """An office with a person of every role, at home and elsewhere, and their forms."""

    def __init__(self):
        make_orgs()
        self.users = {NO_POST: _user("none", None, "")}
        for role in Role:
            self.users[role] = _user(role.value, role, EAST)
            self.users[f"{role} elsewhere"] = _user(f"{role}2", role, WEST)
        route = ["endorse", "approve"]
        opens, due = dt.date(2026, 1, 5), dt.date(2026, 4, 30)
        fields = {"opens": opens, "due": due, "route": route}
        rounds = [
            Round.objects.create(book=BOOK, period=p, title=p, **fields)
            for p in ("2026Q1", "2026Q2")
        ]
        self.rounds = rounds
        self.draft = _form(rounds[0], EAST)
        self.handed_in = _form(rounds[1], EAST, stage="review", turn=1)
        third = Round.objects.create(book=BOOK, period="2025Q4", title="四", **fields)
        self.at_last_step = _form(third, EAST, stage="review", turn=1, step=1)
        self.figure = _approved(
            _form(
                Round.objects.create(book=BOOK, period="2025Q3", title="三", **fields), EAST
            )
        )
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
            client.force_login(self.users[who], "django.contrib.auth.backends.ModelBackend")
        return client

    def actor(self, who):
        """Return somebody as they act today."""
        if who == PUBLIC:
            return NO_ACTOR
        return actor_of(self.users[who], timezone.localdate(), "10.1.1.1")

    def path(self, route):
        """Return an address with its gaps filled."""
        kind = next(
            (k for k in ("tenure", "form", "round", "post") if f"{k}s/" in route), ""
        )

        def filled(gap):
            if gap[2] == "key" and "figures/" in route:
                return self.figure.key
            if gap[2] == "number":
                return str(self.rows.get(kind, self.rows["user"]))
            return GAPS.get(gap[2], "1" if gap[1] == "int" else "x")

        return f"/{GAP.sub(filled, route)}"


def shelf_of(folder):
    """Return a shelf that holds the one book."""
    book = evolve(port_book(port_plan()), figures=port_figures())
    (folder / BOOK).mkdir()
    return Shelf([folder / BOOK], lambda _: book)


def opener(name):
    """Return somebody to whom a page opens, the more they see the better."""
    order = (Role.SUPERVISION, Role.PLANNING, Role.SYSTEM, Role.SECURITY, Role.AUDIT)
    return next((one for one in order if one in PAGES[name][0]), Role.HEAD)


def ask(client, method, path, data=None):
    """Return an answer, and leave nothing behind of what it did."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = getattr(client, method)(path, data or {})
        with one_connection():
            answer.close()
        transaction.set_rollback(True)
    client.cookies = cookies
    return answer


def body(answer):
    """Return what is in an answer, but for what differs in every one."""
    text = b"".join(answer) if answer.streaming else answer.content
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", text)
