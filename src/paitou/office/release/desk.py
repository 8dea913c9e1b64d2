"""A book and a minute → what of it is internal, what waits, what everybody sees."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen
from django.utils import timezone

from paitou.model import PageKind, Period, Publicity
from paitou.office.boards.off_course import OffCoursePage, off_course_page
from paitou.office.books import Day, Shelved
from paitou.office.people.acting import PUBLIC
from paitou.office.release.audience import book_for, unpublished
from paitou.office.release.levels import published_at
from paitou.office.release.models import Kind, Release, publications
from paitou.office.release.pages import Visit
from paitou.office.reporting.models import Reported, Round


@frozen(kw_only=True)
class PageLine:
    """A kind of page: who may be shown it, and on whose word.

    Attributes:
        basis: 默认, book.toml, or the decision.
        made: the decision that holds, None where none does.
    """

    kind: PageKind
    level: Publicity
    basis: str
    made: Release | None = None


@frozen(kw_only=True)
class RoundLine:
    """A round: how many of its figures were approved, and how many are not public."""

    round: Round
    approved: int
    internal: int


@frozen(kw_only=True)
class BookDesk:
    """What is decided about a book.

    Attributes:
        waiting: decisions whose minute has not come.
    """

    shelved: Shelved
    pages: tuple[PageLine, ...]
    rounds: tuple[RoundLine, ...]
    waiting: tuple[Release, ...]

    @property
    def internal(self) -> int:
        """Return how many approved figures the public does not see."""
        return sum(line.internal for line in self.rounds)

    @property
    def sentence(self) -> str:
        """Return what there is to decide in a sentence."""
        closed = [p.kind.label for p in self.pages if p.level is not Publicity.PUBLIC]
        told = f"不公开的网页：{'、'.join(closed)}" if closed else "网页全部公开"
        figures = (
            f"已核定的数有{self.internal}个还没有公布"
            if self.internal
            else "已核定的数全部公布"
        )
        waits = f"，{len(self.waiting)}项到时间自动生效" if self.waiting else ""
        return f"{figures}{waits}；{told}。"


@frozen(kw_only=True)
class FigureLine:
    """An approved figure of a round, and since when the public sees it, if at all."""

    row: Reported
    since: dt.datetime | None

    @property
    def period(self) -> str:
        """Return what it speaks of in words."""
        return Period.parse(self.row.period).label

    @property
    def is_correction(self) -> bool:
        """Return whether it stands in the place of an earlier one."""
        return self.row.vintage > 1


def book_desk(shelved: Shelved, now: dt.datetime) -> BookDesk:
    """Return what is decided about a book at a minute."""
    return BookDesk(
        shelved=shelved,
        pages=tuple(_pages(shelved, now)),
        rounds=tuple(_rounds(shelved.name, now)),
        waiting=tuple(_waiting(shelved.name, now)),
    )


def round_figures(round_: Round, now: dt.datetime) -> tuple[FigureLine, ...]:
    """Return the last vintage of every figure of a round; those not public come first."""
    known = publications(round_.book, now).get(round_.book, ())
    last: dict[str, Reported] = {}
    rows = Reported.objects.filter(submission__round=round_).select_related("submission")
    for row in rows.order_by("pk"):
        last[row.key] = row
    lines = [
        FigureLine(row=row, since=published_at(known, round_.pk, row.pk, row.key))
        for row in last.values()
    ]
    return tuple(sorted(lines, key=lambda line: line.since is not None))


def list_for_all(name: str, now: dt.datetime) -> OffCoursePage | None:
    """Return the list of what lags as everybody would see it if it were approved now."""
    shelved = book_for(PUBLIC, name, now)
    if shelved is None:
        return None
    return off_course_page(shelved, Day(timezone.localtime(now).date()))


def contest_choices(shelved: Shelved, day: dt.date) -> tuple[tuple[str, str], ...]:
    """Return every round of every contest as a query, with its words; the latest first."""
    found = []
    for rulebook in shelved.book.rulebooks:
        for period in reversed([*shelved.scorekeeper.rounds(rulebook, day)]):
            query = f"rulebook={rulebook.id}&period={period}&as_of={day.isoformat()}"
            found.append((query, f"{rulebook.title}{period.label}"))
    return tuple(found)


def _pages(shelved: Shelved, now: dt.datetime) -> Iterator[PageLine]:
    seen = Visit(actor=PUBLIC, shelved=shelved, now=now)
    declared = dict(shelved.book.release)
    for kind in PageKind:
        if kind.value.startswith("contest") and not shelved.book.rulebooks:
            continue
        made = seen.made(kind)
        basis = "book.toml" if kind in declared else "默认"
        if made:
            day = timezone.localtime(made.decided_at)
            basis = f"{made.decided_by}{day:%Y-%m-%d}决定"
        yield PageLine(kind=kind, level=seen.level(kind), basis=basis, made=made)


def _rounds(name: str, now: dt.datetime) -> Iterator[RoundLine]:
    hidden = unpublished(name, now)
    for round_ in Round.objects.filter(book=name):
        approved = Reported.objects.filter(submission__round=round_).count()
        internal = hidden.filter(submission__round=round_).count()
        yield RoundLine(round=round_, approved=approved, internal=internal)


def _waiting(name: str, now: dt.datetime) -> Iterator[Release]:
    rows = Release.objects.filter(book=name, is_cancelled=False, starts__gt=now)
    yield from rows.exclude(kind=Kind.FILE).order_by("starts", "pk")
