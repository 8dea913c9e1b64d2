"""A submission as it stands → the rows of its page, with what is odd beside each."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from itertools import chain

from attrs import evolve, field, frozen
from django.db.models import prefetch_related_objects
from django.utils import timezone

from paitou.model import Book, Issue, Level
from paitou.office.files.levels import FileLevel, levels_of
from paitou.office.files.models import Attachment
from paitou.office.people.acting import Actor
from paitou.office.reporting.actions import entries_of, late_by
from paitou.office.reporting.asks import Ask
from paitou.office.reporting.calendars import office_calendar
from paitou.office.reporting.comparing import MUCH, change, change_words, share_words
from paitou.office.reporting.entry import Entries, Typed
from paitou.office.reporting.evidence import files_by_form, may_remove
from paitou.office.reporting.fingerprint import fingerprint
from paitou.office.reporting.models import Extension, Review, Round, Submission
from paitou.office.reporting.policies import may_move, situations_of
from paitou.office.reporting.rounds import due_of
from paitou.office.reporting.states import Move, Situation, Stage, why_not
from paitou.office.reporting.workdays import WorkCalendar

_PLACE = re.compile(r"（[^（）]* ?第\d+行）")


@frozen(kw_only=True)
class Line:
    """One row of a form: what is asked, what stands there, and what is to be said of it.

    Attributes:
        since: how it moved since a year ago, else since the time before.
        share: how much of the quota it is.
        is_far: whether it moved so much that somebody should look.
        files: what was attached to prove it.
    """

    number: int
    ask: Ask
    typed: Typed
    errors: tuple[Issue, ...] = ()
    warnings: tuple[Issue, ...] = ()
    since: str = ""
    share: str = ""
    is_far: bool = False
    files: tuple[Attachment, ...] = ()


@frozen(kw_only=True)
class Term:
    """How much time is left: the last day, and in words how far it is."""

    due: dt.date
    days_late: int
    words: str

    @property
    def is_late(self) -> bool:
        """Return whether it is over."""
        return self.days_late > 0


@frozen(kw_only=True)
class FormPage:
    """The page of a form.

    Attributes:
        moves: what whoever looks may do now, by the names of the moves.
        spared: how many numbers the organisation need not report this time.
        files: everything that was attached.
        levels: who may be given each file, by its key.
    """

    submission: Submission
    lines: tuple[Line, ...]
    term: Term
    moves: frozenset[str]
    spared: int
    reviews: tuple[Review, ...]
    is_simulated: bool
    notices: tuple[str, ...] = field(default=())
    files: tuple[Attachment, ...] = ()
    levels: Mapping[int, FileLevel] = field(factory=dict)

    @property
    def leveled(self) -> tuple[tuple[Attachment, FileLevel], ...]:
        """Return every file with who may be given it."""
        return tuple((one, self.levels[one.pk]) for one in self.files)

    @property
    def removable(self) -> frozenset[int]:
        """Return the keys of the files that were never handed in."""
        return frozenset(f.pk for f in self.files if may_remove(self.submission, f))

    @property
    def code(self) -> str:
        """Return the code that a sheet to sign carries now."""
        return fingerprint(self.submission)

    @property
    def round(self) -> Round:
        """Return the round that it belongs to."""
        return self.submission.round

    @property
    def filled(self) -> int:
        """Return how many cells hold anything."""
        return sum(bool(line.typed.text) for line in self.lines)

    @property
    def error_count(self) -> int:
        """Return how many cells keep the form back."""
        return sum(bool(line.errors) for line in self.lines)

    @property
    def warning_count(self) -> int:
        """Return how many cells deserve a look."""
        return sum(bool(line.warnings) or line.is_far for line in self.lines)

    @property
    def returned_for(self) -> str:
        """Return why it was returned, empty where it was not."""
        if self.submission.stage != Stage.RETURNED:
            return ""
        returns = [one.reason for one in self.reviews if one.move == Move.RETURN]
        return returns[-1] if returns else ""


def form_page(
    submission: Submission,
    actor: Actor,
    book: Book,
    today: dt.date,
    notices: tuple[str, ...] = (),
) -> FormPage:
    """Return the page of a form for whoever looks at it."""
    around = _Around.of((submission,), actor, today)
    return evolve(around.page(submission, actor, book), notices=notices)


def form_pages(
    forms: Sequence[Submission],
    actor: Actor,
    books: Mapping[str, Book],
    today: dt.date,
) -> tuple[FormPage, ...]:
    """Return the pages of several forms, with as few queries as that of one.

    Args:
        forms: with their rounds.
        actor: who looks.
        books: those that the rounds are about, by their names.
        today: the day.
    """
    prefetch_related_objects(forms, "cells", "reviews")
    around = _Around.of(forms, actor, today)
    return tuple(around.page(one, actor, books[one.round.book]) for one in forms)


@frozen(kw_only=True)
class _Around:
    """What the pages of several forms need beside the forms, asked for at once."""

    today: dt.date
    calendar: WorkCalendar
    dues: Mapping[tuple[int, str], dt.date]
    files: Mapping[int, tuple[Attachment, ...]]
    levels: Mapping[int, FileLevel]
    situations: Mapping[int, Situation]

    @classmethod
    def of(cls, forms: Sequence[Submission], actor: Actor, today: dt.date) -> _Around:
        files = files_by_form(forms)
        later = Extension.objects.filter(round__in={one.round_id for one in forms})
        return cls(
            today=today,
            calendar=office_calendar(),
            dues={(one.round_id, one.org): one.due for one in later},
            files=files,
            levels=levels_of(chain.from_iterable(files.values()), timezone.now()),
            situations=situations_of(actor, forms, today),
        )

    def page(self, one: Submission, actor: Actor, book: Book) -> FormPage:
        files = self.files.get(one.pk, ())
        due = self.dues.get((one.round_id, one.org), one.round.due)
        return FormPage(
            submission=one,
            lines=_lines(one, entries_of(one, book), files),
            files=files,
            levels=self.levels,
            term=term_by(one, due, self.today, self.calendar),
            moves=_moves(one, actor, self.situations[one.pk]),
            spared=int(one.round.spared.get(one.org, 0)),
            reviews=tuple(one.reviews.all()),
            is_simulated=book.is_simulated,
        )


def term_of(submission: Submission, today: dt.date) -> Term:
    """Return how much time a form has, or by how much it came late."""
    due = due_of(submission.round, submission.org)
    return term_by(submission, due, today, office_calendar())


def term_by(
    submission: Submission, due: dt.date, today: dt.date, calendar: WorkCalendar
) -> Term:
    """Return the same where the last day and the calendar are known already."""
    late = late_by(submission, due, today)
    is_in = submission.stage in (Stage.REVIEW, Stage.APPROVED)
    if is_in:
        words = f"迟报{late}天" if late else "按时报送"
    elif late:
        words = f"已逾期{late}天"
    else:
        left = calendar.between(today, due)
        words = f"还有{left}个工作日" if left else "今天到期"
    return Term(due=due, days_late=late, words=words)


def _lines(
    submission: Submission, entries: Entries, files: tuple[Attachment, ...]
) -> tuple[Line, ...]:
    lines = []
    for number, cell in enumerate(submission.cells.all(), 1):
        ask, figure = cell.ask, entries.figures.get(cell.key)
        issues = [_told(issue) for issue in entries.issues.get(cell.key, ())]
        beside = ask.year_ago or ask.last
        moved = change(figure, beside) if figure else None
        lines.append(
            Line(
                number=number,
                ask=ask,
                typed=cell.typed,
                errors=tuple(i for i in issues if i.level is Level.ERROR),
                warnings=tuple(i for i in issues if i.level is not Level.ERROR),
                since=_since(ask, change_words(figure, beside)) if figure else "",
                share=share_words(figure, ask.quota) if figure else "",
                is_far=bool(ask.year_ago) and moved is not None and abs(moved) > MUCH,
                files=tuple(one for one in files if one.part == cell.key),
            )
        )
    return tuple(lines)


def _told(issue: Issue) -> Issue:
    """Return what is odd without the places: it stands beside the number itself."""
    return evolve(issue, message=_PLACE.sub("", issue.message))


def _since(ask: Ask, words: str) -> str:
    if not words:
        return ""
    return f"比{'上年同期' if ask.year_ago else '上期'}{words}"


def _moves(submission: Submission, actor: Actor, situation: Situation) -> frozenset[str]:
    """Return what can be tried: errors and reasons are told after it was."""
    asked = evolve(situation, reason="—")
    return frozenset(
        move.value
        for move in Move
        if may_move(actor, submission, move) and not why_not(submission.state, move, asked)
    )
