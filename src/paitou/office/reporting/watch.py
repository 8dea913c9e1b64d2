"""Which of the three administrators looks → what they must see to today."""

from __future__ import annotations

import datetime as dt

from attrs import frozen
from django.urls import reverse
from django.utils import timezone

from paitou.office.people.acting import Actor
from paitou.office.people.limits import locked_among
from paitou.office.people.models import Post, Tenure, User
from paitou.office.people.roles import Right
from paitou.office.tasks.models import State
from paitou.office.tasks.signs import Signs, read_signs


@frozen(kw_only=True)
class Sign:
    """One thing that an administrator looks at.

    Attributes:
        is_well: False where something must be done.
        address: the page where it is done; empty where it is done at the server.
    """

    label: str
    words: str
    is_well: bool = True
    address: str = ""


def signs_for(actor: Actor, today: dt.date) -> tuple[Sign, ...]:
    """Return what somebody watches over; nothing for who is no administrator."""
    found: list[Sign] = []
    if actor.may(Right.EDIT_USERS):
        signs = read_signs()
        found += (_locked(), _backup(signs), _duties(signs))
    if actor.may(Right.GRANT_POSTS):
        found += (_without_post(today), _vacant(today))
    if actor.may(Right.READ_JOURNAL):
        signs = read_signs()
        found += (_verified(signs), _head(signs))
    return tuple(found)


def ways_for(actor: Actor) -> tuple[tuple[str, str], ...]:
    """Return the pages on which somebody administers, by their names."""
    known = (
        (Right.EDIT_ORGS, "单位", "orgs"),
        (Right.EDIT_USERS, "账号", "users"),
        (Right.GRANT_POSTS, "账号", "users"),
        (Right.GRANT_POSTS, "岗位和任职", "posts"),
        (Right.READ_JOURNAL, "留痕", "journal"),
        (Right.READ_JOURNAL, "留痕校验值存留单", "deposit_sheet"),
        (Right.EDIT_USERS, "运行情况", "duties"),
        (Right.GRANT_POSTS, "运行情况", "duties"),
        (Right.READ_JOURNAL, "运行情况", "duties"),
    )
    open_to = ((label, reverse(name)) for right, label, name in known if actor.may(right))
    return tuple(dict.fromkeys(open_to))


def _locked() -> Sign:
    logins = User.objects.filter(is_active=True).values_list("login", flat=True)
    locked = sorted(locked_among(logins))
    words = f"{len(locked)}个：{'、'.join(locked)}" if locked else "没有"
    return Sign(
        label="锁定的账号", words=words, is_well=not locked, address=reverse("users")
    )


def _backup(signs: Signs) -> Sign:
    at = signs.backup_at
    if at is None:
        words = "还没有每日备份：请在服务器上安排 paitou tick，或运行 paitou backup 文件"
        return Sign(
            label="最近一次备份", words=words, is_well=False, address=reverse("duties")
        )
    return Sign(label="最近一次备份", words=_moment(at), address=reverse("duties"))


def _duties(signs: Signs) -> Sign:
    words = "、".join(duty.label for duty in signs.failing) or "没有出错的"
    return Sign(
        label="定时任务",
        words=words,
        is_well=not signs.failing,
        address=reverse("duties"),
    )


def _without_post(today: dt.date) -> Sign:
    held = Tenure.objects.on(today).values("user")
    logins = User.objects.filter(is_active=True).exclude(pk__in=held)
    found = list(logins.values_list("login", flat=True))
    words = f"{len(found)}个：{'、'.join(found)}" if found else "没有"
    return Sign(
        label="没有岗位的账号", words=words, is_well=not found, address=reverse("posts")
    )


def _vacant(today: dt.date) -> Sign:
    held = Tenure.objects.on(today).values("post")
    found = Post.objects.filter(closed_on=None).exclude(pk__in=held).count()
    words = f"{found}个" if found else "没有"
    return Sign(
        label="没有人任的岗位", words=words, is_well=not found, address=reverse("posts")
    )


def _verified(signs: Signs) -> Sign:
    run = signs.verified
    if run is None or run.ended is None:
        words = "还没有核对过：请在服务器上运行 paitou verify"
        return Sign(
            label="留痕核对", words=words, is_well=False, address=reverse("journal")
        )
    words = f"{_moment(run.ended)}，{run.words}"
    is_well = run.state == State.DONE
    return Sign(label="留痕核对", words=words, is_well=is_well, address=reverse("journal"))


def _head(signs: Signs) -> Sign:
    words = f"{signs.entries}条，校验值{signs.digest[:16]}…"
    return Sign(label="留痕", words=words, address=reverse("journal"))


def _moment(at: dt.datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"
