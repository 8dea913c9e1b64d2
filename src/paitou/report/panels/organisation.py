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

_BARS = (9, 8, 7, 6, 5, 4, 3, 2)


def pairs_of(book: Book, assessment: Assessment, org: str) -> tuple[Pair, ...]:
    """Return what falls to an organisation, else the targets that it answers for."""
    statements = {statement.id: statement for statement in book.plan.statements}
    wholes = {id(one) for one in assessment.wholes.values()}
    own = tuple(
        (statements[one.statement], one)
        for one in assessment.tracking.standings
        if one.org == org and id(one) not in wholes and one.statement in statements
    )
    return own or tuple(
        (statement, assessment.wholes[statement.id])
        for statement in book.plan.statements
        if statement.id in assessment.wholes and org in _answering(book, statement.id)
    )
