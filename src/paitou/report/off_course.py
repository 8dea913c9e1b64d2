"""Standings → what is off course by who must act, and what is missing from whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from paitou.model import Attainment, Book, Standing, Statement
from paitou.render.signs import Sign, key_of, tallies
from paitou.report.assessment import Assessment
from paitou.report.programmes import Line, line_of
from paitou.report.progress import worst_first

NOBODY = "未明确责任单位"


@frozen(kw_only=True)
class ByOrg:
    """What one organisation has to act on; `is_named` is False where nobody is named."""

    org: str
    lines: tuple[Line, ...]

    @property
    def is_named(self) -> bool:
        """Return whether an organisation answers for it."""
        return self.org != NOBODY


@frozen(kw_only=True)
class Missing:
    """What is missing for one reason, by who has to provide it."""

    sign: Sign
    count: int
    orgs: tuple[ByOrg, ...]


def adverse_by_org(book: Book, assessment: Assessment) -> tuple[ByOrg, ...]:
    """Return the targets that are off course by who must act, the gravest first."""
    wholes = tuple(assessment.wholes.values())
    adverse = [one for one in worst_first(wholes) if one.verdict.is_adverse]
    return _by_org(book, adverse, acting)


def missing_by_org(book: Book, assessment: Assessment) -> tuple[Missing, ...]:
    """Return what cannot be judged by reason, and by who has to provide it."""
    wholes = assessment.wholes.values()
    unknown = [one for one in wholes if one.verdict is Attainment.UNKNOWN]
    return tuple(
        Missing(
            sign=tally.sign,
            count=tally.count,
            orgs=_by_org(
                book, [one for one in unknown if key_of(one) == tally.sign.key], providing
            ),
        )
        for tally in tallies(unknown)
    )


def _by_org(
    book: Book,
    standings: Iterable[Standing],
    who: Callable[[Book, Statement], str],
) -> tuple[ByOrg, ...]:
    statements = {statement.id: statement for statement in book.plan.statements}
    found: dict[str, list[Line]] = {}
    for one in standings:
        statement = statements[one.statement]
        found.setdefault(who(book, statement) or NOBODY, []).append(line_of(statement, one))
    made = [ByOrg(org=org, lines=tuple(lines)) for org, lines in found.items()]
    return tuple(sorted(made, key=lambda one: (not one.is_named, -len(one.lines))))


def acting(book: Book, statement: Statement) -> str:
    """Return who must act: who leads the target, else the first who answers for it."""
    who = book.assignment_of(statement)
    return who.lead_org or "、".join(who.responsible_orgs[:1])


def providing(book: Book, statement: Statement) -> str:
    """Return who provides the figure: the owner of the data, else who answers for it."""
    return book.assignment_of(statement).data_source or acting(book, statement)
