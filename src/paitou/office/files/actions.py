"""What is done with kept files: attached and taken away; each leaves its entry.

Whether somebody may attach to a thing, the room of the thing decides before.
"""

from __future__ import annotations

import datetime as dt

from attrs import frozen
from django.utils import timezone

from paitou.office.files.checking import Checked
from paitou.office.files.kept import attachment_state, file_store, subject_of
from paitou.office.files.models import Attachment, Purpose
from paitou.office.journal.actions import Done, Refused
from paitou.office.journal.writing import Change
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right

#: A thing has no more files than somebody can look through.
MOST_FILES = 30
_GRACE = dt.timedelta(days=1)


@frozen(kw_only=True)
class Belonging:
    """What a file is to belong to; see `Attachment`."""

    kind: str
    number: int
    part: str = ""
    turn: int = 0
    org: str = ""
    purpose: Purpose = Purpose.EVIDENCE


def attach(actor: Actor, checked: Checked, to: Belonging) -> Done[Attachment]:
    """Keep a checked file and say what it belongs to."""
    there = attachments_of(to.kind, to.number)
    if len(there) >= MOST_FILES:
        raise Refused(f"最多{MOST_FILES}份文件，请合并后再传。")
    row = Attachment(
        sha256=file_store().keep(checked.content),
        size=len(checked.content),
        name=checked.name,
        media_type=checked.media_type,
        purpose=to.purpose,
        kind=to.kind,
        number=to.number,
        part=to.part,
        turn=to.turn,
        org=to.org,
        added_at=timezone.now(),
        added_post=actor.who.post,
        added_by_id=actor.user_id,
    )
    same = (row.sha256, row.part, row.purpose, row.turn)
    if same in {(one.sha256, one.part, one.purpose, one.turn) for one in there}:
        raise Refused(f"“{row.name}”已经传过了，内容完全一样。")
    row.save()
    change = Change(
        action="files.attach", subject=subject_of(row), after=attachment_state(row)
    )
    return Done(row, (change,), to.org)


def detach(attachment: Attachment) -> Done[None]:
    """Take a file away; the journal keeps its name and hash."""
    change = Change(
        action="files.detach",
        subject=subject_of(attachment),
        before=attachment_state(attachment),
    )
    attachment.delete()
    return Done(None, (change,), attachment.org)


def refuse_marked(actor: Actor, subject: str, mark: str, org: str) -> Done[None]:
    """Say in the journal that somebody brought what bears a mark; nothing else of it."""
    actor.must(Right.FILL, org)
    change = Change(
        action="files.refuse_marked", subject=f"upload:{subject}", after={"mark": mark}
    )
    return Done(None, (change,), org)


def attachments_of(kind: str, number: int) -> tuple[Attachment, ...]:
    """Return the files of a thing, in the order in which they came."""
    return tuple(Attachment.objects.filter(kind=kind, number=number))


def sweep(now: dt.datetime) -> int:
    """Delete bytes that no attachment has named for a day; return how many were.

    What came within the day may belong to a change that is not finished yet.
    """
    named = set(Attachment.objects.values_list("sha256", flat=True))
    return file_store().drop(set(file_store().hashes()) - named, (now - _GRACE).timestamp())
