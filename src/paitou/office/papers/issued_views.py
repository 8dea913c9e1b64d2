"""Requests → a paper issued, the list of those issued, and one exactly as it was."""

from __future__ import annotations

import datetime as dt

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from paitou.model import PageKind, Publicity, UnreadableFile, UsageError
from paitou.office.books import Shelved
from paitou.office.config.faults import fault_page, filling_in, only_doing, only_reading
from paitou.office.files.apart import check_apart
from paitou.office.files.arriving import most_bytes
from paitou.office.files.marks import BearsMark
from paitou.office.journal.actions import Refused, perform
from paitou.office.papers.issuing import (
    LONGEST_NUMBER,
    LONGEST_REASON,
    Wanted,
    issue,
    refuse_marked,
)
from paitou.office.papers.kept import issued_store
from paitou.office.papers.listing import given_paper, paper_lines
from paitou.office.papers.making import printer
from paitou.office.papers.offers import Offer, WrongPaper, as_issued, find_offer
from paitou.office.papers.views import MEDIA_TYPES, asked_in
from paitou.office.people.asking import is_done
from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.people.rules import needs
from paitou.office.release.audience import unpublished
from paitou.office.release.deciding import About, Terms, decide_thing, morning
from paitou.office.release.models import Kind
from paitou.office.release.showing import shows, visit_in
from paitou.report.issuance import Issuance

_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
_DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


def _one_line(text: str) -> None:
    if not text.isprintable():
        raise forms.ValidationError("请写成一行，不要有看不见的字符。")


def _line(label: str, most: int) -> forms.CharField:
    """Return a field for one long line that may stay empty."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=False,
        validators=[_one_line],
        widget=forms.TextInput({"size": 44}),
    )


class Issuing(forms.Form):
    """What stands on a paper that is issued."""

    number = forms.CharField(label="发文字号或期号", max_length=LONGEST_NUMBER)
    issued_on = forms.DateField(label="印发日期", widget=_DAY)
    office = _line("印发单位", 40)
    addressee = _line("主送（空着照原稿）", 100)
    copies = _line("抄送（空着不印）", 200)
    ending = forms.ChoiceField(label="文件格式（系统生成的）")
    file = forms.FileField(
        label="终稿文件（改过或签过的；空着就存系统生成的这一份）", required=False
    )
    publicity = forms.ChoiceField(
        label="公开属性", choices=[(one.value, one.label) for one in Publicity]
    )
    reason = forms.CharField(
        label="依申请公开、不予公开的理由", max_length=LONGEST_REASON, required=False
    )
    day = forms.DateField(label="何日向公众公开（空着是立即）", required=False, widget=_DAY)

    def __init__(self, request: HttpRequest, offer: Offer, today: dt.date) -> None:
        usual = {"issued_on": today, "office": actor_in(request).org_name}
        super().__init__(request.POST or None, request.FILES or None, initial=usual)
        self.fields["ending"] = forms.ChoiceField(
            label="文件格式（系统生成的）", choices=[(one, one) for one in offer.endings]
        )


@filling_in
@needs(Right.PUBLISH)
@shows(PageKind.PAPERS)
def issue_paper(request: HttpRequest, shelved: Shelved, key: str) -> HttpResponse:
    """Issue a paper: ask for its number, day and publicity, and keep it."""
    now = timezone.now()
    try:
        offer = find_offer(shelved, asked_in(request), key)
    except WrongPaper as fault:
        return fault_page(400, str(fault))
    form = Issuing(request, offer, timezone.localtime(now).date())
    if "look" in request.POST and form.is_valid():
        return _look(request, shelved, offer, form)

    def done() -> None:
        content, ending = _content(request, shelved, offer, form)
        wanted = _wanted(shelved, offer, form, ending, now)
        actor = actor_in(request)
        perform(actor, issue, actor, wanted, content)

    if is_done(request, form, done):
        return redirect("issued", name=shelved.name)
    context = {
        "shelved": shelved,
        "offer": offer,
        "form": form,
        "day": asked_in(request).day,
        "hidden": unpublished(shelved.name, now).count(),
    }
    status = 400 if form.is_bound else 200
    return render(request, "papers/issue.html", context, status=status)


def _look(
    request: HttpRequest, shelved: Shelved, offer: Offer, form: Issuing
) -> HttpResponse:
    """Send the file as it would be issued; nothing is issued by that."""
    ending = form.cleaned_data["ending"]
    try:
        content = printer().file(
            shelved, as_issued(offer, _issuance(request, form)), ending
        )
    except UsageError as fault:
        return fault_page(400, str(fault))
    response = HttpResponse(content, content_type=MEDIA_TYPES.get(ending))
    name = f"{offer.product.title}（未印发）{ending}"
    disposition = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = disposition or "attachment"
    return response


@only_reading
@shows(PageKind.ISSUED)
def issued(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show what was issued, with its hash and what was corrected since."""
    return _list(request, shelved)


