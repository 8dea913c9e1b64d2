"""Accounts, for the administrators; and whoever asks, for themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Annotated

from django.middleware.csrf import get_token
from pydantic import StringConstraints

from paitou.compile.record import Record
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import EVERYBODY, SIGNED_IN, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Narrowed, Scope
from paitou.office.api.seen import acting
from paitou.office.api.values import Given, Reasoned, Short, Taken, today
from paitou.office.people import accounts
from paitou.office.people.acting import Actor
from paitou.office.people.limits import is_locked
from paitou.office.people.models import Tenure, User
from paitou.office.people.roles import Right
from paitou.office.reporting.work import Item, work_of

desk = Desk("账号")
_MANAGING = use(Scope.MANAGE, Right.EDIT_USERS, Right.GRANT_POSTS)
_EDITING = use(Scope.MANAGE, Right.EDIT_USERS)
Login = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_.@+-]{2,60}$")]
Named = Annotated[str, StringConstraints(max_length=40, pattern=r"^[^\x00-\x1f\x7f]*$")]


class TenureOut(Given):
    """Who holds which post from when to before when."""

    id: int
    user: int
    login: str
    post: int
    org: str
    title: str
    role: str
    begins: dt.date
    ends: dt.date | None
    is_acting: bool


class Me(Given):
    """Who asks, with what they may do today; `csrf_token` is for sessions."""

    user: int | None
    title: str
    posts: list[Record]
    rights: list[str]
    scopes: list[str] | None
    csrf_token: str | None


class WorkItem(Given):
    """A form that waits."""

    submission: int
    org: str
    org_name: str
    round: str
    due: dt.date
    words: str
    days_late: int


class WorkOut(Given):
    """今日待办: what needs whoever asks, in words, and the forms."""

    parts: list[str]
    to_fill: list[WorkItem]
    to_endorse: list[WorkItem]
    to_approve: list[WorkItem]
    on_the_way: list[WorkItem]


class UserOut(Given):
    """An account, never with anything secret."""

    id: int
    login: str
    name: str
    is_active: bool
    must_change: bool
    has_second_step: bool
    is_locked: bool
    last_login: dt.datetime | None
    tenures: list[TenureOut]


class UserList(Given):
    """The accounts that whoever asks may see."""

    users: list[UserOut]


class UserIn(Taken):
    """A new account; the name only serves to tell accounts apart."""

    login: Login
    name: Named = ""


class Handed(Given):
    """An account and its one-time password, shown once."""

    id: int
    login: str
    password: Short


class Erased(Given):
    """The number of the account that is no more."""

    erased: int


@desk.reads(
    "/me",
    Me,
    use(Scope.READ, rule=EVERYBODY),
    told="我是谁：岗位、权限、令牌范围；用会话的，附 CSRF 校验值。",
)
def get_me(request: Asking) -> Record:
    """Return who asks, and what they may do today."""
    actor = acting(request)
    by_token = isinstance(actor, Narrowed)
    is_session = actor.is_signed_in and not by_token
    return {
        "user": actor.user_id,
        "title": actor.title,
        "posts": [{"org": p.org, "title": p.title, "role": p.role} for p in actor.posts],
        "rights": [right.value for right in Right if actor.may(right)],
        "scopes": sorted(actor.scopes) if isinstance(actor, Narrowed) else None,
        "csrf_token": get_token(request) if is_session else None,
    }


@desk.reads("/work", WorkOut, use(Scope.READ, rule=SIGNED_IN), told="今日待办。")
def get_work(request: Asking) -> Record:
    """Return what waits for whoever asks."""
    work = work_of(acting(request), today())
    return {
        "parts": list(work.parts),
        "to_fill": list(map(_item, work.to_fill)),
        "to_endorse": list(map(_item, work.to_endorse)),
        "to_approve": list(map(_item, work.to_approve)),
        "on_the_way": list(map(_item, work.on_the_way)),
    }


@desk.reads("/users", UserList, _MANAGING, told="列出账号。")
def list_users(request: Asking) -> Record:
    """Return the accounts."""
    seen = User.objects.for_actor(acting(request)).prefetch_related("tenures__post")
    return {"users": [user_out(one) for one in seen]}


@desk.changes("/users", Handed, _EDITING, told="新建账号，得到一次性口令。")
def add_new_user(request: Asking, wanted: UserIn) -> Record:
    """Open an account."""
    return _handed(accounts.add_user(acting(request), wanted.login, wanted.name))


@desk.reads("/users/{int:number}", UserOut, _MANAGING, told="查看一个账号和它的任职。")
def get_user(request: Asking, number: int) -> Record:
    """Return an account with its tenures."""
    return user_out(_user(request, number))


@desk.changes(
    "/users/{int:number}/renew-password",
    Handed,
    _EDITING,
    told="重置口令，得到一次性口令。",
)
def renew_user_password(request: Asking, number: int, why: Reasoned) -> Record:
    """Give an account a one-time password."""
    actor, user = acting(request), _user(request, number)
    return _handed(accounts.renew_password(actor, user, why.reason))


@desk.changes(
    "/users/{int:number}/stop", UserOut, _EDITING, told="停用账号；它的令牌同时不能用。"
)
def stop_one_user(request: Asking, number: int, why: Reasoned) -> Record:
    """Let nobody use an account."""
    return _done(request, number, accounts.stop_user, why)


@desk.changes("/users/{int:number}/resume", UserOut, _EDITING, told="恢复账号。")
def resume_one_user(request: Asking, number: int, why: Reasoned) -> Record:
    """Let an account be used again."""
    return _done(request, number, accounts.resume_user, why)


@desk.changes("/users/{int:number}/unlock", UserOut, _EDITING, told="解除锁定。")
def unlock_one_user(request: Asking, number: int, why: Reasoned) -> Record:
    """End the lock of an account."""
    return _done(request, number, accounts.unlock_user, why)


@desk.changes(
    "/users/{int:number}/erase",
    Erased,
    _EDITING,
    told="抹去个人信息；岗位做过的事仍在留痕里。",
)
def erase_one_user(request: Asking, number: int, why: Reasoned) -> Record:
    """Erase a person."""
    accounts.erase_user(acting(request), _user(request, number), why.reason)
    return {"erased": number}


@desk.changes(
    "/users/{int:number}/clear-second-step",
    UserOut,
    use(Scope.MANAGE, Right.GRANT_POSTS),
    told="取消两步验证。",
)
def clear_user_second_step(request: Asking, number: int, why: Reasoned) -> Record:
    """Take the second step off an account."""
    return _done(request, number, accounts.clear_second_step, why)


@desk.changes(
    "/users/{int:number}/unlink",
    UserOut,
    use(Scope.MANAGE, Right.GRANT_POSTS),
    told="解除与统一身份认证账号的关联。",
)
def unlink_one_user(request: Asking, number: int, why: Reasoned) -> Record:
    """Part an account from the one of the single sign-on."""
    return _done(request, number, accounts.unlink_user, why)


def tenure_out(tenure: Tenure) -> Record:
    """Return a tenure as it is answered."""
    return {
        "id": tenure.pk,
        "user": tenure.user_id,
        "login": tenure.user.login,
        "post": tenure.post_id,
        "org": tenure.post.org,
        "title": tenure.post.title,
        "role": tenure.post.role,
        "begins": tenure.begins,
        "ends": tenure.ends,
        "is_acting": tenure.is_acting,
    }


def user_out(user: User) -> Record:
    """Return an account as it is answered."""
    return {
        "id": user.pk,
        "login": user.login,
        "name": user.name,
        "is_active": user.is_active,
        "must_change": user.must_change,
        "has_second_step": bool(user.totp_key),
        "is_locked": is_locked(user.login),
        "last_login": user.last_login,
        "tenures": [tenure_out(one) for one in user.tenures.all()],
    }


def _item(item: Item) -> Record:
    return {
        "submission": item.submission.pk,
        "org": item.submission.org,
        "org_name": item.submission.org_name,
        "round": item.submission.round.title,
        "due": item.term.due,
        "words": item.term.words,
        "days_late": item.term.days_late,
    }


def _user(request: Asking, number: int) -> User:
    found = User.objects.for_actor(acting(request)).filter(pk=number).first()
    if found is None:
        raise Stopped(404)
    return found


def _done(
    request: Asking, number: int, act: Callable[[Actor, User, str], None], why: Reasoned
) -> Record:
    user = _user(request, number)
    act(acting(request), user, why.reason)
    return user_out(user)


def _handed(handed: accounts.Handed) -> Record:
    user = handed.user
    return {"id": user.pk, "login": user.login, "password": handed.password}
