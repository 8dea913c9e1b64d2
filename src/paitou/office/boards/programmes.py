"""A plan's targets by its programmes → one card a programme, the worst first on each."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from paitou.model import Plan, Section, Standing, Statement
from paitou.office.books import Assessment, Day, Shelved
from paitou.office.plans.answers import gap
from paitou.office.plans.choices import path_to
from paitou.office.plans.nodes import NodeLine, lines_of_nodes
from paitou.office.plans.progress import Progress, progress_of, worst_first
from paitou.office.plans.signs import Sign, sign_of
from paitou.report.summary import overview
from paitou.tracking.milestones import nodes_by_org, nodes_on, nodes_sentence

_MOST_NAMED = 3


@frozen(kw_only=True)
class Line:
    """One target in a list: its words, its sign, and why."""

    statement: Statement
    standing: Standing
    sign: Sign
    gap: str


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


@frozen(kw_only=True)
class Group:
    """The targets of a programme with their standings, in the order of the text."""

    section: Section | None
    pairs: tuple[tuple[Statement, Standing], ...]


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


def groups_of(plan: Plan, assessment: Assessment) -> tuple[Group, ...]:
    """Return the judged targets by programme; others by the top part they stand in.

    Every target stands in exactly one group.
    """
    programmes = {one.section.id for one in overview(plan).programmes}
    found: dict[str, list[tuple[Statement, Standing]]] = {}
    paths: dict[str, list[tuple[Section, ...]]] = {}
    for statement in plan.statements:
        standing = assessment.wholes.get(statement.id)
        if standing is None:
            continue
        path = path_to(plan, statement.section)
        inside = next((one for one in path if one.id in programmes), None)
        ahead = path[: path.index(inside) + 1] if inside else path
        key = ahead[-1 if inside else 0].id if path else ""
        paths.setdefault(key, []).append(ahead)
        found.setdefault(key, []).append((statement, standing))
    return tuple(
        Group(section=_shared(paths[key]), pairs=tuple(pairs))
        for key, pairs in found.items()
    )


def _shared(paths: list[tuple[Section, ...]]) -> Section | None:
    """The deepest section that all paths go through."""
    shared = None
    for steps in zip(*paths, strict=False):
        if any(step.id != steps[0].id for step in steps):
            break
        shared = steps[0]
    return shared


def line_of(statement: Statement, standing: Standing) -> Line:
    """Return a target as a line."""
    return Line(
        statement=statement,
        standing=standing,
        sign=sign_of(standing),
        gap=gap(standing) if standing.verdict.is_adverse else "",
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
