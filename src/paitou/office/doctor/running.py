"""The signs of an office → what is not kept up: backups, deposits, checks, people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.conf import settings

from paitou.model import Issue, Level, UsageError
from paitou.office.people.models import Tenure
from paitou.office.people.roles import ADMINISTRATORS
from paitou.office.tasks.checking import kept_deposits
from paitou.office.tasks.signs import Signs, read_signs

#: A day, and the time that a night's work may be late.
_STALE = dt.timedelta(hours=36)
_STOPPED = dt.timedelta(hours=1)
_SCARCE = 0.1


def running_issues(now: dt.datetime) -> Iterator[Issue]:
    """Yield what is not kept up."""
    signs = read_signs()
    yield from _administrators(now.date())
    yield from _background(signs, now)
    yield from _backed_up(signs, now)
    yield from _verified(signs, now)
    yield from _deposited(now.date())
    if signs.free_share < _SCARCE:
        yield Issue(
            code="deploy-disk-full",
            level=Level.ERROR,
            message=f"磁盘只剩{signs.free_share:.0%}",
            remedy="清理或扩容；备份可以用 PAITOU_BACKUP_DIR 放到别处",
        )


def _administrators(today: dt.date) -> Iterator[Issue]:
    held = Tenure.objects.on(today).filter(post__role__in=ADMINISTRATORS)
    roles = {*held.values_list("post__role", flat=True)}
    if missing := [role.label for role in sorted(ADMINISTRATORS) if role not in roles]:
        yield Issue(
            code="deploy-administrators-none",
            level=Level.ERROR,
            message=f"还没有{'、'.join(missing)}",
            remedy="运行 paitou admin，把三个口令分别交给三个人",
        )
    unclaimed = held.filter(user__must_change=True).values_list("user__login", flat=True)
    if logins := sorted({*unclaimed}):
        yield Issue(
            code="deploy-administrators-unclaimed",
            level=Level.WARNING,
            message=f"{'、'.join(logins)}还在用一次性口令",
            remedy="请本人登录，改口令，设置两步验证",
        )


def _background(signs: Signs, now: dt.datetime) -> Iterator[Issue]:
    if signs.seen is None or now - signs.seen > _STOPPED:
        when = f"，上次是{signs.seen:%Y-%m-%d %H:%M}" if signs.seen else ""
        yield Issue(
            code="deploy-tick-stopped",
            level=Level.ERROR,
            message=f"后台任务没有在运行{when}",
            remedy="启动 paitou tick --every 60（paitou-tick.service）",
        )
    for duty in signs.failing:
        yield Issue(
            code="deploy-duty-failing",
            level=Level.ERROR,
            message=f"“{duty.label}”没有做成或发现问题",
            remedy="在“运行情况”页看原因",
        )


def _backed_up(signs: Signs, now: dt.datetime) -> Iterator[Issue]:
    if signs.backup_at is None or now - signs.backup_at > _STALE:
        when = f"，最近一份是{signs.backup_at:%Y-%m-%d %H:%M}的" if signs.backup_at else ""
        yield Issue(
            code="deploy-backup-old",
            level=Level.ERROR,
            message=f"没有一天以内的备份{when}",
            remedy="运行 paitou tick --only backup，并看它为什么没有自己做",
        )


def _verified(signs: Signs, now: dt.datetime) -> Iterator[Issue]:
    ended = signs.verified.ended if signs.verified else None
    if ended is None or now - ended > _STALE:
        yield Issue(
            code="deploy-verify-old",
            level=Level.WARNING,
            message="一天以内没有核对过留痕",
            remedy="运行 paitou tick --only verify",
        )


def _deposited(today: dt.date) -> Iterator[Issue]:
    try:
        days = [one.day for one in kept_deposits()]
    except UsageError as fault:
        yield Issue(
            code="deploy-deposit-unreadable",
            level=Level.ERROR,
            message=str(fault).rstrip("。"),
            remedy="改正这一行，或在行首加 # 作为说明",
        )
        return
    if not days or today - max(days) > dt.timedelta(days=1):
        yield Issue(
            code="deploy-deposit-old",
            level=Level.WARNING,
            message=f"近两天没有把留痕的校验值存到“{settings.DEPOSIT_FILE}”",
            remedy="运行 paitou tick --only deposit",
        )
