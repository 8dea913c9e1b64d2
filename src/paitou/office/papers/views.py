"""Requests → the paper room, previews and files; nothing here changes anything."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from paitou.model import PageKind, UsageError
from paitou.office.books import Shelved, WrongDay, read_day
from paitou.office.config.faults import fault_page, only_reading
from paitou.office.papers.making import printer
from paitou.office.papers.offers import Asked, Offer, WrongPaper, find_offer, read_asked
from paitou.office.papers.room import room_page
from paitou.office.people.roles import Right
from paitou.office.release.showing import shows, visit_in

MEDIA_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
}


@only_reading
@shows(PageKind.PAPERS)
def papers(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show what papers there are, and one of them."""
    try:
        page = room_page(shelved, asked_in(request), printer())
    except WrongPaper as fault:
        return fault_page(400, str(fault))
    status = 404 if page.fault and not page.shown else 200
    may_issue = visit_in(request).actor.may(Right.PUBLISH)
    context = {"page": page, "may_issue": may_issue}
    return render(request, "papers/papers.html", context, status=status)


@only_reading
@shows(PageKind.PAPERS)
def paper(
    request: HttpRequest, shelved: Shelved, key: str, ending: str
) -> HttpResponseBase:
    """Send a paper as a file."""
    try:
        offer = find_offer(shelved, asked_in(request), key)
        if f".{ending}" not in offer.endings:
            told = "、".join(offer.endings)
            raise WrongPaper(f"{offer.product.title}在这里只能下载为 {told}。")
        made = printer().file(shelved, offer, f".{ending}")
    except WrongDay:
        raise
    except UsageError as fault:
        return fault_page(400, str(fault))
    return FileResponse(
        BytesIO(made),
        as_attachment=True,
        filename=_file_name(shelved, offer, ending),
        content_type=MEDIA_TYPES.get(f".{ending}"),
    )


@only_reading
@shows(PageKind.PAPERS)
def preview(request: HttpRequest, shelved: Shelved, key: str) -> HttpResponse:
    """Send the first page of a paper as a picture."""
    try:
        offer = find_offer(shelved, asked_in(request), key)
        drawn = printer().preview(shelved, offer)
    except WrongDay:
        raise
    except UsageError as fault:
        return fault_page(400, str(fault))
    return HttpResponse(drawn, content_type="image/png")


def asked_in(request: HttpRequest) -> Asked:
    """Return the day and period that a request asks for."""
    return read_asked(read_day(request.GET), request.GET)


def _file_name(shelved: Shelved, offer: Offer, ending: str) -> str:
    """The name that the file gets: what it is, of what, by what was known when."""
    wish = offer.wish
    period = wish.period.label if wish.period else ""
    simulated = "（模拟数据）" if shelved.book.is_simulated else ""
    about = f"{shelved.book.title}{offer.product.title}{period}"
    return f"{about}（截至{wish.as_of.isoformat()}）{simulated}.{ending}"
