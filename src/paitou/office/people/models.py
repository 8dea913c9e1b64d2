"""Organisations with their history, posts, users, and who holds which post from when."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac

from paitou.model import Org, OrgKind
from paitou.office.people.roles import Right, Role, Seer

_SEES_PEOPLE = (Right.EDIT_USERS, Right.GRANT_POSTS)


class Turn(models.TextChoices):
    """Why an organisation changes: what is written beside its history."""

    FOUNDED = "founded", "设立"
    RENAMED = "renamed", "更名"
    MOVED = "moved", "调整隶属"
    SPLIT = "split", "拆分"
    MERGED = "merged", "合并"
    ENTRUSTED = "entrusted", "托管"
    RESORTED = "resorted", "调整分组或计入"
    CLOSED = "closed", "撤销"


class Dated(models.QuerySet["Body"]):
    """Versions of organisations by the day that they hold."""

    def on(self, day: dt.date) -> Dated:
        """Return the versions that hold on a day."""
        return self.filter(Q(ends=None) | Q(ends__gt=day), begins__lte=day)

    def for_actor(self, actor: Seer) -> Dated:
        """Return those that somebody may look up: all, or their own."""
        sees_all = (Right.EDIT_ORGS, Right.READ_ALL, *_SEES_PEOPLE)
        if any(actor.may(right) for right in sees_all):
            return self
        return self.filter(code__in=actor.orgs)


class Body(models.Model):
    """An organisation from a day to a day; the code stays, everything else may change.

    `run_by` is who runs it (托管) where that is not `parent`, which counts it; `origins`
    are the codes that it came from by a split or a merger, `turn` is why the version
    begins and `ending` why there is none after it.
    """

    code = models.CharField(max_length=30)
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=20, choices=[(k.value, k.label) for k in OrgKind])
    group = models.CharField(max_length=30, blank=True)
    parent = models.CharField(max_length=30, blank=True)
    run_by = models.CharField(max_length=30, blank=True)
    is_summand = models.BooleanField(default=True)
    aliases = models.JSONField(default=list, blank=True)
    begins = models.DateField()
    ends = models.DateField(null=True, blank=True)
    turn = models.CharField(max_length=20, choices=Turn.choices, default=Turn.FOUNDED)
    origins = models.JSONField(default=list, blank=True)
    ending = models.CharField(max_length=20, choices=Turn.choices, blank=True)
    note = models.CharField(max_length=200, blank=True)

    objects = Dated.as_manager()

    class Meta:
        """How it is stored."""

        db_table = "people_body"
        ordering: ClassVar[list[str]] = ["code", "begins"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code", "begins"], name="body_code_begins"),
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gt=models.F("begins")), name="body_days"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def org(self) -> Org:
        """Return it as the engine knows it."""
        return Org(
            code=self.code,
            name=self.name,
            kind=OrgKind(self.kind),
            group=self.group,
            parent=self.parent,
            is_summand=self.is_summand,
            aliases=tuple(self.aliases),
        )


class Users(BaseUserManager["User"]):
    """Accounts."""

    def for_actor(self, actor: Seer) -> models.QuerySet[User]:
        """Return every account for who manages them, else their own."""
        if any(actor.may(right) for right in _SEES_PEOPLE):
            return self.all()
        return self.filter(pk=actor.user_id or 0)

    def create_user(self, login: str, password: str | None, **fields: object) -> User:
        """Return a new account; without a password nobody can sign in to it."""
        user: User = self.model(login=spelt(login), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


def spelt(login: str) -> str:
    """Return an account's name in the one spelling that is kept."""
    return unicodedata.normalize("NFKC", login).strip().lower()


