"""Rounds of reporting: opened, extended, closed, and what was approved in them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpResponse
from pydantic import Field

from paitou.compile.record import Record
from paitou.model import Period
from paitou.office.api.answers import Stopped
from paitou.office.api.bulk import CSV
from paitou.office.api.desk import Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting, seen_book, seen_round
from paitou.office.api.values import (
    AsOf,
    Code,
    DayIn,
    Given,
    Line,
    Number,
    PeriodText,
    Reason,
    Search,
    Taken,
    day_of,
    today,
)
from paitou.office.journal.actions import perform
from paitou.office.people.roles import Right
from paitou.office.reporting.figures import differences, figures_csv
from paitou.office.reporting.form_page import term_of
from paitou.office.reporting.models import Round, Submission
from paitou.office.reporting.rounds import (
    Plan,
    close_round,
    extend,
    missing_of,
    open_round,
    reminder,
)
from paitou.office.reporting.states import USUAL_ROUTE
from paitou.office.reporting.work import round_state

desk = Desk("批次")
Step = Literal["endorse", "check", "approve"]


class RoundOut(Given):
    """A round, and how far it is."""

    id: int
    book: str
    period: str
    title: str
    opens: dt.date
    due: dt.date
    route: list[str]
    note: str
    needs_evidence: bool
    on_paper: bool
    closed_on: dt.date | None
    forms: int
    handed_in: int
    approved: int
    late: int


class RoundList(Given):
    """Every round, the latest first."""

    rounds: list[RoundOut]


class FormLine(Given):
    """A form of a round, and how much time it has."""

    id: int
    org: str
    org_name: str
    stage: str
    label: str
    due: dt.date
    days_late: int
    words: str


class RoundDetail(RoundOut):
    """A round with its forms, who is missing, and what was corrected since approval."""

    submissions: list[FormLine]
    missing: list[str]
    reminder: str
    differences: list[Record]


class RoundIn(Taken):
    """A round to be opened; without `due`, ten working days after the period.

    `needs_evidence` keeps back forms without 佐证材料; `on_paper` lets a head who does not
    sign in sign a printed sheet.
    """

    book: Search
    period: PeriodText
    opens: DayIn | None = None
    due: DayIn | None = None
    route: Annotated[list[Step], Field(max_length=3)] = Field(
        default_factory=lambda: list(USUAL_ROUTE)  # type: ignore[arg-type]
    )
    note: Line = ""
    needs_evidence: bool = False
    on_paper: bool = False


class ExtensionIn(Taken):
    """A later last day for one organisation."""

    org: Code
    due: DayIn
    reason: Reason


class ExtensionOut(Given):
    """The last day that was agreed, always a working day."""

    org: str
    due: dt.date


class Closing(Taken):
    """Why a round ends; needed where anybody has not reported."""

    reason: Line = ""


_SEEN = use(Scope.READ, Right.READ_ALL, Right.OPEN_ROUND)


@desk.reads("/rounds", RoundList, _SEEN, told="列出填报批次。")
def list_rounds(request: Asking, book: Search = "") -> Record:  # noqa: ARG001
    """Return every round of reporting."""
    rounds = Round.objects.prefetch_related("submissions")
    found = rounds.filter(book=book) if book else rounds
    return {"rounds": [_line(one) for one in found]}


@desk.changes(
    "/rounds",
    Number,
    use(Scope.OVERSEE, Right.OPEN_ROUND),
    told="布置一期填报：按方案的责任分工生成各单位的表。",
)
def open_new_round(request: Asking, wanted: RoundIn) -> Record:
    """Open a round and return its number."""
    shelved, actor = seen_book(request, wanted.book), acting(request)
    plan = Plan(
        book_name=shelved.name,
        period=Period.parse(wanted.period),
        opens=wanted.opens or today(),
        due=wanted.due,
        route=tuple(wanted.route) or USUAL_ROUTE,
        note=wanted.note,
        needs_evidence=wanted.needs_evidence,
        on_paper=wanted.on_paper,
    )
    return {"id": perform(actor, open_round, actor, plan, shelved.book).pk}


@desk.reads(
    "/rounds/{int:number}",
    RoundDetail,
    use(Scope.READ, Right.READ_ALL),
    told="查看一个批次：谁报了、谁没报、核定以后改过什么。",
)
def get_round(request: Asking, number: int, as_of: AsOf = None) -> Record:  # noqa: ARG001
    """Return a round with its forms."""
    round_, day, now = seen_round(number), day_of(as_of), today()
    missing = missing_of(round_)
    return _line(round_) | {
        "submissions": [_form(one, now) for one in round_.submissions.all()],
        "missing": [one.org for one in missing],
        "reminder": "" if round_.closed_on else reminder(round_, missing, now),
        "differences": [
            {
                "key": one.first.key,
                "indicator": one.first.indicator,
                "org": one.first.org,
                "first": one.first.words,
                "now": one.now.words,
                "reason": one.now.reason,
            }
            for one in differences(round_, day.date)
        ],
    }


@desk.changes(
    "/rounds/{int:number}/extensions",
    ExtensionOut,
    use(Scope.OVERSEE, Right.EXTEND),
    told="同意一个单位延期，须在截止日以前。",
)
def extend_round(request: Asking, number: int, wanted: ExtensionIn) -> Record:
    """Give an organisation a later last day."""
    actor, round_ = acting(request), seen_round(number)
    if not round_.submissions.filter(org=wanted.org).exists():
        raise Stopped(404)
    made = perform(actor, extend, actor, number, wanted.org, wanted.due, wanted.reason)
    return {"org": made.org, "due": made.due}


@desk.changes(
    "/rounds/{int:number}/close",
    RoundOut,
    use(Scope.OVERSEE, Right.OPEN_ROUND),
    told="结束一个批次；还有单位没报的，要写明原因。",
)
def close_one_round(request: Asking, number: int, closing: Closing) -> Record:
    """End a round."""
    actor = acting(request)
    seen_round(number)
    return _line(perform(actor, close_round, actor, number, closing.reason))


@desk.sends(
    "/rounds/{int:number}/figures.csv",
    (CSV,),
    use(Scope.READ, Right.READ_ALL),
    told="取一个批次核定的数，按某一天已知的；同一天取出的字节相同。",
)
def round_figures_csv(
    request: Asking,  # noqa: ARG001
    number: int,
    as_of: AsOf = None,
) -> HttpResponse:
    """Send what was approved in a round, as known on a day."""
    round_, day = seen_round(number), day_of(as_of)
    text = figures_csv(round_.book, day.date, round_)
    answer = HttpResponse(f"\ufeff{text}", content_type=CSV)
    name = f"round-{number}-{day.date.isoformat()}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _line(round_: Round) -> Record:
    state = round_state(round_, today())
    return {
        "id": round_.pk,
        "book": round_.book,
        "period": round_.period,
        "title": round_.title,
        "opens": round_.opens,
        "due": round_.due,
        "route": round_.route,
        "note": round_.note,
        "needs_evidence": round_.needs_evidence,
        "on_paper": round_.on_paper,
        "closed_on": round_.closed_on,
        "forms": state.forms,
        "handed_in": state.handed_in,
        "approved": state.approved,
        "late": state.late,
    }


def _form(submission: Submission, now: dt.date) -> Record:
    term = term_of(submission, now)
    return {
        "id": submission.pk,
        "org": submission.org,
        "org_name": submission.org_name,
        "stage": submission.stage,
        "label": submission.label,
        "due": term.due,
        "days_late": term.days_late,
        "words": term.words,
    }
