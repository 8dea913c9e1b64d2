"""Requests → pages and files about a whole plan; nothing here changes anything."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from paitou.cli.outlook_record import outlooks_record
from paitou.cli.standing_record import tracking_record
from paitou.office.boards.balance import balance_page
from paitou.office.boards.final import final_page
from paitou.office.boards.off_course import off_course_page
from paitou.office.boards.outlook import outlook_page
from paitou.office.boards.programmes import overview_page
from paitou.office.books import read_day
from paitou.office.config.faults import only_reading
from paitou.office.plans.views import find_book
from paitou.report.standing_sheet import standing_bytes


@only_reading
def overview(request: HttpRequest, name: str) -> HttpResponse:
    """Show one card a programme: how its targets stand, what is off course first."""
    page = overview_page(find_book(name), read_day(request.GET))
    return render(request, "boards/overview.html", {"page": page})


@only_reading
def off_course(request: HttpRequest, name: str) -> HttpResponse:
    """Show what is off course by who must act, and what is missing from whom."""
    page = off_course_page(find_book(name), read_day(request.GET))
    return render(request, "boards/off_course.html", {"page": page})


@only_reading
def final(request: HttpRequest, name: str) -> HttpResponse:
    """Show every target from its base year to its end, with a judgement."""
    page = final_page(find_book(name), read_day(request.GET))
    return render(request, "boards/final.html", {"page": page})


@only_reading
def balance(request: HttpRequest, name: str) -> HttpResponse:
    """Show whether the targets can all be true, and try a change of one number."""
    page = balance_page(find_book(name), read_day(request.GET), request.GET)
    status = 400 if page.trial.fault else 200
    return render(request, "boards/balance.html", {"page": page}, status=status)


@only_reading
def outlook(request: HttpRequest, name: str) -> HttpResponse:
    """Show what will probably become of every open target, and how good it was before."""
    page = outlook_page(find_book(name), read_day(request.GET))
    return render(request, "boards/outlook.html", {"page": page})


@only_reading
def outlook_json(request: HttpRequest, name: str) -> JsonResponse:
    """Send the outlooks as `paitou forecast --format json` writes them."""
    shelved, day = find_book(name), read_day(request.GET)
    found = tuple(shelved.forecaster.on(day.date).values())
    record = outlooks_record(shelved.book, found, day.date)
    return JsonResponse(record, json_dumps_params={"ensure_ascii": False})


@only_reading
def standings_json(request: HttpRequest, name: str) -> JsonResponse:
    """Send the standings as `paitou track --format json` writes them."""
    shelved, day = find_book(name), read_day(request.GET)
    record = tracking_record(shelved.book, shelved.assessor.on(day.date).tracking)
    return JsonResponse(record, json_dumps_params={"ensure_ascii": False})


@only_reading
def standings_xlsx(request: HttpRequest, name: str) -> FileResponse:
    """Send the standings as a workbook."""
    shelved, day = find_book(name), read_day(request.GET)
    tracking = shelved.assessor.on(day.date).tracking
    sheet = BytesIO(standing_bytes(shelved.book, tracking))
    title = f"{shelved.book.title}目标进展表（{day.words}）.xlsx"
    return FileResponse(sheet, as_attachment=True, filename=title)
