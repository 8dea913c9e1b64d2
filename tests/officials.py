"""People of a small invented city, for tests of the office."""

from __future__ import annotations

import datetime as dt

from django.test import Client

from paitou.office.people.acting import Actor, actor_of
from paitou.office.people.models import Body, Post, Tenure, User
from paitou.office.people.roles import Role

TODAY = dt.date(2026, 3, 1)
FOUNDED = dt.date(2024, 1, 1)
PASSWORD = "Long-enough-7"  # noqa: S105 (of nobody)
CITY, EAST, WEST = "YZ", "YZ01", "YZ02"


def make_orgs() -> None:
    """Make a city with two districts, past the journal."""
    for code, name, parent in (
        (CITY, "云泽市", ""),
        (EAST, "东溪区", CITY),
        (WEST, "墨泉区", CITY),
    ):
        Body.objects.create(
            code=code, name=name, parent=parent, begins=FOUNDED, kind="county"
        )


def make_user(login: str, role: Role | None = None, org: str = EAST) -> User:
    """Make an account whose password is known, with a post where a role is named."""
    user = User.objects.create_user(login, PASSWORD, changed_on=TODAY)
    if role is not None:
        post = Post.objects.create(org=org, title=f"{role.label}{login}", role=role)
        Tenure.objects.create(user=user, post=post, begins=FOUNDED)
    return user


def make_actor(login: str, role: Role | None = None, org: str = EAST) -> Actor:
    """Make an account and return who it is today."""
    return actor_of(make_user(login, role, org), TODAY)


def signed_in(user: User) -> Client:
    """Return a client with a session of this account."""
    client = Client()
    client.force_login(user)
    return client
