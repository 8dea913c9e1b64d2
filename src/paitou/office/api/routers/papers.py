"""The papers that can be made of a book, each as a file."""

from __future__ import annotations

from io import BytesIO
from typing import Literal

from django.http import FileResponse
from django.http.response import HttpResponseBase

from paitou.compile.record import Record
from paitou.model import PageKind, UsageError
from paitou.office.api.answers import Stopped
from paitou.office.api.bulk import XLSX
from paitou.office.api.desk import EVERYBODY, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import asked_of, seen_page
from paitou.office.api.values import AsOf, Given, PeriodText, Search
from paitou.office.books import read_day
from paitou.office.journal.actions import Refused
from paitou.office.papers.making import printer
from paitou.office.papers.offers import (
    Asked,
    Offer,
    WrongPaper,
    find_offer,
    offers,
    read_asked,
)
from paitou.office.release.pages import Visit

desk = Desk("文稿")
_OPEN = use(Scope.READ, rule=EVERYBODY)
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": XLSX,
    "pdf": "application/pdf",
}
Ending = Literal["docx", "xlsx", "pdf"]


class OfferOut(Given):
    """A paper that can be made; `why_not` says why one cannot."""

    key: str
    title: str
    about: str
    endings: list[str]
    why_not: str


class OfferList(Given):
    """What papers there are on a day, for a period."""

    as_of: str
    period: str | None
    papers: list[OfferOut]


@desk.reads("/books/{book}/papers", OfferList, _OPEN, told="列出可以生成的文稿。")
def list_papers(
    request: Asking, book: Search, as_of: AsOf = None, period: PeriodText | None = None
) -> Record:
    """Return the papers that can be made."""
    page = seen_page(request, book, PageKind.PAPERS)
    shelved, asked = page.shelved, asked_for(page, as_of, period)
    return {
        "as_of": asked.day.date.isoformat(),
        "period": str(asked.period) if asked.period else None,
        "papers": [_offer(one) for one in offers(shelved, asked)],
    }


@desk.sends(
    "/books/{book}/papers/{key}/{ending}",
    tuple(TYPES.values()),
    _OPEN,
    told="生成一份文稿（代拟稿），取文件。",
)
def make_paper(
    request: Asking,
    book: Search,
    key: Search,
    ending: Ending,
    as_of: AsOf = None,
    period: PeriodText | None = None,
) -> HttpResponseBase:
    """Make a paper and send it."""
    page = seen_page(request, book, PageKind.PAPERS)
    shelved, asked = page.shelved, asked_for(page, as_of, period)
    offer = find_offer(shelved, asked, key)
    if f".{ending}" not in offer.endings:
        raise Stopped(404, f"{offer.product.title}在这里只能生成{'、'.join(offer.endings)}")
    try:
        made = printer().file(shelved, offer, f".{ending}")
    except UsageError as fault:
        raise Refused(f"{fault}。") from fault
    name = f"{offer.key}-{asked.day.date.isoformat()}.{ending}"
    return FileResponse(
        BytesIO(made), as_attachment=True, filename=name, content_type=TYPES[ending]
    )


def asked_for(page: Visit, as_of: AsOf, period: str | None) -> Asked:
    """Return what is asked of the papers: of approved ones, what was approved.

    Raises:
        Refused: the period is not over on the day.
    """
    wanted = {"as_of": as_of.isoformat() if as_of else "", "period": period or ""}
    asked = asked_of(page, PageKind.PAPERS, wanted)
    try:
        return read_asked(read_day(asked), asked)
    except WrongPaper as fault:
        raise Refused(str(fault)) from fault


def _offer(offer: Offer) -> Record:
    return {
        "key": offer.key,
        "title": offer.product.title,
        "about": offer.about,
        "endings": [ending.removeprefix(".") for ending in offer.endings],
        "why_not": offer.why_not,
    }
