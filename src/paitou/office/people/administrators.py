"""An empty office → its three administrators, each with a one-time password."""

from __future__ import annotations

from django.utils import timezone

from paitou.office.journal.actions import Done, Refused, perform
from paitou.office.journal.writing import Change
from paitou.office.people import limits, passwords
from paitou.office.people.accounts import Handed, change_of, is_administrator
from paitou.office.people.acting import Machine
from paitou.office.people.models import Post, Tenure, User, spelt
from paitou.office.people.roles import Role
from paitou.office.people.states import post_state, subject_of, tenure_state, user_state

#: Their accounts are called like their roles.
_ROLES = (Role.SYSTEM, Role.SECURITY, Role.AUDIT)


def make_administrators() -> list[Handed]:
    """Return the three, made in one go.

    Raises:
        Refused: there is an account of one of them already.
    """

    def made() -> Done[list[Handed]]:
        logins = [role.value for role in _ROLES]
        if User.objects.filter(login__in=logins).exists():
            raise Refused(
                "三员账号已经建过。有人忘记口令或丢失手机，请用 paitou admin --reset 账号。"
            )
        handed, changes = [], []
        for role in _ROLES:
            one, entries = _made(role)
            handed.append(one)
            changes += entries
        return Done(handed, tuple(changes))

    return perform(Machine(), made)


def reset_administrator(login: str) -> Handed:
    """Return a new one-time password of an administrator, whose second step is taken off.

    Raises:
        Refused: there is no such administrator.
    """

    def reset() -> Done[Handed]:
        user = User.objects.filter(login=spelt(login)).first()
        if user is None or not is_administrator(user):
            raise Refused(f"没有三员账号“{login}”；其他账号请系统管理员在网页上重置。")
        before = user_state(user)
        user.is_active = True
        user.totp_key, user.totp_step, user.recovery = "", 0, []
        user.save(update_fields=["is_active", "totp_key", "totp_step", "recovery"])
        password = passwords.one_time_password()
        passwords.put(user, password, must_change=True)
        limits.unlock(user.login)
        change = change_of(user, "people.renew_password", before, "在服务器上重置")
        return Done(Handed(user, password), (change,))

    return perform(Machine(), reset)


def _made(role: Role) -> tuple[Handed, list[Change]]:
    user = User.objects.create_user(role.value, None)
    password = passwords.one_time_password()
    passwords.put(user, password, must_change=True)
    post = Post.objects.create(org="", title=role.label, role=role.value)
    tenure = Tenure.objects.create(user=user, post=post, begins=timezone.localdate())
    return Handed(user, password), [
        change_of(user, "people.add_user", None),
        Change(action="people.add_post", subject=subject_of(post), after=post_state(post)),
        Change(
            action="people.grant_post",
            subject=subject_of(tenure),
            after=tenure_state(tenure),
        ),
    ]
