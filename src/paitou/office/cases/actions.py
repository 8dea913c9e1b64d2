"""Changes to items: registered, moved on, a sheet sent; each leaves its entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import frozen
from django.utils import timezone

from paitou.lifecycle import Given, due_on, moved, preset, why_not
from paitou.model import LifeMove, Part
from paitou.office.cases.kept import item_state, subject_of
from paitou.office.cases.models import Item, Step, Support
from paitou.office.cases.numbering import next_number
from paitou.office.journal.actions import Done, NotAllowed, Refused
from paitou.office.journal.writing import Change
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right
from paitou.office.reporting.calendars import office_calendar

#: The series that items are numbered in.
SERIES = "督办"
LONGEST = 2000


@frozen(kw_only=True)
class Told:
    """What is ordered, by whom, where it is written, and who does it.

    Attributes:
        kind: of source, as the limits of the lifecycle name it; the last day follows from
            it where none is stated.
        supports: code and name of those that help.
    """

    title: str
    demand: str
    kind: str
    source: str
    source_on: dt.date
    org: str
    org_name: str
    source_number: str = ""
    said_by: str = ""
    words: str = ""
    book: str = ""
    statement: str = ""
    due: dt.date | None = None
    supports: tuple[tuple[str, str], ...] = ()


@frozen(kw_only=True)
class Said:
    """What somebody says with a move."""

    text: str = ""
    due: dt.date | None = None
    org: str = ""
    org_name: str = ""


def register(actor: Actor, told: Told, parent_id: int | None = None) -> Done[Item]:
    """Register what was ordered as an item; it is not given out yet (拟立项)."""
    actor.must(Right.SUPERVISE)
    life, today = preset("supervised-item"), timezone.localdate()
    if told.source_on > today:
        raise Refused("来源的日期不能晚于今天。")
    if told.due is not None and told.due < today:
        raise Refused("办理时限不能早于今天。")
    calendar = office_calendar()
    usual = due_on(life, told.kind, told.source_on, calendar)
    due = told.due or max(usual, calendar.next_worked(today))
    item = Item(
        number=next_number(SERIES, today.year),
        title=told.title,
        demand=told.demand,
        book=told.book,
        statement=told.statement,
        kind=told.kind,
        source=told.source,
        source_number=told.source_number,
        source_on=told.source_on,
        said_by=told.said_by,
        words=told.words,
        org=told.org,
        org_name=told.org_name,
        state=life.start.id,
        due=due,
        first_due=due,
        created_on=today,
        parent_id=parent_id,
    )
    item.save()
    Support.objects.bulk_create(
        Support(item=item, org=org, org_name=name)
        for org, name in told.supports
        if org != told.org
    )
    _log(actor, item, _Done(move="register", label="登记"))
    return Done(item, (_change("register", item),), told.org)


def make_move(actor: Actor, item_id: int, move_id: str, said: Said) -> Done[Item]:
    """Move an item on, by its table of moves."""
    item = Item.objects.select_for_update().get(pk=item_id)
    life, today = item.life, timezone.localdate()
    move = life.move(move_id)
    last = item.steps.filter(sheet="").last()
    given = Given(
        parts=parts_of(actor, item),
        today=today,
        due=item.due,
        last_by=last.user_id if last else None,
        by=actor.user_id,
        text=said.text,
        new_due=said.due,
        org=said.org,
    )
    if move.by not in given.parts:
        raise NotAllowed(f"“{move.label}”由{move.by.label}办理")
    if told := why_not(life, item.state, move_id, given):
        raise Refused(f"{told}。")
    before = item_state(item)
    item.state = moved(life, item.state, move_id).id
    _apply(item, move, said, today)
    item.save()
    _log(actor, item, _Done(move=move.id, label=move.label, said=said))
    change = _change(move.id, item, before, said.text)
    return Done(item, (change,), item.org)


def send_sheet(actor: Actor, item_id: int, sheet_id: str, text: str) -> Done[Step]:
    """Send a numbered sheet (提示单, 催办单, 督办单) about an item that is open."""
    actor.must(Right.SUPERVISE)
    item = Item.objects.select_for_update().get(pk=item_id)
    sheet = next((one for one in item.life.sheets if one.id == sheet_id), None)
    if sheet is None:
        raise Refused("没有这种单子，请从列出的几种里选。")
    if not item.standing.is_open or item.assigned_on is None:
        raise Refused(f"现在是“{item.standing.label}”，不能发{sheet.label}。")
    number = next_number(sheet.label, timezone.localdate().year)
    sent = _Done(
        move="sheet",
        label=sheet.label,
        said=Said(text=text),
        sheet=sheet.id,
        sheet_number=number,
    )
    step = _log(actor, item, sent)
    change = Change(
        action="cases.sheet",
        subject=f"sheet:{step.pk}",
        reason=text[:500],
        after={"item": item.number, "sheet": sheet.label, "number": number},
    )
    return Done(step, (change,), item.org)


def parts_of(actor: Actor, item: Item) -> frozenset[Part]:
    """Return as what somebody may act in a matter."""
    held = {
        Part.OFFICE: actor.may(Right.SUPERVISE),
        Part.STAFF: actor.may(Right.FILL, item.org),
        Part.HEAD: actor.may(Right.ENDORSE, item.org),
    }
    return frozenset(part for part, is_held in held.items() if is_held)


def _apply(item: Item, move: LifeMove, said: Said, today: dt.date) -> None:
    """Set what a move changes beside the state."""
    if said.due is not None and move.by is Part.OFFICE:
        item.due = said.due
    if said.org and item.state == "assigned":
        item.org, item.org_name = said.org, said.org_name
    if item.state == "assigned":
        item.assigned_on = today
    if move.is_signing:
        item.signed_on = today
    item.closed_on = None if item.standing.is_open else item.closed_on or today


@frozen(kw_only=True)
class _Done:
    """What a step says of itself."""

    move: str
    label: str
    said: Said = Said()
    sheet: str = ""
    sheet_number: str = ""


def _log(actor: Actor, item: Item, done: _Done) -> Step:
    return Step.objects.create(
        item=item,
        move=done.move,
        label=done.label,
        after=item.state,
        at=timezone.now(),
        on=timezone.localdate(),
        post=actor.who.post,
        user_id=actor.user_id,
        text=done.said.text.strip()[:LONGEST],
        due=done.said.due,
        sheet=done.sheet,
        sheet_number=done.sheet_number,
    )


def _change(
    move: str, item: Item, before: Mapping[str, object] | None = None, reason: str = ""
) -> Change:
    return Change(
        action=f"cases.{move}",
        subject=subject_of(item),
        reason=reason.strip()[:500],
        before=before,
        after=item_state(item),
    )
