"""Requests → pages and files about contests; nothing here changes anything."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from io import BytesIO
from typing import Concatenate, ParamSpec

from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from paitou.contest.explaining.certificate import certificate
from paitou.model import PageKind
from paitou.office.books import Shelved, read_day
from paitou.office.config.faults import fault_page, only_reading
from paitou.office.contests.analysis import analysis_page
from paitou.office.contests.board import board_page
from paitou.office.contests.lists import lists_page
from paitou.office.contests.org import org_page
from paitou.office.contests.record import shown_record
from paitou.office.contests.rounds import Choice, WrongRound, read_choice
from paitou.office.release.showing import shows, visit_in
from paitou.report.score_sheet import score_sheet_bytes

Parameters = ParamSpec("Parameters")


def reading(
    view: Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]:
    """Return the view, only to be read, a wrong round being a page with a sentence."""

    @wraps(view)
    def told(
        request: HttpRequest, /, *args: Parameters.args, **kwargs: Parameters.kwargs
    ) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except WrongRound as fault:
            return fault_page(fault.status, str(fault))

    return only_reading(told)


@reading
@shows(PageKind.CONTEST)
def board(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show who leads in each group, and every score with its split."""
    page = board_page(_choice(request, shelved))
    return render(request, "contests/board.html", {"page": page})


@reading
@shows(PageKind.CONTEST_ORG)
def org(
    request: HttpRequest, shelved: Shelved, rulebook: str, period: str, org: str
) -> HttpResponse:
    """Show one organisation: why this score, where the gap is, what would help."""
    page = org_page(_choice(request, shelved, rulebook=rulebook, period=period), org)
    return render(request, "contests/org.html", {"page": page})


@reading
@shows(PageKind.CONTEST_LISTS)
def lists(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show the lists by rule and who speaks, internal until approved."""
    page = lists_page(_choice(request, shelved))
    return render(request, "contests/lists.html", {"page": page})


@reading
@shows(PageKind.CONTEST_ANALYSIS)
def analysis(request: HttpRequest, shelved: Shelved) -> HttpResponse:
    """Show how far ranks hold and which figures deserve a second look."""
    page = analysis_page(_choice(request, shelved))
    return render(request, "contests/analysis.html", {"page": page})


@reading
@shows(PageKind.CONTEST_ORG)
def certificate_json(
    request: HttpRequest, shelved: Shelved, rulebook: str, period: str, org: str
) -> JsonResponse:
    """Send what proves a score: any program can compute it again."""
    choice = _choice(request, shelved, rulebook=rulebook, period=period)
    score = choice.board.of(org)
    if choice.scored is None or score is None or score.exact is None:
        raise WrongRound(f"“{org[:20]}”本期不计分，没有计分凭证。")
    record = certificate(choice.board, org, choice.scored.round_.field)
    record["simulated"] = choice.shelved.book.is_simulated
    return JsonResponse(record, json_dumps_params={"ensure_ascii": False, "indent": 1})


@reading
@shows(PageKind.CONTEST)
def board_json(request: HttpRequest, shelved: Shelved) -> JsonResponse:
    """Send the scoreboard as `paitou score --format json` writes it."""
    record = shown_record(_choice(request, shelved), visit_in(request))
    return JsonResponse(record, json_dumps_params={"ensure_ascii": False})


@reading
@shows(PageKind.CONTEST)
def scores_xlsx(request: HttpRequest, shelved: Shelved) -> FileResponse:
    """Send the 得分明细表 as a workbook whose formulas give every score."""
    choice = _choice(request, shelved)
    board, is_simulated = choice.board, choice.shelved.book.is_simulated
    key = ("workbook", board.rulebook.id, board.period, choice.day.date)
    sheet = choice.shelved.scorekeeper.remember(
        key, lambda: score_sheet_bytes(board, is_simulated=is_simulated)
    )
    period = board.period.label if board.period else ""
    title = f"{board.rulebook.title}{period}得分明细表.xlsx"
    return FileResponse(BytesIO(sheet), as_attachment=True, filename=title)


def _choice(request: HttpRequest, shelved: Shelved, **named: str) -> Choice:
    """Return the round that the address names, else the one that its query asks for."""
    query = {**request.GET.dict(), **named}
    return read_choice(shelved, read_day(request.GET), query)
