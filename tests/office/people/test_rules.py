"""Every address says who may open it; tests/office/test_permissions.py tries."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from officials import EAST, TODAY, make_orgs, make_user
from paitou.office.people.acting import PUBLIC, actor_of
from paitou.office.people.roles import Right, Role
from paitou.office.people.rules import EVERYBODY, needs, rule_of

#: What stands where an address has a gap; 1 for a number, else x.
GAPS = {
    "name": "yunting",
    "book": "yunting",
    "statement": "s1",
    "rulebook": "rules",
    "period": "2025Q4",
    "org": EAST,
    "code": EAST,
    "way": "rename",
}
_GAP = re.compile(r"<(?:(\w+):)?(\w+)>")


def _patterns(resolver=None, prefix=""):
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from _patterns(each, prefix + str(each.pattern))
        elif isinstance(each, URLPattern):
            yield prefix + str(each.pattern), each


PATTERNS = dict(_patterns())


def _path(route):
    filled = _GAP.sub(lambda gap: "1" if gap[1] == "int" else GAPS.get(gap[2], "x"), route)
    return f"/{filled}"


@pytest.mark.parametrize("route", PATTERNS)
def test_every_view_says_who_may_open_it(route):
    assert rule_of(PATTERNS[route].callback) is not None
    assert "<" not in _path(route)


def test_the_words_of_some_rules():
    words = {p.name: rule_of(p.callback).words for p in PATTERNS.values()}
    assert words["living_plan"] == words["healthz"] == words["sign_in"] == "所有人"
    assert words["people"] == "已登录的人"
    assert words["journal"] == "有“查看留痕”权限的岗位"
    assert words["orgs"] == "有“维护单位”权限的岗位"


@pytest.mark.django_db
def test_a_view_that_says_nothing_opens_for_nobody(monkeypatch, client):
    from paitou.office.plans import views

    monkeypatch.delattr(views.living_plan, "rule")
    answer = client.get("/plans/yunting/")
    assert answer.status_code == 403
    assert "没有写明谁可以打开" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("role", Role)
def test_one_of_the_rights_is_enough(role):
    make_orgs()
    rule = rule_of(needs(Right.FILL, Right.APPROVE)(lambda: None))
    actor = actor_of(make_user("li", role), TODAY)
    assert rule.admits(actor) == (actor.may(Right.FILL) or actor.may(Right.APPROVE))
    assert not rule.admits(PUBLIC)
    assert EVERYBODY.admits(PUBLIC)
