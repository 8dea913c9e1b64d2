"""Whoever looks at a book → the issued papers that they may be given, or know of."""

from __future__ import annotations

import datetime as dt

from attrs import frozen
from django.utils import timezone

from paitou.model import Period, Publicity
from paitou.office.papers.later import Corrected, corrected_since
from paitou.office.papers.models import Paper
from paitou.office.people.roles import Right
from paitou.office.release.levels import level_of, next_change
from paitou.office.release.models import Kind, Release
from paitou.office.release.pages import Visit


@frozen(kw_only=True)
class PaperLine:
    """An issued paper in the list.

    Attributes:
        level: who may be given it now.
        opens: when everybody may, where that is still to come.
        is_given: whether whoever looks may have it.
        corrected: what is known otherwise since, as far as they may see it.
    """

    paper: Paper
    level: Publicity
    opens: dt.datetime | None
    is_given: bool
    corrected: tuple[Corrected, ...] = ()

    @property
    def period(self) -> str:
        """Return what it speaks of in words, empty where it names no period."""
        return Period.parse(self.paper.period).label if self.paper.period else ""


def paper_lines(visit: Visit) -> tuple[PaperLine, ...]:
    """Return the papers of a book that may be known of, the latest first.

    What is internal is not even named to the public; what is 依申请公开 is named only.
    """
    found = (_line(visit, paper) for paper in Paper.objects.filter(book=visit.shelved.name))
    return tuple(one for one in found if one is not None)


def given_paper(visit: Visit, number: int) -> Paper | None:
    """Return a paper that whoever looks may have, None where there is none such."""
    paper = Paper.objects.filter(book=visit.shelved.name, pk=number).first()
    if paper is None:
        return None
    line = _level(visit, paper)
    return paper if line.is_given else None


def _line(visit: Visit, paper: Paper) -> PaperLine | None:
    line = _level(visit, paper)
    if not line.is_given and line.level is not Publicity.ON_REQUEST:
        return None
    period = Period.parse(paper.period) if paper.period else None
    today = timezone.localtime(visit.now).date()
    figures = visit.shelved.book.figures
    return PaperLine(
        paper=paper,
        level=line.level,
        opens=line.opens,
        is_given=line.is_given,
        corrected=corrected_since(figures, paper.as_of, today, period),
    )


def _level(visit: Visit, paper: Paper) -> PaperLine:
    rows = Release.objects.filter(
        kind=Kind.PAPER, book=paper.book, key=str(paper.pk), is_cancelled=False
    )
    made = [row.decision for row in rows]
    today = timezone.localtime(visit.now).date()
    level = level_of(made, Publicity.INTERNAL, visit.now, today)
    waiting = next_change(made, visit.now, today)
    is_inside = visit.actor.is_alone or visit.actor.may(Right.READ_ALL)
    is_public = waiting is not None and waiting.level is Publicity.PUBLIC
    return PaperLine(
        paper=paper,
        level=level,
        opens=waiting.starts if waiting and is_public else None,
        is_given=is_inside or level is Publicity.PUBLIC,
    )
