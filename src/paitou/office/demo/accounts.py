"""A cast → organisations, accounts and posts, made by the actions that make them."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping

from django.utils import timezone

from paitou.model import Book
from paitou.office.demo.cast import ADMINISTRATORS, MEMBERS, OFFICES, Member
from paitou.office.journal.actions import Done, perform
from paitou.office.people import limits, passwords
from paitou.office.people.accounts import change_of
from paitou.office.people.acting import Actor, Machine, actor_of
from paitou.office.people.administrators import make_administrators
from paitou.office.people.models import User
from paitou.office.people.orgs import Turned, import_orgs
from paitou.office.people.posts import add_post, grant
from paitou.office.people.roles import Role
from paitou.office.people.states import user_state

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUND = "演示"
_SIGN_IN = (*MEMBERS, *ADMINISTRATORS)


def new_passwords() -> dict[str, str]:
    """Return a password for each account that a visitor signs in to: Yz-kx7m-4pqr."""
    return {each.login: _password() for each in _SIGN_IN}


def make_people(
    book: Book, others: Iterable[Member], chosen: Mapping[str, str]
) -> dict[str, Actor]:
    """Return everybody as they act, by their account.

    Args:
        book: whose organisations there are.
        others: who has no password, so that nobody signs in as one of them.
        chosen: the passwords by account.
    """
    make_administrators()
    today = timezone.localdate()
    system, security = (_actor(login.value) for login in (Role.SYSTEM, Role.SECURITY))
    import_orgs(system, (*book.orgs, *OFFICES), Turned(today, _GROUND))
    for each in ADMINISTRATORS:
        set_password(User.objects.get(login=each.login), chosen[each.login])
    for each in (*MEMBERS, *others):
        user = _user(each.login, chosen.get(each.login))
        post = add_post(security, each.org, each.title, each.role)
        grant(security, user, post, (today, None))
    return {user.login: actor_of(user, today) for user in User.objects.all()}


def set_password(user: User, password: str) -> None:
    """Give an account its password of the demonstration, and let it be used at once."""

    def changed() -> Done[None]:
        before = user_state(user)
        user.is_active, user.totp_key, user.totp_step = True, "", 0
        user.save(update_fields=["is_active", "totp_key", "totp_step"])
        passwords.put(user, password, must_change=False)
        limits.unlock(user.login)
        change = change_of(user, "people.renew_password", before, _GROUND)
        return Done(None, (change,))

    perform(Machine(), changed)


def _user(login: str, password: str | None) -> User:
    def added() -> Done[User]:
        user = User.objects.create_user(login, None)
        if password:
            passwords.put(user, password, must_change=False)
        return Done(user, (change_of(user, "people.add_user", None),))

    return perform(Machine(), added)


def _actor(login: str) -> Actor:
    return actor_of(User.objects.get(login=login), timezone.localdate())


def _password() -> str:
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(2))
    return f"Yz-{'-'.join(groups)}"
