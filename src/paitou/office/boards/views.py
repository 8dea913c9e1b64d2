"""Requests → pages and files about a whole plan; nothing here changes anything."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from paitou.cli.outlook_record import outlooks_record
from paitou.cli.standing_record import tracking_record
from paitou.model import PageKind
from paitou.office.boards.balance import balance_page
from paitou.office.boards.final import final_page
from paitou.office.boards.off_course import off_course_page
from paitou.office.boards.outlook import outlook_page
from paitou.office.boards.programmes import overview_page
from paitou.office.books import Shelved, read_day
from paitou.office.config.faults import only_reading
from paitou.office.release.showing import shows
from paitou.report.standing_sheet import standing_bytes


@only_reading
@shows(PageKind.OVERVIEW)
def overview(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show one card a programme: how its targets stand, what is off course first."""
    page = overview_page(shelved, read_day(request.GET))
    return render(request, "boards/overview.html", {"page": page})


@only_reading
@shows(PageKind.OFF_COURSE)
def off_course(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show what is off course by who must act, and what is missing from whom."""
    page = off_course_page(shelved, read_day(request.GET))
    return render(request, "boards/off_course.html", {"page": page})


@only_reading
@shows(PageKind.FINAL)
def final(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show every target from its base year to its end, with a judgement."""
    page = final_page(shelved, read_day(request.GET))
    return render(request, "boards/final.html", {"page": page})


@only_reading
@shows(PageKind.BALANCE)
def balance(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show whether the targets can all be true, and try a change of one number."""
    page = balance_page(shelved, read_day(request.GET), request.GET)
    status = 400 if page.trial.fault else 200
    return render(request, "boards/balance.html", {"page": page}, status=status)


@only_reading
@shows(PageKind.OUTLOOK)
def outlook(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show what will probably become of every open target, and how good it was before."""
    page = outlook_page(shelved, read_day(request.GET))
    return render(request, "boards/outlook.html", {"page": page})


@only_reading
@shows(PageKind.OUTLOOK)
def outlook_json(request: HttpRequest, shelved: Shelved) -> JsonResponse:
    """Send the outlooks as `paitou forecast --format json` writes them."""
    day = read_day(request.GET)
    found = tuple(shelved.forecaster.on(day.date).values())
    record = outlooks_record(shelved.book, found, day.date)
    return JsonResponse(record, json_dumps_params={"ensure_ascii": False})


@only_reading
@shows(PageKind.TARGET)
def standings_json(request: HttpRequest, shelved: Shelved) -> JsonResponse:
    """Send the standings as `paitou track --format json` writes them."""
    day = read_day(request.GET)
    record = tracking_record(shelved.book, shelved.assessor.on(day.date).tracking)
    return JsonResponse(record, json_dumps_params={"ensure_ascii": False})


@only_reading
@shows(PageKind.TARGET)
def standings_xlsx(request: HttpRequest, shelved: Shelved) -> FileResponse:
    """Send the standings as a workbook."""
    day = read_day(request.GET)
    tracking = shelved.assessor.on(day.date).tracking
    sheet = BytesIO(standing_bytes(shelved.book, tracking))
    title = f"{shelved.book.title}目标进展表（{day.words}）.xlsx"
    return FileResponse(sheet, as_attachment=True, filename=title)
