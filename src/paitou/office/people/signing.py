"""A login, a password and a code → somebody signed in, or a sentence why not."""

from __future__ import annotations

import time

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from paitou.office.journal.actions import Done, Refused, perform
from paitou.office.journal.writing import Change
from paitou.office.people import limits, passwords, recovery, second_step
from paitou.office.people.acting import Actor, actor_of
from paitou.office.people.models import Tenure, User, spelt
from paitou.office.people.roles import ADMINISTRATORS
from paitou.office.people.states import State, subject_of, user_state

_WRONG = "账号或口令不对，请重新输入。"


class Waits(Refused):
    """Too many attempts failed; the words say how long to wait."""


def check_password(login: str, password: str, address: str) -> User:
    """Return whose account it is.

    Raises:
        Waits: too many attempts failed, on this account or from this address.
        Refused: there is no such account, or the password is wrong; which is not told.
    """
    login = spelt(login)
    spent = _spend(login, address)
    user = User.objects.filter(login=login, is_active=True).first()
    if user is None:
        make_password(password)  # takes as long as looking: nobody learns who has one
    if user is None or not user.check_password(password):
        _tell_lock(user, spent.failures + 1, address)
        raise Refused(_WRONG)
    _right(user, address, is_last_step=not user.totp_key)
    return user


def check_code(user: User, code: str, address: str) -> None:
    """Take the code of somebody's second step, or one that they printed for a lost phone.

    Raises:
        Waits: too many attempts failed.
        Refused: it is wrong, or was used already.
    """
    spent = _spend(user.login, address)
    if not _takes_phone(user, code) and not _takes_recovery(user, code, address):
        _tell_lock(user, spent.failures + 1, address)
        raise Refused("验证码不对或已经用过，请等手机上显示下一个再输入。")
    _right(user, address, is_last_step=True)


def enter(user: User, address: str, *, by: str = "") -> None:
    """Write down that somebody signed in, and by what where it was not by a password."""
    after = {"by": by} if by else None
    change = Change(action="people.sign_in", subject=f"session:{user.pk}", after=after)
    perform(_as(user, address), lambda: Done(None, (change,)))


def leave(user: User, address: str) -> None:
    """Write down that somebody signed out."""
    change = Change(action="people.sign_out", subject=f"session:{user.pk}")
    perform(_as(user, address), lambda: Done(None, (change,)))


def change_password(user: User, old: str, new: str, address: str) -> None:
    """Give somebody the password that they chose.

    Raises:
        Waits: too many attempts failed.
        Refused: the old one is wrong, or the new one breaks a rule.
    """
    spent = _spend(user.login, address)
    if not user.check_password(old):
        _tell_lock(user, spent.failures + 1, address)
        raise Refused("现在的口令不对，请重新输入。")
    _right(user, address, is_last_step=True)
    if faults := passwords.faults_of(new, user):
        raise Refused("".join(f"{fault.rstrip('。')}。" for fault in faults))
    before = user_state(user)

    def changed() -> Done[None]:
        passwords.put(user, new, must_change=False)
        return Done(None, (_of(user, "people.change_password", before),))

    perform(_as(user, address), changed)


def set_second_step(user: User, key: str, code: str, address: str) -> tuple[str, ...]:
    """Give somebody a second step, once they have shown that their phone knows the key.

    Returns the codes to print for the day when the phone is lost.

    Raises:
        Refused: the code is not that of the key, or there is a second step already.
    """
    if user.totp_key:
        raise Refused("已经设置过两步验证；换手机请找安全管理员先取消。")
    step = second_step.step_of(key, code, time.time(), 0)
    if step is None:
        raise Refused("验证码不对：请核对手机时间后，输入刚显示的六位数字。")
    before = user_state(user)

    def changed() -> Done[tuple[str, ...]]:
        user.totp_key, user.totp_step = key, step
        codes = _give_codes(user)
        user.save(update_fields=["totp_key", "totp_step"])
        return Done(codes, (_of(user, "people.set_second_step", before),))

    return perform(_as(user, address), changed)


def renew_recovery(user: User, code: str, address: str) -> tuple[str, ...]:
    """Return new codes for a lost phone, which the phone itself asks for; the old are void.

    Raises:
        Waits: too many attempts failed.
        Refused: the code is wrong, or there is no second step.
    """
    spent = _spend(user.login, address)
    if not user.totp_key or not _takes_phone(user, code):
        _tell_lock(user, spent.failures + 1, address)
        raise Refused("验证码不对或已经用过，请等手机上显示下一个再输入。")
    _right(user, address, is_last_step=True)
    before = user_state(user)

    def changed() -> Done[tuple[str, ...]]:
        codes = _give_codes(user)
        return Done(codes, (_of(user, "people.renew_recovery", before),))

    return perform(_as(user, address), changed)


def needs_second_step(user: User) -> bool:
    """Return whether somebody must set up a second step before anything else."""
    if user.totp_key or settings.SECOND_STEP == "optional":
        return False
    if settings.SECOND_STEP == "everybody":
        return True
    held = Tenure.objects.on(timezone.localdate()).filter(user=user)
    return held.filter(post__role__in=ADMINISTRATORS).exists()


def _takes_phone(user: User, code: str) -> bool:
    step = second_step.step_of(user.totp_key, code, time.time(), user.totp_step)
    if step is None:
        return False
    # Of two who bring the same code at once, one changes the row.
    fresh = User.objects.filter(pk=user.pk, totp_step__lt=step)
    return bool(fresh.update(totp_step=step))


def _takes_recovery(user: User, code: str, address: str) -> bool:
    def taken() -> Done[bool]:
        locked = User.objects.select_for_update().get(pk=user.pk)
        before = user_state(locked)
        if not recovery.take(locked, code):
            return Done(made=False, changes=())
        return Done(made=True, changes=(_of(locked, "people.use_recovery", before),))

    return perform(_as(user, address), taken)


def _give_codes(user: User) -> tuple[str, ...]:
    codes = recovery.new_codes()
    user.recovery = recovery.marks_of(codes)
    user.save(update_fields=["recovery"])
    return codes


def _spend(login: str, address: str) -> limits.Spent:
    spent = limits.spend(login, address)
    if spent.is_refused:
        minutes = settings.LOCK_MINUTES
        raise Waits(f"连续失败次数过多，请{minutes}分钟以后再试，或联系系统管理员。")
    return spent


def _right(user: User, address: str, *, is_last_step: bool) -> None:
    """Forget failures only after the last step: a password alone buys no new guesses."""
    limits.take_back(user.login, address)
    if is_last_step:
        limits.unlock(user.login)


def _tell_lock(user: User | None, failures: int, address: str) -> None:
    """Write down that an account is locked: one entry, however many failures follow."""
    if user is None or failures != settings.SIGN_IN_FAILURES:
        return
    change = Change(
        action="people.lock", subject=f"session:{user.pk}", after={"failures": failures}
    )
    perform(Actor(address=address), lambda: Done(None, (change,)))


def _of(user: User, action: str, before: State) -> Change:
    return Change(
        action=action,
        subject=subject_of(user),
        before=before,
        after=user_state(user),
    )


def _as(user: User, address: str) -> Actor:
    return actor_of(user, timezone.localdate(), address)
