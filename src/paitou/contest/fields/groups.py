"""An organisation and what a table or a book says of it → the group it is ranked in."""

from __future__ import annotations

from paitou.contest.fields.heads import plain
from paitou.model import Contestants, Org, Rulebook


def group_named(rulebook: Rulebook, word: str) -> str | None:
    """Return the id of the group that a cell names, None where no group is called so."""
    key = plain(word)
    for names in (_own_names, _kind_names):
        for group in rulebook.groups:
            if key and key in map(plain, names(group)):
                return group.id
    return None


def group_listing(rulebook: Rulebook, org: str) -> str | None:
    """Return the id of the group that lists an organisation by name."""
    for group in rulebook.groups:
        if org in group.orgs:
            return group.id
    return None


def group_fitting(rulebook: Rulebook, org: Org) -> str | None:
    """Return the id of the group of an organisation of a book: listed, else as it is.

    A group without a list takes whoever has its kind and its group, where it names them.
    """
    for group in rulebook.groups:
        if any(org.is_called(name) for name in group.orgs):
            return group.id
    for group in rulebook.groups:
        if not group.orgs and _fits(group, org):
            return group.id
    return None


def _fits(group: Contestants, org: Org) -> bool:
    kinds = {org.kind.value, org.kind.label}
    is_kind = group.kind in kinds if group.kind else True
    is_group = plain(group.group) == plain(org.group) if group.group else True
    return is_kind and is_group and bool(group.kind or group.group)


def _own_names(group: Contestants) -> tuple[str, ...]:
    return group.id, group.name, group.group


def _kind_names(group: Contestants) -> tuple[str, ...]:
    return (group.kind,)
