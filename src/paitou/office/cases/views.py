"""Requests → the ledger of supervised items, the page of one, and its sheets."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from paitou.model import Book, UsageError
from paitou.office.books import served_shelf
from paitou.office.cases.actions import (
    LONGEST,
    make_move,
    parts_of,
    register,
    send_sheet,
)
from paitou.office.cases.forms import MoveForm, NewItem
from paitou.office.cases.ledger_sheet import TITLE, ledger_bytes
from paitou.office.cases.models import Item
from paitou.office.cases.pages import VIEWS, ledger_of, possible_moves, possible_sheets
from paitou.office.config.faults import filling_in, only_doing, only_reading
from paitou.office.journal.actions import Refused, perform
from paitou.office.people.asking import is_done
from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.people.rules import for_signed_in, needs
from paitou.office.reporting.showing import ways_of

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@only_reading
@for_signed_in
def ledger(request: HttpRequest) -> HttpResponse:
    """Show the items that somebody may see: in hand, theirs to do, late, ended."""
    actor, view = actor_in(request), _view(request)
    found = ledger_of(actor, view, timezone.localdate())
    return _show(
        request,
        "ledger.html",
        ledger=found,
        view=view,
        tabs=[(name, label, found.counts[name]) for name, label in VIEWS.items()],
        may_register=actor.may(Right.SUPERVISE),
        is_simulated=is_simulated(row.item.book for row in found.rows),
    )


@only_reading
@for_signed_in
def ledger_file(request: HttpRequest) -> HttpResponse:
    """Send the ledger as a workbook."""
    today = timezone.localdate()
    rows = ledger_of(actor_in(request), _view(request), today).rows
    simulated = is_simulated(row.item.book for row in rows)
    data = ledger_bytes(rows, today, is_simulated=simulated)
    response = HttpResponse(data, content_type=_SHEET)
    response.headers["Content-Disposition"] = (
        f"attachment; filename*=UTF-8''{quote(f'{TITLE}{today.isoformat()}.xlsx')}"
    )
    return response


@filling_in
@needs(Right.SUPERVISE)
def new(request: HttpRequest) -> HttpResponse:
    """Register an item, by itself or after one that was ended (新的批示)."""
    actor, parent = actor_in(request), _parent(request)
    form = NewItem(_books(), request.POST or None)
    made: list[Item] = []

    def add() -> None:
        after = parent.pk if parent else None
        made.append(perform(actor, register, actor, form.told, after))

    if is_done(request, form, add):
        return redirect("item", number=made[0].pk)
    status = 400 if request.method == "POST" else 200
    return _show(request, "new.html", status, form=form, parent=parent)


@only_reading
@for_signed_in
def item(request: HttpRequest, number: int) -> HttpResponse:
    """Show one item: where it comes from, all that was done, and what can be done now."""
    return _page(request, _find(request, number))


@only_doing
@for_signed_in
def move(request: HttpRequest, number: int, move: str) -> HttpResponse:
    """Move an item on."""
    found, actor = _find(request, number), actor_in(request)
    try:
        asked = found.life.move(move)
    except UsageError as fault:
        raise Http404 from fault
    form = MoveForm(asked, request.POST)

    def act() -> None:
        perform(actor, make_move, actor, number, asked.id, form.said)

    if is_done(request, form, act):
        return redirect("item", number=number)
    return _page(request, found, form, status=400)


@only_doing
@needs(Right.SUPERVISE)
def send(request: HttpRequest, number: int) -> HttpResponse:
    """Send a sheet about an item."""
    found, actor = _find(request, number), actor_in(request)
    kind, text = request.POST.get("sheet", ""), request.POST.get("text", "")[:LONGEST]
    try:
        sent = perform(actor, send_sheet, actor, number, kind, text)
    except Refused as refusal:
        return _page(request, found, notice=str(refusal), status=400)
    return redirect("item_sheet", number=number, step=sent.pk)


@only_reading
@for_signed_in
def sheet(request: HttpRequest, number: int, step: int) -> HttpResponse:
    """Show a sheet as it is printed and signed for; step 0 is the 交办单."""
    found = _find(request, number)
    sent = found.steps.exclude(sheet="").filter(pk=step).first() if step else None
    if (step and sent is None) or (not step and found.assigned_on is None):
        raise Http404
    level = next((s for s in found.life.sheets if sent and s.id == sent.sheet), None)
    simulated = is_simulated([found.book])
    return _show(
        request, "sheet.html", item=found, sent=sent, level=level, is_simulated=simulated
    )


def _page(
    request: HttpRequest,
    found: Item,
    wrong: MoveForm | None = None,
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    actor, today = actor_in(request), timezone.localdate()
    forms = [
        wrong if wrong and wrong.move.id == one.id else MoveForm(one)
        for one in possible_moves(actor, found)
    ]
    may_send = actor.may(Right.SUPERVISE)
    is_mine = found.standing.with_part in parts_of(actor, found)
    return _show(
        request,
        "item.html",
        status,
        item=found,
        term=found.term_on(today),
        is_unsigned=found.is_unsigned_on(today),
        steps=found.steps.all(),
        forms=forms,
        sheets=possible_sheets(found) if may_send else (),
        is_mine=is_mine,
        may_follow=may_send and not found.standing.is_open,
        target=_target(found),
        notice=notice,
        is_simulated=is_simulated([found.book]),
    )


def _show(
    request: HttpRequest, template: str, status: int = 200, **context: object
) -> HttpResponse:
    given = {**ways_of(request, "items"), **context}
    return render(request, f"cases/{template}", given, status=status)


def _find(request: HttpRequest, number: int) -> Item:
    """Return an item that somebody may see; another is not there for them."""
    seen = Item.objects.for_actor(actor_in(request)).select_related("parent")
    found = seen.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _parent(request: HttpRequest) -> Item | None:
    text = request.GET.get("after", "")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        return None
    return _find(request, int(text))


def _view(request: HttpRequest) -> str:
    asked = request.GET.get("view", "open")
    return asked if asked in VIEWS else "open"


def is_simulated(books: Iterable[str]) -> bool:
    """Return whether items about these books are about made-up data."""
    found = (served_shelf().find(name) for name in set(books) if name)
    return any(one.book.is_simulated for one in found if one)


def _target(found: Item) -> str:
    """The words of the target that an item is about; empty where there is none."""
    shelved = served_shelf().find(found.book) if found.book else None
    if shelved is None:
        return ""
    statements = shelved.book.plan.statements
    return next((one.quote for one in statements if one.id == found.statement), "")


def _books() -> tuple[tuple[str, Book], ...]:
    return tuple((one.name, one.book) for one in served_shelf().books()[0])
