"""One's own tokens: made, listed, revoked; a token itself makes none."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from paitou.compile.record import Record
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import SIGNED_IN, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.models import ApiToken
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting
from paitou.office.api.tokens import (
    MOST_DAYS,
    USUAL_DAYS,
    Wanted,
    make_token,
    revoke_token,
)
from paitou.office.api.values import WHOLE, Given, Taken
from paitou.office.journal.actions import perform
from paitou.office.people.gate import by_whom

desk = Desk("令牌")
_OWN = use(rule=SIGNED_IN)
ScopeIn = Annotated[Scope, Field(strict=False)]


class TokenOut(Given):
    """A token, by its first characters."""

    id: int
    name: str
    prefix: str
    scopes: list[str]
    made_on: dt.date
    ends: dt.date
    revoked_on: dt.date | None
    last_used: dt.datetime | None
    is_usable: bool


class TokenList(Given):
    """One's own tokens, the latest first."""

    tokens: list[TokenOut]


class TokenIn(Taken):
    """What a token is for, what it may do, and how many days it lasts."""

    name: Annotated[
        str,
        StringConstraints(min_length=1, max_length=60, pattern=r"^[^\x00-\x1f\x7f]*$"),
    ]
    scopes: Annotated[list[ScopeIn], Field(min_length=1, max_length=7)]
    days: Annotated[int, Field(ge=1, le=MOST_DAYS), WHOLE] = USUAL_DAYS


class TokenMade(TokenOut):
    """A new token; its text is shown this once."""

    token: str


@desk.reads("/tokens", TokenList, _OWN, told="列出我的令牌。")
def list_tokens(request: Asking) -> Record:
    """Return one's own tokens."""
    owned = ApiToken.objects.filter(owner=acting(request).user_id)
    return {"tokens": [_out(one) for one in owned]}


@desk.changes("/tokens", TokenMade, _OWN, told="建立令牌；全文只给这一次。")
def make_new_token(request: Asking, wanted: TokenIn) -> Record:
    """Make a token; its text is answered this once."""
    actor = acting(request)
    token = Wanted(
        name=wanted.name,
        scopes=frozenset(wanted.scopes),
        days=wanted.days,
        by=by_whom(request),
    )
    made = perform(actor, make_token, actor, token)
    return _out(made.token) | {"token": made.text}


@desk.changes(
    "/tokens/{int:number}", TokenOut, _OWN, method="DELETE", told="停用令牌，立即生效。"
)
def revoke_one_token(request: Asking, number: int) -> Record:
    """Let nobody use a token any more."""
    actor = acting(request)
    if not ApiToken.objects.filter(owner=actor.user_id, pk=number).exists():
        raise Stopped(404)
    return _out(perform(actor, revoke_token, actor, number))


def _out(token: ApiToken) -> Record:
    return {name: getattr(token, name) for name in TokenOut.model_fields}
