"""A plan's judged targets → groups by programme, and each target as one line of a list."""

from __future__ import annotations

from attrs import frozen

from paitou.model import Plan, Section, Standing, Statement
from paitou.render.signs import Sign, sign_of
from paitou.report.answers import gap
from paitou.report.assessment import Assessment
from paitou.report.summary import overview


@frozen(kw_only=True)
class Line:
    """One target in a list: its words, its sign, and why."""

    statement: Statement
    standing: Standing
    sign: Sign
    gap: str


@frozen(kw_only=True)
class Group:
    """The targets of a programme with their standings, in the order of the text."""

    section: Section | None
    pairs: tuple[tuple[Statement, Standing], ...]


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


def path_to(plan: Plan, section_id: str) -> tuple[Section, ...]:
    """Return the sections from the top down to this one."""
    found = next((s for s in plan.sections if s.id == section_id), None)
    path: list[Section] = []
    while found is not None:
        path.insert(0, found)
        found = plan.sections[found.parent] if found.parent >= 0 else None
    return tuple(path)
