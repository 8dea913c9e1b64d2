"""An approved form → figures that stay; a correction → a new vintage beside the old."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Max
from django.utils import timezone

from paitou.figures.reading.refusal import Refusal
from paitou.model import Book, Figure
from paitou.office.journal.actions import Done, NotAllowed, Refused
from paitou.office.journal.writing import Change
from paitou.office.people.acting import Actor
from paitou.office.reporting.entry import (
    LONGEST_NOTE,
    Entries,
    Typed,
    frozen_figure,
    read_cell_of,
)
from paitou.office.reporting.kept import figure_change
from paitou.office.reporting.models import Cell, Reported, Submission
from paitou.office.reporting.policies import may_correct
from paitou.office.reporting.wanted import catalogue_of


def freeze(submission: Submission, entries: Entries, approver: str) -> tuple[Change, ...]:
    """Keep the figures of a form as of today and return what the journal says of them."""
    today = timezone.localdate()
    cells = list(submission.cells.all())
    last = _vintages(submission.round.book, [cell.key for cell in cells])
    rows: list[Reported] = []
    for cell in cells:
        if cell.key not in entries.figures:
            raise Refused(f"“{cell.name}”现在读不出数，请退回重报。")
        figure = frozen_figure(entries.figures[cell.key], today)
        rows.append(_row(submission, cell.key, figure, last.get(cell.key, 0), approver))
    Reported._base_manager.bulk_create(rows)
    return tuple(figure_change("freeze", row) for row in rows)


def correct(
    actor: Actor, book_name: str, key: str, typed: Typed, reason: str, book: Book
) -> Done[Reported]:
    """Add a vintage to a frozen figure; the ones before it stay as they were.

    Whoever filled the number in does not correct it alone.
    """
    rows = Reported.objects.filter(book=book_name, key=key).select_related("submission")
    # Two who correct at once go one after the other: the first vintage is their lock.
    rows.select_for_update(of=("self",)).order_by("vintage").first()
    latest = rows.order_by("vintage").last()
    if latest is None:
        raise NotAllowed("没有这个数")
    if not may_correct(actor, latest):
        raise NotAllowed("您的岗位不能更正这个数")
    cell = Cell.objects.get(submission=latest.submission, key=key)
    _check(actor, cell, latest, reason)
    figure = _corrected(cell, typed, book, latest.source)
    row = _row(latest.submission, key, figure, latest.vintage, actor.who.post)
    row.reason = reason.strip()
    if row.words == latest.words:
        raise Refused(f"填的数和现在的一样（{latest.words}），不用更正。")
    row.save()
    change = figure_change("correct", row, latest)
    return Done(row, (change,), latest.submission.org)


def _check(actor: Actor, cell: Cell, latest: Reported, reason: str) -> None:
    if not reason.strip():
        raise Refused("更正要写明原因。")
    if actor.user_id is None or actor.user_id == cell.filled_by_id:
        raise Refused("自己填报的数不能由自己更正。")
    if latest.known_on > timezone.localdate():
        raise Refused("系统日期早于这个数的核定日期，请检查服务器时间。")


def _corrected(cell: Cell, typed: Typed, book: Book, source: str) -> Figure:
    note = typed.note[:LONGEST_NOTE]
    said = Typed(text=typed.text, note=note or cell.note)
    try:
        figure = read_cell_of(cell.ask, said, catalogue_of(book), source)
    except Refusal as refusal:
        raise Refused(f"{refusal}，{refusal.remedy}。") from refusal
    return frozen_figure(figure, timezone.localdate())


def _row(
    submission: Submission, key: str, figure: Figure, last: int, approver: str
) -> Reported:
    """Return the vintage that follows the last one, not saved yet."""
    return Reported.of(
        figure,
        book=submission.round.book,
        key=key,
        vintage=last + 1,
        submission=submission,
        approver=approver,
    )


def _vintages(book_name: str, keys: Sequence[str]) -> dict[str, int]:
    """Return the last vintage of each number that has one."""
    rows = Reported.objects.filter(book=book_name, key__in=keys).order_by()
    return dict(rows.values_list("key").annotate(last=Max("vintage")))
