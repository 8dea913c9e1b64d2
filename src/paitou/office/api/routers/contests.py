"""Contests: the rulebooks of a book, their rounds, the scores and why they are so."""

from __future__ import annotations

from attrs import asdict

from paitou.compile.record import Record
from paitou.contest.explaining.certificate import certificate
from paitou.model import Item, PageKind, Rulebook, UsageError
from paitou.office.api.answers import Stopped
from paitou.office.api.desk import EVERYBODY, Desk, use
from paitou.office.api.entrance import Asking
from paitou.office.api.scopes import Scope
from paitou.office.api.seen import seen_page
from paitou.office.api.values import AsOf, Given, PeriodText, Search, Told, day_of
from paitou.office.books import Shelved
from paitou.office.contests.record import shown_record
from paitou.office.contests.rounds import Choice, read_choice
from paitou.office.contests.why import why

desk = Desk("竞赛评比")
_OPEN = use(Scope.READ, rule=EVERYBODY)


class ItemOut(Given):
    """An item of a rulebook; `parent` is empty at the top."""

    id: str
    name: str
    parent: str
    unit: str
    weight: str
    is_scored: bool


class RulebookOut(Given):
    """How a contest is scored, and by which published rules."""

    id: str
    title: str
    source: str
    ours: str
    rhythm: str
    full: str
    decimals: int
    sha256: str
    items: list[ItemOut]


class RulebookList(Given):
    """The rulebooks of a book."""

    rulebooks: list[RulebookOut]


class ContestRound(Given):
    """A round that can be scored; `lacking` are the items that nobody has figures for."""

    period: str
    label: str
    lacking: list[str]


class ContestRounds(Given):
    """The rounds of a rulebook by what was known on a day."""

    as_of: str
    rounds: list[ContestRound]


class ScoreList(Told):
    """Scores as `paitou score` prints them."""

    scores: list[Record]
    rulebook_sha256: str
    period: str | None
    simulated: bool


class Explanation(Given):
    """One score, opened down to its figures, with what proves it."""

    org: str
    score: str | None
    rank: int | None
    simulated: bool
    rows: list[Record]
    sums: list[Record]
    certificate: Record | None


@desk.reads(
    "/books/{book}/rulebooks", RulebookList, _OPEN, told="列出考核办法：指标、权重、依据。"
)
def list_rulebooks(request: Asking, book: Search) -> Record:
    """Return how the contests of a book are scored."""
    books = seen_page(request, book, PageKind.CONTEST).shelved.book.rulebooks
    return {"rulebooks": [_rulebook(one) for one in books]}


@desk.reads(
    "/books/{book}/rulebooks/{rulebook}/rounds",
    ContestRounds,
    _OPEN,
    told="列出可以计分的各期。",
)
def list_contest_rounds(
    request: Asking, book: Search, rulebook: Search, as_of: AsOf = None
) -> Record:
    """Return the rounds that can be scored."""
    page = seen_page(request, book, PageKind.CONTEST)
    choice = _choice(page.shelved, rulebook, as_of)
    rounds = (
        {
            "period": str(period),
            "label": period.label,
            "lacking": list(scored.lacking),
        }
        for period, scored in choice.rounds.items()
    )
    return {"as_of": choice.day.date.isoformat(), "rounds": list(rounds)}


@desk.reads(
    "/books/{book}/rulebooks/{rulebook}/rounds/{period}",
    ScoreList,
    _OPEN,
    told="一期的得分和名次，与 paitou score 相同。",
)
def get_scores(
    request: Asking,
    book: Search,
    rulebook: Search,
    period: PeriodText,
    as_of: AsOf = None,
) -> Record:
    """Return the scores of a round."""
    page = seen_page(request, book, PageKind.CONTEST)
    choice = _choice(page.shelved, rulebook, as_of, period)
    return shown_record(choice, page)


@desk.reads(
    "/books/{book}/rulebooks/{rulebook}/rounds/{period}/orgs/{org}",
    Explanation,
    _OPEN,
    told="一个单位为什么是这个分：每项的数、算式和得分，附计分凭证。",
)
def explain_score(
    request: Asking,
    book: Search,
    rulebook: Search,
    period: PeriodText,
    org: Search,
    as_of: AsOf = None,
) -> Record:
    """Return why an organisation has this score."""
    page = seen_page(request, book, PageKind.CONTEST_ORG)
    choice = _choice(page.shelved, rulebook, as_of, period)
    score = choice.board.of(org)
    if score is None or choice.scored is None:
        raise Stopped(404, "这一期没有这个单位")
    told = why(choice.scored.round_, score)
    return {
        "org": org,
        "score": None if score.score is None else format(score.score, "f"),
        "rank": score.rank,
        "simulated": choice.shelved.book.is_simulated,
        "rows": [asdict(row) for row in told.rows],
        "sums": [{"words": words, "points": points} for words, points in told.sums],
        "certificate": _certificate(choice, org),
    }


def _choice(shelved: Shelved, rulebook: str, as_of: AsOf, period: str = "") -> Choice:
    if not shelved.book.rulebooks:
        raise Stopped(404)
    return read_choice(shelved, day_of(as_of), {"rulebook": rulebook, "period": period})


def _certificate(choice: Choice, org: str) -> object:
    """What proves the score; None of one that is not scored."""
    assert choice.scored is not None  # noqa: S101
    try:
        return certificate(choice.board, org, choice.scored.round_.field)
    except UsageError:
        return None


def _rulebook(rulebook: Rulebook) -> Record:
    scored = frozenset(item.id for item in rulebook.scored)
    return {
        "id": rulebook.id,
        "title": rulebook.title,
        "source": rulebook.source,
        "ours": rulebook.ours,
        "rhythm": rulebook.rhythm,
        "full": format(rulebook.full, "f"),
        "decimals": rulebook.decimals,
        "sha256": rulebook.sha256,
        "items": [_item(item, item.id in scored) for item in rulebook.items],
    }


def _item(item: Item, is_scored: bool) -> Record:
    return {
        "id": item.id,
        "name": item.name,
        "parent": item.parent,
        "unit": item.unit.text,
        "weight": format(item.weight, "f"),
        "is_scored": is_scored,
    }
