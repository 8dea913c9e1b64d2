"""Supervised items (督办事项): the ledger, one, and what is done with it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from paitou.compile.record import Record
from paitou.lifecycle import preset
from paitou.model import UsageError
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import SIGNED_IN, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting
from paitou.office.api.values import (
    WHOLE,
    Code,
    DayIn,
    Given,
    Line,
    Search,
    Short,
    Taken,
    today,
)
from paitou.office.cases.actions import Said, Told, make_move, register, send_sheet
from paitou.office.cases.forms import orgs_of
from paitou.office.cases.models import Item, Step
from paitou.office.cases.pages import ledger_of, possible_moves, possible_sheets
from paitou.office.journal.actions import Refused, perform
from paitou.office.people.roles import Right

desk = Desk("督办")
_SEEN = use(Scope.READ, rule=SIGNED_IN)
_SUPERVISING = use(Scope.OVERSEE, Right.SUPERVISE)
_MOST_SUPPORTS = 20
View = Literal["open", "mine", "late", "near", "unsigned", "ended"]
Text = Annotated[
    str, StringConstraints(max_length=2000, pattern=r"^[^\x00-\x08\x0b-\x1f\x7f]*$")
]
Title = Annotated[
    str, StringConstraints(min_length=1, max_length=120, pattern=r"^[^\x00-\x1f\x7f]*$")
]


class CaseLine(Given):
    """An item in the ledger."""

    id: int
    number: str
    title: str
    source: str
    org: str
    org_name: str
    state: str
    state_label: str
    due: dt.date
    words: str


class CaseList(Given):
    """The items of one view."""

    items: list[CaseLine]


class CaseStep(Given):
    """One thing done with an item."""

    label: str
    at: dt.datetime
    post: str
    text: str
    sheet_number: str


class CaseOut(CaseLine):
    """An item: what was ordered, all that was done, and what can be done now."""

    demand: str
    source_number: str
    source_on: dt.date
    said_by: str
    said_words: str
    book: str
    statement: str
    steps: list[CaseStep]
    moves: list[str]
    sheets: list[str]


class CaseIn(Taken):
    """What was ordered, where it is written, and who does it."""

    title: Title
    demand: Text
    kind: Short
    source: Line
    source_on: DayIn
    org: Code
    source_number: Short = ""
    said_by: Short = ""
    words: Text = ""
    book: Search = ""
    statement: Short = ""
    due: DayIn | None = None
    supports: Annotated[list[Code], Field(max_length=_MOST_SUPPORTS)] = []  # noqa: RUF012 (pydantic copies)
    after: Annotated[int, Field(ge=1, le=2**31), WHOLE] | None = None


class CaseMove(Taken):
    """What is said with a move; what it needs is told where it is missing."""

    text: Text = ""
    due: DayIn | None = None
    org: Code | None = None


class CaseSheet(Taken):
    """A numbered sheet about an item."""

    sheet: Short
    text: Text = ""


@desk.reads("/items", CaseList, _SEEN, told="列出督办事项，view 是台账的一种看法。")
def list_items(request: Asking, view: View = "open") -> Record:
    """Return the items that whoever asks may see."""
    rows = ledger_of(acting(request), view, today()).rows
    return {"items": [_line(row.item, row.words) for row in rows]}


@desk.changes("/items", CaseOut, _SUPERVISING, told="登记一项督办事项（拟立项）。")
def register_item(request: Asking, wanted: CaseIn) -> Record:
    """Register what was ordered."""
    actor, names = acting(request), orgs_of(today())
    unknown = [code for code in (wanted.org, *wanted.supports) if code not in names]
    if unknown:
        raise Refused(f"没有代码为“{unknown[0]}”的单位。")
    if wanted.kind not in {one.id for one in preset("supervised-item").limits}:
        raise Refused(f"没有“{wanted.kind}”这种来源。")
    if wanted.after is not None:
        _find(request, wanted.after)
    left = {"supports", "after"}
    said = {n: getattr(wanted, n) for n in CaseIn.model_fields if n not in left}
    told = Told(
        **said,
        org_name=names[wanted.org],
        supports=tuple((code, names[code]) for code in wanted.supports),
    )
    made = perform(actor, register, actor, told, wanted.after)
    return _whole(request, _find(request, made.pk))


@desk.reads("/items/{int:number}", CaseOut, _SEEN, told="查看一项督办事项。")
def get_item(request: Asking, number: int) -> Record:
    """Return an item with all that was done."""
    return _whole(request, _find(request, number))


@desk.changes(
    "/items/{int:number}/moves/{move}",
    CaseOut,
    use(Scope.REPORT, Scope.OVERSEE, rule=SIGNED_IN),
    told="办理一步：签收、反馈、申请延期、办结等，谁能办由流程表定。",
)
def move_item(request: Asking, number: int, move: Search, wanted: CaseMove) -> Record:
    """Move an item on."""
    item, actor, names = _find(request, number), acting(request), orgs_of(today())
    try:
        asked = item.life.move(move)
    except UsageError as fault:
        raise Stopped(404) from fault
    org = wanted.org or ""
    if org and org not in names:
        raise Refused(f"没有代码为“{org}”的单位。")
    said = Said(text=wanted.text, due=wanted.due, org=org, org_name=names.get(org, ""))
    perform(actor, make_move, actor, number, asked.id, said)
    return _whole(request, _find(request, number))


@desk.changes(
    "/items/{int:number}/sheets",
    CaseOut,
    _SUPERVISING,
    told="就一项督办事项发单：提示单、催办单、督办单。",
)
def send_item_sheet(request: Asking, number: int, wanted: CaseSheet) -> Record:
    """Send a sheet about an item."""
    _find(request, number)
    actor = acting(request)
    perform(actor, send_sheet, actor, number, wanted.sheet, wanted.text)
    return _whole(request, _find(request, number))


def _find(request: Asking, number: int) -> Item:
    found = Item.objects.for_actor(acting(request)).filter(pk=number).first()
    if found is None:
        raise Stopped(404)
    return found


def _line(item: Item, words: str) -> Record:
    given = {"state_label": item.standing.label, "words": words}
    names = (name for name in CaseLine.model_fields if name not in given)
    return {name: getattr(item, name) for name in names} | {**given, "id": item.pk}


def _whole(request: Asking, item: Item) -> Record:
    term = item.term_on(today())
    names = ("demand", "source_number", "source_on", "said_by", "book", "statement")
    may_send = acting(request).may(Right.SUPERVISE)
    return {
        **_line(item, term.words if term else ""),
        **{name: getattr(item, name) for name in names},
        "said_words": item.words,
        "steps": [_step(one) for one in item.steps.all()],
        "moves": [one.id for one in possible_moves(acting(request), item)],
        "sheets": [one.id for one in possible_sheets(item)] if may_send else [],
    }


def _step(step: Step) -> Record:
    return {name: getattr(step, name) for name in CaseStep.model_fields}
