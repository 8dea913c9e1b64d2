"""The query of an address → the rulebook and the round that a page shows."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from attrs import frozen

from paitou.contest.results import Scoreboard
from paitou.model import Period, Rulebook, UsageError
from paitou.office.books import Day, Rounds, Scored, Shelved
from paitou.office.books.days import NAME as DAY

_LONGEST = 20


class WrongRound(UsageError):
    """The address asks for a rulebook, a round or an organisation that there is not."""

    def __init__(self, told: str, status: int = 404) -> None:
        super().__init__(told)
        self.status = status


@frozen(kw_only=True)
class Choice:
    """What was asked for, and what there is to choose from.

    Attributes:
        rulebook: None where the book has none.
        scored: None where no round can be scored yet.
    """

    shelved: Shelved
    day: Day
    rulebook: Rulebook | None
    rounds: Rounds
    scored: Scored | None

    @property
    def board(self) -> Scoreboard:
        """Return the scoreboard of the round.

        Raises:
            WrongRound: there is none.
        """
        if self.scored is None:
            raise WrongRound("还没有可以计分的一期。")
        return self.scored.round_.board

    @property
    def before(self) -> Scoreboard | None:
        """Return the scoreboard of the round before, None for the first."""
        return self.scored.round_.before if self.scored else None

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Return what asks for the same page again, as pairs of a query."""
        period = str(self.scored.period) if self.scored else ""
        pairs = (
            ("rulebook", self.rulebook.id if self.rulebook else ""),
            ("period", period),
            (DAY, self.day.asked),
        )
        return tuple(pair for pair in pairs if pair[1])

    @property
    def query(self) -> str:
        """Return the query that asks for the same round, rulebook and day."""
        return self.link()

    def link(self, **changes: str) -> str:
        """Return the query that asks for the same, with changes; empty leaves out."""
        pairs = {**dict(self.asked), **changes}
        return "?" + urlencode({name: value for name, value in pairs.items() if value})

    @property
    def others(self) -> tuple[tuple[Period, str, bool], ...]:
        """Return every round with its query, and whether it lacks items."""
        least = min((len(one.lacking) for one in self.rounds.values()), default=0)
        return tuple(
            (period, self.link(period=str(period)), len(one.lacking) > least)
            for period, one in self.rounds.items()
        )

    @property
    def contests(self) -> tuple[tuple[Rulebook, str], ...]:
        """Return every rulebook with the query for its latest round."""
        books = self.shelved.book.rulebooks
        return tuple((b, self.link(rulebook=b.id, period="")) for b in books)


def read_choice(shelved: Shelved, day: Day, query: Mapping[str, str]) -> Choice:
    """Return the round that the query asks for: the latest that lacks least by default.

    Raises:
        WrongRound: there is no such rulebook or round, or the period is none.
    """
    rulebook = _rulebook(shelved, query.get("rulebook", "").strip())
    if rulebook is None:
        return Choice(shelved=shelved, day=day, rulebook=None, rounds={}, scored=None)
    rounds = shelved.scorekeeper.rounds(rulebook, day.date)
    asked = query.get("period", "").strip()
    scored = _asked(rounds, asked, day) if asked else _latest(rounds)
    return Choice(shelved=shelved, day=day, rulebook=rulebook, rounds=rounds, scored=scored)


def _rulebook(shelved: Shelved, asked: str) -> Rulebook | None:
    books = shelved.book.rulebooks
    if not asked:  # the broadest: that of the whole city, not that of one sort of office
        return max(books, key=lambda book: len(book.scored), default=None)
    found = next((book for book in books if book.id == asked), None)
    if found is None:
        raise WrongRound(
            f"没有“{asked[:_LONGEST]}”这个考核办法，请从竞赛评比首页重新选择。"
        )
    return found


def _asked(rounds: Rounds, asked: str, day: Day) -> Scored:
    try:
        period = Period.parse(asked)
    except ValueError as fault:
        told = f"“{asked[:_LONGEST]}”不是一个时期，请写成 2025Q3 这样。"
        raise WrongRound(told, 400) from fault
    if period not in rounds:
        told = f"按{day.words}已知数据，没有{period.label}这一期，请在页面上选择其他各期。"
        raise WrongRound(told)
    return rounds[period]


def _latest(rounds: Rounds) -> Scored | None:
    least = min((len(one.lacking) for one in rounds.values()), default=0)
    fit = [one for one in rounds.values() if len(one.lacking) == least]
    return fit[-1] if fit else None
