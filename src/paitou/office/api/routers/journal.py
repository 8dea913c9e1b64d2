"""The journal: read, filtered, and held against itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated

from django.utils import timezone
from pydantic import Field, StringConstraints

from paitou.compile.record import Record
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting
from paitou.office.api.values import DayIn, Given, Limit, Search, Taken
from paitou.office.journal.chain import ORIGIN
from paitou.office.journal.models import Entry, Head
from paitou.office.journal.verifying import verify
from paitou.office.journal.views import head_of, opened
from paitou.office.people.roles import Right

desk = Desk("留痕")
_READING = use(Scope.AUDIT, Right.READ_JOURNAL)
Before = Annotated[int | None, Field(ge=1, le=2**62)]
Deposited = Annotated[str, StringConstraints(pattern=r"^([0-9]{1,18}:[0-9a-f]{64})?$")]


class EntryOut(Given):
    """One change: who as a post, when, what, why; before and after where they are open."""

    number: int
    at: dt.datetime
    action: str
    words: str
    post: str
    org: str
    subject: str
    reason: str
    before: Record | None
    after: Record | None
    algorithm: str
    previous: str
    digest: str


class EntryList(Given):
    """Entries, the latest first; `older` asks for what comes before them."""

    entries: list[EntryOut]
    older: int | None


class HeadOut(Given):
    """The head of the chain: print it, or keep it elsewhere."""

    number: int
    digest: str
    deposit: str


class VerifyIn(Taken):
    """A head that was kept elsewhere, as number:hash; empty for none."""

    deposited: Deposited = ""


class VerifyOut(Given):
    """What was found; `faults` is empty where all is whole."""

    holds: bool
    entries: int
    number: int
    digest: str
    faults: list[str]


@desk.reads(
    "/journal", EntryList, _READING, told="查看留痕，新的在前；older 是下一页的 before。"
)
def list_entries(  # noqa: PLR0913, PLR0917 (each is a part of the query)
    request: Asking,
    action: Search = "",
    org: Search = "",
    since: DayIn | None = None,
    until: DayIn | None = None,
    before: Before = None,
    limit: Limit = 100,
) -> Record:
    """Return some entries of the journal."""
    entries = Entry.objects.all().for_actor(acting(request)).order_by("-number")
    asked: dict[str, object] = {
        "action": action,
        "org": org,
        "number__lt": before,
        "at__gte": _midnight(since) if since else None,
        "at__lt": _after(until) if until else None,
    }
    found = entries.filter(**{name: value for name, value in asked.items() if value})
    shown = [*found[: limit + 1]]
    older = shown[limit - 1].number if len(shown) > limit else None
    return {"entries": [_out(one) for one in shown[:limit]], "older": older}


@desk.reads("/journal/head", HeadOut, _READING, told="取链头的校验值，打印或另存。")
def get_head(request: Asking) -> Record:  # noqa: ARG001
    """Return the head of the chain."""
    head = Head.objects.first()
    number, digest = (head.number, head.digest) if head else (0, ORIGIN)
    return {"number": number, "digest": digest, "deposit": f"{number}:{digest}"}


@desk.reads("/journal/{int:number}", EntryOut, _READING, told="查看一条留痕。")
def get_entry(request: Asking, number: int) -> Record:
    """Return an entry."""
    seen = Entry.objects.all().for_actor(acting(request))
    found = seen.filter(number=number).first()
    if found is None:
        raise Stopped(404)
    return _out(found)


@desk.changes(
    "/journal/verify", VerifyOut, _READING, told="核验留痕；给出留存的校验值的，一并核对。"
)
def verify_journal(request: Asking, wanted: VerifyIn) -> Record:  # noqa: ARG001
    """Hold the journal against itself and a deposited head."""
    found = verify(head_of(wanted.deposited))
    return {
        "holds": found.holds,
        "entries": found.entries,
        "number": found.number,
        "digest": found.digest,
        "faults": list(found.faults),
    }


def _out(entry: Entry) -> Record:
    said: dict[str, Mapping[str, object] | None] = dict(
        zip(("before", "after"), opened(entry), strict=True)
    )
    names = (each for each in EntryOut.model_fields if each not in said)
    return {name: getattr(entry, name) for name in names} | said


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))


def _after(day: dt.date) -> dt.datetime:
    return _midnight(min(day, dt.date(9998, 12, 31)) + dt.timedelta(days=1))
