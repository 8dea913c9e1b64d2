"""Organisations with their history, posts, users, and who holds which post from when."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from paitou.model import Org, OrgKind
from paitou.office.people.roles import Role


class Turn(models.TextChoices):
    """Why an organisation changes: what is written beside its history."""

    FOUNDED = "founded", "设立"
    RENAMED = "renamed", "更名"
    MOVED = "moved", "调整隶属"
    SPLIT = "split", "拆分"
    MERGED = "merged", "合并"
    ENTRUSTED = "entrusted", "托管"
    CLOSED = "closed", "撤销"


class Dated(models.QuerySet["Body"]):
    """Versions of organisations by the day that they hold."""

    def on(self, day: dt.date) -> Dated:
        """Return the versions that hold on a day."""
        return self.filter(Q(ends=None) | Q(ends__gt=day), begins__lte=day)


class Body(models.Model):
    """An organisation from a day to a day; the code stays, everything else may change.

    `run_by` is who runs it (托管) where that is not `parent`, which counts it.
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

    def create_user(self, login: str, password: str | None, **fields: object) -> User:
        """Return a new account; without a password nobody can sign in to it."""
        user = self.model(login=login.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who signs in; the name is personal and stands in no journal and no file."""

    login = models.CharField("账号", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=40, blank=True)
    is_active = models.BooleanField(default=True)
    must_change = models.BooleanField(default=False)
    changed_on = models.DateField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True, blank=True)
    totp_key = models.CharField(max_length=64, blank=True)
    totp_step = models.PositiveBigIntegerField(default=0)

    USERNAME_FIELD = "login"
    objects = Users()

    class Meta:
        """How it is stored."""

        db_table = "people_user"

    def __str__(self) -> str:
        return self.login


class Post(models.Model):
    """A post of an organisation; what is done is done by posts."""

    org = models.CharField(max_length=30, db_index=True)
    title = models.CharField(max_length=60)
    role = models.CharField(max_length=20, choices=[(r.value, r.label) for r in Role])

    class Meta:
        """How it is stored."""

        db_table = "people_post"
        ordering: ClassVar[list[str]] = ["org", "role", "title"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["org", "title"], name="post_org_title")
        ]

    def __str__(self) -> str:
        return self.title


class Tenure(models.Model):
    """Who holds a post from when to when; a deputy has one of their own."""

    user = models.ForeignKey(User, models.CASCADE, related_name="tenures")
    post = models.ForeignKey(Post, models.CASCADE, related_name="tenures")
    begins = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        """How it is stored."""

        db_table = "people_tenure"
        ordering: ClassVar[list[str]] = ["begins"]

    def __str__(self) -> str:
        return f"{self.post_id} {self.begins}"
