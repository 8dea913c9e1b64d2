"""A token's scopes → the rights that it brings along, never more than its owner has."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from attrs import fields, frozen

from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right


class Scope(StrEnum):
    """What a token is for."""

    READ = "read"
    REPORT = "report"
    REVIEW = "review"
    OVERSEE = "oversee"
    PUBLISH = "publish"
    MANAGE = "manage"
    AUDIT = "audit"

    @property
    def label(self) -> str:
        """Return the Chinese words for it."""
        return _LABELS[self.value]


_LABELS = {
    "read": "查看",
    "report": "填报",
    "review": "审核、核定和更正",
    "oversee": "布置批次、立项督办",
    "publish": "公布",
    "manage": "维护单位、账号和岗位",
    "audit": "查看留痕",
}
_SEEING = frozenset({Right.READ_ALL, Right.READ_OWN})
#: The rights that each scope brings along, where the owner's posts have them.
RIGHTS: dict[Scope, frozenset[Right]] = {
    Scope.READ: _SEEING,
    Scope.REPORT: frozenset({Right.FILL, Right.READ_OWN}),
    Scope.REVIEW: _SEEING | {Right.ENDORSE, Right.APPROVE, Right.CORRECT},
    Scope.OVERSEE: _SEEING | {Right.OPEN_ROUND, Right.EXTEND, Right.SUPERVISE},
    Scope.PUBLISH: _SEEING | {Right.PUBLISH},
    Scope.MANAGE: frozenset({Right.EDIT_ORGS, Right.EDIT_USERS, Right.GRANT_POSTS}),
    Scope.AUDIT: frozenset({Right.READ_JOURNAL}),
}


@frozen(kw_only=True)
class Narrowed(Actor):
    """Somebody who acts by a token: with their posts of today, within its scopes."""

    scopes: frozenset[Scope] = frozenset()

    def may(self, right: Right, org: str | None = None) -> bool:
        """Return whether the scopes and the posts both allow it."""
        within = any(right in RIGHTS[scope] for scope in self.scopes)
        return within and super().may(right, org)


def useful_scopes(actor: Actor) -> tuple[Scope, ...]:
    """Return the scopes that let somebody do anything with their posts of today."""
    return tuple(
        scope
        for scope in Scope
        if scope is Scope.READ or any(actor.may(right) for right in RIGHTS[scope] - _SEEING)
    )


def narrowed(actor: Actor, scopes: Iterable[str]) -> Narrowed:
    """Return somebody with no more than the scopes; one that is not known adds nothing."""
    known = frozenset(Scope(one) for one in scopes if one in _LABELS)
    said = {each.name: getattr(actor, each.name) for each in fields(Actor)}
    return Narrowed(**said, scopes=known)
