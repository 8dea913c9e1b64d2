"""A post's role → what it may do; nobody may do everything (三员分立)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol


class Role(StrEnum):
    """What sort of post it is (practice.md §16); who does not sign in is the public."""

    SUPERVISION = "supervision"
    PLANNING = "planning"
    APPRAISAL = "appraisal"
    SOURCE = "source"
    LEADER = "leader"
    HEAD = "head"
    DEPUTY = "deputy"
    REPORTER = "reporter"
    OWNER = "owner"
    SYSTEM = "system"
    SECURITY = "security"
    AUDIT = "audit"

    @property
    def label(self) -> str:
        """Return the Chinese word for it."""
        return _LABELS[self.value]

    @property
    def is_administrator(self) -> bool:
        """Return whether it is one of the three that are kept apart."""
        return self in ADMINISTRATORS


class Right(StrEnum):
    """One thing that somebody may do."""

    FILL = "fill"
    ENDORSE = "endorse"
    APPROVE = "approve"
    CORRECT = "correct"
    OPEN_ROUND = "open_round"
    EXTEND = "extend"
    READ_ALL = "read_all"
    READ_OWN = "read_own"
    PUBLISH = "publish"
    SUPERVISE = "supervise"
    EDIT_ORGS = "edit_orgs"
    EDIT_USERS = "edit_users"
    GRANT_POSTS = "grant_posts"
    READ_JOURNAL = "read_journal"

    @property
    def label(self) -> str:
        """Return the Chinese word for it."""
        return _RIGHTS[self.value]


ADMINISTRATORS = frozenset({Role.SYSTEM, Role.SECURITY, Role.AUDIT})
_LABELS = {
    "supervision": "督查室",
    "planning": "发展改革委",
    "appraisal": "考评办",
    "source": "数源部门",
    "leader": "牵头领导",
    "head": "单位负责人",
    "deputy": "单位副职",
    "reporter": "填报员",
    "owner": "项目业主",
    "system": "系统管理员",
    "security": "安全管理员",
    "audit": "审计管理员",
}
_RIGHTS = {
    "fill": "填报",
    "endorse": "单位审核",
    "approve": "核定",
    "correct": "更正已核定的数",
    "open_round": "布置填报",
    "extend": "同意延期",
    "read_all": "查看各单位内部数据",
    "read_own": "查看本单位内部数据",
    "publish": "对外公布",
    "supervise": "立项督办",
    "edit_orgs": "维护单位",
    "edit_users": "维护账号",
    "grant_posts": "授予岗位",
    "read_journal": "查看留痕",
}
_OWN = frozenset({Right.READ_OWN})
_FILLING = _OWN | {Right.FILL}
_HEADING = _FILLING | {Right.ENDORSE}
#: The three administrators see no figures that are not public, and change none.
RIGHTS: dict[Role, frozenset[Right]] = {
    Role.SUPERVISION: frozenset(
        {
            Right.READ_ALL,
            Right.READ_OWN,
            Right.OPEN_ROUND,
            Right.EXTEND,
            Right.APPROVE,
            Right.CORRECT,
            Right.PUBLISH,
            Right.SUPERVISE,
        }
    ),
    Role.PLANNING: frozenset(
        {Right.READ_ALL, Right.READ_OWN, Right.OPEN_ROUND, Right.EDIT_ORGS}
    ),
    Role.APPRAISAL: frozenset({Right.READ_ALL, Right.READ_OWN, Right.PUBLISH}),
    Role.SOURCE: frozenset({*_FILLING, Right.ENDORSE, Right.APPROVE, Right.CORRECT}),
    Role.LEADER: frozenset({Right.READ_ALL, Right.READ_OWN}),
    Role.HEAD: frozenset(_HEADING),
    Role.DEPUTY: frozenset(_HEADING),
    Role.REPORTER: frozenset(_FILLING),
    Role.OWNER: frozenset(_FILLING),
    Role.SYSTEM: frozenset({Right.EDIT_USERS, Right.EDIT_ORGS}),
    Role.SECURITY: frozenset({Right.GRANT_POSTS}),
    Role.AUDIT: frozenset({Right.READ_JOURNAL}),
}


class Seer(Protocol):
    """Whoever looks, for a query that gives what they may see."""

    @property
    def user_id(self) -> int | None:
        """Return the account, None for the public."""

    @property
    def orgs(self) -> frozenset[str]:
        """Return the codes of the organisations that the posts belong to."""

    def may(self, right: Right, org: str | None = None) -> bool:
        """Return whether they may do something."""


def may(roles: Iterable[Role], right: Right) -> bool:
    """Return whether any of the roles has the right."""
    return any(right in RIGHTS[role] for role in roles)


def clash(held: Iterable[Role], wanted: Role) -> str:
    """Return why somebody who holds some roles may not have another; empty if they may."""
    roles = frozenset(held)
    if wanted in ADMINISTRATORS and (others := roles - {wanted}):
        names = "、".join(sorted(role.label for role in others))
        return f"{wanted.label}不能兼任其他岗位（已任{names}）：系统、安全、审计三员分立"
    if wanted not in ADMINISTRATORS and (kept := roles & ADMINISTRATORS):
        names = "、".join(sorted(role.label for role in kept))
        return f"{names}不能兼任业务岗位{wanted.label}：系统、安全、审计三员分立"
    return ""
