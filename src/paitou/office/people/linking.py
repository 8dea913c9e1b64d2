"""Who somebody is to a provider → the account that is theirs here; never a new one."""

from __future__ import annotations

import hashlib

from django.utils import timezone

from paitou.office.journal.actions import Done, Refused, perform
from paitou.office.people.accounts import change_of, is_administrator
from paitou.office.people.acting import actor_of
from paitou.office.people.models import User, spelt
from paitou.office.people.states import user_state

_NOBODY = "这里没有与您对应的账号，或账号已停用，请联系系统管理员"


def account_of(issuer: str, subject: str, login: str, address: str) -> User:
    """Return the account that is bound to somebody, or bind the one of their name.

    Once bound it stays theirs: whoever is given their name at the provider later does not
    get their account here.

    Raises:
        Refused: there is none, it is stopped, or it is one of the three administrators'.
    """
    mark = hashlib.sha256(f"{issuer}\n{subject}".encode()).hexdigest()
    bound = User.objects.filter(single=mark).first()
    user = bound or User.objects.filter(login=spelt(login), single="").first()
    if user is None or not user.is_active:
        raise Refused(_NOBODY)
    if is_administrator(user):
        raise Refused("三员不能由别的系统代为确认身份")
    if bound is None:
        _bind(user, mark, address)
    return user


def _bind(user: User, mark: str, address: str) -> None:
    def bound() -> Done[None]:
        fresh = User.objects.select_for_update().get(pk=user.pk)
        if fresh.single:
            raise Refused(_NOBODY)
        before = user_state(fresh)
        fresh.single = user.single = mark
        fresh.save(update_fields=["single"])
        return Done(None, (change_of(fresh, "people.link_user", before),))

    perform(actor_of(user, timezone.localdate(), address), bound)
