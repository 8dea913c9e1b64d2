"""Requests → pages to fill in, to review and to look back; only actions change anything."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from urllib.parse import urlencode

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from paitou.model import Book, Publicity, UnreadableFile
from paitou.office.config.faults import filling_in, only_doing, only_reading
from paitou.office.journal.actions import Refused, perform
from paitou.office.people.gate import actor_in
from paitou.office.people.roles import Right
from paitou.office.people.rules import for_signed_in, needs
from paitou.office.plans.views import find_book
from paitou.office.release.audience import books_for
from paitou.office.reporting.actions import (
    pass_on,
    save_cells,
    send_back,
    submit,
    withdraw,
)
from paitou.office.reporting.changes import changes_of
from paitou.office.reporting.desk import desk_of
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.evidence import Signed, endorse_by_paper
from paitou.office.reporting.form_page import form_page, form_pages
from paitou.office.reporting.freezing import correct
from paitou.office.reporting.matching import Matched, match, pasted_sheet, told
from paitou.office.reporting.models import Reported, Submission
from paitou.office.reporting.policies import as_post, may_correct, may_move
from paitou.office.reporting.posting import (
    FILED,
    must_read_file,
    read_post,
    take_files,
    told_once,
    turn_in,
)
from paitou.office.reporting.showing import REVIEWING, show
from paitou.office.reporting.states import Move
from paitou.office.reporting.template import MAX_BYTES, read_upload, template_bytes
from paitou.office.reporting.work import waiting_for
from paitou.text.readers.secrecy import refuse_secrets

_LONGEST_PASTE = 200_000
#: 409: what was to be changed is no longer as it was seen.
_CLASH = 409


@only_reading
@for_signed_in
def work(request: HttpRequest) -> HttpResponse:
    """Show what waits for whoever looks (今日待办)."""
    actor = actor_in(request)
    page = desk_of(actor, books_for(actor)[0], timezone.localdate())
    return show(request, "work.html", "work", page=page)


@filling_in
@for_signed_in
def form(request: HttpRequest, number: int) -> HttpResponse:
    """Show a form; keep what was typed, and hand it in where that was asked for."""
    submission = _find(request, number)
    if request.method != "POST":
        return _page(request, submission, _saved(request))
    actor = as_post(actor_in(request), submission, Move.SAVE)
    posted = read_post(request.POST, submission.cells.all())
    kept = perform(actor, save_cells, actor, number, posted.typed, posted.seen)
    clashes = (f"“{name}”刚才被别人改过，没有覆盖，请看过再填。" for name in kept.clashes)
    notices = (*posted.faults, *clashes)
    if notices:
        return _page(request, submission, notices, status=_CLASH)
    try:
        filed = take_files(request, actor, submission)
    except (Refused, UnreadableFile) as refusal:
        return _page(request, submission, (told_once(refusal),), status=400)
    if "submit" not in request.POST:
        query = urlencode({"saved": kept.saved, "filed": filed})
        return redirect(f"{_address(number)}?{query}")
    try:
        perform(actor, submit, actor, number, _book(submission))
    except Refused as refusal:
        return _page(request, submission, (str(refusal),), status=400)
    return redirect(_address(number))


@only_doing
@for_signed_in
def paste(request: HttpRequest, number: int) -> HttpResponse:
    """Take over what was pasted from a spreadsheet."""
    submission = _filled_by(request, number)
    text = request.POST.get("pasted", "")
    if len(text) > _LONGEST_PASTE:
        return _page(request, submission, ("粘贴的内容过长，请改用上传。",), status=400)
    try:
        refuse_secrets(text)
    except UnreadableFile as refusal:
        return _page(request, submission, (f"{refusal}。",), status=400)
    asks = [cell.ask for cell in submission.cells.all()]
    return _take_over(request, submission, match(pasted_sheet(text), asks))


@only_doing
@for_signed_in
def upload(request: HttpRequest, number: int) -> HttpResponse:
    """Take over what a filled template says; the file itself is not kept."""
    submission = _filled_by(request, number)
    file = request.FILES.get("file")
    if file is None or file.size is None:
        return _page(request, submission, ("请先选择文件。",), status=400)
    data = file.read(MAX_BYTES + 1)
    asks = [cell.ask for cell in submission.cells.all()]
    try:
        matched = read_upload(file.name or "", data, asks)
    except UnreadableFile as refusal:
        return _page(request, submission, (f"{refusal}。",), status=400)
    return _take_over(request, submission, matched)


@only_reading
@for_signed_in
def template(request: HttpRequest, number: int) -> FileResponse:
    """Send the form as a workbook to fill in."""
    submission = _find(request, number)
    cells = list(submission.cells.all())
    title = f"{submission.round.title}（{submission.org_name}）"
    data = template_bytes(
        title,
        submission.org_name,
        [cell.ask for cell in cells],
        {cell.key: cell.typed for cell in cells},
        is_simulated=_book(submission).is_simulated,
    )
    return FileResponse(BytesIO(data), as_attachment=True, filename=f"{title}.xlsx")


@only_doing
@for_signed_in
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take a form back before anybody has reviewed it."""
    actor = as_post(actor_in(request), _find(request, number), Move.WITHDRAW)
    perform(actor, withdraw, actor, number)
    return redirect(_address(number))


@only_reading
@needs(*REVIEWING)
def queue(request: HttpRequest) -> HttpResponse:
    """Show the forms that wait for whoever looks, with what differs and what is odd."""
    actor, today = actor_in(request), timezone.localdate()
    forms = waiting_for(actor, today)
    books = {name: find_book(name).book for name in {one.round.book for one in forms}}
    pages = form_pages(forms, actor, books, today)
    return show(request, "queue.html", "queue", pages=pages)


