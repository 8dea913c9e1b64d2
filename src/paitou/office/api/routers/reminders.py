"""Who has not reported in a round: what to write to them, and that it was done (催办)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from paitou.compile.record import Record
from paitou.office.api.desk import Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting, seen_round
from paitou.office.api.values import Code, Given, Taken, today
from paitou.office.journal.actions import perform
from paitou.office.people.roles import Right
from paitou.office.reporting.models import Reminder
from paitou.office.reporting.reminding import (
    Missing,
    mark_reminded,
    missing_list,
    send_reminders,
)

desk = Desk("催办")


class RemindedOut(Given):
    """A time that an organisation was urged; `fault` says why it did not arrive."""

    at: dt.datetime
    post: str
    way: str
    fault: str


class MissingLine(Given):
    """A form that is not handed in, and the text that can be sent."""

    submission: int
    org: str
    org_name: str
    due: dt.date
    words: str
    is_late: bool
    text: str
    reminded: list[RemindedOut]


class MissingList(Given):
    """Who has not reported, the latest first; empty once the round is closed."""

    missing: list[MissingLine]


class RemindIn(Taken):
    """Whom to urge: the texts go to the gateway, or somebody sent them by hand."""

    orgs: Annotated[list[Code], Field(min_length=1, max_length=500)]
    way: Literal["copied", "sent"]


class RemindOut(Given):
    """Who was urged; `fault` where the gateway did not take it, which is written down."""

    orgs: list[str]
    way: str
    fault: str


@desk.reads(
    "/rounds/{int:number}/missing",
    MissingList,
    use(Scope.READ, Right.READ_ALL),
    told="列出没有报送的单位和现成的催办文字；内部掌握。",
)
def list_missing(request: Asking, number: int) -> Record:  # noqa: ARG001
    """Return who has not reported."""
    round_ = seen_round(number)
    found = () if round_.closed_on else missing_list(round_, today())
    return {"missing": [_line(one) for one in found]}


@desk.changes(
    "/rounds/{int:number}/reminders",
    RemindOut,
    use(Scope.OVERSEE, Right.OPEN_ROUND),
    told="催办：sent 交给消息网关发出，copied 记下已经自行发送。",
)
def remind_orgs(request: Asking, number: int, wanted: RemindIn) -> Record:
    """Urge organisations, or write down that it was done."""
    actor, orgs = acting(request), frozenset(wanted.orgs)
    seen_round(number)
    if wanted.way == Reminder.SENT:
        sent = send_reminders(actor, number, orgs)
        return {"orgs": list(sent.orgs), "way": wanted.way, "fault": sent.fault}
    rows = perform(actor, mark_reminded, actor, number, orgs)
    return {"orgs": [row.org for row in rows], "way": wanted.way, "fault": ""}


def _line(one: Missing) -> Record:
    form = one.submission
    return {
        "submission": form.pk,
        "org": form.org,
        "org_name": form.org_name,
        "due": one.due,
        "words": one.distance,
        "is_late": one.is_late,
        "text": one.text,
        "reminded": [_reminded(row) for row in one.reminded],
    }


def _reminded(row: Reminder) -> Record:
    return {"at": row.at, "post": row.post, "way": row.way, "fault": row.told}
