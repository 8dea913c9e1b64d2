"""A round, form or frozen figure → what the journal says that it is, to be held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from paitou.office.journal.writing import Change
from paitou.office.reporting.models import (
    CalendarChange,
    Extension,
    Reported,
    Round,
    Submission,
)

State = Mapping[str, object]
_COLUMNS = (
    "indicator", "indicator_id", "measure", "prices", "org", "period", "value",
    "value_high", "unit", "state", "qualifier", "bound", "definition", "source",
    "known_on", "note", "figure_id", "approver", "reason",
)  # fmt: skip


def round_states() -> Iterator[tuple[str, State]]:
    """Yield every round by its subject in the journal."""
    for round_ in Round.objects.order_by("pk").iterator():
        yield subject_of(round_), round_state(round_)


def submission_states() -> Iterator[tuple[str, State]]:
    """Yield every form by its subject in the journal; drafts are not spoken of."""
    for submission in Submission.objects.order_by("pk").iterator():
        yield subject_of(submission), submission_state(submission)


def figure_states() -> Iterator[tuple[str, State]]:
    """Yield every frozen figure by its subject in the journal, each vintage by itself."""
    for row in Reported.objects.order_by("pk").iterator():
        yield subject_of(row), figure_state(row)


def calendar_states() -> Iterator[tuple[str, State]]:
    """Yield every change of the calendar by its subject in the journal."""
    for change in CalendarChange.objects.order_by("pk").iterator():
        yield subject_of(change), calendar_state(change)


def subject_of(thing: Round | Submission | Reported | CalendarChange) -> str:
    """Return how the journal names it."""
    if isinstance(thing, CalendarChange):
        return f"calendar:{thing.pk}"
    if isinstance(thing, Reported):
        return f"figure:{thing.book}:{thing.key}:{thing.vintage}"
    return f"{thing._meta.model_name}:{thing.pk}"


def round_state(round_: Round) -> State:
    """Return a round with the last days that it agreed to."""
    extensions = Extension.objects.filter(round=round_).order_by("org")
    # Said only where it is so: rounds from before there was a choice stay as they were.
    chosen = {n: True for n in ("needs_evidence", "on_paper") if getattr(round_, n)}
    return {
        **chosen,
        "book": round_.book,
        "period": round_.period,
        "opens": round_.opens,
        "due": round_.due,
        "route": round_.route,
        "spared": round_.spared,
        "closed_on": round_.closed_on,
        "extensions": {one.org: one.due for one in extensions},
    }


def submission_state(submission: Submission) -> State:
    """Return how far a form is; what is typed into it is its organisation's own."""
    return {
        "round": submission.round_id,
        "org": submission.org,
        "stage": submission.stage,
        "step": submission.step,
        "turn": submission.turn,
        "submitted_on": submission.submitted_on,
        "approved_on": submission.approved_on,
    }


def figure_state(row: Reported) -> State:
    """Return a frozen figure with everything that it says."""
    said = {name: getattr(row, name) for name in _COLUMNS}
    return {**said, "submission": row.submission_id}


def calendar_state(change: CalendarChange) -> State:
    """Return the days that somebody entered."""
    return {
        "year": change.year,
        "is_notice": change.is_notice,
        "off": change.off,
        "work": change.work,
        "source": change.source,
        "reason": change.reason,
        "cancelled_on": change.cancelled_on,
    }


def figure_change(action: str, row: Reported, before: Reported | None = None) -> Change:
    """Return the change that a new vintage is."""
    return Change(
        action=f"reporting.{action}",
        subject=subject_of(row),
        reason=row.reason,
        before=figure_state(before) if before else None,
        after=figure_state(row),
    )
