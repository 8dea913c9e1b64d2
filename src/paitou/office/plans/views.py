"""Requests → pages that read a book; nothing here changes anything."""

from __future__ import annotations

from io import BytesIO
from typing import TypedDict

from attrs import evolve
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from paitou.office.books import Day, Shelved, read_day, served_shelf
from paitou.office.config.faults import fault_page, only_reading
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
from paitou.report.breakdown_sheet import breakdown_bytes
from paitou.report.summary import Overview, overview


@only_reading
def books(request: HttpRequest) -> HttpResponse:
    """Show the books that are served; a single one is opened at once."""
    served, faults = served_shelf().books()
    if len(served) == 1 and not faults:
        return redirect("living_plan", name=served[0].name)
    listed = [(one, overview(one.book.plan)) for one in served]
    return render(request, "plans/books.html", {"books": listed, "faults": faults})


@only_reading
def living_plan(request: HttpRequest, name: str) -> HttpResponse:
    """Show the plan's own text, everything in it marked; `part=card` is one card alone."""
    shelved, day = find_book(name), read_day(request.GET)
    choice = evolve(Choice.read(request.GET), as_of=day.asked)
    if request.GET.get("part") == "card":
        return _card(request, shelved, choice, day)
    page = plan_page(shelved, choice, day)
    status = 404 if page.is_lost else 200
    return render(request, "plans/living_plan.html", {"page": page}, status=status)


@only_reading
def target(request: HttpRequest, name: str, statement: str) -> HttpResponse:
    """Show where one target stands, and every figure behind it."""
    shelved, day = find_book(name), read_day(request.GET)
    page = target_page(shelved, statement, day)
    if page is None:
        told = "方案里没有这一项目标，或者它没有写年份，无法评价。"
        return fault_page(404, told)
    return render(request, "plans/target.html", {"page": page})


@only_reading
def statements(request: HttpRequest, name: str) -> HttpResponse:
    """Show every statement as a table, narrowed by the same filters as the text."""
    shared, marks = _table(request, find_book(name))
    rows = statement_rows(shared["shelved"].book, marks)
    told = statements_told(rows, shared["seen"].period)
    context = {**shared, "statements": rows, "sentence": told}
    return render(request, "plans/statements.html", context)


@only_reading
def commitments(request: HttpRequest, name: str) -> HttpResponse:
    """Show every commitment as a table, narrowed by the same filters as the text."""
    shared, marks = _table(request, find_book(name))
    rows = commitment_rows(shared["shelved"].book, marks)
    told = commitments_told(rows, shared["seen"].period)
    context = {**shared, "commitments": rows, "sentence": told}
    return render(request, "plans/commitments.html", context)


@only_reading
def breakdown(_request: HttpRequest, /, name: str) -> FileResponse:
    """Send the 任务分解表 as a workbook."""
    shelved = find_book(name)
    sheet = BytesIO(breakdown_bytes(shelved.book, is_simulated=shelved.book.is_simulated))
    title = f"{shelved.book.title}任务分解表.xlsx"
    return FileResponse(sheet, as_attachment=True, filename=title)


def find_book(name: str) -> Shelved:
    """Return the book with this name.

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