class User(AbstractBaseUser):
    """A person who signs in; the name is personal and stands in no journal and no file.

    `totp_step` is the last thirty seconds whose code was taken, so that none is twice;
    `recovery` are marks of codes for a lost phone, each good once; `single` is the mark of
    who they are to the provider of single sign-on. Sessions hold while `turn` stays.
    """

    login = models.CharField("账号", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=40, blank=True)
    is_active = models.BooleanField(default=True)
    must_change = models.BooleanField(default=False)
    changed_on = models.DateField(null=True, blank=True)
    totp_key = models.CharField(max_length=64, blank=True)
    totp_step = models.PositiveBigIntegerField(default=0)
    recovery = models.JSONField(default=list, blank=True)
    single = models.CharField(max_length=64, blank=True, db_index=True)
    turn = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "login"
    objects = Users()

    class Meta:
        """How it is stored."""

        db_table = "people_user"
        ordering: ClassVar[list[str]] = ["login"]

    def __str__(self) -> str:
        return self.login

    def end_sessions(self) -> None:
        """End every session of the account: what it may do has changed."""
        type(self).objects.filter(pk=self.pk).update(turn=models.F("turn") + 1)
        self.refresh_from_db(fields=["turn"])

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Return what a session must know: other password, phone or posts, other hash."""
        known = f"{self.password}\n{self.totp_key}\n{self.turn}"
        made = salted_hmac("paitou.session", known, secret=secret, algorithm="sha256")
        return made.hexdigest()


class PastPassword(models.Model):
    """A password that somebody had, hashed, so that it is not taken again."""

    user = models.ForeignKey(User, models.CASCADE, related_name="past_passwords")
    password = models.CharField(max_length=128)

    class Meta:
        """How it is stored."""

        db_table = "people_past_password"
        ordering: ClassVar[list[str]] = ["-pk"]

    def __str__(self) -> str:
        return str(self.user_id)


class Attempt(models.Model):
    """How often signing in failed, by account or by address; `key` names neither."""

    key = models.CharField(max_length=64, primary_key=True)
    failures = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(db_index=True)

    class Meta:
        """How it is stored."""

        db_table = "people_attempt"

    def __str__(self) -> str:
        return f"{self.key} {self.failures}"


class Posts(models.QuerySet["Post"]):
    """Posts that somebody may see."""

    def for_actor(self, actor: Seer) -> Posts:
        """Return every post for who grants them or reads all, else those of their orgs."""
        if any(actor.may(right) for right in (Right.READ_ALL, *_SEES_PEOPLE)):
            return self
        return self.filter(org__in=actor.orgs)


class Post(models.Model):
    """A post of an organisation; what is done is done by posts."""

    org = models.CharField(max_length=30, db_index=True)
    title = models.CharField(max_length=60)
    role = models.CharField(max_length=20, choices=[(r.value, r.label) for r in Role])
    closed_on = models.DateField(null=True, blank=True)

    objects = Posts.as_manager()

    class Meta:
        """How it is stored."""

        db_table = "people_post"
        ordering: ClassVar[list[str]] = ["org", "role", "title"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["org", "title"], name="post_org_title")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def role_words(self) -> str:
        """Return the Chinese word for the role."""
        return Role(self.role).label


class Tenures(models.QuerySet["Tenure"]):
    """Who holds posts when."""

    def on(self, day: dt.date) -> Tenures:
        """Return those that hold on a day."""
        return self.filter(Q(ends=None) | Q(ends__gt=day), begins__lte=day)

    def between(self, begins: dt.date, ends: dt.date | None) -> Tenures:
        """Return those that hold on any day from one to before another."""
        started = Q() if ends is None else Q(begins__lt=ends)
        return self.filter(started, Q(ends=None) | Q(ends__gt=begins))

    def for_actor(self, actor: Seer) -> Tenures:
        """Return all for who manages people, else those of their orgs and their own."""
        if any(actor.may(right) for right in _SEES_PEOPLE):
            return self
        return self.filter(Q(post__org__in=actor.orgs) | Q(user=actor.user_id))


class Tenure(models.Model):
    """Who holds a post from a day to before a day; `is_acting` where as a deputy (代)."""

    user = models.ForeignKey(User, models.CASCADE, related_name="tenures")
    post = models.ForeignKey(Post, models.CASCADE, related_name="tenures")
    begins = models.DateField()
    ends = models.DateField(null=True, blank=True)
    is_acting = models.BooleanField(default=False)

    objects = Tenures.as_manager()

    class Meta:
        """How it is stored."""

        db_table = "people_tenure"
        ordering: ClassVar[list[str]] = ["begins", "pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gt=models.F("begins")),
                name="tenure_days",
            )
        ]

    def __str__(self) -> str:
        return f"{self.post_id} {self.begins}"