@only_doing
@needs(Right.PUBLISH)
@shows(PageKind.ISSUED)
def paper_level(request: HttpRequest, shelved: Shelved, number: int) -> HttpResponse:
    """Say who may be given an issued paper from now on."""
    if given_paper(visit_in(request), number) is None:
        raise Http404
    actor, now = actor_in(request), timezone.now()
    try:
        level = Publicity(request.POST.get("level", ""))
        terms = Terms(
            now=now,
            starts=morning(_day(request.POST.get("day", ""))),
            reason=request.POST.get("reason", "")[:LONGEST_REASON],
        )
        about = About(kind=Kind.PAPER, book=shelved.name, key=str(number))
        perform(actor, decide_thing, actor, about, level, terms)
    except ValueError:
        return _list(request, shelved, "请选择公开属性，日期写成 2026-04-15 这样。")
    except Refused as refusal:
        return _list(request, shelved, str(refusal))
    return redirect("issued", name=shelved.name)


def _list(request: HttpRequest, shelved: Shelved, notice: str = "") -> HttpResponse:
    context = {
        "shelved": shelved,
        "lines": paper_lines(visit_in(request)),
        "may_decide": actor_in(request).may(Right.PUBLISH),
        "levels": [(one.value, one.label) for one in Publicity],
        "notice": notice,
    }
    status = 400 if notice else 200
    return render(request, "papers/issued.html", context, status=status)


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text.strip()) if text.strip() else None


@only_reading
@shows(PageKind.ISSUED)
def issued_file(request: HttpRequest, shelved: Shelved, number: int) -> HttpResponseBase:
    """Send a paper exactly as it was issued."""
    paper = given_paper(visit_in(request), number)
    if paper is None:
        raise Http404
    response = HttpResponse(
        issued_store().read(paper.sha256), content_type=MEDIA_TYPES.get(paper.ending)
    )
    simulated = "（模拟数据）" if shelved.book.is_simulated else ""
    named = f"{paper.number}{paper.title}{simulated}{paper.ending}"
    name = "".join("_" if one in '/\\:*?"<>|' else one for one in named)
    disposition = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = disposition or "attachment"
    response.headers["Content-Security-Policy"] = _POLICY
    return response


def _content(
    request: HttpRequest, shelved: Shelved, offer: Offer, form: Issuing
) -> tuple[bytes, str]:
    """Return the bytes that are issued and their ending: what was brought, else made."""
    brought = request.FILES.get("file")
    try:
        if brought is None:
            ending = form.cleaned_data["ending"]
            made = as_issued(offer, _issuance(request, form))
            return printer().file(shelved, made, ending), ending
        checked = check_apart(brought.name or "", brought.read(), most_bytes())
    except BearsMark as fault:
        actor = actor_in(request)
        perform(actor, refuse_marked, actor, shelved.name, fault.mark)
        raise Refused(f"{str(fault).rstrip('。')}。") from fault
    except (UnreadableFile, UsageError) as fault:
        raise Refused(f"{str(fault).rstrip('。')}。") from fault
    ending = "." + checked.name.rpartition(".")[2].lower()
    if ending not in MEDIA_TYPES:
        known = "、".join(MEDIA_TYPES)
        raise Refused(f"终稿只能是 {known}。")
    return checked.content, ending


def _issuance(request: HttpRequest, form: Issuing) -> Issuance:
    told = form.cleaned_data
    return Issuance(
        number=told["number"],
        issued_on=told["issued_on"],
        publicity=Publicity(told["publicity"]).label,
        office=told["office"] or actor_in(request).org_name,
        copies=told["copies"],
        addressee=told["addressee"],
    )


def _wanted(
    shelved: Shelved, offer: Offer, form: Issuing, ending: str, now: dt.datetime
) -> Wanted:
    told, wish = form.cleaned_data, offer.wish
    return Wanted(
        book=shelved.name,
        product=offer.key,
        title=offer.product.title,
        about=offer.about,
        ending=ending,
        as_of=wish.as_of,
        period=str(wish.period) if wish.period else "",
        number=told["number"].strip(),
        publicity=Publicity(told["publicity"]),
        reason=told["reason"].strip(),
        issued_on=told["issued_on"],
        starts=morning(told["day"]),
        now=now,
    )
