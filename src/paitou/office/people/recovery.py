"""A lost phone → codes that were printed beforehand, each good once in its place."""

from __future__ import annotations

import hashlib
import secrets

from paitou.office.people.models import User

_CODES = 8
#: Digits, for the keys that a phone shows for a code; 20 of them are 66 bits.
_GROUPS, _IN_GROUP = 5, 4


def new_codes() -> tuple[str, ...]:
    """Return codes to print: groups of four digits."""
    return tuple(_code() for _ in range(_CODES))


def marks_of(codes: tuple[str, ...]) -> list[str]:
    """Return what is kept of them: it shows whether a code is one, and tells none."""
    return [_mark(code) for code in codes]


def take(user: User, typed: str) -> bool:
    """Return whether it was one of somebody's codes; it is none any more.

    The caller holds the account's row, so that of two who bring it at once one is late.
    """
    mark = _mark(typed)
    if mark not in user.recovery:
        return False
    user.recovery = [each for each in user.recovery if each != mark]
    user.save(update_fields=["recovery"])
    return True


def _code() -> str:
    groups = (secrets.randbelow(10**_IN_GROUP) for _ in range(_GROUPS))
    return "-".join(f"{group:0{_IN_GROUP}}" for group in groups)


def _mark(code: str) -> str:
    """A plain hash is enough: nobody tries 66 bits. Blanks and hyphens do not count."""
    plain = "".join(each for each in code if each.isdecimal())
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()
