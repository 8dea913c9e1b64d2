"""Decisions on what everybody sees: figures of a round, pages of a book; called off."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from django.utils import timezone
from pydantic import Field

from paitou.compile.record import Record
from paitou.model import PageKind, Publicity
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import acting, seen_book
from paitou.office.api.values import (
    DayIn,
    Given,
    Line,
    MinuteIn,
    Reasoned,
    Search,
    Short,
    Taken,
)
from paitou.office.books import Shelved
from paitou.office.journal.actions import Refused, perform
from paitou.office.people.roles import Right
from paitou.office.release import deciding
from paitou.office.release.deciding import Seen, Terms, publish_round
from paitou.office.release.desk import contest_choices
from paitou.office.release.models import Release
from paitou.office.reporting.models import Reported, Round

desk = Desk("公开")
_PUBLISHING = use(Scope.PUBLISH, Right.PUBLISH)
#: A minute with its zone; before and after these years nothing was or will be decided.
_FIRST, _LAST = 2000, 2200


class ReleaseOut(Given):
    """A decision: on a page, a round, a file or a paper."""

    id: int
    kind: str
    key: str
    level: str
    words: str
    starts: dt.datetime
    expires: dt.date | None
    withheld: list[str]
    decided_at: dt.datetime
    decided_by: str
    reason: str
    is_cancelled: bool


class ReleaseList(Given):
    """Everything decided about a book, in the order decided."""

    decisions: list[ReleaseOut]


class RoundFigures(Given):
    """The approved figures of a round; `seen` says how far they go."""

    seen: str
    figures: list[Record]


class TermsIn(Taken):
    """From when to when something holds; at once where no minute is named."""

    starts: MinuteIn | None = None
    expires: DayIn | None = None
    reason: Line = ""


class PublishIn(TermsIn):
    """Figures to publish: those that were seen, without the keys that are withheld."""

    seen: Short
    withheld: Annotated[list[Short], Field(max_length=5000)] = []  # noqa: RUF012 (pydantic copies)


class PageIn(TermsIn):
    """Who may be shown a kind of page; of lists, `query` names what was approved."""

    level: Annotated[Publicity, Field(strict=False)]
    query: Line = ""


@desk.reads(
    "/books/{book}/releases", ReleaseList, _PUBLISHING, told="列出公开方面的各项决定。"
)
def list_releases(request: Asking, book: Search) -> Record:
    """Return everything decided about a book."""
    shelved = seen_book(request, book)
    return {"decisions": [_out(one) for one in Release.objects.filter(book=shelved.name)]}


@desk.reads(
    "/rounds/{int:number}/release",
    RoundFigures,
    _PUBLISHING,
    told="公布前看一批核定的数；seen 要在公布时带回。",
)
def look_at_round(request: Asking, number: int) -> Record:  # noqa: ARG001
    """Return the figures that could be published, and how far they go."""
    round_ = _round(number)
    rows = Reported.objects.filter(submission__round=round_)
    return {
        "seen": str(Seen.of(round_)),
        "figures": [
            {"key": r.key, "indicator": r.indicator, "org": r.org, "words": r.words}
            for r in rows
        ],
    }


@desk.changes(
    "/rounds/{int:number}/release",
    ReleaseOut,
    _PUBLISHING,
    told="公布一批核定的数，立即或定时；看过以后又有更正的，不公布。",
)
def release_round(request: Asking, number: int, wanted: PublishIn) -> Record:
    """Publish the figures of a round."""
    _round(number)
    actor, seen = acting(request), Seen.read(wanted.seen)
    withheld = frozenset(wanted.withheld)
    made = perform(actor, publish_round, actor, number, _terms(wanted), seen, withheld)
    return _out(made)


@desk.changes(
    "/books/{book}/pages/{kind}",
    ReleaseOut,
    _PUBLISHING,
    told="决定一类网页向谁公开。",
)
def release_page(request: Asking, book: Search, kind: PageKind, wanted: PageIn) -> Record:
    """Say who may be shown a kind of page."""
    shelved, actor = seen_book(request, book), acting(request)
    query = _query(wanted, kind, [one for one, _ in _choices(shelved, kind)])
    made = perform(
        actor,
        deciding.decide_page,
        actor,
        shelved.name,
        kind,
        wanted.level,
        _terms(wanted),
        query,
    )
    return _out(made)


@desk.changes(
    "/releases/{int:number}/call-off",
    ReleaseOut,
    _PUBLISHING,
    told="撤回一项还没有生效的决定。",
)
def call_off_release(request: Asking, number: int, why: Reasoned) -> Record:
    """Call off a decision that still waits."""
    if not Release.objects.filter(pk=number).exists():
        raise Stopped(404)
    actor = acting(request)
    now = timezone.now()
    return _out(perform(actor, deciding.call_off, actor, number, now, why.reason))


def _round(number: int) -> Round:
    found = Round.objects.filter(pk=number).first()
    if found is None:
        raise Stopped(404)
    return found


def _terms(wanted: TermsIn) -> Terms:
    if wanted.starts and not _FIRST < wanted.starts.year < _LAST:
        raise Refused("公布的时间不对，请核对。")
    return Terms(
        now=timezone.now(),
        starts=wanted.starts,
        expires=wanted.expires,
        reason=wanted.reason,
    )


def _choices(shelved: Shelved, kind: PageKind) -> tuple[tuple[str, str], ...]:
    """What of a page can be approved, each with its words; none of most kinds."""
    lists = kind is PageKind.CONTEST_LISTS
    return tuple(contest_choices(shelved, timezone.localdate())) if lists else ()


def _query(wanted: PageIn, kind: PageKind, known: list[str]) -> str:
    if kind is PageKind.OFF_COURSE:
        return f"as_of={timezone.localdate().isoformat()}"
    if kind is PageKind.CONTEST_LISTS and wanted.level is Publicity.PUBLIC:
        if wanted.query not in known:
            told = "、".join(known) or "还没有可以公开的一期"
            raise Refused(f"请写明公开哪一期的名单（query）：{told}。")
        return wanted.query
    return ""


def _out(one: Release) -> Record:
    return {name: getattr(one, name) for name in ReleaseOut.model_fields}
