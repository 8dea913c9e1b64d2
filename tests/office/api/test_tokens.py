import datetime as dt

import pytest

from paitou.office.api.models import ApiToken
from paitou.office.api.scopes import RIGHTS, Scope
from paitou.office.api.tokens import Wanted, make_token, token_of
from paitou.office.journal.actions import Refused, perform
from paitou.office.journal.models import Entry
from paitou.office.journal.verifying import verify
from paitou.office.people import passwords
from paitou.office.people.models import Tenure, User
from paitou.office.people.roles import Right

from .conftest import token_for

SAVED = {"cells": []}


def test_of_a_token_only_a_hash_is_kept(office):
    text = token_for("reporter", Scope.READ)
    token = ApiToken.objects.get()
    kept = [str(getattr(token, field.attname)) for field in ApiToken._meta.fields]
    assert not any(text in each for each in kept)
    assert text.startswith(token.prefix)
    assert all(text not in str(entry.content) for entry in Entry.objects.all())


def test_a_token_acts_with_the_posts_of_its_owner_today(call, office):
    caller = call("reporter", Scope.READ, Scope.REPORT)
    number = office.form().pk
    assert caller.send(f"/submissions/{number}/cells", SAVED, "PATCH").status_code == 200
    Tenure.objects.filter(user__login="reporter").update(ends=dt.date(2026, 3, 31))
    assert caller.send(f"/submissions/{number}/cells", SAVED, "PATCH").status_code == 403


def test_a_token_ends_with_the_password_of_its_owner(call, office):
    caller = call("reporter", Scope.READ)
    assert caller.get("/submissions").status_code == 200
    user = User.objects.get(login="reporter")
    passwords.put(user, "Another-long-7", must_change=False)
    assert caller.get("/submissions").status_code == 401
    assert not ApiToken.objects.get().is_usable
    assert call("reporter", Scope.READ).get("/submissions").status_code == 200


def test_a_token_does_no_more_than_its_scopes(call, office):
    caller = call("reporter", Scope.READ)
    answer = caller.send(f"/submissions/{office.form().pk}/cells", SAVED, "PATCH")
    assert answer.status_code == 403
    assert "report" in answer.json()["message"]
    assert caller.get("/submissions").status_code == 200


def test_a_token_has_no_rights_beyond_its_scopes_even_where_nobody_asked(call):
    assert call("supervision", Scope.READ).get("/me").json()["rights"] == [
        "read_all",
        "read_own",
    ]


@pytest.mark.parametrize("right", Right)
def test_every_right_is_in_a_scope(right):
    assert any(right in rights for rights in RIGHTS.values())


@pytest.mark.parametrize(
    "header",
    ["Bearer ", "Bearer ptk_no", "Basic dTpw", "ptk_x", "Bearer \u00fc", "Bearer  "],
)
def test_a_wrong_token_is_refused_everywhere(call, header):
    caller = call()
    caller.headers["Authorization"] = header
    answer = caller.get("/books")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize(
    "change",
    [{"ends": dt.date(2026, 4, 1)}, {"revoked_on": dt.date(2026, 3, 1)}],
)
def test_a_token_that_is_over_is_refused(call, change):
    caller = call("reporter")
    ApiToken.objects.update(**change)
    assert caller.get("/books").status_code == 401


def test_a_token_of_a_stopped_account_is_refused(call):
    caller = call("reporter")
    User.objects.filter(login="reporter").update(is_active=False)
    assert caller.get("/books").status_code == 401


def test_a_token_of_an_account_that_is_not_in_order_does_nothing(call):
    caller = call("reporter")
    User.objects.filter(login="reporter").update(must_change=True)
    answer = caller.get("/submissions")
    assert answer.status_code == 403
    assert "修改口令" in answer.json()["message"]


def test_calls_of_a_minute_are_limited(call, settings):
    settings.API_PER_MINUTE = 3
    caller = call("reporter")
    codes = [caller.get("/me").status_code for _ in range(4)]
    assert codes == [200, 200, 200, 429]
    assert caller.get("/me").headers["Retry-After"] == "60"
    ApiToken.objects.update(minute=0)
    assert caller.get("/me").status_code == 200


def test_a_token_makes_no_token(call):
    answer = call("reporter").send("/tokens", {"name": "x", "scopes": ["read"]})
    assert answer.status_code == 403


def test_tokens_are_made_listed_and_revoked_in_a_session(session):
    caller = session("reporter")
    made = caller.send("/tokens", {"name": "采集", "scopes": ["read"], "days": 30}).json()
    assert token_of(made["token"]).owner.login == "reporter"
    assert made["ends"] == "2026-05-01"
    (listed,) = caller.get("/tokens").json()["tokens"]
    assert "token" not in listed
    gone = caller.send(f"/tokens/{made['id']}", None, "DELETE")
    assert gone.json()["revoked_on"] == "2026-04-01"
    assert token_of(made["token"]) is None
    assert caller.send(f"/tokens/{made['id']}", None, "DELETE").status_code == 409


def test_nobody_revokes_the_token_of_another(session, office):
    token_for("head")
    number = ApiToken.objects.get().pk
    assert session("reporter").send(f"/tokens/{number}", None, "DELETE").status_code == 404


def test_making_and_revoking_leave_entries_that_agree(session):
    caller = session("reporter")
    made = caller.send("/tokens", {"name": "采集", "scopes": ["read"]}).json()
    caller.send(f"/tokens/{made['id']}", None, "DELETE")
    actions = Entry.objects.filter(subject=f"token:{made['id']}").values_list("action")
    assert [each for (each,) in actions] == ["api.make_token", "api.revoke_token"]
    assert not [words for words in verify().strays if "token:" in words]


def test_a_token_that_was_changed_past_the_journal_is_found(office):
    token_for("reporter", Scope.READ)
    ApiToken.objects.update(scopes=["read", "manage"])
    assert any(words.startswith("token:") for words in verify().strays)


def test_nobody_has_more_than_twenty_tokens(office):
    for _ in range(20):
        token_for("reporter", Scope.READ)
    actor = office.actor("reporter")
    wanted = Wanted(name="再来一个", scopes=frozenset({Scope.READ}))
    with pytest.raises(Refused, match="20个"):
        perform(actor, make_token, actor, wanted)
