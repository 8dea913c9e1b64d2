"""What the system administrator does to accounts; each leaves an entry in the journal."""

from __future__ import annotations

from attrs import frozen
from django.utils import timezone

from paitou.office.journal.actions import Done, NotAllowed, Refused, perform
from paitou.office.journal.writing import Change
from paitou.office.people import limits, passwords
from paitou.office.people.acting import Actor
from paitou.office.people.models import Tenure, User, spelt
from paitou.office.people.roles import ADMINISTRATORS, Right
from paitou.office.people.states import State, subject_of, user_state


@frozen
class Handed:
    """An account and the one-time password to hand over; it is shown once."""

    user: User
    password: str


def add_user(actor: Actor, login: str, name: str) -> Handed:
    """Return a new account; nothing may be done with it until it is given a post.

    Raises:
        NotAllowed: they may not.
        Refused: the account is there already.
    """

    def added() -> Done[Handed]:
        actor.must(Right.EDIT_USERS)
        if User.objects.filter(login=spelt(login)).exists():
            raise Refused(f"账号“{spelt(login)}”已经有了，请换一个。")
        user = User.objects.create_user(login, None, name=name.strip())
        password = passwords.one_time_password()
        passwords.put(user, password, must_change=True)
        return Done(Handed(user, password), (change_of(user, "people.add_user", None),))

    return perform(actor, added)


def renew_password(actor: Actor, user: User, reason: str) -> Handed:
    """Return a new one-time password for somebody who lost theirs.

    Raises:
        NotAllowed: they may not; an administrator's is renewed at the server itself.
    """

    def renewed() -> Done[Handed]:
        _may_manage(actor, user)
        before = user_state(user)
        password = passwords.one_time_password()
        passwords.put(user, password, must_change=True)
        limits.unlock(user.login)
        change = change_of(user, "people.renew_password", before, reason)
        return Done(Handed(user, password), (change,))

    return perform(actor, renewed)


def stop_user(actor: Actor, user: User, reason: str) -> None:
    """Let nobody sign in to an account any more.

    Raises:
        NotAllowed: they may not.
    """
    _set_active(actor, user, reason, is_active=False)


def resume_user(actor: Actor, user: User, reason: str) -> None:
    """Let somebody sign in again.

    Raises:
        NotAllowed: they may not.
    """
    _set_active(actor, user, reason, is_active=True)


def unlock_user(actor: Actor, user: User, reason: str) -> None:
    """Let somebody try again before the time of the lock is over.

    Raises:
        NotAllowed: they may not.
    """

    def unlocked() -> Done[None]:
        actor.must(Right.EDIT_USERS)
        limits.unlock(user.login)
        change = Change(action="people.unlock", subject=f"session:{user.pk}", reason=reason)
        return Done(None, (change,))

    perform(actor, unlocked)


def erase_user(actor: Actor, user: User, reason: str) -> None:
    """Erase a person; what their posts did stays in the journal, without them.

    Raises:
        NotAllowed: they may not.
        Refused: the account can still be used.
    """

    def erased() -> Done[None]:
        _may_manage(actor, user)
        if user.is_active:
            raise Refused("请先停用账号，再抹去个人信息。")
        gone = [
            Change(action="people.end_tenure", subject=subject_of(each), reason=reason)
            for each in Tenure.objects.filter(user=user)
        ]
        gone.append(
            Change(
                action="people.erase_user",
                subject=subject_of(user),
                reason=reason,
                before=user_state(user),
            )
        )
        user.delete()
        return Done(None, tuple(gone))

    perform(actor, erased)


def clear_second_step(actor: Actor, user: User, reason: str) -> None:
    """Take the second step off an account whose phone was lost.

    It takes two administrators to take over an account that has one: this is the security
    administrator's, a new password the system administrator's.

    Raises:
        NotAllowed: they may not.
    """

    def cleared() -> Done[None]:
        actor.must(Right.GRANT_POSTS)
        _not_an_administrator(actor, user)
        before = user_state(user)
        user.totp_key, user.totp_step, user.recovery = "", 0, []
        user.save(update_fields=["totp_key", "totp_step", "recovery"])
        change = change_of(user, "people.clear_second_step", before, reason)
        return Done(None, (change,))

    perform(actor, cleared)


def unlink_user(actor: Actor, user: User, reason: str) -> None:
    """Forget who somebody is to the provider of single sign-on; the next time it is learnt.

    Raises:
        NotAllowed: they may not.
    """

    def unlinked() -> Done[None]:
        actor.must(Right.GRANT_POSTS)
        _not_an_administrator(actor, user)
        before = user_state(user)
        user.single = ""
        user.save(update_fields=["single"])
        user.end_sessions()
        return Done(None, (change_of(user, "people.unlink_user", before, reason),))

    perform(actor, unlinked)


def change_of(user: User, action: str, before: State | None, reason: str = "") -> Change:
    """Return the change of an account from what it was to what it is now."""
    return Change(
        action=action,
        subject=subject_of(user),
        reason=reason,
        before=before,
        after=user_state(user),
    )


def is_administrator(user: User) -> bool:
    """Return whether somebody is one of the three, now or later."""
    today = timezone.localdate()
    held = Tenure.objects.between(today, None).filter(user=user)
    return held.filter(post__role__in=ADMINISTRATORS).exists()


def _set_active(actor: Actor, user: User, reason: str, *, is_active: bool) -> None:
    action = "people.resume_user" if is_active else "people.stop_user"

    def done() -> Done[None]:
        _may_manage(actor, user)
        before = user_state(user)
        user.is_active = is_active
        user.save(update_fields=["is_active"])
        user.end_sessions()
        return Done(None, (change_of(user, action, before, reason),))

    perform(actor, done)


def _may_manage(actor: Actor, user: User) -> None:
    actor.must(Right.EDIT_USERS)
    _not_an_administrator(actor, user)


def _not_an_administrator(actor: Actor, user: User) -> None:
    """Stop an administrator from becoming another one by their password or phone."""
    if user.pk == actor.user_id or is_administrator(user):
        raise NotAllowed(
            "三员的账号不能在网页上改动：请在服务器上用 paitou admin --reset 账号 处理"
        )
