"""Every address × every role × GET and POST: as declared in `permissions.py`."""

from __future__ import annotations

import pytest
from django.db import transaction

from paitou.office.people.roles import ADMINISTRATORS, Role
from paitou.office.people.rules import rule_of
from permissions import (
    FILLERS,
    NO_POST,
    NOBODY,
    PAGES,
    PUBLIC,
    REFUSED_BY_ACTION,
    SEES_DRAFT,
    SEES_HANDED_IN,
    WHO,
)
from whole_office import GAP, PATTERNS, ask, body

pytestmark = pytest.mark.django_db
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


def verdict(answer):
    """Return what an answer says of whoever asked."""
    is_sent = answer.status_code == 302
    if is_sent and answer.url.partition("?")[0] == "/sign-in/":
        return "to sign in"
    return {403: "refused", 405: "wrong method"}.get(answer.status_code, "opens")


def expected(name, who, method):
    """Return what the table says; of a page that anybody may ask for, the method first."""
    allowed, methods = PAGES[name]
    is_asked_by_anybody = rule_of(PATTERNS[name][1]).is_public
    if method not in methods and (who in allowed or is_asked_by_anybody):
        return "wrong method"
    if who in allowed:
        is_refused = method == "post" and who in REFUSED_BY_ACTION.get(name, ())
        return "refused" if is_refused else "opens"
    return "to sign in" if who == PUBLIC and name != _OF_MACHINES else "refused"


_OF_MACHINES = "metrics"
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
                ask(client, method, f"/{GAP.sub(str(n), PATTERNS[name][0])}")
                for n in (form.pk, 987654)
            )
            opens = role in (seen[is_own] & FILLERS if is_filling else seen[is_own])
            assert (there.status_code != 404) == opens, name
            assert absent.status_code == 404
            assert opens or body(there) == body(absent), name


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
