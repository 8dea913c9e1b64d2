"""A district or an office on a day → its panel: its targets, and its place in a contest."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from paitou.contest.results import Scoreboard
from paitou.model import Book
from paitou.render.charts import Medium, league_bars
from paitou.render.poster import Chart, Heading, Part, Passage, Poster
from paitou.report.assessment import Assessment
from paitou.report.panels.bars import Pair
from paitou.report.panels.city import achievements, shortfalls
from paitou.report.panels.counts import counts_of, counts_told
from paitou.report.panels.edges import METHOD, SIGNED, context_of, sources_of
from paitou.report.panels.league import gap_told, league_of
from paitou.report.paper import frame_of

#: How many bars of each kind are tried.
_BARS = (9, 8, 7, 6, 5, 4, 3, 2)


def own_pairs(book: Book, assessment: Assessment, org: str) -> tuple[Pair, ...]:
    """Return the parts of targets that fall to an organisation."""
    statements = {statement.id: statement for statement in book.plan.statements}
    wholes = {id(one) for one in assessment.wholes.values()}
    return tuple(
        (statements[one.statement], one)
        for one in assessment.tracking.standings
        if one.org == org and id(one) not in wholes and one.statement in statements
    )


def answered_pairs(book: Book, assessment: Assessment, org: str) -> tuple[Pair, ...]:
    """Return the targets that an organisation leads or answers for."""
    found = []
    for statement in book.plan.statements:
        standing = assessment.wholes.get(statement.id)
        who = book.assignment_of(statement)
        named = (who.lead_org, who.second_lead, *who.responsible_orgs)
        if standing is not None and any(_is_called(book, one, org) for one in named):
            found.append((statement, standing))
    return tuple(found)


def _is_called(book: Book, name: str, org: str) -> bool:
    known = book.org(name) if name else None
    return org == (known.name if known else name)


def organisation_panels(
    book: Book,
    assessment: Assessment,
    org: str,
    board: Scoreboard | None = None,
    before: Scoreboard | None = None,
) -> Iterator[Poster]:
    """Yield the panel of an organisation, each time with less on it.

    Args:
        book: with the plan.
        assessment: of the day.
        org: its name.
        board: a round in which it takes part, None where there is none.
        before: the round before.
    """
    own = own_pairs(book, assessment, org)
    pairs = own or answered_pairs(book, assessment, org)
    standings = [standing for _, standing in pairs]
    for most in _BARS:
        yield Poster(
            title=f"{org}　亮成绩、晒差距",
            context=context_of(book, assessment.as_of),
            parts=(
                counts_of(standings),
                *(Passage(told, 2) for told in counts_told(standings)),
                *achievements(book, pairs, most, is_part=bool(own)),
                *shortfalls(book, pairs, most, is_part=bool(own)),
                *(_contest(board, before, org, book.is_simulated) if board else ()),
            ),
            notes=(sources_of(book, standings), METHOD, SIGNED),
            frame=frame_of(book),
        )


def _contest(
    board: Scoreboard, before: Scoreboard | None, org: str, is_simulated: bool
) -> Iterator[Part]:
    """Yield its place with its neighbours; nothing where it takes no part."""
    score = board.of(org)
    if score is None:
        return
    yield Heading("竞赛名次", board.period.label if board.period else "")
    yield Passage(gap_told(board, org), 3)
    league = league_of(board, score.group, before, around=org)
    yield Chart(league_bars(evolve(league, is_simulated=is_simulated), Medium.POSTER))
