"""Changes to forms: filled, submitted, passed on, returned; each leaves its entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import frozen
from django.utils import timezone

from paitou.model import Book
from paitou.office.journal.actions import Done, NotAllowed, Refused
from paitou.office.journal.writing import Change
from paitou.office.people.acting import Actor
from paitou.office.reporting.entry import Entries, Typed, read_entries
from paitou.office.reporting.freezing import freeze
from paitou.office.reporting.kept import subject_of, submission_state
from paitou.office.reporting.models import Cell, Review, Submission
from paitou.office.reporting.policies import may_move, situation_of
from paitou.office.reporting.states import Move, Stage, moved, why_not

LONGEST_REASON = 500


@frozen(kw_only=True)
class Kept:
    """What became of cells that were to be saved: how many were, which were not.

    Attributes:
        clashes: names of cells that somebody else changed meanwhile; theirs stay.
    """

    saved: int = 0
    clashes: tuple[str, ...] = ()


def save_cells(
    actor: Actor,
    submission_id: int,
    typed: Mapping[str, Typed],
    seen: Mapping[str, Typed] | None = None,
) -> Done[Kept]:
    """Keep what was typed, also where it is incomplete or wrong.

    Args:
        actor: who types.
        submission_id: the form.
        typed: what stands in the cells now, by key; others are left alone.
        seen: what stood there when the page was made; a cell that somebody else changed
            since is not overwritten.
    """
    submission = locked_form(submission_id)
    must_be_allowed(actor, submission, Move.SAVE)
    changed: dict[Cell, Typed] = {}
    clashes: list[str] = []
    for cell in submission.cells.select_for_update():
        wanted = typed.get(cell.key, cell.typed)
        before = seen.get(cell.key, cell.typed) if seen is not None else cell.typed
        if wanted in (cell.typed, before):
            continue
        if cell.typed != before:
            clashes.append(cell.name)
            continue
        changed[cell] = wanted
    _write(changed, actor)
    kept = Kept(saved=len(changed), clashes=tuple(clashes))
    if not changed:
        return Done(kept, ())
    # A draft is its organisation's own: the journal says which cells, not what is in them.
    change = Change(
        action="reporting.save",
        subject=f"draft:{submission.pk}",
        after={"cells": [cell.name for cell in changed]},
    )
    return Done(kept, (change,), submission.org)


def _write(changed: Mapping[Cell, Typed], actor: Actor) -> None:
    """Keep what cells are to say; each column is written for those alone that differ.

    A statement that names every column of every cell takes a database longer to read
    than all the rest of a request.
    """
    texts = [cell for cell, wanted in changed.items() if cell.text != wanted.text]
    notes = [cell for cell, wanted in changed.items() if cell.note != wanted.note]
    for cell, wanted in changed.items():
        cell.text, cell.note = wanted.text, wanted.note
    Cell.objects.bulk_update(texts, ["text"])
    Cell.objects.bulk_update(notes, ["note"])
    keys = [cell.pk for cell in changed]
    if keys:
        Cell.objects.filter(pk__in=keys).update(filled_by=actor.user_id)


def submit(actor: Actor, submission_id: int, book: Book) -> Done[Submission]:
    """Hand a form in; a cell with an error keeps all of it back."""
    submission = locked_form(submission_id)
    errors = entries_of(submission, book).error_count
    must_be_allowed(actor, submission, Move.SUBMIT, errors=errors)
    submission.turn += 1
    submission.submitted_on = timezone.localdate()
    submission.submitted_by_id = actor.user_id
    return move_on(actor, submission, Move.SUBMIT)


def withdraw(actor: Actor, submission_id: int) -> Done[Submission]:
    """Take a form back before anybody has reviewed it."""
    submission = locked_form(submission_id)
    must_be_allowed(actor, submission, Move.WITHDRAW)
    return move_on(actor, submission, Move.WITHDRAW)


def pass_on(actor: Actor, submission_id: int, turn: int, book: Book) -> Done[Submission]:
    """Pass a form to the next review; the last one freezes its figures.

    `turn` is the one that was looked at: a form handed in anew meanwhile is not passed.
    """
    submission = locked_form(submission_id)
    must_be_allowed(actor, submission, Move.PASS)
    must_be_same_turn(submission, turn)
    done = move_on(actor, submission, Move.PASS)
    if submission.stage != Stage.APPROVED:
        return done
    frozen = freeze(submission, entries_of(submission, book), actor.who.post)
    return Done(submission, (*done.changes, *frozen), submission.org)


def send_back(actor: Actor, submission_id: int, turn: int, reason: str) -> Done[Submission]:
    """Return a form to who filled it in, with the reason."""
    submission = locked_form(submission_id)
    must_be_allowed(actor, submission, Move.RETURN, reason=reason)
    must_be_same_turn(submission, turn)
    return move_on(actor, submission, Move.RETURN, reason.strip())


def entries_of(submission: Submission, book: Book) -> Entries:
    """Return what the cells of a form say, checked against the book."""
    cells = list(submission.cells.all())
    typed = {cell.key: cell.typed for cell in cells}
    asks = [cell.ask for cell in cells]
    return read_entries(asks, typed, book, submission.org_name)


def locked_form(submission_id: int) -> Submission:
    """Return a form with its round; nobody else changes it until the transaction ends."""
    return (
        Submission.objects.select_for_update(of=("self",))
        .select_related("round")
        .get(pk=submission_id)
    )


def must_be_allowed(
    actor: Actor, submission: Submission, move: Move, *, errors: int = 0, reason: str = ""
) -> None:
    """Do nothing where the move can be made.

    Raises:
        NotAllowed: their posts do not allow it.
        Refused: it cannot be made now; the words say why.
    """
    if not may_move(actor, submission, move):
        raise NotAllowed(f"您的岗位不能对这张表“{move.label}”")
    is_open = submission.round.is_open(timezone.localdate())
    situation = situation_of(
        actor, submission, is_round_open=is_open, errors=errors, reason=reason
    )
    if words := why_not(submission.state, move, situation):
        raise Refused(f"{words}。")


def must_be_same_turn(submission: Submission, turn: int) -> None:
    """Do nothing where a form is the one that somebody looked at.

    Raises:
        Refused: it was handed in anew meanwhile.
    """
    if submission.turn != turn:
        raise Refused("这张表在您查看以后又提交过，请看过新的内容再办理。")


def move_on(
    actor: Actor, submission: Submission, move: Move, reason: str = ""
) -> Done[Submission]:
    """Make a move that is allowed, with its review and its entry."""
    # As it is kept: what the caller has set already is a part of the move.
    before = submission_state(Submission.objects.get(pk=submission.pk))
    step = submission.round.steps[submission.step]
    state = moved(submission.state, move, submission.round.steps)
    submission.stage, submission.step = state.stage, state.step
    is_approved = state.stage is Stage.APPROVED
    submission.approved_on = timezone.localdate() if is_approved else None
    submission.save()
    Review.objects.create(
        submission=submission,
        turn=submission.turn,
        move=move,
        label=step.label if move is Move.PASS else move.label,
        at=timezone.now(),
        post=actor.who.post,
        user_id=actor.user_id,
        reason=reason[:LONGEST_REASON],
    )
    change = Change(
        action=f"reporting.{'approve' if is_approved else move.value}",
        subject=subject_of(submission),
        reason=reason,
        before=before,
        after=submission_state(submission),
    )
    return Done(submission, (change,), submission.org)


def late_by(submission: Submission, due: dt.date, today: dt.date) -> int:
    """Return how many days a form came, or is, after its last day; 0 in time."""
    is_waiting = submission.stage in (Stage.DRAFT, Stage.RETURNED)
    day = today if is_waiting else submission.submitted_on or today
    return max(0, (day - due).days)
