"""What people decided about one plan, as one value: decisions, merges, milestones."""

from __future__ import annotations

from attrs import frozen

from paitou.model import Decision, Merge, Milestone, Subject


@frozen(kw_only=True)
class Review:
    """The contents of a review.toml, in its order."""

    decisions: tuple[Decision, ...] = ()
    merges: tuple[Merge, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    def on(self, subject: Subject, subject_id: str) -> Decision | None:
        """Return what was decided about a statement, commitment or task."""
        return next(
            (d for d in self.decisions if d.subject is subject and d.id == subject_id), None
        )
