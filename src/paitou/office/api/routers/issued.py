"""Papers that were issued: their list, one exactly as it was, and another one issued."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpResponse
from django.utils import timezone
from pydantic import Field

from paitou.compile.record import Record
from paitou.model import PageKind, Publicity, UsageError
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import EVERYBODY, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.routers.papers import TYPES, asked_for
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting, seen_page
from paitou.office.api.values import (
    DayIn,
    Given,
    Line,
    Number,
    PeriodText,
    Reasoned,
    Search,
    Short,
    Taken,
)
from paitou.office.journal.actions import Refused, perform
from paitou.office.papers.issuing import Wanted, issue
from paitou.office.papers.kept import issued_store
from paitou.office.papers.listing import PaperLine, given_paper, paper_lines
from paitou.office.papers.making import printer
from paitou.office.papers.offers import Offer, as_issued, find_offer
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right
from paitou.office.release.deciding import About, Terms, decide_thing, morning
from paitou.office.release.models import Kind
from paitou.report.issuance import Issuance

desk = Desk("文稿")
_OPEN = use(Scope.READ, rule=EVERYBODY)


class IssuedOut(Given):
    """A paper that was issued; `is_given` says whether whoever asks may have the file."""

    id: int
    number: str
    title: str
    about: str
    product: str
    ending: str
    as_of: dt.date
    period: str
    issued_on: dt.date
    sha256: str
    size: int
    level: str
    is_given: bool


class IssuedList(Given):
    """What was issued of a book, the latest first."""

    papers: list[IssuedOut]


class IssueIn(Taken):
    """What stands on a paper that is issued; its file is the one that is made here.

    `paper` is its key, as the list of papers gives it; `office` is who issues it, that of
    the caller's post where it is empty.
    """

    paper: Short
    number: Short
    issued_on: DayIn
    ending: Literal["docx", "xlsx", "pdf"]
    publicity: Annotated[Publicity, Field(strict=False)]
    reason: Line = ""
    as_of: DayIn | None = None
    period: PeriodText | None = None
    office: Short = ""
    addressee: Line = ""
    copies: Line = ""
    public_from: DayIn | None = None


class PaperLevelIn(Reasoned):
    """Who may be given an issued paper, from when, and on what ground."""

    level: Annotated[Publicity, Field(strict=False)]
    public_from: DayIn | None = None


@desk.reads("/books/{book}/issued", IssuedList, _OPEN, told="列出已印发的文稿。")
def list_issued(request: Asking, book: Search) -> Record:
    """Return the issued papers that whoever asks may know of."""
    lines = paper_lines(seen_page(request, book, PageKind.ISSUED))
    return {"papers": [_line(one) for one in lines]}


@desk.sends(
    "/books/{book}/issued/{int:number}",
    tuple(TYPES.values()),
    _OPEN,
    told="取一份已印发的文稿，与印发时一字不差。",
)
def get_issued(request: Asking, book: Search, number: int) -> HttpResponse:
    """Send a paper exactly as it was issued."""
    paper = given_paper(seen_page(request, book, PageKind.ISSUED), number)
    if paper is None:
        raise Stopped(404)
    ending = paper.ending.removeprefix(".")
    content = issued_store().read(paper.sha256)
    answer = HttpResponse(content, content_type=TYPES[ending])
    name = f"issued-{number}.{ending}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@desk.changes(
    "/books/{book}/issued",
    Number,
    use(Scope.PUBLISH, Right.PUBLISH),
    told="印发一份文稿：定文号、日期和公开属性，从此一字不动。",
)
def issue_one_paper(request: Asking, book: Search, wanted: IssueIn) -> Record:
    """Issue a paper that is made here."""
    page = seen_page(request, book, PageKind.PAPERS)
    asked = asked_for(page, wanted.as_of, wanted.period)
    offer = find_offer(page.shelved, asked, wanted.paper)
    if f".{wanted.ending}" not in offer.endings:
        raise Refused(f"{offer.product.title}在这里只能印发{'、'.join(offer.endings)}。")
    made = as_issued(offer, _issuance(acting(request), wanted))
    try:
        content = printer().file(page.shelved, made, f".{wanted.ending}")
    except UsageError as fault:
        raise Refused(f"{fault}。") from fault
    actor, told = acting(request), _wanted(page.shelved.name, offer, wanted)
    return {"id": perform(actor, issue, actor, told, content).pk}


@desk.changes(
    "/books/{book}/issued/{int:number}/level",
    IssuedOut,
    use(Scope.PUBLISH, Right.PUBLISH),
    told="改变一份已印发文稿的公开属性，写明依据；文稿本身一字不动。",
)
def set_issued_level(
    request: Asking, book: Search, number: int, wanted: PaperLevelIn
) -> Record:
    """Say who may be given an issued paper from now on."""
    page, actor = seen_page(request, book, PageKind.ISSUED), acting(request)
    if given_paper(page, number) is None:
        raise Stopped(404)
    terms = Terms(
        now=timezone.now(), starts=morning(wanted.public_from), reason=wanted.reason
    )
    about = About(kind=Kind.PAPER, book=page.shelved.name, key=str(number))
    perform(actor, decide_thing, actor, about, wanted.level, terms)
    fresh = seen_page(request, book, PageKind.ISSUED)
    return next(_line(one) for one in paper_lines(fresh) if one.paper.pk == number)


def _wanted(book: str, offer: Offer, wanted: IssueIn) -> Wanted:
    wish = offer.wish
    return Wanted(
        book=book,
        product=offer.key,
        title=offer.product.title,
        about=offer.about,
        ending=f".{wanted.ending}",
        as_of=wish.as_of,
        period=str(wish.period) if wish.period else "",
        number=wanted.number.strip(),
        publicity=wanted.publicity,
        reason=wanted.reason.strip(),
        issued_on=wanted.issued_on,
        starts=morning(wanted.public_from),
        now=timezone.now(),
    )


def _issuance(actor: Actor, wanted: IssueIn) -> Issuance:
    return Issuance(
        number=wanted.number.strip(),
        issued_on=wanted.issued_on,
        publicity=wanted.publicity.label,
        office=wanted.office.strip() or actor.org_name,
        copies=wanted.copies.strip(),
        addressee=wanted.addressee.strip(),
    )


def _line(line: PaperLine) -> Record:
    names = (n for n in IssuedOut.model_fields if n not in ("level", "is_given"))
    said: Record = {name: getattr(line.paper, name) for name in names}
    return said | {"level": line.level.value, "is_given": line.is_given}