@only_doing
@needs(*REVIEWING)
def review(request: HttpRequest, number: int) -> HttpResponse:
    """Pass a form on, or return it with the reason."""
    submission = _find(request, number)
    actor = as_post(actor_in(request), submission, Move.PASS)
    turn = turn_in(request)
    reason = request.POST.get("reason", "")[:500]
    try:
        if request.POST.get("move") == Move.RETURN:
            perform(actor, send_back, actor, number, turn, reason)
        else:
            perform(actor, pass_on, actor, number, turn, _book(submission))
    except Refused as refusal:
        return _page(request, _find(request, number), (str(refusal),), status=400)
    return redirect("queue")


@only_doing
@for_signed_in
def paper(request: HttpRequest, number: int) -> HttpResponse:
    """Pass 单位审核 by the scan of the sheet that the head signed."""
    submission = _filled_by(request, number)
    actor = as_post(actor_in(request), submission, Move.PAPER)
    turn = turn_in(request)
    try:
        checked = must_read_file(request, actor, submission, "signed")
        code, signer = request.POST.get("code", "")[:40], request.POST.get("signer", "")
        signed = Signed(code=code, signer=signer)
        perform(actor, endorse_by_paper, actor, number, turn, checked, signed)
    except (Refused, UnreadableFile) as refusal:
        fresh = _find(request, number)
        return _page(request, fresh, (told_once(refusal),), status=400)
    return redirect(_address(number))


@only_reading
@for_signed_in
def sheet(request: HttpRequest, number: int) -> HttpResponse:
    """Show a form as the sheet that the head signs: A4, with its code."""
    submission = _find(request, number)
    today = timezone.localdate()
    page = form_page(submission, actor_in(request), _book(submission), today)
    return show(request, "sheet.html", "form", page=page, today=today)


@filling_in
@for_signed_in
def history(request: HttpRequest, book: str, key: str) -> HttpResponse:
    """Show every vintage of a figure; add one where whoever looks may correct it."""
    rows = list(
        Reported.objects.filter(
            book=book,
            key=key,
            submission__in=Submission.objects.for_actor(actor_in(request)),
        )
        .select_related("submission__round")
        .order_by("vintage")
    )
    if not rows:
        raise Http404
    actor, notice, status = actor_in(request), "", 200
    if request.method == "POST":
        typed = Typed(text=request.POST.get("text", "").strip()[:90])
        reason = request.POST.get("reason", "")[:500]
        try:
            perform(actor, correct, actor, book, key, typed, reason, find_book(book).book)
        except Refused as refusal:
            notice, status = str(refusal), 400
        else:
            return redirect("figure_history", book=book, key=key)
    return show(
        request,
        "history.html",
        "history",
        status,
        rows=rows,
        latest=rows[-1],
        may_correct=may_correct(actor, rows[-1]),
        notice=notice,
        shelved=find_book(book),
    )


def _find(request: HttpRequest, number: int) -> Submission:
    """Return a form that whoever looks may see.

    Raises:
        Http404: there is none, or it is not for them: which, nobody can tell.
    """
    seen = Submission.objects.for_actor(actor_in(request)).select_related("round")
    found = seen.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _filled_by(request: HttpRequest, number: int) -> Submission:
    """Return a form that whoever looks may fill in: others do not learn what it says."""
    submission = _find(request, number)
    if not may_move(actor_in(request), submission, Move.SAVE):
        raise Http404
    return submission


def _take_over(
    request: HttpRequest, submission: Submission, matched: Matched
) -> HttpResponse:
    """Keep what could be read, and tell cell by cell what could not."""
    actor = actor_in(request)
    try:
        kept = perform(actor, save_cells, actor, submission.pk, matched.typed)
    except Refused as refusal:
        return _page(request, submission, (str(refusal),), status=400)
    if not matched.issues:
        query = urlencode({"saved": kept.saved})
        return redirect(f"{_address(submission.pk)}?{query}")
    head = f"采用了{len(matched.typed)}格，{len(matched.issues)}处没有采用："
    return _page(request, submission, (head, *told(matched.issues)))


def _page(
    request: HttpRequest,
    submission: Submission,
    notices: Iterable[str],
    status: int = 200,
) -> HttpResponse:
    actor, today = actor_in(request), timezone.localdate()
    page = form_page(submission, actor, _book(submission), today, tuple(notices))
    frozen = Reported.objects.filter(submission=submission)
    levels = [(one.value, one.label) for one in Publicity]
    return show(
        request,
        "form.html",
        "form",
        status,
        page=page,
        changed=changes_of(frozen, today).changed,
        most_mb=settings.UPLOAD_MB,
        levels=levels if actor.may(Right.PUBLISH) else (),
    )


def _saved(request: HttpRequest) -> tuple[str, ...]:
    saved, filed = request.GET.get("saved", ""), request.GET.get("filed", "")
    if not saved.isdecimal() or len(saved) > 5:
        return ()
    words = f"已保存，改动了{saved}格。" if int(saved) else "已保存，没有改动。"
    if filed not in FILED:
        return (words,)
    return (FILED[filed], words) if int(saved) else (FILED[filed],)


def _address(number: int) -> str:
    return reverse("form", args=(number,))


def _book(submission: Submission) -> Book:
    return find_book(submission.round.book).book
