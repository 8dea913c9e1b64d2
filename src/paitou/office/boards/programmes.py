"""A plan's targets by its programmes → one card a programme, the worst first on each."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from paitou.model import Plan, Section
from paitou.office.books import Day, Shelved
from paitou.office.plans.nodes import NodeLine, lines_of_nodes
from paitou.report.assessment import Assessment
from paitou.report.programmes import Line, groups_of, line_of
from paitou.report.progress import Progress, progress_of, worst_first
from paitou.report.summary import overview
from paitou.tracking.milestones import nodes_by_org, nodes_on, nodes_sentence

_MOST_NAMED = 3


@frozen(kw_only=True)
class ProgrammeCard:
    """One programme; `section` is None for what stands before the first.

    Attributes:
        lines: what has to be acted on, the gravest first, as far as it is named.
        unnamed: how many more there are.
    """

    section: Section | None
    progress: Progress
    lines: tuple[Line, ...]
    unnamed: int


@frozen(kw_only=True)
class OverviewPage:
    """All programmes of a plan on a day.

    Attributes:
        node_sentence: how its milestones stand, empty where it has none.
        nodes: those due soon, overdue or reached late, by who has to act.
    """

    shelved: Shelved
    day: Day
    word: str
    progress: Progress
    cards: tuple[ProgrammeCard, ...]
    undated: int
    node_sentence: str
    nodes: tuple[NodeLine, ...]


def overview_page(shelved: Shelved, day: Day) -> OverviewPage:
    """Return the cards of all programmes that hold targets."""
    assessment = shelved.assessor.on(day.date)
    nodes = nodes_on(shelved.book, day.date)
    return OverviewPage(
        shelved=shelved,
        day=day,
        word=overview(shelved.book.plan).word,
        progress=progress_of(tuple(assessment.wholes.values())),
        cards=tuple(_cards(shelved.book.plan, assessment)),
        undated=len(shelved.assessor.undated),
        node_sentence=nodes_sentence(nodes),
        nodes=lines_of_nodes(one for _, found in nodes_by_org(nodes) for one in found),
    )


def _cards(plan: Plan, assessment: Assessment) -> Iterator[ProgrammeCard]:
    for group in groups_of(plan, assessment):
        statements = {statement.id: statement for statement, _ in group.pairs}
        standings = tuple(standing for _, standing in group.pairs)
        adverse = [one for one in worst_first(standings) if one.verdict.is_adverse]
        yield ProgrammeCard(
            section=group.section,
            progress=progress_of(standings),
            lines=tuple(
                line_of(statements[one.statement], one) for one in adverse[:_MOST_NAMED]
            ),
            unnamed=max(len(adverse) - _MOST_NAMED, 0),
        )
