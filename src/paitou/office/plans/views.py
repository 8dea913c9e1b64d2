"""Requests → pages that read a book; nothing here changes anything."""

from __future__ import annotations

from io import BytesIO
from typing import TypedDict

from attrs import evolve
from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from paitou.model import PageKind
from paitou.office.books import Day, Shelved, read_day, served_shelf
from paitou.office.config.faults import fault_page, only_reading
from paitou.office.people.acting import PUBLIC
from paitou.office.people.gate import actor_in, keep_private
from paitou.office.plans.choices import Choice
from paitou.office.plans.findings import (
    Facet,
    Findings,
    find,
    indicators,
    kinds,
    measures,
    roles,
    standings,
)
from paitou.office.plans.marks import Mark, marks_of
from paitou.office.plans.page import chosen_card, plan_page
from paitou.office.plans.rows import (
    commitment_rows,
    commitments_told,
    statement_rows,
    statements_told,
)
from paitou.office.plans.targets import target_page
from paitou.office.release.audience import books_for
from paitou.office.release.pages import opens
from paitou.office.release.showing import is_as_public, shows, visit_in
from paitou.report.breakdown_sheet import breakdown_bytes
from paitou.report.summary import Overview, overview


@only_reading
def books(request: HttpRequest) -> HttpResponse:
    """Show the books that are served; a single one is opened at once.

    A demonstration opens with its first book.
    """
    actor = PUBLIC if is_as_public(request) else actor_in(request)
    known, faults = books_for(actor)
    served = [one for one in known if opens(actor, one, PageKind.PLAN)]
    if actor.is_signed_in:
        keep_private(request)
    is_front = settings.DEMO and request.path == reverse("front")
    if served and not faults and (len(served) == 1 or is_front):
        return redirect("living_plan", name=served[0].name)
    listed = [(one, overview(one.book.plan)) for one in served]
    return render(request, "plans/books.html", {"books": listed, "faults": faults})


@only_reading
@shows(PageKind.PLAN)
def living_plan(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show the plan's own text, everything in it marked; `part=card` is one card alone."""
    day = read_day(request.GET)
    choice = evolve(Choice.read(request.GET), as_of=day.asked)
    if request.GET.get("part") == "card":
        return _card(request, shelved, choice, day)
    page = plan_page(shelved, choice, day)
    status = 404 if page.is_lost else 200
    return render(request, "plans/living_plan.html", {"page": page}, status=status)


@only_reading
@shows(PageKind.TARGET)
def target(request: HttpRequest, shelved: Shelved, statement: str) -> HttpResponse:
    """Show where one target stands, and every figure behind it."""
    day = read_day(request.GET)
    looks_ahead = visit_in(request).opens(PageKind.OUTLOOK)
    page = target_page(shelved, statement, day, looks_ahead=looks_ahead)
    if page is None:
        told = "方案里没有这一项目标，或者它没有写年份，无法评价。"
        return fault_page(404, told)
    return render(request, "plans/target.html", {"page": page})


@only_reading
@shows(PageKind.STATEMENTS)
def statements(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show every statement as a table, narrowed by the same filters as the text."""
    shared, marks = _table(request, shelved)
    rows = statement_rows(shared["shelved"].book, marks)
    told = statements_told(rows, shared["seen"].period)
    context = {**shared, "statements": rows, "sentence": told}
    return render(request, "plans/statements.html", context)


@only_reading
@shows(PageKind.STATEMENTS)
def commitments(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show every commitment as a table, narrowed by the same filters as the text."""
    shared, marks = _table(request, shelved)
    rows = commitment_rows(shared["shelved"].book, marks)
    told = commitments_told(rows, shared["seen"].period)
    context = {**shared, "commitments": rows, "sentence": told}
    return render(request, "plans/commitments.html", context)


@only_reading
@shows(PageKind.STATEMENTS)
def breakdown(_request: HttpRequest, /, shelved: Shelved) -> FileResponse:
    """Send the 任务分解表 as a workbook."""
    sheet = BytesIO(breakdown_bytes(shelved.book, is_simulated=shelved.book.is_simulated))
    title = f"{shelved.book.title}任务分解表.xlsx"
    return FileResponse(sheet, as_attachment=True, filename=title)


def find_book(name: str) -> Shelved:
    """Return the book with this name and everything in it, for the desks of the office.

    Raises:
        Http404: there is none.
    """
    shelved = served_shelf().find(name)
    if shelved is None:
        raise Http404
    return shelved


def _card(request: HttpRequest, shelved: Shelved, choice: Choice, day: Day) -> HttpResponse:
    card = chosen_card(shelved, choice, day)
    if card is None:
        raise Http404
    context = {"card": card, "choice": choice, "shelved": shelved, "day": day}
    return render(request, "plans/_card.html", context)


class _Shared(TypedDict):
    """What both tables show around their rows."""

    shelved: Shelved
    day: Day
    choice: Choice
    seen: Overview
    findings: Findings
    roles: tuple[Facet, ...]
    measures: tuple[Facet, ...]
    kinds: tuple[Facet, ...]
    standings: tuple[Facet, ...]
    indicators: tuple[Facet, ...]


def _table(request: HttpRequest, shelved: Shelved) -> tuple[_Shared, tuple[Mark, ...]]:
    plan = shelved.book.plan
    day = read_day(request.GET)
    choice = evolve(Choice.read(request.GET), as_of=day.asked)
    marks = marks_of(plan, shelved.assessor.on(day.date).wholes)
    findings = find(plan, marks, choice)
    shared = _Shared(
        shelved=shelved,
        day=day,
        choice=choice,
        seen=overview(plan),
        findings=findings,
        roles=roles(marks, choice),
        measures=measures(marks, choice),
        kinds=kinds(marks, choice),
        standings=standings(marks, choice),
        indicators=indicators(marks, choice),
    )
    return shared, findings.marks
