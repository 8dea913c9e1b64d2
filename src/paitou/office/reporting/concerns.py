"""Who looks and the books' standings → the targets off course that are theirs to act on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from paitou.model import Assignment, Book, PageKind, Standing
from paitou.office.books import Day, Shelved
from paitou.office.people.acting import Actor
from paitou.office.people.roles import Right, Role
from paitou.office.release.pages import opens
from paitou.office.reporting.models import Round
from paitou.report.assessment import Assessment
from paitou.report.programmes import Line, line_of
from paitou.report.progress import worst_first

#: So many are named; the page of all of them is one step away.
_NAMED = 6


@frozen(kw_only=True)
class Concern:
    """What of one book is off course and somebody's.

    Attributes:
        words: whose it is: 分管工业的副市长牵头的, 东溪区承担的.
        lines: the gravest, each with the organisation whose share it is, empty of a whole.
        total: how many there are, also those that are not named.
        is_listed: whether the page of all of them opens for whoever looks.
    """

    shelved: Shelved
    words: str
    lines: tuple[tuple[str, Line], ...]
    total: int
    is_listed: bool = True

    @property
    def unnamed(self) -> int:
        """Return how many are not named."""
        return self.total - len(self.lines)


def concerns_of(actor: Actor, books: Iterable[Shelved], day: Day) -> tuple[Concern, ...]:
    """Return what is off course by book, for whoever has something to do with it.

    Where the office has rounds, only the plans that it runs count, not those it shows.
    """
    if not actor.posts or not (actor.may(Right.READ_ALL) or actor.may(Right.READ_OWN)):
        return ()
    run = set(Round.objects.values_list("book", flat=True).distinct())
    known = [one for one in books if not run or one.name.split("~")[0] in run]
    found = (_concern(actor, shelved, day) for shelved in known)
    return tuple(one for one in found if one is not None)


def _concern(actor: Actor, shelved: Shelved, day: Day) -> Concern | None:
    book, assessment = shelved.book, shelved.assessor.on(day.date)
    adverse = [one for one in assessment.wholes.values() if one.verdict.is_adverse]
    words, mine = _mine(actor, book, adverse, assessment)
    if not mine:
        return None
    statements = {statement.id: statement for statement in book.plan.statements}
    ordered = worst_first(tuple(mine))
    wholes = {id(one) for one in adverse}
    lines = tuple(
        ("" if id(one) in wholes else one.org, line_of(statements[one.statement], one))
        for one in ordered[:_NAMED]
    )
    return Concern(
        shelved=shelved,
        words=words,
        lines=lines,
        total=len(ordered),
        is_listed=opens(actor, shelved, PageKind.OFF_COURSE),
    )


def _mine(
    actor: Actor, book: Book, adverse: list[Standing], assessment: Assessment
) -> tuple[str, list[Standing]]:
    """Return whose they are in words, and which."""
    titles = {post.title for post in actor.posts if post.role == Role.LEADER}
    if titles:
        led = [o for o in adverse if _assignment(book, o).lead_official in titles]
        return f"{'、'.join(sorted(titles))}牵头的", led
    if actor.may(Right.READ_ALL):
        return "全市", adverse
    names = _names(actor, book)
    answered = [one for one in adverse if names & set(_answers(_assignment(book, one)))]
    shares = [one for one in _shares(assessment) if one.org in names]
    return f"{actor.org_name}承担的", [*answered, *shares]


def _shares(assessment: Assessment) -> Iterator[Standing]:
    """Yield what is off course of the shares of organisations."""
    known = {id(one) for one in assessment.wholes.values()}
    for one in assessment.tracking.standings:
        if id(one) not in known and one.verdict.is_adverse:
            yield one


def _names(actor: Actor, book: Book) -> set[str]:
    """Return what the book calls somebody's organisations."""
    found = [org for org in book.orgs if org.code in actor.orgs]
    return {name for org in found for name in (org.code, org.name, *org.aliases)}


def _answers(who: Assignment) -> tuple[str, ...]:
    return tuple(n for n in (who.lead_org, who.second_lead, *who.responsible_orgs) if n)


def _assignment(book: Book, standing: Standing) -> Assignment:
    statement = next(s for s in book.plan.statements if s.id == standing.statement)
    return book.assignment_of(statement)
