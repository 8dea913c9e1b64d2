"""A person and scopes → a token, shown once; a token that was sent → whose it is."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterator, Mapping

from attrs import frozen
from django.conf import settings
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from paitou.office.api.models import ApiToken, mark_of
from paitou.office.api.scopes import Scope
from paitou.office.journal.actions import Done, NotAllowed, Refused
from paitou.office.journal.writing import Change
from paitou.office.people.acting import Actor
from paitou.office.people.models import User

#: So that a token that was left somewhere is recognised.
PREFIX = "ptk_"
_SHOWN = 12
USUAL_DAYS, MOST_DAYS = 90, 366
MOST_TOKENS = 20


@frozen(kw_only=True)
class Wanted:
    """What a token is to be.

    Attributes:
        name: what it is for.
        days: how long it lasts.
        by: who vouched for whoever makes it, empty for their own password.
    """

    name: str
    scopes: frozenset[Scope]
    days: int = USUAL_DAYS
    by: str = ""


@frozen
class Made:
    """A token and its text, which is shown once."""

    token: ApiToken
    text: str


def make_token(actor: Actor, wanted: Wanted) -> Done[Made]:
    """Make a token for oneself; it does no more than its owner may on the day of use."""
    if actor.user_id is None:
        raise NotAllowed("登录以后才能建立令牌")
    today = timezone.localdate()
    if not wanted.name.strip() or not wanted.scopes:
        raise Refused("请写明令牌的用途，并至少选一项范围。")
    if not 1 <= wanted.days <= MOST_DAYS:
        raise Refused(f"有效期为1到{MOST_DAYS}天。")
    owned = ApiToken.objects.filter(owner=actor.user_id, revoked_on=None, ends__gt=today)
    if sum(one.holds for one in owned.select_related("owner")) >= MOST_TOKENS:
        raise Refused(f"有效的令牌已有{MOST_TOKENS}个，请先停用不用的。")
    text = PREFIX + secrets.token_urlsafe(32)
    token = ApiToken.objects.create(
        owner_id=actor.user_id,
        name=wanted.name.strip()[:60],
        prefix=text[:_SHOWN],
        digest=_digest(text),
        scopes=sorted(wanted.scopes),
        by=wanted.by[:60],
        made_on=today,
        ends=today + dt.timedelta(days=wanted.days),
        bound=mark_of(User.objects.get(pk=actor.user_id).password),
    )
    change = Change(
        action="api.make_token", subject=subject_of(token), after=token_state(token)
    )
    return Done(Made(token, text), (change,))


def revoke_token(actor: Actor, number: int) -> Done[ApiToken]:
    """Let nobody use one of one's own tokens any more."""
    owned = ApiToken.objects.select_for_update().filter(owner=actor.user_id or 0)
    token = owned.filter(pk=number).first()
    if token is None:
        raise NotAllowed("没有这个令牌")
    if token.revoked_on is not None:
        raise Refused("这个令牌已经停用。")
    before = token_state(token)
    token.revoked_on = timezone.localdate()
    token.save(update_fields=["revoked_on"])
    change = Change(
        action="api.revoke_token",
        subject=subject_of(token),
        before=before,
        after=token_state(token),
    )
    return Done(token, (change,))


def token_of(text: str) -> ApiToken | None:
    """Return the live token that was sent, of an account that is in use; None else."""
    if not text.startswith(PREFIX):
        return None
    found = ApiToken.objects.filter(digest=_digest(text), owner__is_active=True)
    token = found.select_related("owner").first()
    return token if token and token.is_usable else None


def count_call(token: ApiToken) -> bool:
    """Count a call; return whether it is within the limit of the minute.

    One statement, so that calls at the same time are all counted.
    """
    now = timezone.now()
    minute = int(now.timestamp()) // 60
    most = settings.API_PER_MINUTE
    is_free = ~Q(minute=minute) | Q(used__lt=most)
    used = Case(When(minute=minute, then=F("used") + 1), default=Value(1))
    rows = ApiToken.objects.filter(is_free, pk=token.pk)
    return bool(rows.update(minute=minute, used=used, last_used=now))


def token_states() -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield every token by its subject in the journal."""
    for token in ApiToken.objects.order_by("pk").iterator():
        yield subject_of(token), token_state(token)


def subject_of(token: ApiToken) -> str:
    """Return how the journal names it."""
    return f"token:{token.pk}"


def token_state(token: ApiToken) -> Mapping[str, object]:
    """Return what the journal says of it; the secret as a mark of its own."""
    return {
        "user": token.owner_id,
        "mark": token.digest[:16],
        "scopes": token.scopes,
        "ends": token.ends,
        "revoked_on": token.revoked_on,
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
