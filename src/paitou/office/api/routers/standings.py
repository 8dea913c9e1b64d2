"""Where targets stand on a day, where they will probably end, whether they agree."""

from __future__ import annotations

from paitou.cli.check_record import answers_record
from paitou.cli.outlook_record import outlooks_record
from paitou.cli.standing_record import tracking_record
from paitou.compile.record import Record
from paitou.consistency.plan.answers import answer
from paitou.consistency.plan.building import build
from paitou.consistency.plan.notes import besides, notes
from paitou.model import Book, PageKind
from paitou.office.api.desk import EVERYBODY, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import asked_of, is_inside, seen_page
from paitou.office.api.values import AsOf, Search, Told, day_of
from paitou.office.books import Day, read_day

desk = Desk("进展")
_OPEN = use(Scope.READ, rule=EVERYBODY)


class StandingOut(Told):
    """The judgement of a target for one organisation."""

    statement: str
    org: str
    verdict: str
    why_unknown: str | None
    inferred: bool
    value: str | None
    period: str | None
    required: str | None
    share: float | None
    pace_pp: float | None
    method: str
    figures: list[str]
    reason: str


class StandingList(Told):
    """Standings as `paitou track` prints them."""

    as_of: str
    simulated: bool
    standings: list[StandingOut]


class OutlookOut(Told):
    """Where a target will probably end; 测算，供内部参考."""

    statement: str
    org: str
    period: str
    value: float | None
    lo80: float | None
    hi80: float | None
    lo95: float | None
    hi95: float | None
    chance: float | None
    reliability: str
    basis: str
    required_growth: float | None


class OutlookList(Told):
    """Outlooks as `paitou forecast` prints them."""

    as_of: str
    simulated: bool
    outlooks: list[OutlookOut]


class ConsistencyOut(Told):
    """Whether the targets can all be true, as `paitou check` prints it."""

    feasible: bool
    conflicts: list[Record]
    implied: list[Record]
    redundant: list[Record]
    issues: list[Record]


@desk.reads(
    "/books/{book}/standings",
    StandingList,
    _OPEN,
    told="各项目标进展到哪一步，按某一天已知的数据，与 paitou track 相同。",
)
def list_standings(
    request: Asking,
    book: Search,
    as_of: AsOf = None,
    statement: Search = "",
    verdict: Search = "",
) -> Record:
    """Return where the targets stand by what was known on a day."""
    shelved = seen_page(request, book, PageKind.TARGET).shelved
    day = day_of(as_of)
    record = tracking_record(shelved.book, shelved.assessor.on(day.date).tracking)
    standings = record["standings"]
    assert isinstance(standings, list)  # noqa: S101
    record["standings"] = [
        each
        for each in standings
        if statement in ("", each["statement"]) and verdict in ("", each["verdict"])
    ]
    if not is_inside(request):
        record["issues"] = []
    return record


@desk.reads(
    "/books/{book}/outlooks",
    OutlookList,
    _OPEN,
    told="测算各项目标到期时会到哪里，与 paitou forecast 相同。",
)
def list_outlooks(request: Asking, book: Search, as_of: AsOf = None) -> Record:
    """Return where the targets will probably end."""
    page = seen_page(request, book, PageKind.OUTLOOK)
    shelved, asked = page.shelved, {"as_of": as_of.isoformat() if as_of else ""}
    day = read_day(asked_of(page, PageKind.OUTLOOK, asked))
    found = tuple(shelved.forecaster.on(day.date).values())
    return outlooks_record(shelved.book, found, day.date)


@desk.reads(
    "/books/{book}/consistency",
    ConsistencyOut,
    _OPEN,
    told="各项目标能不能同时成立，与 paitou check 相同。",
)
def get_consistency(request: Asking, book: Search, as_of: AsOf = None) -> Record:
    """Return whether the targets can all be true."""
    shelved = seen_page(request, book, PageKind.BALANCE).shelved
    day = day_of(as_of)
    found = shelved.scorekeeper.remember(
        ("consistency", day.date), lambda: _consistency(shelved.book, day)
    )
    return found if is_inside(request) else {**found, "issues": []}


def _consistency(book: Book, day: Day) -> Record:
    plan = build(book, day.date)
    found = answer(plan)
    every = (*book.issues, *notes(plan, book.plan.document))
    return answers_record(found, besides(found, every))
