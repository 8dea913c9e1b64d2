"""A decision → what the journal says that it is, to be held against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from paitou.office.journal.writing import Change
from paitou.office.release.models import Release

State = Mapping[str, object]


def release_states() -> Iterator[tuple[str, State]]:
    """Yield every decision by its subject in the journal."""
    for one in Release.objects.order_by("pk").iterator():
        yield subject_of(one), release_state(one)


def subject_of(one: Release) -> str:
    """Return how the journal names a decision."""
    return f"release:{one.pk}"


def release_state(one: Release) -> State:
    """Return a decision with everything that it says."""
    return {
        "kind": one.kind,
        "book": one.book,
        "key": one.key,
        "level": one.level,
        "starts": one.starts.astimezone(dt.UTC),
        "expires": one.expires,
        "upto": one.upto,
        "withheld": one.withheld,
        "query": one.query,
        "decided_by": one.decided_by,
        "reason": one.reason,
        "is_cancelled": one.is_cancelled,
    }


def release_change(
    action: str, one: Release, before: State | None = None, reason: str = ""
) -> Change:
    """Return the change that deciding, or calling off, is."""
    return Change(
        action=f"release.{action}",
        subject=subject_of(one),
        reason=reason or one.reason,
        before=before,
        after=release_state(one),
    )
