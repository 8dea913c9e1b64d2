"""Items of the invented city, and those who order, do and check them."""

from __future__ import annotations

import datetime as dt

import pytest

from paitou.office.cases.actions import Said, Told, make_move, register
from paitou.office.cases.models import Item
from paitou.office.journal.actions import perform
from paitou.office.people.acting import Actor, actor_of
from paitou.office.people.models import Body, Post, Tenure, User

TODAY = dt.date(2026, 3, 3)
EAST, SPRING = "YZ01", "YZ02"
PEOPLE = {
    "office": ("YZ00", "supervision"),
    "office-two": ("YZ00", "supervision"),
    "leader": ("YZ00", "leader"),
    "clerk": (EAST, "reporter"),
    "head": (EAST, "head"),
    "other": (SPRING, "reporter"),
    "helper": ("YZ03", "reporter"),
    "audit": ("YZ00", "audit"),
}
NAMES = {EAST: "东溪区", SPRING: "泉阳区", "YZ03": "云台区", "YZ00": "云泽市政府督查室"}


@pytest.fixture
def on_day(monkeypatch):
    """A function that makes it another day."""

    def set_day(day: dt.date) -> None:
        monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)

    return set_day


@pytest.fixture
def people(db, on_day) -> None:
    """Those who hold posts."""
    on_day(TODAY)
    for code, name in NAMES.items():
        Body.objects.create(code=code, name=name, kind="other", begins=dt.date(2024, 1, 1))
    for login, (org, role) in PEOPLE.items():
        changed = dt.date(2026, 3, 1)
        user = User.objects.create_user(login, None, changed_on=changed)
        post = Post.objects.create(org=org, title=login, role=role)
        Tenure.objects.create(user=user, post=post, begins=dt.date(2024, 1, 1))


@pytest.fixture
def actor(people):
    """A function that returns somebody as they act today."""
    from django.utils import timezone

    def acting(login: str) -> Actor:
        return actor_of(User.objects.get(login=login), timezone.localdate())

    return acting


@pytest.fixture
def told() -> Told:
    """What a meeting ordered."""
    return Told(
        title="解决东溪区标准厂房供电",
        demand="20日内拿出方案并报送督查室",
        kind="meeting",
        source="市政府第12次常务会议",
        source_number="云政阅〔2026〕7号",
        source_on=TODAY,
        words="请东溪区会同供电部门研究解决。",
        org=EAST,
        org_name="东溪区",
        supports=(("YZ03", "云台区"),),
    )


@pytest.fixture
def do(actor):
    """A function that makes a move as somebody."""

    def act(login: str, item: Item, move: str, **said: object) -> Item:
        one = actor(login)
        return perform(one, make_move, one, item.pk, move, Said(**said))

    return act


@pytest.fixture
def item(actor, told) -> Item:
    """An item as it was registered."""
    one = actor("office")
    return perform(one, register, one, told)


@pytest.fixture
def given_out(item, do) -> Item:
    """An item that was given to the district."""
    do("office", item, "submit")
    return do("office-two", item, "approve")
