"""A change → the next entry of the journal, in the transaction of the change itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal

from attrs import frozen
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from paitou.model import InternalError
from paitou.office.journal.chain import ORIGIN, Algorithm, Plain, digest
from paitou.office.journal.models import Actor, Entry, Head

_ONLY = 1


@frozen(kw_only=True)
class Who:
    """Who changes something: the post counts, the person is kept apart.

    Attributes:
        post: as it is printed: 东溪区·填报员; a command of the machine says 系统.
        user_id: of the person, None for the system.
    """

    post: str
    org: str = ""
    user_id: int | None = None
    address: str = ""


@frozen(kw_only=True)
class Change:
    """What was done to what, why, and what it was and became."""

    action: str
    subject: str
    reason: str = ""
    before: Mapping[str, object] | None = None
    after: Mapping[str, object] | None = None


def record(who: Who, change: Change, org: str = "") -> Entry:
    """Add an entry and return it.

    Args:
        who: the post that changes it.
        change: what was done.
        org: whose matter it is, that of the post unless it is said.

    Raises:
        InternalError: no transaction is open; change and entry stand or fall together.
    """
    return record_all(who, (change,), org)[0]


def record_all(who: Who, changes: Sequence[Change], org: str = "") -> tuple[Entry, ...]:
    """Add an entry for each change in their order; the head is locked once for all.

    Raises:
        InternalError: no transaction is open.
    """
    if not connection.in_atomic_block:
        raise InternalError("留痕须与所记的变更在同一个事务里")
    if not changes:
        return ()
    head = _locked_head()
    added = []
    for change in changes:
        entry = _entry(who, change, org or who.org, head)
        head.number, head.digest = entry.number, entry.digest
        added.append(entry)
    Entry._base_manager.bulk_create(added)
    head.save(update_fields=["number", "digest"])
    if who.user_id or who.address:
        Actor.objects.bulk_create(
            Actor(entry=each, user_id=who.user_id, address=who.address) for each in added
        )
    return tuple(added)


def plain(value: object) -> Plain:
    """Return a value in the few sorts that a hash is made of; numbers as text."""
    if value is None or isinstance(value, bool | str | int):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        each = sorted(value, key=str) if isinstance(value, set | frozenset) else value
        return [plain(one) for one in each]
    return str(value)


def _entry(who: Who, change: Change, org: str, head: Head) -> Entry:
    """Return the entry that follows a head, not saved yet."""
    entry = Entry(
        number=head.number + 1,
        at=timezone.now(),
        action=change.action,
        post=who.post,
        org=org,
        subject=change.subject,
        reason=change.reason,
        before=plain(change.before),
        after=plain(change.after),
        algorithm=Algorithm(settings.JOURNAL_ALGORITHM),
        previous=head.digest,
    )
    entry.digest = digest(
        entry.number, entry.content, Algorithm(entry.algorithm), entry.previous
    )
    return entry


def _locked_head() -> Head:
    """Return the head, nobody else adding; the first entry of all makes it."""
    locked = Head.objects.select_for_update().filter(pk=_ONLY)
    found = locked.first()
    if found is None:
        with transaction.atomic():
            Head.objects.get_or_create(pk=_ONLY, defaults={"digest": ORIGIN})
        found = locked.get()
    return found
