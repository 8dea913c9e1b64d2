"""Requests → pages about rounds, for those who open them and look after them."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from paitou.model import Period
from paitou.office.books import read_day, served_shelf
from paitou.office.config.faults import filling_in, only_doing, only_reading
from paitou.office.journal.actions import Refused, perform
from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.people.rules import needs
from paitou.office.plans.views import find_book
from paitou.office.reporting.calendars import office_calendar
from paitou.office.reporting.figures import differences, figures_csv
from paitou.office.reporting.form_page import term_by
from paitou.office.reporting.forms import derive_forms
from paitou.office.reporting.models import Reminder, Round
from paitou.office.reporting.reminding import (
    Sent,
    mark_reminded,
    missing_list,
    send_reminders,
)
from paitou.office.reporting.rounds import (
    Plan,
    close_round,
    dues_of,
    extend,
    missing_of,
    open_round,
    reminder,
)
from paitou.office.reporting.showing import OVERSEEING, show
from paitou.office.reporting.states import USUAL_ROUTE
from paitou.office.reporting.work import round_state

#: The gateway failed, not this site.
_BAD_GATEWAY = 502


@filling_in
@needs(*OVERSEEING)
def rounds(request: HttpRequest) -> HttpResponse:
    """Show every round, and open another."""
    notice = ""
    if request.method == "POST":
        try:
            made = _opened(request)
        except Refused as refusal:
            notice = str(refusal)
        else:
            return redirect("round", number=made.pk)
    today = timezone.localdate()
    listed = [
        round_state(one, today) for one in Round.objects.prefetch_related("submissions")
    ]
    return show(
        request,
        "rounds.html",
        "rounds",
        400 if notice else 200,
        rounds=listed,
        books=served_shelf().books()[0],
        today=today,
        may_open=actor_in(request).may(Right.OPEN_ROUND),
        notice=notice,
    )


@only_reading
@needs(Right.READ_ALL)
def round_page(request: HttpRequest, number: int) -> HttpResponse:
    """Show how far a round is: who has not reported, what was corrected since."""
    return _page(request, _find(number), "")


@only_doing
@needs(Right.EXTEND)
def extend_round(request: HttpRequest, number: int) -> HttpResponse:
    """Give an organisation a later last day."""
    round_ = _find(number)
    actor, org = actor_in(request), request.POST.get("org", "")[:30]
    if not round_.submissions.filter(org=org).exists():
        raise Http404
    try:
        due = _day(request, "due")
        reason = request.POST.get("reason", "")
        perform(actor, extend, actor, number, org, due, reason)
    except Refused as refusal:
        return _page(request, round_, str(refusal), status=400)
    return redirect("round", number=number)


@only_doing
@needs(Right.OPEN_ROUND)
def remind(request: HttpRequest, number: int) -> HttpResponse:
    """Hand 催办 texts to the gateway, or write down that they were sent by hand."""
    round_, actor = _find(number), actor_in(request)
    orgs = {org[:30] for org in request.POST.getlist("org")[:500]}
    sent = Sent(orgs=())
    try:
        if request.POST.get("way") == Reminder.SENT:
            sent = send_reminders(actor, number, orgs)
        else:
            perform(actor, mark_reminded, actor, number, orgs)
    except Refused as refusal:
        return _page(request, round_, str(refusal), status=400)
    if sent.fault:
        notice = f"没有发出去：{sent.fault}。可以再发一次，也可以复制文字自行发送。"
        return _page(request, round_, notice, _BAD_GATEWAY, frozenset(sent.orgs))
    return redirect(f"{reverse('round', args=(number,))}#missing")


@only_doing
@needs(Right.OPEN_ROUND)
def end_round(request: HttpRequest, number: int) -> HttpResponse:
    """End a round."""
    round_ = _find(number)
    actor = actor_in(request)
    try:
        perform(actor, close_round, actor, number, request.POST.get("reason", "")[:200])
    except Refused as refusal:
        return _page(request, round_, str(refusal), status=400)
    return redirect("round", number=number)


@only_reading
@needs(Right.READ_ALL)
def round_csv(request: HttpRequest, number: int) -> HttpResponse:
    """Send the figures of a round as known on a day; the same day gives the same bytes."""
    round_, day = _find(number), read_day(request.GET)
    text = figures_csv(round_.book, day.date, round_)
    response = HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8")
    name = f"{round_.book}-{round_.period}-{day.date.isoformat()}.csv".replace('"', "")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(
    request: HttpRequest,
    round_: Round,
    notice: str,
    status: int = 200,
    failed: frozenset[str] = frozenset(),
) -> HttpResponse:
    today, day, actor = timezone.localdate(), read_day(request.GET), actor_in(request)
    dues, known = dues_of(round_), office_calendar()
    forms = [
        (one, term_by(one, dues.get(one.org, round_.due), today, known))
        for one in round_.submissions.all()
    ]
    missing = missing_of(round_)
    is_open = round_.closed_on is None
    shelved = find_book(round_.book)
    derived = derive_forms(shelved.book, Period.parse(round_.period), today)
    return show(
        request,
        "round.html",
        "rounds",
        status,
        round=round_,
        state=round_state(round_, today),
        forms=forms,
        spared=sum(round_.spared.values()),
        missing=missing,
        absent=missing_list(round_, today),
        failed=failed,
        may_remind=actor.may(Right.OPEN_ROUND) and is_open,
        has_gateway=bool(settings.WEBHOOK_URL),
        reminder=reminder(round_, missing, today) if is_open else "",
        differences=differences(round_, day.date),
        day=day,
        calendar=known.sources.get(round_.due.year, ""),
        may_extend=actor.may(Right.EXTEND) and is_open,
        may_close=actor.may(Right.OPEN_ROUND) and is_open,
        notice=notice,
        nobody=derived.issues,
        shelved=shelved,
    )


def _find(number: int) -> Round:
    found = Round.objects.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _opened(request: HttpRequest) -> Round:
    shelved = find_book(request.POST.get("book", ""))
    try:
        period = Period.parse(request.POST.get("period", "")[:20])
    except ValueError as fault:
        raise Refused(f"期别：{fault}。") from fault
    names = tuple(request.POST.getlist("route")) or USUAL_ROUTE
    plan = Plan(
        book_name=shelved.name,
        period=period,
        opens=_day(request, "opens", timezone.localdate()),
        due=_day(request, "due") if request.POST.get("due") else None,
        route=names,
        note=request.POST.get("note", ""),
        needs_evidence="evidence" in request.POST,
        on_paper="paper" in request.POST,
    )
    actor = actor_in(request)
    return perform(actor, open_round, actor, plan, shelved.book)


def _day(request: HttpRequest, name: str, usual: dt.date | None = None) -> dt.date:
    text = request.POST.get(name, "").strip()
    if not text and usual is not None:
        return usual
    try:
        return dt.date.fromisoformat(text)
    except ValueError as fault:
        raise Refused("请把日期写成 2026-04-15 这样。") from fault
