"""Forms of organisations: filled in, handed in, taken back, passed on, returned."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from django.http import HttpResponse
from pydantic import Field

from paitou.compile.record import Record
from paitou.model import Book, Issue, UnreadableFile
from paitou.office.api.answers import IssueOut, Stopped, issue_out
from paitou.office.api.bulk import CSV, PARQUET, XLSX, parquet_sheet
from paitou.office.api.desk import SIGNED_IN, Desk, Files, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting, own_submission, seen_submission
from paitou.office.api.values import WHOLE, Given, Line, Reasoned, Short, Taken, today
from paitou.office.journal.actions import perform
from paitou.office.people.roles import Right
from paitou.office.plans.views import find_book
from paitou.office.reporting.actions import (
    Kept,
    pass_on,
    save_cells,
    send_back,
    submit,
    withdraw,
)
from paitou.office.reporting.asks import Ask
from paitou.office.reporting.entry import Typed
from paitou.office.reporting.form_page import FormPage, form_page
from paitou.office.reporting.form_page import Line as FormLine
from paitou.office.reporting.matching import Matched, match
from paitou.office.reporting.models import Submission
from paitou.office.reporting.policies import as_post
from paitou.office.reporting.states import Move
from paitou.office.reporting.template import MAX_BYTES, read_upload, template_bytes

desk = Desk("填报")
_SEEN = use(Scope.READ, rule=SIGNED_IN)
_FILLING = use(Scope.REPORT, Right.FILL)
_REVIEWING = use(Scope.REVIEW, Right.ENDORSE, Right.APPROVE)
_SHEETS = Files(types=(CSV, XLSX, PARQUET), largest=MAX_BYTES)
_MOST_CELLS = 2000


class SubmissionLine(Given):
    """A form in the list."""

    id: int
    round: int
    book: str
    period: str
    org: str
    org_name: str
    stage: str
    label: str
    turn: int
    submitted_on: dt.date | None
    approved_on: dt.date | None


class SubmissionList(Given):
    """The forms that whoever asks may see."""

    submissions: list[SubmissionLine]


class CellOut(Given):
    """One number that is asked for, and what stands there."""

    key: str
    name: str
    org: str
    period: str
    unit: str
    definition: str
    targets: list[str]
    last: str | None
    year_ago: str | None
    quota: str | None
    text: str
    note: str
    since: str
    share: str
    issues: list[IssueOut]


class SubmissionOut(SubmissionLine):
    """A form with its cells, its way so far, and what whoever asks may do now."""

    due: dt.date
    days_late: int
    moves: list[str]
    errors: int
    returned_for: str
    cells: list[CellOut]
    reviews: list[Record]


class CellIn(Taken):
    """What is to stand in a cell; `before` is what stood there when it was looked at."""

    key: Short
    text: Short
    note: Line = ""
    before: Short | None = None


class CellsIn(Taken):
    """Cells to save; others are left alone."""

    cells: Annotated[list[CellIn], Field(max_length=_MOST_CELLS)]


class Saved(Given):
    """How many cells were saved; which were changed by others; which could not be read."""

    saved: int
    clashes: list[str]
    issues: list[IssueOut]


class Looked(Taken):
    """The turn that was looked at: a form handed in anew meanwhile is not passed."""

    turn: Annotated[int, Field(ge=0, le=30_000), WHOLE]


class Returning(Reasoned):
    """Why a form goes back, and the turn that was looked at."""

    turn: Annotated[int, Field(ge=0, le=30_000), WHOLE]


@desk.reads(
    "/submissions",
    SubmissionList,
    _SEEN,
    told="列出能查看的填报表：本单位的，以及已经报上来、归您审核或查看的。",
)
def list_submissions(
    request: Asking,
    round: Annotated[int | None, Field(ge=1, le=2**31)] = None,  # noqa: A002
) -> Record:
    """Return the forms that whoever asks may see."""
    found = Submission.objects.for_actor(acting(request)).select_related("round")
    if round is not None:
        found = found.filter(round=round)
    return {
        "submissions": [submission_line(one) for one in found.order_by("-round", "org")]
    }


@desk.reads(
    "/submissions/{int:number}",
    SubmissionOut,
    _SEEN,
    told="查看一张表：每格要什么、填了什么、有什么问题。",
)
def get_submission(request: Asking, number: int) -> Record:
    """Return a form with its cells."""
    return _whole(request, seen_submission(request, number))


@desk.changes(
    "/submissions/{int:number}/cells",
    Saved,
    _FILLING,
    method="PATCH",
    told="保存若干格，可以只填一部分；别人刚改过的不覆盖。",
)
def save_form(request: Asking, number: int, wanted: CellsIn) -> Record:
    """Keep what is to stand in some cells."""
    submission = own_submission(request, number)
    known = set(submission.cells.values_list("key", flat=True))
    unknown = [each.key for each in wanted.cells if each.key not in known]
    typed = {c.key: _typed(c.text, c.note) for c in wanted.cells if c.key in known}
    current = {cell.key: cell.typed for cell in submission.cells.all()}
    seen = {
        each.key: Typed(text=each.before, note=current[each.key].note)
        for each in wanted.cells
        if each.key in known and each.before is not None
    }
    actor = as_post(acting(request), submission, Move.SAVE)
    kept = perform(actor, save_cells, actor, number, typed, seen or None)
    return _saved(kept, [_no_such_cell(key) for key in unknown])


@desk.changes(
    "/submissions/{int:number}/figures",
    Saved,
    _FILLING,
    files=_SHEETS,
    told="成批填报：CSV、Excel 或 Parquet，按编号或指标对应，读不了的逐格说明。",
)
def upload_figures(request: Asking, number: int) -> Record:
    """Keep what a table says for the cells of a form."""
    submission = own_submission(request, number)
    asks = [cell.ask for cell in submission.cells.all()]
    try:
        matched = _read(request, asks)
    except UnreadableFile as fault:
        raise Stopped(422, str(fault)) from fault
    actor = as_post(acting(request), submission, Move.SAVE)
    kept = perform(actor, save_cells, actor, number, matched.typed)
    return _saved(kept, matched.issues)


@desk.sends(
    "/submissions/{int:number}/template.xlsx",
    (XLSX,),
    _SEEN,
    told="取填报模板，已填的数在里面。",
)
def form_template(request: Asking, number: int) -> HttpResponse:
    """Send the form as a workbook to fill in."""
    submission = seen_submission(request, number)
    cells = list(submission.cells.all())
    made = template_bytes(
        f"{submission.round.title}（{submission.org_name}）",
        submission.org_name,
        [cell.ask for cell in cells],
        {cell.key: cell.typed for cell in cells},
        is_simulated=_book(submission).is_simulated,
    )
    answer = HttpResponse(made, content_type=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="form-{number}.xlsx"'
    return answer


@desk.changes(
    "/submissions/{int:number}/submit",
    SubmissionOut,
    _FILLING,
    told="提交；有一格不对就整张不收。",
)
def submit_form(request: Asking, number: int) -> Record:
    """Hand a form in."""
    submission = own_submission(request, number)
    actor = as_post(acting(request), submission, Move.SUBMIT)
    perform(actor, submit, actor, number, _book(submission))
    return _whole(request, seen_submission(request, number))


@desk.changes(
    "/submissions/{int:number}/withdraw",
    SubmissionOut,
    _FILLING,
    told="撤回还没有人审核的表。",
)
def withdraw_form(request: Asking, number: int) -> Record:
    """Take a form back."""
    submission = seen_submission(request, number)
    actor = as_post(acting(request), submission, Move.WITHDRAW)
    perform(actor, withdraw, actor, number)
    return _whole(request, seen_submission(request, number))


@desk.changes(
    "/submissions/{int:number}/pass",
    SubmissionOut,
    _REVIEWING,
    told="审核通过；最后一步即核定，数从此不变。",
)
def pass_form(request: Asking, number: int, looked: Looked) -> Record:
    """Pass a form to the next review."""
    submission = seen_submission(request, number)
    actor = as_post(acting(request), submission, Move.PASS)
    perform(actor, pass_on, actor, number, looked.turn, _book(submission))
    return _whole(request, seen_submission(request, number))


@desk.changes(
    "/submissions/{int:number}/return",
    SubmissionLine,
    _REVIEWING,
    told="退回重报，写明原因。",
)
def return_form(request: Asking, number: int, returning: Returning) -> Record:
    """Return a form to who filled it in."""
    submission = seen_submission(request, number)
    actor = as_post(acting(request), submission, Move.RETURN)
    made = perform(actor, send_back, actor, number, returning.turn, returning.reason)
    return submission_line(made)


def _read(request: Asking, asks: list[Ask]) -> Matched:
    data = request.body
    if request.content_type == PARQUET:
        return match(parquet_sheet(data), asks)
    ending = ".xlsx" if request.content_type == XLSX else ".csv"
    return read_upload(f"提交的表{ending}", data, asks)


def _typed(text: str, note: str) -> Typed:
    return Typed(text=text.strip(), note=note.strip())


def _saved(kept: Kept, issues: object) -> Record:
    listed = issues if isinstance(issues, tuple | list) else ()
    told = [issue_out(one) if isinstance(one, Issue) else one for one in listed]
    return {"saved": kept.saved, "clashes": list(kept.clashes), "issues": told}


def _no_such_cell(key: str) -> IssueOut:
    return IssueOut(
        code="report-row-unmatched",
        level="error",
        message=f"编号“{key[:20]}”不在这张表里",
        remedy="编号见 GET /api/submissions/{编号} 的 cells",
        where=f"cells {key[:20]}",
    )


def _book(submission: Submission) -> Book:
    return find_book(submission.round.book).book


def submission_line(submission: Submission) -> Record:
    """Return a form as it stands in the list."""
    return {
        "id": submission.pk,
        "round": submission.round_id,
        "book": submission.round.book,
        "period": submission.round.period,
        "org": submission.org,
        "org_name": submission.org_name,
        "stage": submission.stage,
        "label": submission.label,
        "turn": submission.turn,
        "submitted_on": submission.submitted_on,
        "approved_on": submission.approved_on,
    }


def _whole(request: Asking, submission: Submission) -> Record:
    page = form_page(submission, acting(request), _book(submission), today())
    return submission_line(submission) | {
        "due": page.term.due,
        "days_late": page.term.days_late,
        "moves": sorted(page.moves),
        "errors": page.error_count,
        "returned_for": page.returned_for,
        "cells": [_cell(line) for line in page.lines],
        "reviews": _reviews(page),
    }


def _cell(line: FormLine) -> Record:
    ask = line.ask
    return {
        "key": ask.key,
        "name": ask.name,
        "org": ask.org_name,
        "period": str(ask.period),
        "unit": ask.unit,
        "definition": ask.definition,
        "targets": list(ask.targets),
        "last": ask.last.words if ask.last else None,
        "year_ago": ask.year_ago.words if ask.year_ago else None,
        "quota": ask.quota.words if ask.quota else None,
        "text": line.typed.text,
        "note": line.typed.note,
        "since": line.since,
        "share": line.share,
        "issues": [issue_out(one) for one in (*line.errors, *line.warnings)],
    }


def _reviews(page: FormPage) -> list[Record]:
    return [
        {
            "turn": one.turn,
            "move": one.move,
            "label": one.label,
            "at": one.at.isoformat(),
            "post": one.post,
            "reason": one.reason,
        }
        for one in page.reviews
    ]
