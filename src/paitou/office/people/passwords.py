"""A new password → what is wrong with it; and one-time passwords to hand over."""

from __future__ import annotations

import datetime as dt
import re
import secrets

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils import timezone

from paitou.office.people.models import PastPassword, User

#: Without what is easily mistaken when read out: 0 and o, 1 and l and i.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _IN_GROUP = 4, 4
_SHORTEST, _KINDS, _LONG = 10, 3, 16
_REMEMBERED = 5
_AROUND = re.compile(r"^[^a-z]+|[^a-z]+$")
_LOOKS_LIKE = str.maketrans("@40135$7", "aaolesst")
#: What is tried first here and stands in no list from elsewhere.
_LOCAL = frozenset(
    (
        *("admin", "administrator", "root", "system", "test", "user", "guest", "passwd"),
        *("qwer", "qwert", "qaz", "qazwsx", "zaq", "asd", "asdf", "zxc", "abc", "abcd"),
        *("aa", "woaini", "zhongguo", "zhengfu", "xitong", "guanliyuan", "mima"),
        *("huawei", "paitou"),
    )
)


class Varied:
    """Asks for ten characters, of a short password of three kinds (等保 8.1.4.1)."""

    def validate(self, password: str, user: User | None = None) -> None:  # noqa: ARG002 (Django's own)
        """Do nothing.

        Raises:
            ValidationError: it is too short, or short and of too few kinds.
        """
        if len(password) < _SHORTEST:
            raise ValidationError(f"至少要{_SHORTEST}个字符", code="password_too_short")
        kinds = (str.isdigit, str.islower, str.isupper, lambda c: not c.isalnum())
        found = sum(any(kind(each) for each in password) for kind in kinds)
        if len(password) < _LONG and found < _KINDS:
            raise ValidationError(self.get_help_text(), code="password_not_varied")

    def get_help_text(self) -> str:
        """Return the rule."""
        return f"大写字母、小写字母、数字、符号至少有{_KINDS}种；满{_LONG}个字符的不限"


class WellKnown(CommonPasswordValidator):
    """Refuses what everybody tries first: a listed word, also with @123 behind it."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Do nothing.

        Raises:
            ValidationError: it is a well-known one, or little more than that.
        """
        core = _AROUND.sub("", password.lower())
        for text in (core, core.translate(_LOOKS_LIKE)):
            stem = "".join(each for each in text if each.isalpha())
            if stem in _LOCAL or (len(password) < _LONG and stem in self.passwords):
                raise ValidationError(self.get_help_text(), code="password_too_common")
        super().validate(password, user)

    def get_help_text(self) -> str:
        """Return the rule."""
        return "不能是常见的口令，后面加上年份或 @123 也不行"


class NotUsedBefore:
    """Refuses the password in use and those before it."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Do nothing.

        Raises:
            ValidationError: somebody had it already.
        """
        if user is None or user.pk is None:
            return
        past = PastPassword.objects.filter(user=user)[:_REMEMBERED]
        for known in (user.password, *(one.password for one in past)):
            if check_password(password, known):
                raise ValidationError(self.get_help_text(), code="password_used_before")

    def get_help_text(self) -> str:
        """Return the rule."""
        return f"不能与现在的和最近{_REMEMBERED}次用过的相同"


def faults_of(password: str, user: User) -> list[str]:
    """Return what is wrong with a new password; nothing where it may be taken."""
    try:
        validate_password(password, user)
    except ValidationError as fault:
        # Django's own word for it is another than that of these pages.
        return [told.replace("密码", "口令") for told in fault.messages]
    return []


def is_due(user: User) -> bool:
    """Return whether the password must be changed before anything else."""
    if user.must_change:
        return True
    lasts = settings.PASSWORD_DAYS
    if not lasts or user.changed_on is None:
        return False
    return timezone.localdate() >= user.changed_on + dt.timedelta(days=lasts)


def one_time_password() -> str:
    """Return a password to hand over once: kx7m-…, easily read out, 79 bits."""
    groups = (
        "".join(secrets.choice(_LETTERS) for _ in range(_IN_GROUP)) for _ in range(_GROUPS)
    )
    return "-".join(groups)


def put(user: User, password: str, *, must_change: bool) -> None:
    """Give somebody a password and remember the one before; the caller saves nothing."""
    if user.has_usable_password():
        PastPassword.objects.create(user=user, password=user.password)
    user.set_password(password)
    user.must_change = must_change
    user.changed_on = timezone.localdate()
    user.save(update_fields=["password", "must_change", "changed_on"])
    kept = PastPassword.objects.filter(user=user)[:_REMEMBERED].values_list("pk", flat=True)
    PastPassword.objects.filter(user=user).exclude(pk__in=list(kept)).delete()
